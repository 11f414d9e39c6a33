// entry_rules.h: may an entry of this kind follow? One question per kind of record; may_append asks
// the one that fits.
//
// Inside procedure/ only. All fail (refused) in words for a person. All but the charter's require
// that there is a charter.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

// founding_rules.cpp: who and what is before the conference
Result<Done> check(const Conference& conference, const Entry& entry, const Charter& record);
Result<Done> check(const Conference& conference, const Entry& entry, const Participation& record);
Result<Done> check(const Conference& conference, const Entry& entry, const Accreditation& record);
Result<Done> check(const Conference& conference, const Entry& entry, const TextRegister& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConferenceClosed& record);

// participation_rules.cpp: who takes part, in which organ, under which rules
Result<Done> check(const Conference& conference, const Entry& entry, const SessionOpened& record);
Result<Done> check(const Conference& conference, const Entry& entry, const OrganComposed& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const VotingRightChanged& record);
Result<Done> check(const Conference& conference, const Entry& entry, const RulesAdopted& record);

// meeting_rules.cpp: the meeting and what is put to it
Result<Done> check(const Conference& conference, const Entry& entry, const MeetingOpened& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const MeetingSuspended& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MeetingResumed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MeetingClosed& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const PresidingChanged& record);
Result<Done> check(const Conference& conference, const Entry& entry, const PresenceNoted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const PinRefused& record);
Result<Done> check(const Conference& conference, const Entry& entry, const NotUnderstood& record);

// question_rules.cpp: what is put to the meeting
Result<Done> check(const Conference& conference, const Entry& entry, const QuestionPut& record);

// vote_rules.cpp: one run, from its start to its announcement
Result<Done> check(const Conference& conference, const Entry& entry, const VoteStarted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const Ballot& record);
Result<Done> check(const Conference& conference, const Entry& entry, const LastCalled& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteClosed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteLocked& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ResultAnnounced& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteAnnulled& record);

// note_rules.cpp: what is noted after a decision
Result<Done> check(const Conference& conference, const Entry& entry, const CorrectionNoted& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ReadingCorrected& record);
Result<Done> check(const Conference& conference, const Entry& entry, const RecordClosed& record);

// manual_rules.cpp: roll-call, show of hands, totals of a non-recorded vote
Result<Done> check(const Conference& conference, const Entry& entry, const LotCommitted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const LotDrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry, const AnswerGiven& record);
Result<Done> check(const Conference& conference, const Entry& entry, const HandsCounted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const TotalsTaken& record);

// consensus_rules.cpp: decisions without a vote, and what is attached to decisions
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusProposed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ObjectionRaised& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ObjectionWithdrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusGavelled& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusConfirmed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const LateFlagRuled& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ConsensusSetAside& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const StatementAttached& record);

// meeting_rules.cpp and vote_rules.cpp: is this for the meeting that is open, the run under way?
Result<Done> of_this_meeting(const Conference& conference, const Entry& entry,
                             std::int64_t meeting);
Result<Done> of_this_run(const Conference& conference, const Entry& entry, RunNumber run);
/// Of an entry that does not name its meeting: is it of the organ that meets? Requires a meeting.
Result<Done> of_this_organ(const Conference& conference, const Entry& entry);

// consensus_rules.cpp
/// Words of a person that stand in an entry.
Result<Done> short_enough(std::string_view words);

// permission.cpp
/// Participants, persons and texts: not between the start of a vote and its announcement.
Result<Done> may_change_the_roll(const Conference& conference);

// seals.cpp
/// Is the entry sealed by those who must, each accredited in that role: the presiding officer of
/// this meeting, a delegate of this delegation, two different persons? Says nothing of signatures.
Result<Done> sealed_as_needed(const Conference& conference, const Entry& entry);

}  // namespace placet::ledger
