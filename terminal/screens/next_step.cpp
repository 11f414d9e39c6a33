#include "terminal/screens/next_step.h"

#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/quorum.h"
#include "terminal/screens/text_acts.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

/// Amendments, what they changed, its parts, the end of a deferment: the articles lead through it.
bool something_comes_first(const Conference& conference, const TextUnitId& selected) {
    const auto* text = conference.proposal(selected);
    if (text == nullptr) return false;
    const auto state = conference.state_here(*text);
    return !open_amendments(conference, selected).empty() || !text->to_write_in.empty() ||
           state == QuestionState::divided || state == QuestionState::deferred ||
           state == QuestionState::adjourned;
}

/// What is done with the text once a meeting is open: the question before the meeting comes first.
NextStep act_on(const Conference& conference, const TextUnitId& selected) {
    if (conference.question) return NextStep::start_vote;
    if (something_comes_first(conference, selected)) return NextStep::go_to_text;
    return by_consensus(conference, selected) ? NextStep::propose_adoption : NextStep::put_question;
}

/// The refusal of quorum_present, its figures apart from its words; empty if there is a quorum.
std::string no_quorum_words(const Conference& conference, const Phrases& phrases) {
    if (!conference.meeting || quorum_present(conference)) return {};
    const auto participating = conference.participating();
    const auto& organ = *conference.unit(conference.meeting->unit);
    const auto needed = quorum_to_decide(conference.profile, organ, participating);
    return phrases(
        "There is no quorum: {needed} of the {participating} participating States must be present "
        "to decide, {present} are noted as present. Note the delegations that are in the room, or "
        "wait for others.",
        {{"needed", std::to_string(needed)},
         {"participating", std::to_string(participating)},
         {"present", std::to_string(conference.present.size())}});
}

/// What comes before the text is decided.
std::string before_the_text(const Conference& conference, const Phrases& phrases,
                            const TextUnitId& id) {
    const auto open = static_cast<std::int64_t>(open_amendments(conference, id).size());
    if (open > 0)
        return phrases("Decide on the amendment that is open.",
                       "Decide on {n} amendments that are open.", open);
    const auto& text = *conference.proposal(id);
    if (!text.to_write_in.empty()) return phrases("Record the text with what was adopted.");
    const auto here = conference.state_here(text);
    if (here == QuestionState::divided) return phrases("Vote on its parts, and then on the whole.");
    if (here == QuestionState::deferred) return phrases("End the deferment with a report.");
    return phrases("Its debate is adjourned: a motion to resume it comes first.");
}

}  // namespace

Result<Done> may_take(const Conference& conference, NextStep step, const TextUnitId& selected) {
    switch (step) {
        case NextStep::propose_adoption:
            return may_propose(conference, selected);
        case NextStep::put_question:
            return may_put(conference, subject_of(conference, selected));
        case NextStep::start_vote:
            return may_start(conference);
        case NextStep::sign_in_presiding_officer:
        case NextStep::sign_in_secretary:
        case NextStep::open_meeting:
        case NextStep::resume_meeting:
        case NextStep::note_presence:
        case NextStep::go_to_text:
        case NextStep::go_to_floor:
        case NextStep::go_to_vote:
            break;
    }
    return Done{};
}

ProposalId step_text(const AppState& state, const TextUnitId& selected) {
    const auto open = open_amendments(*state.conference, selected);
    return open.empty() ? selected : open.front();
}

NextStep next_step(const AppState& state, const TextUnitId& selected) {
    const auto& conference = *state.conference;
    if (conference.vote_under_way() || conference.consensus) return NextStep::go_to_vote;
    if (!state.officers.contains(Role::presiding_officer))
        return NextStep::sign_in_presiding_officer;
    if (!state.officers.contains(Role::secretary)) return NextStep::sign_in_secretary;
    if (!conference.meeting) return NextStep::open_meeting;
    if (conference.meeting->suspended) return NextStep::resume_meeting;
    if (floor_waits(conference)) return NextStep::go_to_floor;
    // Only a missing quorum is mended by noting who is present.
    return quorum_present(conference) ? act_on(conference, selected) : NextStep::note_presence;
}

std::string step_label(const AppState& state, const Phrases& phrases, NextStep step,
                       const TextUnit& unit) {
    switch (step) {
        case NextStep::sign_in_presiding_officer:
            return phrases("Sign in the presiding officer");
        case NextStep::sign_in_secretary:
            return phrases("Sign in the secretary");
        case NextStep::open_meeting:
            return phrases("Open the meeting");
        case NextStep::resume_meeting:
            return phrases("Resume the meeting");
        case NextStep::note_presence:
            return phrases("Note who is present");
        case NextStep::propose_adoption:
            return phrases("Propose adoption without a vote");
        case NextStep::put_question:
            return phrases("Put the question: {text}", {{"text", phrases(unit.label)}});
        case NextStep::start_vote:
            return phrases("Start the vote: {text}",
                           {{"text", phrases(state.conference->question->put.subject)}});
        case NextStep::go_to_text:
            return phrases("Go to {text}",
                           {{"text", short_name(state, phrases, step_text(state, unit.id))}});
        case NextStep::go_to_floor:
            return phrases("Go to what was raised");
        case NextStep::go_to_vote:
            return phrases("Go to the vote");
    }
    return {};
}

std::string step_explanation(const AppState& state, const Phrases& phrases, NextStep step,
                             const TextUnit& unit) {
    const auto& conference = *state.conference;
    if (const auto allowed = may_take(conference, step, unit.id); !allowed)
        return phrases(allowed.error().detail);
    switch (step) {
        case NextStep::sign_in_presiding_officer:
        case NextStep::sign_in_secretary:
            return phrases("Officers sign in with badge and PIN. Their keys seal what they do.");
        case NextStep::open_meeting:
            return phrases("The meeting is opened in the name of the presiding officer.");
        case NextStep::resume_meeting:
            return phrases("The meeting is suspended. Who is present stays noted.");
        case NextStep::propose_adoption:
            return phrases(
                "Everybody then sees the silence before the gavel, and any delegation may object.");
        case NextStep::note_presence:
            return no_quorum_words(conference, phrases);
        case NextStep::put_question:
            return phrases("Once put, text, method and majority of the question are fixed.");
        case NextStep::start_vote:
            return phrases(conference.question->put.sentence);
        case NextStep::go_to_text:
            return before_the_text(conference, phrases, unit.id);
        case NextStep::go_to_floor:
            return phrases("Something was raised from the floor that comes first.");
        case NextStep::go_to_vote:
            return phrases(conference.consensus ? conference.consensus->proposed.sentence
                                                : conference.run->start.sentence);
    }
    return {};
}

Intent intent_of(NextStep step, const ProposalId& text) {
    switch (step) {
        case NextStep::sign_in_presiding_officer:
            return SignIn{Role::presiding_officer};
        case NextStep::sign_in_secretary:
            return SignIn{Role::secretary};
        case NextStep::open_meeting:
            return OpenMeeting{};
        case NextStep::resume_meeting:
            return ResumeMeeting{};
        case NextStep::propose_adoption:
            return ProposeAdoption{text};
        case NextStep::note_presence:
            return OpenScreen{Screen::presence};
        case NextStep::put_question:
            return PutQuestion{text};
        case NextStep::start_vote:
            return StartVote{};
        case NextStep::go_to_text:
            return OpenScreen{Screen::articles, text};
        case NextStep::go_to_floor:
            return OpenScreen{Screen::floor, text};
        case NextStep::go_to_vote:
            break;
    }
    return OpenScreen{Screen::vote};
}

}  // namespace placet::terminal
