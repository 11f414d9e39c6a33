// store_file.h: a ledger's file before and beside SQLite's connection to it: made, looked at,
// taken away again. Used by store*.cpp, log.cpp, feed_tree.cpp, restoration.cpp,
// mark.cpp, version.cpp, founding.cpp and verify/ledger_copy.cpp alone.
//
// Everything goes through the VFS, also because closing a descriptor of one's own would drop the
// locks that a connection of this process holds on the same file (POSIX).
#pragma once

#include "crypto/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace placet::ledger {

inline constexpr std::int64_t application_id = 0x504C4331;  // "PLC1"
inline constexpr std::int64_t format_version = 1;
inline constexpr std::int64_t page_size = 4096;
inline constexpr std::size_t header_size = 100;  // bytes (SQLite file format, 1.3)

/// Before SQLite has opened the file, a hot journal may still repair its header; after, nothing
/// may.
enum class Recovery { ahead, done };

/// Makes the file, empty. Of two that found at once one is refused. Fails refused (the name, or
/// that of a journal beside it, is taken), absent (no folder), full or storage.
Result<Done> make_file(const std::filesystem::path& path, const std::string& vfs);

/// Looks at the file without SQLite, which would take an empty file for a new database. Fails
/// absent, malformed (no ledger, or a newer one: says which) or storage (unreadable).
Result<Done> check_header(const std::filesystem::path& path, const std::string& vfs,
                          Recovery recovery);

/// Takes away, durably, what is left of a journal that SQLite is done with. Until then a power cut
/// could roll back an entry that is there to be read: one whose commit was cut off, or not synced,
/// at its very end. Requires that the file is locked. Fails (storage), also where the folder may
/// not be written.
Result<Done> settle_journal(const std::filesystem::path& path, const std::string& vfs);

/// The same for the start, at most header_size bytes, of a file of this size. Fails malformed.
Result<Done> check_header(const std::filesystem::path& path, std::string_view start,
                          std::int64_t size);

/// Is there a journal beside the file that SQLite will roll back when it opens the file?
bool has_hot_journal(const std::filesystem::path& path, const std::string& vfs);

/// Takes away a file that could not be made whole, with its journal.
void discard_file(const std::filesystem::path& path, const std::string& vfs);

/// Makes the names in the file's folder durable. Fails (storage).
Result<Done> sync_folder_of(const std::filesystem::path& path);

/// Malformed: why this is no ledger, and what to do.
Error no_ledger(const std::filesystem::path& path, std::string_view why);

/// Corrupt: what the file contradicts itself in, and what to do.
Error corrupt_ledger(std::string_view what);

/// Absent or storage: why the file cannot be read, by errno, and what to do.
Error unreadable(const std::filesystem::path& path, int number);

/// Storage: the file, or its folder, may only be read.
Error only_readable(const std::filesystem::path& path);

}  // namespace placet::ledger
