// floor_words.h: entries about proposals, motions, rulings and elections in English sentences, for
// words.h.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>

namespace placet::ledger {

std::string floor_words(const Conference& conference, const ProposalRegistered& r);
std::string floor_words(const Conference& conference, const ProposalRevised& r);
std::string floor_words(const Conference& conference, const ProposalCirculated& r);
std::string floor_words(const Conference& conference, const ProposalIntroduced& r);
std::string floor_words(const Conference& conference, const ProposalWithdrawn& r);
std::string floor_words(const Conference& conference, const DebateClosed& r);
std::string floor_words(const Conference& conference, const DefermentRequested& r);
std::string floor_words(const Conference& conference, const VoteDeferred& r);
std::string floor_words(const Conference& conference, const DefermentEnded& r);
std::string floor_words(const Conference& conference, const VoteNotified& r);
std::string floor_words(const Conference& conference, const ExhaustionDeclared& r);
std::string floor_words(const Conference& conference, const TextRevised& r);
std::string floor_words(const Conference& conference, const TextPlaced& r);
std::string floor_words(const Conference& conference, const MotionMoved& r);
std::string floor_words(const Conference& conference, const MotionSpoken& r);
std::string floor_words(const Conference& conference, const MotionGranted& r);
std::string floor_words(const Conference& conference, const MotionWithdrawn& r);
std::string floor_words(const Conference& conference, const MethodRequested& r);
std::string floor_words(const Conference& conference, const PointOfOrderRaised& r);
std::string floor_words(const Conference& conference, const RulingGiven& r);
std::string floor_words(const Conference& conference, const RulingAppealed& r);
std::string floor_words(const Conference& conference, const AppealWithdrawn& r);

// election_entry_words.cpp
std::string floor_words(const Conference& conference, const ElectionOpened& r);
std::string floor_words(const Conference& conference, const CandidateWithdrawn& r);
std::string floor_words(const Conference& conference, const ProtocolEntered& r);
std::string floor_words(const Conference& conference, const ElectionLotDrawn& r);
std::string floor_words(const Conference& conference, const AcclamationDeclared& r);
std::string floor_words(const Conference& conference, const ElectionStopped& r);

}  // namespace placet::ledger
