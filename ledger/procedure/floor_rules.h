// floor_rules.h: may an entry about a proposal, a motion, a ruling, a text or an election follow?
// Goes on from entry_rules.h; the same is true of all of it.
//
// Inside procedure/ only.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

// proposal_rules.cpp: a proposal until it is put
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalRegistered& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ProposalRevised& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalCirculated& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalIntroduced& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ProposalWithdrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry, const DebateClosed& record);

// deferment_rules.cpp: what comes between the debate and the vote
Result<Done> check(const Conference& conference, const Entry& entry,
                   const DefermentRequested& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteDeferred& record);
Result<Done> check(const Conference& conference, const Entry& entry, const DefermentEnded& record);
Result<Done> check(const Conference& conference, const Entry& entry, const VoteNotified& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ExhaustionDeclared& record);

// convention_rules.cpp: the text and its versions
Result<Done> check(const Conference& conference, const Entry& entry, const TextRevised& record);
Result<Done> check(const Conference& conference, const Entry& entry, const TextPlaced& record);

// motion_rules.cpp: what is raised from the floor
Result<Done> check(const Conference& conference, const Entry& entry, const MotionMoved& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MotionSpoken& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MotionGranted& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MotionWithdrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry, const MethodRequested& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const PointOfOrderRaised& record);

// ruling_rules.cpp: rulings and appeals
Result<Done> check(const Conference& conference, const Entry& entry, const RulingGiven& record);
Result<Done> check(const Conference& conference, const Entry& entry, const RulingAppealed& record);
Result<Done> check(const Conference& conference, const Entry& entry, const AppealWithdrawn& record);

// election_rules.cpp: elections, from the nominations to the last place
Result<Done> check(const Conference& conference, const Entry& entry, const ElectionOpened& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const CandidateWithdrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ProtocolEntered& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const ElectionLotDrawn& record);
Result<Done> check(const Conference& conference, const Entry& entry,
                   const AcclamationDeclared& record);
Result<Done> check(const Conference& conference, const Entry& entry, const ElectionStopped& record);

}  // namespace placet::ledger
