#include "tools/bench/sync_count.h"

#include <sys/syscall.h>
#include <unistd.h>
#include <atomic>

namespace placet::bench {
namespace {

std::atomic<std::uint64_t> syncs = 0;
std::atomic<bool> left_out = false;

int counted(long call, int descriptor) {
    if (left_out) return 0;
    ++syncs;
    return static_cast<int>(::syscall(call, descriptor));
}

}  // namespace

std::uint64_t syncs_so_far() { return syncs; }

Unsynced::Unsynced() { left_out = true; }

Unsynced::~Unsynced() { left_out = false; }

}  // namespace placet::bench

// The program's own definitions come before those of the C library, for SQLite too.
extern "C" int fsync(int descriptor) { return placet::bench::counted(SYS_fsync, descriptor); }
extern "C" int fdatasync(int descriptor) {
    return placet::bench::counted(SYS_fdatasync, descriptor);
}
