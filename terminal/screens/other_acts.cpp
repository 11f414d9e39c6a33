// What else may be done with a text: text_acts.h.
#include "terminal/screens/text_acts.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/method.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/proposal_acts.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/question_acts.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <vector>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

const TextHashes any_text{{"en", Hash{}}};
constexpr std::string_view any_words = "...";

/// Adds what the rules allow, and nothing else.
class Acts {
public:
    Acts(const AppState& state, const Phrases& phrases, const Proposal& proposal)
        : state_(state),
          phrases_(phrases),
          conference_(*state.conference),
          proposal_(proposal),
          id_(proposal.id()),
          meeting_(conference_.meeting ? conference_.meeting->number : 0) {}

    void to_decide();
    void to_change();
    void to_wait();
    std::vector<TextAct> take() { return std::move(all_); }

private:
    bool allowed(const Record& record) const { return static_cast<bool>(may_note(state_, record)); }
    void one_press(std::string id, std::string label, Record record) {
        if (allowed(record))
            all_.push_back({.id = std::move(id),
                            .label = std::move(label),
                            .asked = NoteRecord{std::move(record)}});
    }
    void elsewhere(std::string id, std::string label, Screen screen, const Record& sample) {
        if (allowed(sample))
            all_.push_back(
                {.id = std::move(id), .label = std::move(label), .asked = OpenScreen{screen, id_}});
    }
    void in_words(std::string id, std::string label, Record record, std::string prompt,
                  std::vector<std::string_view> suggestions);
    void of_a_delegation(std::string id, std::string label, const std::vector<ParticipantId>& among,
                         Record record);

    const AppState& state_;
    const Phrases& phrases_;
    const Conference& conference_;
    const Proposal& proposal_;
    ProposalId id_;
    std::int64_t meeting_;
    std::vector<TextAct> all_;
};

void Acts::in_words(std::string id, std::string label, Record record, std::string prompt,
                    std::vector<std::string_view> suggestions) {
    if (!allowed(record)) return;
    TextAct act{.id = std::move(id),
                .label = std::move(label),
                .asked = NoteRecord{std::move(record)},
                .asks = TextAct::Asks::words,
                .prompt = std::move(prompt)};
    for (const auto words : suggestions)
        act.suggestions.emplace_back(std::string(words), phrases_(words));
    all_.push_back(std::move(act));
}

void Acts::of_a_delegation(std::string id, std::string label,
                           const std::vector<ParticipantId>& among, Record record) {
    TextAct act{.id = std::move(id),
                .label = std::move(label),
                .asked = NoteRecord{std::move(record)},
                .asks = TextAct::Asks::delegation};
    for (const auto& delegation : among)
        if (allowed(std::get<NoteRecord>(with_delegation(act, delegation)).record))
            act.delegations.push_back(delegation);
    if (!act.delegations.empty()) all_.push_back(std::move(act));
}

/// With a vote, without one, or in another way than recorded.
void Acts::to_decide() {
    const bool chair = state_.officers.contains(Role::presiding_officer);
    if (chair && may_propose(conference_, id_))
        all_.push_back({.id = "articles.propose",
                        .label = phrases_("Propose adoption without a vote"),
                        .asked = ProposeAdoption{id_}});
    if (chair && may_put(conference_, subject_of(conference_, id_))) {
        all_.push_back({.id = "articles.put",
                        .label = phrases_("Put it to the vote"),
                        .asked = PutQuestion{.proposal = id_}});
        all_.push_back({.id = "articles.method",
                        .label = phrases_("Put it in another way …"),
                        .asked = OpenScreen{Screen::question, id_}});
    }
    one_press("articles.close_debate", phrases_("Close the debate"),
              DebateClosed{.proposal = id_, .meeting = meeting_});
    one_press("articles.introduce_at_once",
              phrases_("Introduce it, waiving the time since circulation"),
              ProposalIntroduced{.proposal = id_,
                                 .meeting = meeting_,
                                 .waiver = "The presiding officer permits its discussion though "
                                           "the time since its circulation has not passed."});
}

