#include "terminal/screens/sitting_screen.h"

#include "ledger/procedure/article_words.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/method.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/quorum.h"
#include "terminal/screens/chair_script.h"
#include "terminal/screens/method_wording.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

struct Status {
    std::string word = {};
    std::optional<State> sign = {};
};

bool before_the_meeting(const Conference& conference, const TextUnitId& id) {
    return (conference.question && conference.question->put.text_unit == id) ||
           (conference.consensus && conference.consensus->proposed.text_unit == id);
}

Status status_of(const Conference& conference, const Phrases& phrases, const TextUnit& unit) {
    if (before_the_meeting(conference, unit.id))
        return {conference.vote_under_way() ? phrases("Vote under way") : phrases("On the table"),
                State::watch};
    if (const auto* decision = conference.decision_on(unit.id)) {
        const auto outcome = decision->outcome;
        if (is_carried(outcome)) return {outcome_label(phrases, outcome), State::good};
        return {phrases("Not adopted"), State::unknown};
    }
    return {phrases("Not yet considered"), std::nullopt};
}

/// How a vote on the unit is taken: as it was put, or as it would be. Not said where the unit is
/// about to be adopted without one.
std::string method_fact(const Conference& conference, const Phrases& phrases,
                        const TextUnitId& id) {
    if (conference.question && conference.question->put.text_unit == id)
        return method_and_majority(phrases, conference.question->put.method,
                                   conference.question->put.majority);
    if (!conference.meeting || before_the_meeting(conference, id)) return {};
    const auto& organ = *conference.unit(conference.meeting->unit);
    return method_and_majority(
        phrases, default_method(conference.profile),
        to_text(majority_for(conference.profile, organ.kind, MatterClass::substance)));
}

/// What is known about the unit before it is put, or what became of it. The most important first.
std::vector<std::string> facts_of(const Conference& conference, const Phrases& phrases,
                                  const TextUnit& unit) {
    std::vector<std::string> facts;
    const auto& question = conference.question;
    if (question && question->put.text_unit == unit.id && !question->put.part.empty())
        facts = {
            phrases("If it is carried: {effect}", {{"effect", phrases(question->put.if_carried)}}),
            phrases("If it is not carried: {effect}",
                    {{"effect", phrases(question->put.if_not_carried)}})};
    if (question && question->put.text_unit == unit.id)
        if (auto words = second_vote_words(conference, phrases); !words.empty())
            facts.push_back(std::move(words));
    if (const auto* text = conference.proposal(unit.id))
        if (auto words = deferment_words(conference, phrases, *text); !words.empty())
            facts.push_back(std::move(words));
    if (question && question->put.text_unit == unit.id)
        for (auto last = conference.annulled.rbegin(); last != conference.annulled.rend(); ++last)
            if (last->question == question->put.question)
                facts.push_back(annulment_words(phrases, *last));
    const auto* decision = conference.decision_on(unit.id);
    if (decision != nullptr && !before_the_meeting(conference, unit.id))
        facts.push_back(phrases(decision->sentence));
    else if (auto method = method_fact(conference, phrases, unit.id); !method.empty())
        facts.push_back(std::move(method));
    if (!unit.texts.empty())
        facts.push_back(phrases("The text is fixed by its hash in {n} language.",
                                "The text is fixed by its hash in {n} languages.",
                                static_cast<std::int64_t>(unit.texts.size())));
    return facts;
}

SittingView::Unit view_unit(const AppState& state, const Phrases& phrases, const TextUnit& unit) {
    const auto& conference = *state.conference;
    auto status = status_of(conference, phrases, unit);
    const auto step = next_step(state, unit.id);
    auto facts = facts_of(conference, phrases, unit);
    std::string script;
    if (step == NextStep::start_vote || step == NextStep::go_to_floor)
        script = phrases("The chair says: {words}",
                         {{"words", view_chair_script(conference, phrases).words}});
    std::vector<std::string> more;
    for (std::size_t n = 0; n < facts.size(); ++n)
        more.push_back(phrases("and {n} more in the record", "and {n} more in the record",
                               static_cast<std::int64_t>(facts.size() - n)));
    return {.id = unit.id,
            .label = text_unit_label(phrases, unit),
            .status = std::move(status.word),
            .sign = status.sign,
            .heading = phrases(unit.label),
            .title = phrases(unit.title),
            .script = std::move(script),
            .facts = std::move(facts),
            .more_facts = std::move(more),
            .explanation = step_explanation(state, phrases, step, unit),
            .step_label = step_label(state, phrases, step, unit),
            .step = step,
            .step_text = step_text(state, unit.id),
            .may_step = static_cast<bool>(may_take(conference, step, unit.id))};
}

