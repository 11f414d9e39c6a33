// store_audit.h: the audit of one ledger file that SQLite has recovered: the storage level, and its
// entries and checkpoints given to the other three in blocks.
#pragma once

#include "ledger/store.h"
#include "ledger/verify/audit.h"

namespace placet::ledger {

/// Requires a store from open_copy or open_image. Cannot fail: what cannot be read is a finding.
AuditReport audit_store(Store& store, const AuditOptions& options);

}  // namespace placet::ledger
