// quorum.h: how many States must be present, to open and to decide.
//
// Presence counts, not votes: delegations that abstain or do not press a key are present.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/record.h"

namespace placet::ledger {

/// Fewest delegations present for the meeting to open and to debate: a part of P, rounded up. For
/// an organ that has members of its own, `participating` is their number.
std::int64_t quorum_to_open(const RuleProfile& profile, const Unit& unit,
                            std::int64_t participating);

/// Fewest delegations present for any decision: more than half of P, in every organ.
std::int64_t quorum_to_decide(const RuleProfile& profile, const Unit& unit,
                              std::int64_t participating);

}  // namespace placet::ledger
