// content_floor.h: how records of proposals, motions, rulings and elections are written as JSON and
// read back.
// Used by content*.cpp alone.
#pragma once

#include "ledger/content_records.h"

namespace placet::ledger {

// content_proposal.cpp
nlohmann::json write(const ProposalRegistered& r);
void read(ContentReader& in, ProposalRegistered& r);
nlohmann::json write(const ProposalRevised& r);
void read(ContentReader& in, ProposalRevised& r);
nlohmann::json write(const ProposalCirculated& r);
void read(ContentReader& in, ProposalCirculated& r);
nlohmann::json write(const ProposalIntroduced& r);
void read(ContentReader& in, ProposalIntroduced& r);
nlohmann::json write(const ProposalWithdrawn& r);
void read(ContentReader& in, ProposalWithdrawn& r);
nlohmann::json write(const DebateClosed& r);
void read(ContentReader& in, DebateClosed& r);
nlohmann::json write(const DefermentRequested& r);
void read(ContentReader& in, DefermentRequested& r);
nlohmann::json write(const VoteDeferred& r);
void read(ContentReader& in, VoteDeferred& r);
nlohmann::json write(const DefermentEnded& r);
void read(ContentReader& in, DefermentEnded& r);
nlohmann::json write(const VoteNotified& r);
void read(ContentReader& in, VoteNotified& r);
nlohmann::json write(const ExhaustionDeclared& r);
void read(ContentReader& in, ExhaustionDeclared& r);

// content_motion.cpp
nlohmann::json write(const MotionMoved& r);
void read(ContentReader& in, MotionMoved& r);
nlohmann::json write(const MotionSpoken& r);
void read(ContentReader& in, MotionSpoken& r);
nlohmann::json write(const MotionGranted& r);
void read(ContentReader& in, MotionGranted& r);
nlohmann::json write(const MotionWithdrawn& r);
void read(ContentReader& in, MotionWithdrawn& r);
nlohmann::json write(const MethodRequested& r);
void read(ContentReader& in, MethodRequested& r);
nlohmann::json write(const PointOfOrderRaised& r);
void read(ContentReader& in, PointOfOrderRaised& r);
nlohmann::json write(const RulingGiven& r);
void read(ContentReader& in, RulingGiven& r);
nlohmann::json write(const RulingAppealed& r);
void read(ContentReader& in, RulingAppealed& r);
nlohmann::json write(const AppealWithdrawn& r);
void read(ContentReader& in, AppealWithdrawn& r);

// content_election.cpp
nlohmann::json write(const ElectionOpened& r);
void read(ContentReader& in, ElectionOpened& r);
nlohmann::json write(const CandidateWithdrawn& r);
void read(ContentReader& in, CandidateWithdrawn& r);
nlohmann::json write(const ProtocolEntered& r);
void read(ContentReader& in, ProtocolEntered& r);
nlohmann::json write(const ElectionLotDrawn& r);
void read(ContentReader& in, ElectionLotDrawn& r);
nlohmann::json write(const AcclamationDeclared& r);
void read(ContentReader& in, AcclamationDeclared& r);
nlohmann::json write(const ElectionStopped& r);
void read(ContentReader& in, ElectionStopped& r);

}  // namespace placet::ledger
