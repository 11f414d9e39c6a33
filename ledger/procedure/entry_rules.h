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

// meeting_rules.cpp: the meeting and what is put to it
Result<Done> check(const Conference& conference, const Entry& entry, const MeetingOpened& record);
Result<Done> check(const Conference& conference, const Entry& entry, const PresenceNoted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const QuestionPut& record);
Result<Done> check(const Conference& conference, const Entry& entry, const PinRefused& record);
Result<Done> check(const Conference& conference, const Entry& entry, const NotUnderstood& record);

// vote_rules.cpp: one run, from its start to its announcement
Result<Done> check(const Conference& conference, const Entry& entry, const VoteStarted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const Ballot& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteClosed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteLocked& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ResultAnnounced& record);

// permission.cpp
/// Participants, persons and texts: not between the start of a vote and its announcement.
Result<Done> may_change_the_roll(const Conference& conference);

// seals.cpp
/// Is the entry sealed by those who must, each accredited in that role: the presiding officer of
/// this meeting, a delegate of this delegation, two different persons? Says nothing of signatures.
Result<Done> sealed_as_needed(const Conference& conference, const Entry& entry);

}  // namespace placet::ledger
