// election_rules.h: what may be done now in an election of the organ that meets, and the record
// that says so.
//
// Pure. Source: the rules on elections; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// Of the organ that meets, neither complete nor stopped; nothing if there is none.
const Election* open_election(const Conference& conference);

/// Participating States whose credentials are not rejected and whose vote is not suspended: so many
/// papers are distributed at most.
std::int64_t entitled_to_vote(const Conference& conference);

// All fail (refused) in words for a person.

Result<Done> may_open_election(const Conference& conference);
/// Before the first ballot, and not the last candidate.
Result<Done> may_withdraw_candidate(const Conference& conference);
Result<Done> may_enter_protocol(const Conference& conference);
Result<Done> may_draw_election_lot(const Conference& conference);
Result<Done> may_declare_acclamation(const Conference& conference);
Result<Done> may_stop_election(const Conference& conference);

/// Does what the record says fit, whatever else may be in its way: terms, figures, names? Of a
/// protocol and of lots requires that its election is there.
Result<Done> fits(const Conference& conference, const ElectionOpened& record);
Result<Done> fits(const Conference& conference, const ProtocolEntered& record);
Result<Done> fits(const Conference& conference, const ElectionLotDrawn& record);

// Records as they stand before anything is filled in. All require an open meeting, and all but the
// first an open election.

ElectionOpened next_election(const Conference& conference);
CandidateWithdrawn withdrawal_of(const Conference& conference, const std::string& candidate);
/// Of the ballot that comes next: every candidate with no votes.
ProtocolEntered next_protocol(const Conference& conference);
/// Among all who are tied, drawn by the presiding officer.
ElectionLotDrawn next_election_lot(const Conference& conference);
AcclamationDeclared next_acclamation(const Conference& conference);
ElectionStopped stop_of_election(const Conference& conference);

}  // namespace placet::ledger
