#include "tests/support/simulated_disk.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cerrno>
#include <cstring>

namespace placet::tests {

using Kind = DiskOperation::Kind;

const char* to_text(DiskFault fault) {
    switch (fault) {
        case DiskFault::write_error:
            return "write error";
        case DiskFault::disk_full:
            return "disk full";
        case DiskFault::short_read:
            return "short read";
        case DiskFault::read_error:
            return "read error";
        case DiskFault::read_flip:
            return "flipped bit in a read";
        case DiskFault::sync_error:
            return "sync error, pages lost";
        case DiskFault::folder_sync_error:
            return "folder sync error";
        case DiskFault::open_error:
            return "open error";
        case DiskFault::remove_error:
            return "remove error";
    }
    return "";
}

// ---- SQLite's side ----------------------------------------------------------------------------

struct SimulatedDisk::Opened {
    sqlite3_file base;
    SimulatedDisk* disk;
    int file;
    bool syncs_folder;  // with its first sync, as a new journal does

    std::string& content() { return disk->contents_[file]; }
};

struct SimulatedDisk::Methods {
    static SimulatedDisk& disk_of(sqlite3_vfs* vfs) {
        return *static_cast<SimulatedDisk*>(vfs->pAppData);
    }
    static Opened& opened(sqlite3_file* file) { return *reinterpret_cast<Opened*>(file); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
        auto& disk = disk_of(vfs);
        file->pMethods = nullptr;
        if (disk.fails(DiskFault::open_error)) return SQLITE_CANTOPEN;
        const auto known = disk.names_.find(name);
        const bool exists = known != disk.names_.end();
        if (exists ? (flags & SQLITE_OPEN_EXCLUSIVE) != 0 : (flags & SQLITE_OPEN_CREATE) == 0)
            return SQLITE_CANTOPEN;
        const int number = exists ? known->second : ++disk.last_file_;
        if (!exists) {
            disk.names_[name] = number;
            disk.contents_[number];
            disk.record({.kind = Kind::create, .file = number, .name = name});
        }
        opened(file) = {.base = {&io()},
                        .disk = &disk,
                        .file = number,
                        .syncs_folder = !exists && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0};
        if (out != nullptr) *out = flags;
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
        auto& disk = disk_of(vfs);
        if (disk.fails(DiskFault::remove_error)) return SQLITE_IOERR_DELETE;
        const auto known = disk.names_.find(name);
        if (known == disk.names_.end()) return SQLITE_IOERR_DELETE_NOENT;
        disk.record({.kind = Kind::remove, .file = known->second, .name = name});
        disk.names_.erase(known);
        if (sync_folder == 0) return SQLITE_OK;
        if (disk.fails(DiskFault::folder_sync_error)) return SQLITE_IOERR_DIR_FSYNC;
        disk.record({.kind = Kind::sync_folder});
        return SQLITE_OK;
    }

    static int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        const auto& disk = disk_of(vfs);
        const auto known = disk.names_.find(name);
        *result = flags == SQLITE_ACCESS_READWRITE ||
                  (known != disk.names_.end() && !disk.contents_.at(known->second).empty());
        return SQLITE_OK;
    }

    static int full_path(sqlite3_vfs*, const char* name, int size, char* full) {
        sqlite3_snprintf(size, full, "%s", name);
        return SQLITE_OK;
    }

    static int last_error(sqlite3_vfs* vfs, int, char*) {
        return disk_of(vfs).failures_ > 0 ? EIO : ENOENT;
    }

    static int close(sqlite3_file*) { return SQLITE_OK; }

