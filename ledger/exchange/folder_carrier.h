// folder_carrier.h: a static directory in a folder, on a stick or a disk.
#pragma once

#include "ledger/exchange/carrier.h"

#include <filesystem>

namespace placet::ledger {

/// Reads through no link and never above the folder; lists nothing. Fails absent (no such folder),
/// malformed (no folder) or storage.
Result<std::unique_ptr<Carrier>> open_folder(const std::filesystem::path& folder);

}  // namespace placet::ledger
