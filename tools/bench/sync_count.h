// sync_count.h: every fsync and fdatasync of this program, SQLite's among them, passes here: they
// are counted, and left out while ledgers are generated that no power cut will meet.
#pragma once

#include <cstdint>

namespace placet::bench {

/// Calls since the program began that reached the disk.
std::uint64_t syncs_so_far();

/// As long as it lives, nothing is synced.
class Unsynced {
public:
    Unsynced();
    ~Unsynced();
    Unsynced(const Unsynced&) = delete;
    Unsynced& operator=(const Unsynced&) = delete;
};

}  // namespace placet::bench
