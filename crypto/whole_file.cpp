#include "crypto/whole_file.h"

#include "crypto/bytes.h"
#include "crypto/sodium.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace placet {
namespace {

constexpr mode_t private_mode = 0600;
constexpr mode_t public_mode = 0644;  // less what the process keeps from others (umask)

Fault fault_of(int number) {
    if (number == ENOENT) return Fault::absent;
    if (number == EEXIST || number == ELOOP) return Fault::refused;
    if (number == ENOSPC || number == EDQUOT) return Fault::full;
    return Fault::storage;
}

Error not_written(const std::filesystem::path& path, int number) {
    const Fault fault = fault_of(number);
    const std::string why = fault == Fault::absent    ? "there is no such folder"
                            : fault == Fault::refused ? "the name is taken"
                            : fault == Fault::full    ? "no space is left"
                                                      : std::strerror(number);
    const char* now = fault == Fault::absent    ? "make the folder first"
                      : fault == Fault::refused ? "what is there stays as it is; give another name"
                      : fault == Fault::full    ? "make space and try again"
                                                : "check the disk and try again";
    return {fault, path.string() + " was not written: " + why + "; " + now};
}

Error not_read(const std::filesystem::path& path, int number) {
    const Fault fault = fault_of(number);
    const std::string why =
        fault == Fault::absent ? "there is no such file"
        : fault == Fault::refused
            ? "it is a link, and a private file is never reached through one; give the file itself"
            : std::strerror(number);
    return {fault, path.string() + " was not read: " + why};
}

/// Closes the file descriptor when it goes.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    explicit operator bool() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

bool write_whole(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

// A name of its own for every attempt: what a power cut left behind is in nobody's way.
std::string temporary_name() {
    std::array<Byte, 8> number = {};
    fill_random(number);
    return ".placet-" + hex(BytesView{number}) + ".new";
}

// `path` is for messages only; the file is `name` in the folder.
Result<Done> write_temporary(const File& folder, const std::string& name, std::string_view text,
                             const std::filesystem::path& path, mode_t mode) {
    const File file(::openat(folder.descriptor(), name.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file) return not_written(path, errno);
    struct stat status = {};
    if (mode == private_mode &&
        (::fchmod(file.descriptor(), mode) != 0 || ::fstat(file.descriptor(), &status) != 0 ||
         (status.st_mode & 0777U) != mode))
        return Error{Fault::refused,
                     path.string() +
                         " was not written: this file system keeps no file private; use a disk of "
                         "this machine"};
    if (!write_whole(file.descriptor(), text) || ::fsync(file.descriptor()) != 0)
        return not_written(path, errno);
    return Done{};
}

// Fails with EEXIST where rename would silently replace what is there.
bool give_name(const File& folder, const std::string& temporary, const std::string& name) {
    const int at = folder.descriptor();
    if (::renameat2(at, temporary.c_str(), at, name.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    // Some file systems know no such rename; a link never replaces anything either.
    if (::linkat(at, temporary.c_str(), at, name.c_str(), 0) != 0) return false;
    ::unlinkat(at, temporary.c_str(), 0);
    return true;
}

Result<Done> write_file_with(const std::filesystem::path& path, std::string_view text,
                             mode_t mode) {
    const File folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return not_written(path, errno);
    const std::string name = path.filename().string();
    const std::string temporary = temporary_name();
    const auto written = write_temporary(folder, temporary, text, path, mode);
    if (!written || !give_name(folder, temporary, name)) {
        const Error error = written ? not_written(path, errno) : written.error();
        ::unlinkat(folder.descriptor(), temporary.c_str(), 0);
        return error;
    }
    if (::fsync(folder.descriptor()) != 0) {
        // What may be gone after a power cut is worse than one that is plainly not there.
        const Error error = not_written(path, errno);
        ::unlinkat(folder.descriptor(), name.c_str(), 0);
        return error;
    }
    return Done{};
}

}  // namespace

Result<Done> write_private_file(const std::filesystem::path& path, std::string_view text) {
    return write_file_with(path, text, private_mode);
}

Result<Done> write_public_file(const std::filesystem::path& path, std::string_view text) {
    return write_file_with(path, text, public_mode);
}

Result<std::string> read_private_file(const std::filesystem::path& path, std::size_t limit) {
    // Without O_NONBLOCK a named pipe would wait for a writer for ever.
    const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file) return not_read(path, errno);
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0) return not_read(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{Fault::refused, path.string() + " was not read: it is not a file"};
    if ((status.st_mode & 077U) != 0)
        return Error{Fault::refused, path.string() +
                                         " was not read: others may read this file, so it may be "
                                         "known to them; make it private (chmod 600) if it is not"};

    // One byte more than there should be, to see that there is no more.
    const auto size = static_cast<std::size_t>(status.st_size);
    std::string text(std::min(size, limit) + 1, '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto got = ::read(file.descriptor(), text.data() + filled, text.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return not_read(path, errno);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled == text.size())
        return Error{Fault::malformed,
                     path.string() + " was not read: it is too large for what it should be"};
    text.resize(filled);
    return text;
}

}  // namespace placet
