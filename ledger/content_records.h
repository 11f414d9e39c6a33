// content_records.h: how each record is written as JSON and read back: one pair of functions per
// record, by family. Used by content*.cpp alone.
#pragma once

#include "ledger/content_reader.h"
#include "ledger/record.h"

#include <nlohmann/json.hpp>

namespace placet::ledger {

nlohmann::json hashes(const std::map<std::string, Hash>& values);
/// Empty where there is none.
std::string hex_or_none(const std::optional<Hash>& value);

// content_founding.cpp
nlohmann::json write(const Charter& r);
void read(ContentReader& in, Charter& r);
nlohmann::json write(const RulesAdopted& r);
void read(ContentReader& in, RulesAdopted& r);
nlohmann::json write(const ConferenceClosed& r);
void read(ContentReader& in, ConferenceClosed& r);

// content_participation.cpp
nlohmann::json write(const Participation& r);
void read(ContentReader& in, Participation& r);
nlohmann::json write(const Accreditation& r);
void read(ContentReader& in, Accreditation& r);
nlohmann::json write(const SessionOpened& r);
void read(ContentReader& in, SessionOpened& r);
nlohmann::json write(const OrganComposed& r);
void read(ContentReader& in, OrganComposed& r);
nlohmann::json write(const VotingRightChanged& r);
void read(ContentReader& in, VotingRightChanged& r);

// content_convention.cpp
nlohmann::json write(const TextRegister& r);
void read(ContentReader& in, TextRegister& r);
nlohmann::json write(const TextRevised& r);
void read(ContentReader& in, TextRevised& r);
nlohmann::json write(const TextPlaced& r);
void read(ContentReader& in, TextPlaced& r);

// content_meeting.cpp
nlohmann::json write(const MeetingOpened& r);
void read(ContentReader& in, MeetingOpened& r);
nlohmann::json write(const PresenceNoted& r);
void read(ContentReader& in, PresenceNoted& r);
nlohmann::json write(const QuestionPut& r);
void read(ContentReader& in, QuestionPut& r);
nlohmann::json write(const MeetingSuspended& r);
void read(ContentReader& in, MeetingSuspended& r);
nlohmann::json write(const MeetingResumed& r);
void read(ContentReader& in, MeetingResumed& r);
nlohmann::json write(const MeetingClosed& r);
void read(ContentReader& in, MeetingClosed& r);
nlohmann::json write(const PresidingChanged& r);
void read(ContentReader& in, PresidingChanged& r);

// content_vote.cpp
nlohmann::json write(const VoteStarted& r);
void read(ContentReader& in, VoteStarted& r);
nlohmann::json write(const Ballot& r);
void read(ContentReader& in, Ballot& r);
nlohmann::json write(const VoteClosed& r);
void read(ContentReader& in, VoteClosed& r);
nlohmann::json write(const VoteLocked& r);
void read(ContentReader& in, VoteLocked& r);
nlohmann::json write(const ResultAnnounced& r);
void read(ContentReader& in, ResultAnnounced& r);
nlohmann::json write(const VoteAnnulled& r);
void read(ContentReader& in, VoteAnnulled& r);
nlohmann::json write(const LastCalled& r);
void read(ContentReader& in, LastCalled& r);

// content_note.cpp
nlohmann::json write(const CorrectionNoted& r);
void read(ContentReader& in, CorrectionNoted& r);
nlohmann::json write(const ReadingCorrected& r);
void read(ContentReader& in, ReadingCorrected& r);
nlohmann::json write(const RecordClosed& r);
void read(ContentReader& in, RecordClosed& r);

// content_manual.cpp
nlohmann::json write(const LotCommitted& r);
void read(ContentReader& in, LotCommitted& r);
nlohmann::json write(const LotDrawn& r);
void read(ContentReader& in, LotDrawn& r);
nlohmann::json write(const AnswerGiven& r);
void read(ContentReader& in, AnswerGiven& r);
nlohmann::json write(const HandsCounted& r);
void read(ContentReader& in, HandsCounted& r);
nlohmann::json write(const TotalsTaken& r);
void read(ContentReader& in, TotalsTaken& r);

// content_consensus.cpp
nlohmann::json write(const ConsensusProposed& r);
void read(ContentReader& in, ConsensusProposed& r);
nlohmann::json write(const ObjectionRaised& r);
void read(ContentReader& in, ObjectionRaised& r);
nlohmann::json write(const ObjectionWithdrawn& r);
void read(ContentReader& in, ObjectionWithdrawn& r);
nlohmann::json write(const ConsensusGavelled& r);
void read(ContentReader& in, ConsensusGavelled& r);
nlohmann::json write(const ConsensusConfirmed& r);
void read(ContentReader& in, ConsensusConfirmed& r);
nlohmann::json write(const LateFlagRuled& r);
void read(ContentReader& in, LateFlagRuled& r);
nlohmann::json write(const ConsensusSetAside& r);
void read(ContentReader& in, ConsensusSetAside& r);
nlohmann::json write(const StatementAttached& r);
void read(ContentReader& in, StatementAttached& r);

}  // namespace placet::ledger
