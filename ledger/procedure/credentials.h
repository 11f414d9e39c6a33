// credentials.h: what the secretariat may change of a State's rights, on which decision of the
// conference.
//
// Inside procedure/ only. Pure. Credentials are examined by a committee, which reports; the
// conference decides, and the root key carries out. Source: conferences; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

// All fail (refused) in words for a person.

/// Names a decision on credentials that stands, or none.
Result<Done> cites_credentials(const Conference& conference, const std::optional<Hash>& decision);

/// Does this carry out what the conference decided: registers nobody as accepted or rejected whom
/// it did not, and gives nobody back what it took?
Result<Done> carries_out(const Conference& conference, const Participation& record);
Result<Done> carries_out(const Conference& conference, const Accreditation& record);
Result<Done> carries_out(const Conference& conference, const VotingRightChanged& record);

}  // namespace placet::ledger
