#include "ledger/exchange/folder_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

namespace placet::ledger {
namespace {

// Without O_NONBLOCK a pipe would wait for a writer for ever.
constexpr int reading = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

Error unreadable(const std::string& file, int number) {
    return {Fault::storage,
            fmt::format("{} cannot be read ({}): the stick or disk was pulled out, or is failing. "
                        "Nothing of this file was used, and what was recorded before is safe. Put "
                        "the stick in again and repeat, or take another copy.",
                        file, std::strerror(number))};
}

Error no_file(const std::string& file, std::string_view what) {
    return {
        Fault::malformed,
        fmt::format("{} is {}, where a file should be. It was not followed or read, and nothing "
                    "of it was used. Ask for a fresh copy of the directory.",
                    file, what)};
}

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISLNK(mode)) return "a link";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// Names that lead one step down and nowhere else.
bool leads_down(std::string_view name) { return !name.empty() && name != "." && name != ".."; }

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor open_by_steps(int folder, const std::string& path) {
    Descriptor at(-1);
    std::size_t start = 0;
    for (;;) {
        const auto end = path.find('/', start);
        const auto name = path.substr(start, end - start);
        if (!leads_down(name)) {
            errno = EXDEV;
            return Descriptor(-1);
        }
        const int from = at ? at.number() : folder;
        if (end == std::string::npos)
            return Descriptor(::openat(from, name.c_str(), reading | O_NOFOLLOW));
        Descriptor next(
            ::openat(from, name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next) return next;
        at = std::move(next);
        start = end + 1;
    }
}

Descriptor open_beneath(int folder, const std::string& path) {
    struct open_how how = {};
    how.flags = static_cast<std::uint64_t>(reading);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto opened = ::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
    // Sandboxes answer EPERM to calls that they do not know.
    if (opened < 0 && (errno == ENOSYS || errno == EPERM)) return open_by_steps(folder, path);
    return Descriptor(static_cast<int>(opened));
}

Result<Bytes> FolderFile::read(std::uint64_t from, std::size_t limit) const {
    if (from >= size_) return Bytes{};
    Bytes bytes(static_cast<std::size_t>(std::min<std::uint64_t>(limit, size_ - from)));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = ::pread(file_.number(), bytes.data() + filled, bytes.size() - filled,
                                 static_cast<off_t>(from + filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(name_, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Result<FolderFiles> FolderFiles::open(const std::filesystem::path& folder) {
    std::error_code error;
    auto path = std::filesystem::absolute(folder, error);
    if (error) path = folder;
    Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) return FolderFiles(std::move(opened), std::move(path));
    if (errno == ENOENT)
        return Error{Fault::absent,
                     fmt::format("{}: there is no such folder. Nothing was read. Put the stick in, "
                                 "or correct the name.",
                                 folder.string())};
    if (errno == ENOTDIR)
        return Error{Fault::malformed,
                     fmt::format("{} is no folder. Nothing was read. Name the folder in which the "
                                 "checkpoint lies.",
                                 folder.string())};
    return unreadable(folder.string(), errno);
}

bool FolderFiles::still_there() const {
    struct stat held = {};
    struct stat named = {};
    return ::fstat(folder_.number(), &held) == 0 && held.st_nlink > 0 &&
           ::stat(path_.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

Error FolderFiles::not_opened(const std::string& path, int number) const {
    const auto file = (path_ / path).string();
    if (number == ENOENT && still_there())
        return {Fault::absent, fmt::format("{}: there is no such file.", file)};
    if (number == ELOOP) return no_file(file, "a link or reached through one");
    if (number == ENXIO) return no_file(file, "a socket or device");
    if (number == ENOTDIR) return no_file(file, "below something that is no folder");
    if (number == EXDEV || number == ENAMETOOLONG || number == EINVAL)
        return no_file(file, "no name of a file in this folder");
    return unreadable(file, number);
}

Result<FolderFile> FolderFiles::file(std::string_view path) const {
    const std::string below(path);
    // A NUL would end the name for the kernel, and not for us.
    if (below.empty() || below.find('\0') != std::string::npos) return not_opened({}, EINVAL);
    Descriptor opened = open_beneath(folder_.number(), below);
    if (!opened) return not_opened(below, errno);
    struct stat status = {};
    if (::fstat(opened.number(), &status) != 0) return not_opened(below, errno);
    auto name = (path_ / below).string();
    if (!S_ISREG(status.st_mode)) return no_file(name, kind_of(status.st_mode));
    return FolderFile(std::move(opened), static_cast<std::uint64_t>(status.st_size),
                      std::move(name));
}

}  // namespace placet::ledger
