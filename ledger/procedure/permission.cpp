#include "ledger/procedure/permission.h"

#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/quorum.h"
#include "ledger/procedure/refusal.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"

#include <algorithm>

namespace placet::ledger {
namespace {

std::string_view next_step(RunPhase phase) {
    if (phase == RunPhase::voting) return "Close and lock the vote and announce its result first.";
    if (phase == RunPhase::closed) return "Lock the vote and announce its result first.";
    return "Announce its result first.";
}

/// Ballots, answers and hands belong to votes of their own method.
Result<Done> taken_by(const Conference& conference, Method method) {
    if (!conference.vote_under_way()) return refused("No vote is open.", "Start the vote first.");
    if (!conference.voting_open())
        return refused("The voting is closed.", next_step(conference.run->phase));
    const auto taken = conference.run->start.method;
    if (taken == method) return may_proceed(conference);
    if (taken == Method::roll_call)
        return refused("This vote is taken by roll-call.",
                       "Each delegation answers when its name is called.");
    if (taken == Method::non_recorded)
        return refused("This vote is not recorded: no position of any delegation is kept.",
                       "Vote at the shared kiosk of the room.");
    if (taken == Method::hands)
        return refused("This vote is taken by show of hands.",
                       "Delegations raise their hands when the presiding officer asks.");
    return refused("This vote is taken by recorded ballots.",
                   "Each delegation votes with its badge.");
}

}  // namespace

Result<Done> no_vote_under_way(const Conference& conference) {
    if (!conference.vote_under_way()) return Done{};
    return refused("A vote is under way (run " + std::to_string(conference.run->start.run) + ").",
                   next_step(conference.run->phase));
}

Result<Done> may_proceed(const Conference& conference) {
    if (!conference.meeting) return refused("No meeting is open.", "Open the meeting first.");
    if (!conference.meeting->suspended) return Done{};
    return refused("The meeting is suspended.", "Resume it first.");
}

bool quorum_is_asked(const Conference& conference) {
    const auto& meeting = *conference.meeting;
    const auto challenged = [&](const Ruling& ruling) {
        return ruling.given.kind == RulingKind::quorum_challenged && ruling.stands() &&
               ruling.given.meeting == meeting.number;
    };
    if (std::ranges::any_of(conference.rulings, challenged)) return true;
    switch (conference.profile.quorum_check) {
        case QuorumCheck::on_decision:
            break;
        case QuorumCheck::on_challenge:
            return false;
        case QuorumCheck::per_sitting:
            return !meeting.quorum_reached;
    }
    return true;
}

bool enough_to_decide(const Conference& conference) {
    const auto& organ = *conference.unit(conference.meeting->unit);
    return static_cast<std::int64_t>(conference.present.size()) >=
           quorum_to_decide(conference.profile, organ, conference.participating());
}

Result<Done> quorum_present(const Conference& conference) {
    if (enough_to_decide(conference) || !quorum_is_asked(conference)) return Done{};
    const auto participating = conference.participating();
    const auto present = static_cast<std::int64_t>(conference.present.size());
    const auto needed = quorum_to_decide(conference.profile,
                                         *conference.unit(conference.meeting->unit), participating);
    return refused("There is no quorum: " + std::to_string(needed) + " of the " +
                       std::to_string(participating) +
                       " participating States must be present to decide, " +
                       std::to_string(present) + " are noted as present.",
                   "Note the delegations that are in the room, or wait for others.");
}

Result<Done> may_change_the_roll(const Conference& conference) {
    if (conference.consensus)
        return refused(
            "Participants, persons and texts stay as they are while a text is proposed for "
            "adoption without a vote.",
            "Decide on it or set it aside first.");
    if (!conference.vote_under_way()) return Done{};
    return refused(
        "Participants, persons and texts stay as they are from the start of a vote to "
        "the announcement of its result.",
        next_step(conference.run->phase));
}

Result<Done> may_open_meeting(const Conference& conference) {
    if (conference.meeting)
        return refused("Meeting " + std::to_string(conference.meeting->number) + " is " +
                           (conference.meeting->suspended ? "suspended." : "open."),
                       conference.meeting->suspended ? "Resume it, or resume and close it first."
                                                     : "Close it before the next is opened.");
    return Done{};
}

Result<Done> may_suspend(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (!conference.consensus) return Done{};
    return proposed_first(conference);
}

Result<Done> may_resume(const Conference& conference) {
    if (!conference.meeting) return refused("No meeting is open.", "Open the meeting first.");
    if (conference.meeting->suspended) return Done{};
    return refused("The meeting is not suspended.", "Go on with it.");
}

Result<Done> may_close_meeting(const Conference& conference) { return may_suspend(conference); }

Result<Done> may_change_presiding(const Conference& conference) { return may_suspend(conference); }

Result<Done> may_close_conference(const Conference& conference) {
    if (conference.meeting)
        return refused("Meeting " + std::to_string(conference.meeting->number) + " is not closed.",
                       "Close it before the conference is closed.");
    return Done{};
}

Result<Done> may_note_presence(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (conference.consensus && conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.", "The secretary confirms the decision first.");
    if (!conference.vote_under_way() || conference.voting_open()) return Done{};
    return refused("The voting is closed, and with it who was present at this vote.",
                   "Note arrivals and departures after the announcement.");
}

Result<Done> may_start(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (!conference.question)
        return refused("No question is before the meeting.", "Put a question first.");
    if (conference.question->unit != conference.meeting->unit)
        return refused("The question before the conference was put in another organ: " +
                           conference.question->unit + ".",
                       "Open a meeting of that organ to vote on it.");
    if (const auto turn = still_its_turn(conference); !turn) return turn.error();
    return quorum_present(conference);
}

Result<Done> may_vote(const VoteStarted& start, const ParticipantId& delegation) {
    const auto found = start.roll.find(delegation);
    if (found == start.roll.end())
        return refused("This delegation (" + delegation +
                           ") is not on the roll of this vote: the roll was fixed at its start.",
                       "If the State is registered now, it votes from the next vote on. Ask the "
                       "secretariat.");
    if (std::ranges::count(start.suspended, delegation) > 0)
        return refused("The vote of this delegation (" + delegation + ") is suspended.",
                       "Ask the secretariat. Votes that it cast before stand.");
    if (found->second == Credentials::rejected)
        return refused("This delegation (" + delegation +
                           ") has no vote: the conference rejected its credentials.",
                       "Ask the secretariat. Votes that it cast before the rejection stand.");
    return Done{};
}

Result<Done> may_cast(const Conference& conference, const ParticipantId& delegation) {
    if (!conference.vote_under_way())
        return refused("No vote is open.", "Wait until the presiding officer starts the voting.");
    if (!conference.voting_open())
        return conference.run->ballots.contains(delegation)
                   ? refused("The voting is closed. Your recorded ballot stands.",
                             "Nothing can be changed after the close.")
                   : refused("The voting is closed. There is no ballot of your delegation.",
                             "None can be added after the close.");
    if (const auto method = taken_by(conference, Method::recorded); !method) return method.error();
    return may_vote(conference.run->start, delegation);
}

Result<Done> may_draw_lot(const Conference& conference) {
    if (const auto method = taken_by(conference, Method::roll_call); !method) return method.error();
    if (!conference.run->lot) return Done{};
    return refused("The State that is called first is drawn already.",
                   "Call the States in their order from there.");
}

Result<Done> may_answer(const Conference& conference) {
    if (const auto method = taken_by(conference, Method::roll_call); !method) return method.error();
    if (conference.run->lot) return Done{};
    return refused("Nobody is called before the lot is drawn.",
                   "The presiding officer draws the State that is called first.");
}

Result<Done> may_count_hands(const Conference& conference) {
    return taken_by(conference, Method::hands);
}

Result<Done> may_take_position(const Conference& conference, const ParticipantId& delegation) {
    if (const auto open = may_take_totals(conference); !open) return open.error();
    if (const auto entitled = may_vote(conference.run->start, delegation); !entitled)
        return entitled.error();
    if (conference.present.contains(delegation)) return Done{};
    return refused("This delegation (" + delegation +
                       ") is not noted as present: the total cannot be larger than the number of "
                       "those present.",
                   "Let the attendant note the delegation, and present the badge again.");
}

Result<Done> may_take_totals(const Conference& conference) {
    if (const auto method = taken_by(conference, Method::non_recorded); !method)
        return method.error();
    if (!conference.run->totals) return Done{};
    return refused("The totals of this vote are recorded.",
                   "Close the vote; a wrong count is annulled, and the vote taken again.");
}

Result<Done> may_call_last(const Conference& conference) {
    if (!conference.voting_open())
        return refused("No vote is open.", "Start the vote before the last call.");
    if (!conference.run->last_call) return Done{};
    return refused("The last call is made already.", "Close the vote when the time has passed.");
}

Result<Done> may_close(const Conference& conference) {
    if (!conference.vote_under_way())
        return refused("No vote is open.", "Start the vote before it is closed.");
    if (!conference.voting_open())
        return refused("The voting is closed already.", next_step(conference.run->phase));
    const Run& run = *conference.run;
    if (run.start.method == Method::roll_call && !roll_call_complete(conference))
        return refused("The roll-call is not complete.",
                       "Call every State, and once more those that did not answer.");
    if (run.start.method == Method::non_recorded && !run.totals)
        return refused("The kiosk has not yet given the totals.",
                       "Whoever runs the shared kiosk seals them first.");
    if (conference.profile.last_call_seconds > 0 && !run.last_call)
        return refused("The voting is closed after a last call.",
                       "Ask whether all delegations have voted.");
    if (run.start.method != Method::hands) return Done{};
    const auto agreed = agreed_count(run);
    if (!agreed)
        return refused("The two tellers have not come to the same totals.",
                       "Both tellers count; where they differ the hands are counted again.");
    if (agreed->yes + agreed->no + agreed->abstaining <=
        static_cast<std::int64_t>(conference.present.size()))
        return Done{};
    return refused("More hands were counted than delegations are noted as present.",
                   "Note who is present, or count again.");
}

Result<Done> may_lock(const Conference& conference) {
    if (!conference.vote_under_way())
        return refused("No vote awaits its lock.", "Start and close a vote first.");
    if (conference.voting_open())
        return refused("The voting is still open.", "The presiding officer closes it first.");
    if (conference.run->phase == RunPhase::closed) return Done{};
    return refused("The vote is locked already.", next_step(conference.run->phase));
}

Result<Done> may_announce(const Conference& conference) {
    if (!conference.vote_under_way())
        return refused("No vote awaits its announcement.", "Start, close and lock a vote first.");
    if (conference.voting_open())
        return refused("The voting is still open.", "Close and lock the vote first.");
    if (conference.run->phase == RunPhase::closed)
        return refused("The vote is closed but not locked.",
                       "The presiding officer and the secretary lock it first.");
    return Done{};
}

Result<Done> may_annul(const Conference& conference) {
    if (conference.vote_under_way()) return Done{};
    return refused("No vote is under way: a vote is annulled before its result is announced.",
                   "What was announced stands; the conference may decide to reconsider it.");
}

Result<Done> may_note_correction(const Conference& conference, RunNumber run,
                                 const ParticipantId& delegation) {
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    const auto decision = std::ranges::find_if(
        conference.decisions, [&](const Decision& d) { return d.result && d.result->run == run; });
    if (decision == conference.decisions.end())
        return refused("No result of run " + std::to_string(run) + " was announced.",
                       "Before the announcement a ballot is changed, or the vote annulled.");
    if (decision->record_closed)
        return refused("The record of this decision is closed.",
                       "The delegation may write to the secretariat.");
    if (decision->start->method == Method::hands || decision->start->method == Method::non_recorded)
        return refused("This vote records totals only; there is no position to correct.",
                       "The delegation may attach a statement to the decision.");
    return may_vote(*decision->start, delegation);
}

Result<Done> may_append(const Conference& conference, const Entry& entry) {
    if (conference.closed)
        return refused_entry("The conference is closed; nothing follows.",
                             "Keep the ledger and its archive as they are.");
    if (!conference.charter && !std::holds_alternative<Charter>(entry.record))
        return refused_entry("The conference is not founded.", "Its charter comes first.");
    return std::visit([&](const auto& record) { return check(conference, entry, record); },
                      entry.record);
}

}  // namespace placet::ledger
