// static_tree.h: a log read from a folder of tiles as C2SP tlog-tiles has it, by none of the
// product's readers of directories.
#pragma once

#include "crypto/checkpoint.h"

#include <filesystem>
#include <map>
#include <string>

namespace placet::tests {

/// Every file below the folder by its path, but what an interrupted writer left ("….new").
std::map<std::string, std::string> files_below(const std::filesystem::path& folder);

/// What the checkpoint at the root covers, if every entry and every hash that it needs is there and
/// right. Fails absent (no checkpoint) or unverified, and says what is missing or wrong.
Result<Checkpoint> whole_log(const std::map<std::string, std::string>& files,
                             const VerifierKey& key);

}  // namespace placet::tests
