// simulated_disk.h: a disk in memory, as SQLite's VFS, that remembers what was done to it, so that
// a power cut can be played after every operation; and that fails where it is told to.
//
// The model (after SQLite's own crash tests): a write is on the medium once the file is synced; of
// what is not yet synced any part may be there, in units of 512 bytes, in any order, with garbage
// where a unit was torn. A name is made or removed for good once the folder is synced. SQLite's
// Unix VFS syncs the folder with the first sync of a new journal and after an unlink that asks for
// it.
#pragma once

#include <sqlite3.h>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace placet::tests {

/// Files by name, with their bytes.
using Image = std::map<std::string, std::string>;

/// Something that was done to the disk. Files are numbered: one that is made again is another.
struct DiskOperation {
    enum class Kind { create, write, truncate, sync, lose, sync_folder, remove, acknowledge };
    Kind kind = Kind::write;
    int file = 0;
    std::string name = {};   // create, remove
    std::int64_t at = 0;     // write; truncate: the new size; acknowledge: the number
    std::string bytes = {};  // write
};

/// What a write or a change of size does to the file's bytes.
void apply_to(std::string& content, const DiskOperation& operation);

enum class DiskFault {
    write_error,
    disk_full,  // half of the bytes are written
    short_read,
    read_error,
    read_flip,   // one bit of what is read is another
    sync_error,  // and what was not synced never will be: the kernel marks the pages clean
    folder_sync_error,
    open_error,
    remove_error,
};
inline constexpr DiskFault disk_faults[] = {
    DiskFault::write_error,       DiskFault::disk_full,  DiskFault::short_read,
    DiskFault::read_error,        DiskFault::read_flip,  DiskFault::sync_error,
    DiskFault::folder_sync_error, DiskFault::open_error, DiskFault::remove_error};
const char* to_text(DiskFault fault);

/// What is on the medium after the operations taken so far, if the power fails now.
class PowerCut {
public:
    explicit PowerCut(const Image& before);

    /// One more operation has happened. Requires that it outlives this object.
    void take(const DiskOperation& operation);

    /// Seed 0: of what is not durable nothing is there; 1: everything; else a part, with garbage.
    Image image(std::uint32_t seed) const;

private:
    struct File {
        std::string durable = {};
        std::vector<const DiskOperation*> pending = {};
    };
    std::map<int, File> files_ = {};
    std::map<std::string, int> names_ = {};
    std::vector<const DiskOperation*> pending_names_ = {};
    std::uint32_t taken_ = 0;
};

class SimulatedDisk {
public:
    SimulatedDisk();
    ~SimulatedDisk();
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;

    /// SQLite's name for it.
    const std::string& vfs() const { return name_; }
    /// Where a ledger can be: not a path of the real disk.
    static constexpr const char* ledger_path = "/simulated-disk/ledger";

    /// Forgets everything; these files are on the medium. Requires that none is open.
    void reset(const Image& files = {});
    /// The same, and then these operations: the program was killed, and what it wrote is there to
    /// be read, durable or not.
    void resume(const Image& before, std::span<const DiskOperation> operations);
    /// The files as a program sees them now.
    Image files() const;

    /// Notes among the operations that this number was promised to somebody.
    void acknowledge(std::uint64_t number);
    const std::vector<DiskOperation>& operations() const { return operations_; }
    /// The power cut that follows what happened up to now.
    PowerCut power_cut() const;

    /// From now on the operation number `at` that can fail so does; or all from that one on.
    void fail(DiskFault fault, int at, bool for_ever);
    void heal() { fault_.reset(); }
    /// Did a fault happen since `fail`?
    bool failed() const { return failures_ > 0; }

private:
    struct Opened;  // a sqlite3_file
    struct Methods;
    struct Planned {
        DiskFault fault = DiskFault::write_error;
        int at = 0;
        bool for_ever = false;
    };

    bool fails(DiskFault fault);
    void record(DiskOperation operation) { operations_.push_back(std::move(operation)); }

    std::string name_;
    sqlite3_vfs vfs_ = {};
    Image before_ = {};
    std::map<std::string, int> names_ = {};
    std::map<int, std::string> contents_ = {};
    int last_file_ = 0;
    std::vector<DiskOperation> operations_ = {};
    std::optional<Planned> fault_ = {};
    int reached_ = 0;
    int failures_ = 0;
};

}  // namespace placet::tests
