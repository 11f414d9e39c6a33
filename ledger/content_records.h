// content_records.h: how each record is written as JSON and read back: one pair of functions per
// record, by family. Used by content*.cpp alone.
#pragma once

#include "ledger/content_reader.h"
#include "ledger/record.h"

#include <nlohmann/json.hpp>

namespace placet::ledger {

nlohmann::json hashes(const std::map<std::string, Hash>& values);

// content_founding.cpp
nlohmann::json write(const Charter& r);
void read(ContentReader& in, Charter& r);
nlohmann::json write(const Participation& r);
void read(ContentReader& in, Participation& r);
nlohmann::json write(const Accreditation& r);
void read(ContentReader& in, Accreditation& r);
nlohmann::json write(const TextRegister& r);
void read(ContentReader& in, TextRegister& r);

// content_meeting.cpp
nlohmann::json write(const MeetingOpened& r);
void read(ContentReader& in, MeetingOpened& r);
nlohmann::json write(const PresenceNoted& r);
void read(ContentReader& in, PresenceNoted& r);
nlohmann::json write(const QuestionPut& r);
void read(ContentReader& in, QuestionPut& r);

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

}  // namespace placet::ledger
