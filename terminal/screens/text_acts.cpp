#include "terminal/screens/text_acts.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/method.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/proposal_acts.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/question_acts.h"
#include "terminal/screens/method_wording.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

/// Stands for a text that is not chosen yet, where only the rules are asked.
const TextHashes any_text{{"en", Hash{}}};
constexpr std::string_view any_words = "...";

std::int64_t meeting_of(const Conference& conference) {
    return conference.meeting ? conference.meeting->number : 0;
}

/// An act that is recorded with one press.
TextAct noted(const AppState& state, const Phrases& phrases, std::string id, std::string label,
              Record record) {
    auto refusal = note_refusal(state, phrases, record);
    return {.id = std::move(id),
            .label = std::move(label),
            .asked = NoteRecord{std::move(record)},
            .refusal = std::move(refusal)};
}

/// One that leads to another screen, where the record is completed. `sample`: like what will be
/// recorded there, as far as the rules care.
TextAct leading(const AppState& state, const Phrases& phrases, std::string id, std::string label,
                OpenScreen to, const Record& sample) {
    return {.id = std::move(id),
            .label = std::move(label),
            .asked = std::move(to),
            .refusal = note_refusal(state, phrases, sample)};
}

TextAct going(std::string id, std::string label, OpenScreen to) {
    return {.id = std::move(id), .label = std::move(label), .asked = std::move(to)};
}

/// As an officer may ask for it, once the rules allow it.
std::string refusal_of(const AppState& state, const Phrases& phrases, const Result<Done>& allowed) {
    if (!allowed) return phrases(allowed.error().detail);
    if (state.officers.contains(Role::presiding_officer)) return {};
    return phrases("The presiding officer signs in first.");
}

std::vector<std::string> effects_of(const Phrases& phrases, const QuestionPut& put) {
    return {phrases("If it is carried: {effect}", {{"effect", phrases(put.if_carried)}}),
            phrases("If it is not carried: {effect}", {{"effect", phrases(put.if_not_carried)}})};
}

// ---- to decide

TextAct proposing(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    return {.id = "articles.propose",
            .label = phrases("Propose adoption without a vote"),
            .asked = ProposeAdoption{id},
            .refusal = refusal_of(state, phrases, may_propose(*state.conference, id))};
}

TextAct putting(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    const auto& conference = *state.conference;
    TextAct act{
        .id = "articles.put",
        .label = phrases("Put it to the vote"),
        .asked = PutQuestion{.proposal = id},
        .refusal = refusal_of(state, phrases, may_put(conference, subject_of(conference, id)))};
    if (const auto put = question_of_adopting(conference, id))
        act.effects = effects_of(phrases, *put);
    return act;
}

/// The next part of a division, or the whole when all are decided.
TextAct putting_divided(const AppState& state, const Phrases& phrases, const Proposal& proposal) {
    const auto waits = std::ranges::find_if(
        proposal.parts, [](const Part& part) { return !part.retained.has_value(); });
    if (waits == proposal.parts.end()) return putting(state, phrases, proposal.id());
    const auto put = question_of_retaining(*state.conference, proposal.id(), waits->label,
                                           default_method(state.conference->profile));
    if (!put)
        return {.id = "articles.part",
                .label = phrases("Put a part to the vote"),
                .refusal = phrases(put.error().detail)};
    auto act = noted(state, phrases, "articles.part",
                     phrases("Put to the vote: {part}", {{"part", waits->label}}), *put);
    act.effects = effects_of(phrases, *put);
    return act;
}

TextAct deciding(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    return by_consensus(*state.conference, id) ? proposing(state, phrases, id)
                                               : putting(state, phrases, id);
}

// ---- on the way there

TextAct introducing(const AppState& state, const Phrases& phrases, const ProposalId& id,
                    const char* waiver) {
    ProposalIntroduced introduced{.proposal = id, .meeting = meeting_of(*state.conference)};
    introduced.waiver = waiver;
    const bool waits = introduced.waiver.empty();
    return noted(state, phrases, waits ? "articles.introduce" : "articles.introduce_at_once",
                 waits ? phrases("Introduce it to the meeting")
                       : phrases("Introduce it, waiving the time since circulation"),
                 introduced);
}

TextAct closing(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    return noted(state, phrases, "articles.close_debate", phrases("Close the debate"),
                 DebateClosed{.proposal = id, .meeting = meeting_of(*state.conference)});
}

TextAct writing_in(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    return leading(state, phrases, "articles.write_in", phrases("Write in what was adopted"),
                   {Screen::writing_in, id}, text_as_adopted(*state.conference, id, any_text));
}