    static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 at) {
        auto& disk = *opened(file).disk;
        const auto& content = opened(file).content();
        const auto wanted = static_cast<std::size_t>(amount);
        const auto from = static_cast<std::size_t>(at);
        if (disk.fails(DiskFault::read_error)) return SQLITE_IOERR_READ;
        const bool nothing = disk.fails(DiskFault::short_read);
        const auto got = nothing || from >= content.size()
                             ? std::size_t{0}
                             : std::min(wanted, content.size() - from);
        auto* bytes = static_cast<char*>(to);
        std::memcpy(bytes, content.data() + (got == 0 ? 0 : from), got);
        std::memset(bytes + got, 0, wanted - got);
        if (got > 0 && disk.fails(DiskFault::read_flip)) {
            const auto place = static_cast<std::size_t>(disk.reached_) * 997 % got;
            bytes[place] = static_cast<char>(bytes[place] ^ 1 << disk.reached_ % 8);
        }
        return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }

    static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 at) {
        auto& disk = *opened(file).disk;
        if (disk.fails(DiskFault::write_error)) return SQLITE_IOERR_WRITE;
        const bool full = disk.fails(DiskFault::disk_full);
        const auto count = static_cast<std::size_t>(full ? amount / 2 : amount);
        DiskOperation operation{.kind = Kind::write,
                                .file = opened(file).file,
                                .at = at,
                                .bytes = {static_cast<const char*>(from), count}};
        apply_to(opened(file).content(), operation);
        disk.record(std::move(operation));
        return full ? SQLITE_FULL : SQLITE_OK;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        auto& disk = *opened(file).disk;
        if (disk.fails(DiskFault::write_error)) return SQLITE_IOERR_TRUNCATE;
        opened(file).content().resize(static_cast<std::size_t>(size), '\0');
        disk.record({.kind = Kind::truncate, .file = opened(file).file, .at = size});
        return SQLITE_OK;
    }

    static int sync(sqlite3_file* file, int) {
        auto& disk = *opened(file).disk;
        if (disk.fails(DiskFault::sync_error)) {
            disk.record({.kind = Kind::lose, .file = opened(file).file});
            return SQLITE_IOERR_FSYNC;
        }
        disk.record({.kind = Kind::sync, .file = opened(file).file});
        // The Unix VFS does not report that this failed.
        if (opened(file).syncs_folder && !disk.fails(DiskFault::folder_sync_error))
            disk.record({.kind = Kind::sync_folder});
        opened(file).syncs_folder = false;
        return SQLITE_OK;
    }

    static int size(sqlite3_file* file, sqlite3_int64* size) {
        *size = static_cast<sqlite3_int64>(opened(file).content().size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int reserved(sqlite3_file*, int* result) { return *result = 0, SQLITE_OK; }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sector(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static const sqlite3_io_methods& io() {
        static const sqlite3_io_methods methods = [] {
            sqlite3_io_methods made = {};
            made.iVersion = 1;
            made.xClose = close;
            made.xRead = read;
            made.xWrite = write;
            made.xTruncate = truncate;
            made.xSync = sync;
            made.xFileSize = size;
            made.xLock = made.xUnlock = lock;
            made.xCheckReservedLock = reserved;
            made.xFileControl = control;
            made.xSectorSize = sector;
            made.xDeviceCharacteristics = characteristics;
            return made;
        }();
        return methods;
    }
};

// ---- the disk ---------------------------------------------------------------------------------

SimulatedDisk::SimulatedDisk() {
    static int disks = 0;
    name_ = "simulated-disk-" + std::to_string(++disks);
    vfs_ = *sqlite3_vfs_find(nullptr);  // clock, randomness and sleep are the machine's
    vfs_.iVersion = 2;
    vfs_.szOsFile = sizeof(Opened);
    vfs_.pNext = nullptr;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = Methods::open;
    vfs_.xDelete = Methods::remove;
    vfs_.xAccess = Methods::access;
    vfs_.xFullPathname = Methods::full_path;
    vfs_.xGetLastError = Methods::last_error;
    REQUIRE(sqlite3_vfs_register(&vfs_, 0) == SQLITE_OK);
}

SimulatedDisk::~SimulatedDisk() { sqlite3_vfs_unregister(&vfs_); }

void SimulatedDisk::reset(const Image& files) {
    heal();
    failures_ = 0;
    before_ = files;
    names_.clear();
    contents_.clear();
    operations_.clear();
    last_file_ = 0;
    // Numbered as PowerCut numbers them.
    for (const auto& [name, bytes] : files) {
        names_.emplace(name, ++last_file_);
        contents_[last_file_] = bytes;
    }
}

void SimulatedDisk::resume(const Image& before, std::span<const DiskOperation> operations) {
    reset(before);
    for (const auto& operation : operations) {
        record(operation);
        last_file_ = std::max(last_file_, operation.file);
        switch (operation.kind) {
            case Kind::create:
                names_[operation.name] = operation.file;
                contents_[operation.file];
                break;
            case Kind::remove:
                names_.erase(operation.name);
                break;
            case Kind::write:
            case Kind::truncate:
                apply_to(contents_[operation.file], operation);
                break;
            case Kind::sync:
            case Kind::lose:
            case Kind::sync_folder:
            case Kind::acknowledge:
                break;
        }
    }
}

Image SimulatedDisk::files() const {
    Image image;
    for (const auto& [name, number] : names_) image.emplace(name, contents_.at(number));
    return image;
}

void SimulatedDisk::acknowledge(std::uint64_t number) {
    record({.kind = Kind::acknowledge, .at = static_cast<std::int64_t>(number)});
}

PowerCut SimulatedDisk::power_cut() const {
    PowerCut cut(before_);
    for (const auto& operation : operations_) cut.take(operation);
    return cut;
}

void SimulatedDisk::fail(DiskFault fault, int at, bool for_ever) {
    fault_ = Planned{.fault = fault, .at = at, .for_ever = for_ever};
    reached_ = 0;
    failures_ = 0;
}

bool SimulatedDisk::fails(DiskFault fault) {
    if (!fault_ || fault_->fault != fault) return false;
    const int number = reached_++;
    if (number != fault_->at && !(fault_->for_ever && number > fault_->at)) return false;
    ++failures_;
    return true;
}

}  // namespace placet::tests