void view_units(SittingView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    view.first_open = conference.text_units.size();
    for (const auto& unit : conference.text_units) {
        const auto n = view.units.size();
        if (before_the_meeting(conference, unit.id)) view.current = n;
        if (conference.decision_on(unit.id) == nullptr)
            view.first_open = std::min(view.first_open, n);
        view.units.push_back(view_unit(state, phrases, unit));
    }
    if (conference.question && conference.question->put.text_unit.empty())
        view.motion =
            view_unit(state, phrases,
                      {.label = "A procedural motion", .title = conference.question->put.subject});
    if (view.first_open == view.units.size()) view.first_open = 0;
    view.pages = page_positions(phrases, view.units.size(), SittingView::units_per_page);
}

void view_attendance(SittingView& view, const Conference& conference, const Phrases& phrases) {
    const auto participating = conference.participating();
    const auto present = static_cast<std::int64_t>(conference.present.size());
    view.attendance = phrases("Attendance");
    view.present = std::to_string(present);
    view.of_participating = phrases("of {n} participating State present",
                                    "of {n} participating States present", participating);
    view.presence_button = phrases("Note presence");
    if (!conference.meeting) return;
    const auto& organ = *conference.unit(conference.meeting->unit);
    const auto line = [&](std::int64_t needed, std::string words) {
        view.quorum.push_back({present >= needed ? State::good : State::watch, std::move(words)});
    };
    const auto open = quorum_to_open(conference.profile, organ, participating);
    const auto decide = quorum_to_decide(conference.profile, organ, participating);
    line(open, phrases("Quorum to open: {needed}", {{"needed", std::to_string(open)}}));
    const Phrases::Values needed{{"needed", std::to_string(decide)}};
    line(decide, quorum_is_asked(conference)
                     ? phrases("Quorum to decide: {needed}", needed)
                     : phrases("Quorum to decide: {needed}, presumed", needed));
}

void view_officers(SittingView& view, const AppState& state, const Phrases& phrases) {
    view.officers_title = phrases("Officers at this desk");
    for (const Role role : {Role::presiding_officer, Role::secretary, Role::attendant}) {
        const auto found = state.officers.find(role);
        const bool in = found != state.officers.end();
        view.officers.push_back({.role = role,
                                 .title = role_label(phrases, role),
                                 .name = in ? found->second.name : phrases("Not signed in"),
                                 .action = in ? phrases("Sign out") : phrases("Sign in"),
                                 .signed_in = in});
    }
}

/// What may be done besides the next step.
void view_beside(SittingView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    if (state.saving) return;
    if (takes_statements(conference)) view.delegations = phrases("For a delegation");
    if (may_proceed(conference)) view.floor = phrases("From the floor");
    const auto chair = state.officers.find(Role::presiding_officer);
    if (chair == state.officers.end() || !conference.meeting) return;
    if (conference.question && may_start(conference)) {
        view.fallback = fallback_label(conference, phrases);
        view.fallback_method = fallback_method(conference);
    }
    if (!conference.question && !conference.consensus && may_proceed(conference))
        view.other_question = phrases("Put to the vote …");
    if (no_vote_under_way(conference)) view.elections = phrases("Elections");
    if (!may_suspend(conference)) return;
    if (chair->second.id != conference.meeting->presiding) {
        view.take_chair = phrases("Take the chair");
        return;
    }
    view.suspend = phrases("Suspend the meeting");
    view.close_meeting = phrases("Close the meeting");
}

}  // namespace

SittingView view_sitting(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    SittingView view{.convention = phrases("Draft convention"),
                     .step_caption = phrases("Next step"),
                     .back = phrases("Back"),
                     .more = phrases("More")};
    view_units(view, state, phrases);
    view_attendance(view, conference, phrases);
    view_officers(view, state, phrases);
    const bool suspended = conference.meeting && conference.meeting->suspended;
    view.item_is_current = (view.current || view.motion) && !suspended;
    view.status = suspended                     ? phrases("The meeting is suspended")
                  : conference.vote_under_way() ? phrases("A vote is under way")
                  : conference.consensus        ? phrases("Proposed for adoption without a vote")
                  : conference.question         ? phrases("The question is before the meeting")
                                                : phrases("No question is before the meeting");
    view_beside(view, state, phrases);
    return view;
}

}  // namespace placet::terminal
