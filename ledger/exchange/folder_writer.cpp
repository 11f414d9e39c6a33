#include "ledger/exchange/folder_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace placet::ledger {
namespace {

constexpr std::size_t pending_limit = 32;  // files open at once
constexpr std::string_view temporary_ending = ".new";

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

bool write_whole(int file, BytesView bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

FolderWriter::FolderWriter(Descriptor folder, FolderFiles files, std::filesystem::path path)
    : folder_(std::move(folder)), files_below_(std::move(files)), path_(std::move(path)) {}

Result<FolderWriter> FolderWriter::open(const std::filesystem::path& folder) {
    const bool made = ::mkdir(folder.c_str(), 0777) == 0;
    if (!made && errno != EEXIST) {
        const int number = errno;
        const bool forbidden = number == EROFS || number == EACCES || number == EPERM ||
                               number == ENOTDIR || number == ELOOP;
        return Error{number == ENOENT   ? Fault::absent
                     : number == ENOSPC ? Fault::full
                     : forbidden        ? Fault::refused
                                        : Fault::storage,
                     fmt::format("{} cannot be made ({}). Nothing was written. Name a folder on a "
                                 "medium that is there, has room and can be written.",
                                 folder.string(), std::strerror(number))};
    }
    auto files = FolderFiles::open(folder);
    if (!files) return files.error();
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    auto path = files->path();
    FolderWriter writer(std::move(opened), *std::move(files), std::move(path));
    if (!writer.folder_) return writer.failed("", errno);
    if (made) writer.touched_.insert("..");
    // One that was interrupted may have put names there which are not durable yet.
    writer.touched_.insert("");
    return writer;
}

Error FolderWriter::failed(std::string_view path, int number) const {
    const auto name = (path_ / path).string();
    if (number == ENOSPC || number == EDQUOT)
        return {Fault::full,
                fmt::format("{}: no room is left there. The ledger is as it was, and what the "
                            "folder held before is still good. Make room, or take another stick, "
                            "and repeat.",
                            path_.string())};
    if (number == EROFS || number == EACCES || number == EPERM)
        return {Fault::refused,
                fmt::format("{}: this can only be read ({}). Nothing was written. Unlock the "
                            "stick, or take another one.",
                            path_.string(), std::strerror(number))};
    if (number == ELOOP || number == ENOTDIR || number == EISDIR || number == EXDEV)
        return {Fault::refused,
                fmt::format("{}: something else is in the way there. It was left as it is, and "
                            "the ledger too. Take an empty folder or stick.",
                            name)};
    return {Fault::storage,
            fmt::format("{} cannot be written ({}): the stick was pulled out, or is failing. The "
                        "ledger is as it was, and what the folder held before is still good. Put "
                        "the stick in again and repeat, or take another one.",
                        name, std::strerror(number))};
}

/// Step by step, through no link: what lies on a stick may lead anywhere.
Result<Descriptor> FolderWriter::make_folder(const std::string& path) {
    Descriptor at(::fcntl(folder_.number(), F_DUPFD_CLOEXEC, 0));
    for (std::size_t start = 0; start < path.size();) {
        const auto end = std::min(path.find('/', start), path.size());
        const auto name = path.substr(start, end - start);
        if (::mkdirat(at.number(), name.c_str(), 0777) != 0 && errno != EEXIST)
            return failed(path, errno);
        // One that is there may have been made by one that was interrupted before its sync.
        if (known_.insert(path.substr(0, end)).second)
            touched_.insert(path.substr(0, start == 0 ? 0 : start - 1));
        Descriptor next(
            ::openat(at.number(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next) return failed(path, errno);
        at = std::move(next);
        start = end + 1;
    }
    return at;
}

Result<Done> FolderWriter::put(std::string_view path, BytesView bytes) {
    Pending pending{.file = Descriptor(-1), .folder = folder_of(path), .name = name_of(path)};
    const auto folder = make_folder(pending.folder);
    if (!folder) return folder.error();
    const auto temporary = pending.name + std::string(temporary_ending);
    ::unlinkat(folder->number(), temporary.c_str(), 0);  // left by one that was interrupted
    pending.file = Descriptor(::openat(folder->number(), temporary.c_str(),
                                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!pending.file) return failed(path, errno);
    if (!write_whole(pending.file.number(), bytes)) {
        const int number = errno;
        ::unlinkat(folder->number(), temporary.c_str(), 0);
        return failed(path, number);
    }
    // Begins to write, so that the syncs to come have little to wait for.
    ::sync_file_range(pending.file.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
    ++files_;
    bytes_ += bytes.size();
    pending_.push_back(std::move(pending));
    return pending_.size() < pending_limit ? Result<Done>(Done{}) : settle();
}

Result<Done> FolderWriter::settle() {
    for (auto& pending : pending_) {
        if (::fsync(pending.file.number()) != 0) return failed(pending.name, errno);
        const auto folder = make_folder(pending.folder);
        if (!folder) return folder.error();
        const auto temporary = pending.name + std::string(temporary_ending);
        if (::renameat(folder->number(), temporary.c_str(), folder->number(),
                       pending.name.c_str()) != 0)
            return failed(pending.folder + "/" + pending.name, errno);
        pending.file = Descriptor(-1);
        touched_.insert(pending.folder);
    }
    pending_.clear();
    while (!touched_.empty()) {  // on the way to one, others are found that are to be synced
        const auto folder = *touched_.begin();
        const auto opened = folder == ".."
                                ? Result<Descriptor>(Descriptor(::openat(
                                      folder_.number(), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)))
                                : make_folder(folder);
        if (!opened) return opened.error();
        // Some file systems have nothing to sync about a folder, and say so.
        if (::fsync(opened->number()) != 0 && errno != EINVAL) return failed(folder, errno);
        touched_.erase(folder);
    }
    return Done{};
}

Result<bool> FolderWriter::has(std::string_view path) {
    const auto file = files_below_.file(path);
    if (file) {
        touched_.insert(folder_of(path));
        return true;
    }
    if (file.error().fault == Fault::absent) return false;
    return file.error();
}

Result<std::optional<Bytes>> FolderWriter::read(std::string_view path, std::size_t limit) const {
    const auto file = files_below_.file(path);
    if (!file && file.error().fault == Fault::absent) return std::optional<Bytes>{};
    if (!file) return file.error();
    auto bytes = file->read(0, limit);
    if (!bytes) return bytes.error();
    return std::optional(std::move(*bytes));
}

Result<std::optional<Bytes>> FolderWriter::read_back(std::string_view path,
                                                     std::size_t limit) const {
    const auto opened = open_beneath(folder_.number(), std::string(path));
    if (opened) ::posix_fadvise(opened.number(), 0, 0, POSIX_FADV_DONTNEED);
    return read(path, limit);
}

void FolderWriter::remove(const std::string& path) {
    const auto folder = folder_of(path);
    const auto opened = folder.empty() ? Descriptor(::fcntl(folder_.number(), F_DUPFD_CLOEXEC, 0))
                                       : open_beneath(folder_.number(), folder);
    const auto name = name_of(path);
    if (opened && ::unlinkat(opened.number(), name.c_str(), 0) != 0 && errno == EISDIR)
        ::unlinkat(opened.number(), name.c_str(), AT_REMOVEDIR);
}

}  // namespace placet::ledger
