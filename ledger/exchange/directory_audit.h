// directory_audit.h: the audit of a static directory without a ledger: is it what it says, and does
// what it says follow the rules?
#pragma once

#include "ledger/exchange/carrier.h"
#include "ledger/verify/audit.h"

namespace placet::ledger {

/// Every file of the feed of options.key against its checkpoint, as any third party would check
/// it; then as a copy takes it in, into a private one that goes away; then the audit of that.
/// Requires a key. Fails absent, unverified or malformed (the directory is not what its checkpoint
/// says, or an entry breaks rules: says which), storage or full. As audit does, otherwise.
Result<AuditReport> audit_directory(Carrier& carrier, const AuditOptions& options);

/// The note of this feed's checkpoint in the directory, at its root or beside another feed. Not
/// verified. Fails as the carrier.
Result<std::string> directory_checkpoint(Carrier& carrier, const VerifierKey& key);

}  // namespace placet::ledger
