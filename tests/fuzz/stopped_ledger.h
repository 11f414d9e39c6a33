// stopped_ledger.h: a small ledger, and what an audit of a changed copy may say: good, only if its
// last checkpoint is one that was signed.
#pragma once

#include "ledger/store.h"
#include "ledger/verify/audit.h"
#include "tests/fuzz/scratch.h"

namespace placet::fuzz {

/// A terminal's ledger as it is left behind by a power cut in the middle of a transaction: with its
/// last page written and its journal beside it.
struct StoppedLedger {
    std::string whole = {};  // before that transaction
    std::string stopped = {};
    std::string journal = {};
};

/// The worked ledger of FORMAT.md, written by Placet; the same bytes in every process.
const StoppedLedger& stopped_ledger();

/// Audits the file at this path with its key as known from elsewhere; true if it could be audited.
bool hold_audit(const std::filesystem::path& path);

}  // namespace placet::fuzz
