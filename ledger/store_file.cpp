#include "ledger/store_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

namespace placet::ledger {
namespace {

constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};
constexpr std::string_view journal_magic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};

sqlite3_vfs* vfs_named(const std::string& name) {
    return sqlite3_vfs_find(name.empty() ? nullptr : name.c_str());
}

std::string beside(const std::filesystem::path& path, std::string_view suffix) {
    return path.string() + std::string(suffix);
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// A file that the VFS opened.
class VfsFile {
public:
    VfsFile(sqlite3_vfs* vfs, const std::string& path, int flags)
        : name_(sqlite3_create_filename(path.c_str(), "", "", 0, nullptr)),
          memory_(std::make_unique<std::max_align_t[]>(
              static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1)),
          file_(reinterpret_cast<sqlite3_file*>(memory_.get())) {
        if (name_ == nullptr) return;  // no memory
        code_ = vfs->xOpen(vfs, name_, file_, flags, &flags_);
        system_error_ = code_ == SQLITE_OK ? 0 : vfs->xGetLastError(vfs, 0, nullptr);
    }
    ~VfsFile() {
        if (file_->pMethods != nullptr) file_->pMethods->xClose(file_);
        sqlite3_free_filename(name_);
    }
    VfsFile(const VfsFile&) = delete;
    VfsFile& operator=(const VfsFile&) = delete;

    explicit operator bool() const { return code_ == SQLITE_OK; }
    int system_error() const { return system_error_; }
    /// Where it may not be written, SQLite's VFS opens a file for reading alone.
    bool is_writable() const { return (flags_ & SQLITE_OPEN_READWRITE) != 0; }

    std::optional<std::int64_t> size() {
        sqlite3_int64 size = 0;
        if (file_->pMethods->xFileSize(file_, &size) != SQLITE_OK) return std::nullopt;
        return size;
    }
    /// The first bytes, fewer if the file is shorter; nothing if it cannot be read.
    std::optional<std::string> start(std::size_t count) {
        std::string bytes(count, '\0');
        const int code =
            file_->pMethods->xRead(file_, bytes.data(), static_cast<int>(bytes.size()), 0);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return std::nullopt;
        return bytes;
    }

private:
    sqlite3_filename name_;
    std::unique_ptr<std::max_align_t[]> memory_;
    sqlite3_file* file_;
    int flags_ = 0;
    int code_ = SQLITE_NOMEM;
    int system_error_ = ENOMEM;
};

bool is_there(sqlite3_vfs* vfs, const std::string& path) {
    int there = 0;
    return vfs->xAccess(vfs, path.c_str(), SQLITE_ACCESS_EXISTS, &there) == SQLITE_OK && there != 0;
}

/// A number of the file's header, big-endian (SQLite file format, 1.3).
std::int64_t header_number(std::string_view header, std::size_t at, int bytes) {
    std::int64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(header[at + static_cast<std::size_t>(i)]);
    return value;
}

/// What the first 100 bytes say of a file of this size.
Result<Done> judge(const std::filesystem::path& path, std::string_view header, std::int64_t size,
                   bool repair_ahead) {
    if (size == 0)
        return no_ledger(path, "the file is empty: a ledger is never empty, so it was lost here");
    if (size < static_cast<std::int64_t>(header_size))
        return no_ledger(path, "the file is cut short");
    const bool database = header.starts_with(sqlite_magic);
    // A power cut may have torn the header; the journal holds the page it stands in.
    if (!database && repair_ahead) return Done{};
    if (!database) return no_ledger(path, "this is no database");
    if (header_number(header, 68, 4) != application_id)
        return no_ledger(path, "this is another program's database");
    const auto version = header_number(header, 60, 4);
    if (version > format_version)
        return no_ledger(path,
                         fmt::format("this ledger has format {}, and this program reads up to "
                                     "{}: use a newer Placet",
                                     version, format_version));
    if (header[18] != 1 || header[19] != 1)
        return no_ledger(path,
                         "this file was switched to a write-ahead log, which Placet never does");
    if (header_number(header, 56, 4) != 1)
        return no_ledger(path, "the text in it is not UTF-8, as a ledger's is");
    if (version != format_version || header_number(header, 16, 2) != page_size || header[20] != 0)
        return no_ledger(path, "the header is not that of a ledger");
    if (size < page_size * header_number(header, 28, 4) && !repair_ahead)
        return no_ledger(path, "the file is cut short: its end is missing");
    return Done{};
}

}  // namespace

Error no_ledger(const std::filesystem::path& path, std::string_view why) {
    return {
        Fault::malformed,
        fmt::format("{}: {}. The file was left as it is. Give the ledger that placet init made, "
                    "or a copy of it.",
                    path.string(), why)};
}