void Acts::to_change() {
    const auto any_sponsor = conference_.participants.empty()
                                 ? ParticipantId{}
                                 : conference_.participants.begin()->first;
    elsewhere("articles.amend",
              proposal_.is_amendment() ? phrases_("Register a sub-amendment …")
                                       : phrases_("Register an amendment …"),
              Screen::registration, registration_of(conference_, id_, "", {any_sponsor}, any_text));
    elsewhere("articles.revise", phrases_("Revise it, or add sponsors …"), Screen::revision,
              revision_of(conference_, id_, "", false, {}, any_text));
    if (proposal_.basic && conference_.text_unit(id_) != nullptr)
        elsewhere("articles.place", phrases_("Number and place …"), Screen::placement,
                  placement_of(conference_, id_, "", "", unit_before(conference_, id_)));
    of_a_delegation("articles.withdraw", phrases_("Withdraw for a sponsor …"), proposal_.sponsors,
                    ProposalWithdrawn{.proposal = id_});
}

/// Deferment, notice, and the end of all efforts.
void Acts::to_wait() {
    const auto& profile = conference_.profile;
    if (deferment_needed(conference_) > 0)
        of_a_delegation("articles.ask_deferment", phrases_("A delegation asks to defer …"),
                        in_order_of_roll(conference_), DefermentRequested{.proposal = id_});
    const auto defer = [&](const char* id, DefermentRight right, std::string label) {
        in_words(id, std::move(label),
                 VoteDeferred{.proposal = id_,
                              .meeting = meeting_,
                              .right = right,
                              .until = std::string(any_words)},
                 phrases_("Until when is the vote deferred?"),
                 {"the next meeting", "the afternoon meeting", "the end of the session"});
    };
    if (profile.deferment_by_chair)
        defer("articles.defer", DefermentRight::presiding_officer, phrases_("Defer the vote …"));
    defer("articles.defer_for_states", DefermentRight::states,
          phrases_("Defer the vote, as States ask …"));
    if (proposal_.not_before.empty())
        in_words("articles.notify", phrases_("Announce the vote …"),
                 VoteNotified{
                     .proposal = id_, .meeting = meeting_, .not_before = std::string(any_words)},
                 phrases_("Before which day is no vote taken?"), {});
    if (proposal_.exhausted) return;
    in_words(
        "articles.exhaust", phrases_("Declare all efforts exhausted …"),
        ExhaustionDeclared{.proposal = id_, .meeting = meeting_, .report = std::string(any_words)},
        phrases_("What did the efforts to reach agreement lead to?"),
        {"No general agreement was reached."});
    if (const auto put = question_of_exhaustion(conference_, id_, default_method(profile)))
        one_press("articles.put_exhaustion", phrases_("Put whether all efforts are exhausted"),
                  *put);
}

}  // namespace

std::vector<TextAct> other_acts(const AppState& state, const Phrases& phrases,
                                const ProposalId& id) {
    const auto& conference = *state.conference;
    if (state.saving) return {};
    const auto next = next_act(state, phrases, id);
    Acts acts(state, phrases, *conference.proposal(id));
    acts.to_decide();
    acts.to_change();
    acts.to_wait();
    auto all = acts.take();
    std::erase_if(all, [&](const TextAct& act) { return act.id == next.id; });
    return all;
}

Intent intent_of(const TextAct& act) {
    return std::visit([](const auto& asked) -> Intent { return asked; }, act.asked);
}

Intent with_words(const TextAct& act, const std::string& words) {
    auto noted = std::get<NoteRecord>(act.asked);
    std::visit(
        [&](auto& record) {
            if constexpr (requires { record.until; }) record.until = words;
            if constexpr (requires { record.report; }) record.report = words;
            if constexpr (requires { record.not_before; }) record.not_before = words;
        },
        noted.record);
    return noted;
}

Intent with_delegation(const TextAct& act, const ParticipantId& delegation) {
    auto noted = std::get<NoteRecord>(act.asked);
    std::visit(
        [&](auto& record) {
            if constexpr (requires { record.delegation; }) record.delegation = delegation;
        },
        noted.record);
    return noted;
}

}  // namespace placet::terminal
