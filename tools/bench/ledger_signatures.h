// ledger_signatures.h: what the audit of a ledger verifies, as libsodium alone would be given it.
#pragma once

#include "ledger/encoding.h"
#include "ledger/procedure/conference.h"
#include "tools/bench/bare_sodium.h"

#include <filesystem>
#include <vector>

namespace placet::bench {

/// The first seal of a draft that a person makes. Requires a charter and an accredited person.
SignedMessage first_seal_of(const ledger::Conference& conference, const ledger::Draft& draft);

/// The signatures of all seals and checkpoints. `conference`: as the ledger's entries leave it.
/// Fails as Store::open does.
Result<std::vector<SignedMessage>> signatures_in(const std::filesystem::path& path,
                                                 const ledger::Conference& conference);

/// The bytes of all entries, in order. Fails as Store::open does.
Result<std::vector<std::string>> entries_in(const std::filesystem::path& path);

}  // namespace placet::bench
