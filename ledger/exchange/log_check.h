// log_check.h: is a static directory what its checkpoint says, file by file? As any third party's
// tool would ask it, without a ledger and without knowing what entries mean.
#pragma once

#include "crypto/checkpoint.h"
#include "ledger/exchange/carrier.h"

#include <functional>

namespace placet::ledger {

/// Opens the checkpoint in this folder of the directory ("" for the root) with the log's key,
/// hashes every entry of every bundle, compares every hash tile with what the entries imply, and
/// the root with the one that was signed. Fails as the carrier, malformed or unverified, naming the
/// file. In bounded memory; `progress` as ImportOptions has it.
Result<Checkpoint> check_log(
    Carrier& carrier, const std::string& folder, const VerifierKey& key,
    const std::function<bool(std::uint64_t done, std::uint64_t of)>& progress = {});

}  // namespace placet::ledger
