// copy.h: a ledger of what others signed: public keys alone, no feed of its own.
#pragma once

#include "crypto/keys.h"

#include <filesystem>

namespace placet::ledger {

/// Makes an empty copy that follows this spine; import fills it. Fails refused (the file exists),
/// absent (no folder), storage or full.
Result<Done> follow(const std::filesystem::path& copy, const VerifierKey& spine);

}  // namespace placet::ledger
