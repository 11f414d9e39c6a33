#include "ledger/verify/ledger_copy.h"

#include "ledger/store_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>

namespace placet::ledger {
namespace {

namespace fs = std::filesystem;

// SQLite's lock bytes (file format, 1.2): pending, reserved, and 510 shared ones. Who writes holds
// some of them alone; to hold all of them for reading is to be sure that nobody does.
constexpr off_t lock_bytes_start = 0x40000000;
constexpr off_t lock_bytes_count = 512;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_;
};

Error in_use(const fs::path& path) {
    return {Fault::in_use,
            fmt::format("{}: a running terminal has this ledger open. Nothing was touched. Ask the "
                        "running terminal for an export, or close it first.",
                        path.string())};
}

/// Closing any descriptor of a file drops all locks that this process has on it (POSIX), so a
/// ledger that is open here must not be opened a second time even to look.
bool is_open_here(const struct stat& file) {
    std::error_code error;
    for (const auto& open : fs::directory_iterator("/proc/self/fd", error)) {
        struct stat status = {};
        if (::stat(open.path().c_str(), &status) == 0 && status.st_dev == file.st_dev &&
            status.st_ino == file.st_ino)
            return true;
    }
    return false;
}

/// The ledger must be a file that nobody here has open.
Result<Done> check_free(const fs::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) return unreadable(path, errno);
    if (!S_ISREG(status.st_mode)) return no_ledger(path, "this is not a file");
    if (is_open_here(status)) return in_use(path);
    return Done{};
}

/// Keeps writers away for as long as the descriptor is open; changes nothing.
Result<Done> lock_to_read(const Descriptor& file, const fs::path& path) {
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = lock_bytes_start;
    lock.l_len = lock_bytes_count;
    if (::fcntl(file.number(), F_OFD_SETLK, &lock) == 0) return Done{};
    return errno == EAGAIN || errno == EACCES ? in_use(path) : unreadable(path, errno);
}

bool write_all(int to, const char* bytes, std::size_t count) {
    while (count > 0) {
        const auto written = ::write(to, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

Result<Done> copy_bytes(const Descriptor& from, const fs::path& original, const fs::path& copy) {
    const Descriptor to(::open(copy.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!to) return no_private_copy(copy.parent_path(), errno);
    std::array<char, 65536> buffer = {};
    for (;;) {
        const auto got = ::read(from.number(), buffer.data(), buffer.size());
        if (got == 0) return Done{};
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(original, errno);
        if (!write_all(to.number(), buffer.data(), static_cast<std::size_t>(got)))
            return no_private_copy(copy.parent_path(), errno);
    }
}

fs::path journal_of(const fs::path& path) { return path.string() + "-journal"; }

Result<Done> copy_journal(const fs::path& original, const fs::path& copy) {
    const auto path = journal_of(original);
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown)) return Done{};
    const Descriptor journal(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!journal) return unreadable(path, errno);
    return copy_bytes(journal, path, journal_of(copy));
}

}  // namespace

LedgerCopy::LedgerCopy(fs::path original, PrivateFolder folder)
    : original_(std::move(original)), folder_(std::move(folder)) {}

Result<LedgerCopy> LedgerCopy::make(const fs::path& name) {
    std::error_code unresolved;
    const auto resolved = fs::canonical(name, unresolved);  // journals stand beside the file itself
    const auto original = unresolved ? name : resolved;
    if (const auto free = check_free(original); !free) return free.error();
    if (fs::exists(original.string() + "-wal", unresolved))
        return no_ledger(name, "a write-ahead log stands beside it, which Placet never makes");
    const Descriptor file(::open(original.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return unreadable(name, errno);
    if (const auto locked = lock_to_read(file, name); !locked) return locked.error();
    auto folder = PrivateFolder::make();
    if (!folder) return folder.error();
    LedgerCopy copy(name, *std::move(folder));
    if (const auto done = copy_bytes(file, name, copy.path()); !done) return done.error();
    if (const auto done = copy_journal(original, copy.path()); !done) return done.error();
    copy.stopped_while_writing_ = has_hot_journal(copy.path(), {});
    return copy;
}

Error LedgerCopy::about_original(Error error) const {
    const auto name = path().string();
    if (const auto at = error.detail.find(name); at != std::string::npos)
        error.detail.replace(at, name.size(), original_.string());
    return error;
}

}  // namespace placet::ledger
