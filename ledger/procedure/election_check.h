// election_check.h: may this ballot's sheet, or this drawing of lots, stand in the election?
//
// Pure. A refusal says the rule, and what to do instead. Source: the rules on elections; RULES.md.
#pragma once

#include "ledger/procedure/election.h"

namespace placet::ledger {

/// Fails (refused) on terms by which nobody can be elected: no place, no candidate, one candidate
/// twice, a majority that is neither simple nor two thirds.
Result<Done> check_terms(const ElectionTerms& terms);

/// Fails (refused) on a sheet that is not of the ballot that comes next, or whose figures do not
/// add up. Requires a history that `check_election` takes.
Result<Done> check_protocol(const ElectionTerms& terms, std::span<const ElectionAct> history,
                            const BallotProtocol& protocol);

/// Fails (refused) where no lots are due, or not these. Requires a history that `check_election`
/// takes.
Result<Done> check_lot(const ElectionTerms& terms, std::span<const ElectionAct> history,
                       const ElectionLot& lot);

/// The terms, then each act after those before it: the first refusal.
Result<Done> check_election(const ElectionTerms& terms, std::span<const ElectionAct> history);

/// May the body dispense with the ballot and elect all the candidates by acclamation? Before the
/// first ballot. Fails (refused) where there are more candidates than places.
Result<Done> may_acclaim(const ElectionTerms& terms);

}  // namespace placet::ledger