Error unreadable(const std::filesystem::path& path, int number) {
    if (number == ENOENT || number == ENOTDIR)
        return {Fault::absent,
                fmt::format("{}: there is no such ledger. Nothing was created. Check the name, or "
                            "the disk that should hold it.",
                            path.string())};
    return {Fault::storage,
            fmt::format("{}: cannot be read ({}). The file was left as it is. Check the disk, and "
                        "who may read the file.",
                        path.string(), std::strerror(number))};
}

Error corrupt_ledger(std::string_view what) {
    return {Fault::corrupt,
            fmt::format("{}. Nothing is written. Keep this file as it is and call the secretariat.",
                        what)};
}

Error only_readable(const std::filesystem::path& path) {
    return {Fault::storage,
            fmt::format("{}: this ledger may only be read. Nothing was changed. Give the kiosk's "
                        "user the right to write file and folder.",
                        path.string())};
}

Result<Done> make_file(const std::filesystem::path& path, const std::string& vfs_name) {
    auto* vfs = vfs_named(vfs_name);
    const auto failed = [&](Fault fault, std::string_view why) {
        return Error{fault, fmt::format("{}: a new ledger cannot be made here ({}). Nothing was "
                                        "changed. Choose a folder that is there and a name that is "
                                        "free.",
                                        path.string(), why)};
    };
    // SQLite would take what is left of another file for this one's.
    for (const char* suffix : {"-journal", "-wal"})
        if (is_there(vfs, beside(path, suffix)))
            return failed(Fault::refused, "a journal of that name is there");
    const VfsFile file(
        vfs, path.string(),
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE | SQLITE_OPEN_MAIN_DB);
    if (file && file.is_writable()) return Done{};
    if (file) return failed(Fault::refused, "the name is taken");
    switch (const int number = file.system_error()) {
        case EEXIST:
        case ELOOP:
            return failed(Fault::refused, "the name is taken");
        case ENOENT:
            return failed(Fault::absent, "there is no such folder");
        case ENOSPC:
        case EDQUOT:
            return failed(Fault::full, "the disk is full");
        default:
            return failed(Fault::storage, std::strerror(number));
    }
}

Result<Done> check_header(const std::filesystem::path& path, const std::string& vfs_name,
                          Recovery recovery) {
    auto* vfs = vfs_named(vfs_name);
    struct stat status = {};
    if (::lstat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
        return no_ledger(path, "this is not a file");
    if (is_there(vfs, beside(path, "-wal")))
        return no_ledger(path, "a write-ahead log stands beside it, which Placet never makes");
    VfsFile file(vfs, path.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB);
    if (!file) return unreadable(path, file.system_error());
    const auto size = file.size();
    const auto header = file.start(header_size);
    if (!size || !header) return unreadable(path, EIO);
    return judge(path, *header, *size,
                 recovery == Recovery::ahead && has_hot_journal(path, vfs_name));
}

Result<Done> check_header(const std::filesystem::path& path, std::string_view start,
                          std::int64_t size) {
    return judge(path, start, size, false);
}

bool has_hot_journal(const std::filesystem::path& path, const std::string& vfs_name) {
    auto* vfs = vfs_named(vfs_name);
    const auto name = beside(path, "-journal");
    if (!is_there(vfs, name)) return false;
    VfsFile journal(vfs, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_JOURNAL);
    return journal && journal.start(journal_magic.size()) == journal_magic;
}

Result<Done> settle_journal(const std::filesystem::path& path, const std::string& vfs_name) {
    auto* vfs = vfs_named(vfs_name);
    const auto name = beside(path, "-journal");
    {
        // Made if it is not there: only with an unlink does the VFS sync the folder.
        const VfsFile journal(
            vfs, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_JOURNAL);
        if (!journal || !journal.is_writable()) return only_readable(path);
    }
    if (vfs->xDelete(vfs, name.c_str(), 1) == SQLITE_OK) return Done{};
    return Error{
        Fault::storage,
        fmt::format("{}: the folder does not keep what is written. What was recorded before "
                    "is safe; nothing more is written. Call the attendant, have the disk "
                    "checked and open the ledger again.",
                    path.string())};
}

void discard_file(const std::filesystem::path& path, const std::string& vfs_name) {
    auto* vfs = vfs_named(vfs_name);
    // What cannot be taken away is refused by its header later; the first error is reported.
    vfs->xDelete(vfs, beside(path, "-journal").c_str(), 0);
    vfs->xDelete(vfs, path.c_str(), 1);
}

Result<Done> sync_folder_of(const std::filesystem::path& path) {
    const auto folder = folder_of(path);
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (synced) return Done{};
    return Error{
        Fault::storage,
        fmt::format("{}: a new file here may not survive a power cut. Nothing was recorded "
                    "in it. Use another disk.",
                    folder.string())};
}

}  // namespace placet::ledger
