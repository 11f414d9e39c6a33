#include "ledger/procedure/permission.h"

#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/quorum.h"
#include "ledger/procedure/refusal.h"

namespace placet::ledger {
namespace {

std::string_view next_step(RunPhase phase) {
    if (phase == RunPhase::voting) return "Close and lock the vote and announce its result first.";
    if (phase == RunPhase::closed) return "Lock the vote and announce its result first.";
    return "Announce its result first.";
}

Result<Done> no_vote_under_way(const Conference& conference) {
    if (!conference.vote_under_way()) return Done{};
    return refused("A vote is under way (run " + std::to_string(conference.run->start.run) + ").",
                   next_step(conference.run->phase));
}

Result<Done> meeting_open(const Conference& conference) {
    if (conference.meeting) return Done{};
    return refused("No meeting is open.", "Open the meeting first.");
}

Result<Done> quorum_present(const Conference& conference) {
    const auto participating = conference.participating();
    const auto present = static_cast<std::int64_t>(conference.present.size());
    const auto needed = quorum_to_decide(conference.profile,
                                         *conference.unit(conference.meeting->unit), participating);
    if (present >= needed) return Done{};
    return refused("There is no quorum: " + std::to_string(needed) + " of the " +
                       std::to_string(participating) +
                       " participating States must be present to decide, " +
                       std::to_string(present) + " are noted as present.",
                   "Note the delegations that are in the room, or wait for others.");
}

}  // namespace

Result<Done> may_change_the_roll(const Conference& conference) {
    if (!conference.vote_under_way()) return Done{};
    return refused(
        "Participants, persons and texts stay as they are from the start of a vote to "
        "the announcement of its result.",
        next_step(conference.run->phase));
}

Result<Done> may_open_meeting(const Conference& conference) {
    return no_vote_under_way(conference);
}

Result<Done> may_note_presence(const Conference& conference) {
    if (const auto open = meeting_open(conference); !open) return open.error();
    if (!conference.vote_under_way() || conference.voting_open()) return Done{};
    return refused("The voting is closed, and with it who was present at this vote.",
                   "Note arrivals and departures after the announcement.");
}

Result<Done> may_put(const Conference& conference, const TextUnitId& text_unit) {
    if (const auto open = meeting_open(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (conference.question)
        return refused("Question " + std::to_string(conference.question->put.question) +
                           " is before the meeting and not yet decided.",
                       "Start the vote on it; put the next question after its result.");
    if (!text_unit.empty() && conference.text_unit(text_unit) == nullptr)
        return refused("The conference has no text unit \"" + text_unit + "\".",
                       "Choose one of the convention's units, or have the secretariat add it.");
    return quorum_present(conference);
}

Result<Done> may_start(const Conference& conference) {
    if (const auto open = meeting_open(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (!conference.question)
        return refused("No question is before the meeting.", "Put a question first.");
    if (conference.question->unit != conference.meeting->unit)
        return refused("The question before the conference was put in another organ: " +
                           conference.question->unit + ".",
                       "Open a meeting of that organ to vote on it.");
    return quorum_present(conference);
}

Result<Done> may_vote(const VoteStarted& start, const ParticipantId& delegation) {
    const auto found = start.roll.find(delegation);
    if (found == start.roll.end())
        return refused("This delegation (" + delegation +
                           ") is not on the roll of this vote: the roll was fixed at its start.",
                       "If the State is registered now, it votes from the next vote on. Ask the "
                       "secretariat.");
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
    return may_vote(conference.run->start, delegation);
}

Result<Done> may_close(const Conference& conference) {
    if (conference.voting_open()) return Done{};
    if (!conference.vote_under_way())
        return refused("No vote is open.", "Start the vote before it is closed.");
    return refused("The voting is closed already.", next_step(conference.run->phase));
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

Result<Done> may_append(const Conference& conference, const Entry& entry) {
    if (!conference.charter && !std::holds_alternative<Charter>(entry.record))
        return refused_entry("The conference is not founded.", "Its charter comes first.");
    return std::visit([&](const auto& record) { return check(conference, entry, record); },
                      entry.record);
}

}  // namespace placet::ledger
