// head.h: where a ledger stands, without reading it whole.
#pragma once

#include "crypto/keys.h"

#include <filesystem>
#include <string>

namespace placet::ledger {

struct Head {
    VerifierKey key = {};  // of the feed, as the file names it
    std::string checkpoint_note = {};
};

/// The last signed checkpoint, once signature, size and the tree's right edge agree with it; the
/// entries themselves are for the audit. Works on a private copy. Fails as audit does, and corrupt
/// if they do not agree.
Result<Head> read_head(const std::filesystem::path& path);

}  // namespace placet::ledger
