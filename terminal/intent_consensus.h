// intent_consensus.h: what is asked for about decisions without a vote, and what delegations say.
// Part of intent.h.
#pragma once

#include "ledger/record.h"

namespace placet::terminal {

/// "May I take it that the Conference wishes to adopt ...?" The silence begins when it is recorded.
struct ProposeAdoption {
    ledger::TextUnitId text_unit = {};
};
/// "It is so decided." Refused until the silence is over.
struct Gavel {
    ledger::ConsensusLabel label = ledger::ConsensusLabel::without_a_vote;
};
/// Needs the secretary's PIN.
struct ConfirmConsensus {};
struct SetProposalAside {
    ledger::SetAside how = ledger::SetAside::consultations;
};

/// An officer notes what a delegation says.
struct OpenDelegation {
    ledger::ParticipantId delegation = {};
};
/// What a delegation does, with its badge or noted by an officer.
struct Object {
    ledger::ObjectionGround ground = ledger::ObjectionGround::objects;
};
struct WithdrawObjection {};
/// To the proposal before the meeting, else to the last decision.
struct AttachStatement {
    ledger::StatementKind kind = ledger::StatementKind::position;
    std::vector<std::string> paragraphs = {};
};
/// On the last result.
struct NoteCorrection {
    ledger::Choice intended = ledger::Choice::abstain;
};
/// The presiding officer's ruling on a flag of this delegation.
struct RuleLateFlag {
    bool before_gavel = false;
};
struct LeaveDelegation {};

}  // namespace placet::terminal
