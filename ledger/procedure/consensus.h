// consensus.h: a decision without a vote: what may be done now, and the sentence that records it.
//
// Consensus is the absence of a formal objection before the gavel. Dissociations, reservations and
// statements of position are attached to the decision and never change it. Source: practice of
// conferences as the Juridical Yearbook restates it; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

// All fail (refused) in words for a person.

/// May the presiding officer propose to adopt this without a vote: a unit of the basic proposal by
/// its id, or another proposal?
Result<Done> may_propose(const Conference& conference, const ProposalId& id);
/// Does this delegation participate, its credentials not rejected?
Result<Done> takes_part(const Conference& conference, const ParticipantId& delegation);
/// May this delegation object, or ask for a vote? Once to a proposal: who has withdrawn may object
/// to the next, without which nothing is decided.
Result<Done> may_object(const Conference& conference, const ParticipantId& delegation);
/// Has this delegation an objection to withdraw?
Result<Done> may_withdraw(const Conference& conference, const ParticipantId& delegation);
/// Without regard to the silence, which the terminal keeps.
Result<Done> may_gavel(const Conference& conference);
Result<Done> may_confirm(const Conference& conference);
Result<Done> may_set_aside(const Conference& conference);
/// May the presiding officer rule on a flag that was seen after the gavel? Names the gavel: of what
/// waits for its second seal, else of the last decision of this meeting if it was without a vote
/// and text and participants are still those of the proposal.
Result<Hash> gavel_to_rule_on(const Conference& conference);
/// May this delegation attach a statement to what this entry proposed or decided, or to the
/// question that it put, before the vote?
Result<Done> may_attach(const Conference& conference, const Hash& about,
                        const ParticipantId& delegation);

/// What delegations may attach statements to now, by its leaf hash: what is proposed, else the last
/// decision that stands; nothing before the first.
std::optional<Hash> open_to_statements(const Conference& conference);
/// The question on which delegations may explain their votes now, before the vote: on a text, put
/// and not started; nothing if there is none.
const Question* open_to_explanations(const Conference& conference);
/// What a statement of this kind is attached to now: an explanation of vote to the question whose
/// vote comes, where there is one.
std::optional<Hash> open_to(const Conference& conference, StatementKind kind);
/// May delegations attach anything now? Not while a vote is under way.
bool takes_statements(const Conference& conference);
/// The last result of a vote, which delegations may wish to correct; nothing before the first.
const Decision* open_to_corrections(const Conference& conference);

/// "Draft article 1 was adopted without a vote." or "... by consensus.", and over whose objection
/// where the presiding officer ruled so. Requires a gavel.
std::string adoption_sentence(const Conference& conference);

}  // namespace placet::ledger
