// hash_audit.h: the quick look at a ledger: is every entry what the last checkpoint covers? Of an
// audit that was made before, it says whether it still holds.
#pragma once

#include "ledger/store.h"
#include "ledger/verify/audit.h"

namespace placet::ledger {

/// Hashes every entry and compares the tree with the last signed checkpoint; verifies that one
/// signature and no other. Fills findings and figures of the level log; the other three are not
/// checked. Requires a report with key and entries filled in.
void audit_hashes(Store& store, const AuditOptions& options, AuditReport& report);

}  // namespace placet::ledger