TextAct ending_deferment(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    DefermentEnded ended{.proposal = id, .meeting = meeting_of(*state.conference)};
    ended.report = any_words;
    auto act = noted(state, phrases, "articles.end_deferment",
                     phrases("End the deferment with a report"), ended);
    act.asks = TextAct::Asks::words;
    act.prompt = phrases("What did the efforts to reach agreement lead to?");
    act.suggestions = {
        {"No general agreement was reached.", phrases("No general agreement was reached.")},
        {"General agreement was reached.", phrases("General agreement was reached.")}};
    return act;
}

TextAct circulating(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    const auto circulated = circulation_of(*state.conference, id);
    return noted(state, phrases, "articles.circulate",
                 circulated.permission.empty()
                     ? phrases("Circulate it")
                     : phrases("Permit its discussion: not in every language"),
                 circulated);
}

/// To what comes first, or back to what it amends.
TextAct going_to(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    return going("articles.go", phrases("Go to {text}", {{"text", short_name(state, phrases, id)}}),
                 {Screen::articles, id});
}

TextAct by_state(const AppState& state, const Phrases& phrases, const Proposal& proposal) {
    const auto& id = proposal.id();
    switch (state.conference->state_here(proposal)) {
        case QuestionState::registered:
            return circulating(state, phrases, id);
        case QuestionState::circulated:
            return introducing(state, phrases, id, "");
        case QuestionState::tabled:
            return proposal.basic ? deciding(state, phrases, id) : closing(state, phrases, id);
        case QuestionState::deferred:
            return ending_deferment(state, phrases, id);
        case QuestionState::adjourned:
            return {
                .id = "articles.resume",
                .label = phrases("Resume the debate"),
                .refusal = phrases("Its debate is adjourned: a motion to resume it comes first.")};
        case QuestionState::divided:
            return putting_divided(state, phrases, proposal);
        case QuestionState::unknown:
        case QuestionState::debate_closed:
        case QuestionState::consensus:
        case QuestionState::put:
        case QuestionState::voting:
        case QuestionState::voting_closed:
        case QuestionState::locked:
        case QuestionState::announced:
        case QuestionState::recorded:
        case QuestionState::withdrawn:
        case QuestionState::lapsed:
        case QuestionState::skipped:
        case QuestionState::reopened:
            break;
    }
    return deciding(state, phrases, id);
}

}  // namespace

bool by_consensus(const Conference& conference, const ProposalId& id) {
    const auto rule = conference.profile.consensus;
    if (rule == ConsensusRule::exclusive || rule == ConsensusRule::none)
        return rule == ConsensusRule::exclusive;
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || proposal->basic) return conference.decision_on(id) == nullptr;
    return proposal->decision == Hash{};
}

std::string short_name(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    const auto& conference = *state.conference;
    if (const auto* unit = conference.text_unit(id)) return text_unit_label(phrases, *unit);
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !proposal->symbol.empty())
        return proposal == nullptr ? id : proposal->symbol;
    const auto by = proposal->sponsors.empty() ? proposal->registered.organ
                                               : board_name(conference, proposal->sponsors.front());
    return phrases("Moved orally: {name}", {{"name", by}});
}

std::string left_to_do(const AppState& state, const Phrases& phrases, const std::string& next,
                       const ProposalId& id) {
    const auto open = open_amendments(*state.conference, id);
    if (next.empty() || open.empty()) return phrases(next);
    return phrases("Decide on the amendment that is open.",
                   "Decide on {n} amendments that are open.",
                   static_cast<std::int64_t>(open.size()));
}

TextAct next_act(const AppState& state, const Phrases& phrases, const ProposalId& id) {
    const auto& conference = *state.conference;
    if (conference.vote_under_way() || conference.consensus)
        return going("articles.vote", phrases("Go to the vote"), {Screen::vote});
    if (conference.question)
        return going("articles.sitting", phrases("Go to the question before the meeting"),
                     {Screen::sitting});
    const auto& proposal = *conference.proposal(id);
    if (settled(conference.state_here(proposal)))
        return proposal.is_amendment() ? going_to(state, phrases, proposal.registered.parent)
                                       : TextAct{};
    const auto open = open_amendments(conference, id);
    if (!open.empty()) return going_to(state, phrases, open.front());
    if (!proposal.to_write_in.empty()) return writing_in(state, phrases, id);
    return by_state(state, phrases, proposal);
}

}  // namespace placet::terminal
