// whole_file.h: files that are written whole or not at all, never over another, and survive a power
// cut once they are there.
#pragma once

#include "crypto/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace placet {

/// Writes a new private file (mode 0600): temporary, sync, rename, sync of the folder. Fails
/// refused (the name is taken, by a link too, or the file system keeps nothing private), absent
/// (no such folder), full or storage, and then leaves what was there.
Result<Done> write_private_file(const std::filesystem::path& path, std::string_view text);

/// The same, for everybody to read (mode 0644 less the umask): what is published.
Result<Done> write_public_file(const std::filesystem::path& path, std::string_view text);

/// Reads a whole file of at most `limit` bytes that nobody else may read. Fails absent, storage,
/// malformed (longer than the limit), or refused (others may read it; a link; not a file).
Result<std::string> read_private_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace placet
