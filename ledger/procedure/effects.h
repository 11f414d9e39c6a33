// effects.h: what entries about proposals, motions, rulings and elections do to the conference, and
// what a decision does. Inside procedure/ only.
//
// The rules allowed the entry before. Cannot fail.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

// proposal_effects.cpp
void take_effect(Conference& conference, const EntryRef& place, const ProposalRegistered& record);
void take_effect(Conference& conference, const EntryRef& place, const ProposalRevised& record);
void take_effect(Conference& conference, const EntryRef& place, const ProposalCirculated& record);
void take_effect(Conference& conference, const EntryRef& place, const ProposalIntroduced& record);
void take_effect(Conference& conference, const EntryRef& place, const ProposalWithdrawn& record);
void take_effect(Conference& conference, const EntryRef& place, const DebateClosed& record);
void take_effect(Conference& conference, const EntryRef& place, const DefermentRequested& record);
void take_effect(Conference& conference, const EntryRef& place, const VoteDeferred& record);
void take_effect(Conference& conference, const EntryRef& place, const DefermentEnded& record);
void take_effect(Conference& conference, const EntryRef& place, const VoteNotified& record);
void take_effect(Conference& conference, const EntryRef& place, const ExhaustionDeclared& record);
void take_effect(Conference& conference, const EntryRef& place, const TextRegister& record);
void take_effect(Conference& conference, const EntryRef& place, const TextRevised& record);
void take_effect(Conference& conference, const EntryRef& place, const TextPlaced& record);
/// Its vote is deferred once more, by this entry.
void count_deferment(Conference& conference, const ProposalId& id, const EntryRef& by);
/// Whatever is deferred waits no longer.
void end_deferments(Conference& conference);

// motion_effects.cpp
void take_effect(Conference& conference, const EntryRef& place, const MotionMoved& record);
void take_effect(Conference& conference, const EntryRef& place, const MotionSpoken& record);
void take_effect(Conference& conference, const EntryRef& place, const MotionGranted& record);
void take_effect(Conference& conference, const EntryRef& place, const MotionWithdrawn& record);
void take_effect(Conference& conference, const EntryRef& place, const MethodRequested& record);
void take_effect(Conference& conference, const EntryRef& place, const PointOfOrderRaised& record);
void take_effect(Conference& conference, const EntryRef& place, const RulingGiven& record);
void take_effect(Conference& conference, const EntryRef& place, const RulingAppealed& record);
void take_effect(Conference& conference, const EntryRef& place, const AppealWithdrawn& record);

// election_effects.cpp
void take_effect(Conference& conference, const EntryRef& place, const ElectionOpened& record);
void take_effect(Conference& conference, const EntryRef& place, const CandidateWithdrawn& record);
void take_effect(Conference& conference, const EntryRef& place, const ProtocolEntered& record);
void take_effect(Conference& conference, const EntryRef& place, const ElectionLotDrawn& record);
void take_effect(Conference& conference, const EntryRef& place, const AcclamationDeclared& record);
void take_effect(Conference& conference, const EntryRef& place, const ElectionStopped& record);

/// The motion is carried, by a vote or because nobody objected: `by` is the entry.
void carry_motion(Conference& conference, std::int64_t number, const EntryRef& by);
/// The ruling is overruled, and what it did is undone.
void overrule(Conference& conference, std::int64_t number);

// decision_effects.cpp
/// The event happens to this proposal, where the table has it.
void move_on(Conference& conference, const ProposalId& id, QuestionEvent event);
/// Undecided again, as before the gavel that is rescinded.
void take_back(Conference& conference, const ProposalId& id);
/// The question before the meeting is no longer; what it interrupted is before it again.
void take_off(Conference& conference);
/// This proposal is not voted on now, whether it was before the meeting or waited to be again.
void drop_question(Conference& conference, const ProposalId& id);
/// What hangs on this proposal lapses with it; `motion` is the one that ended it, or 0.
void lapse_amendments(Conference& conference, const ProposalId& parent, std::int64_t motion);
/// Adds the decision, and does to proposal, motion or ruling what it decided.
void take_decision(Conference& conference, Decision decision);

}  // namespace placet::ledger
