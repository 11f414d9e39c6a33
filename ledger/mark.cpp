#include "ledger/mark.h"

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

constexpr std::size_t slot_size = 512;
constexpr int slots = 2;

Error trouble(const std::filesystem::path& path, std::string_view what) {
    return {Fault::storage,
            fmt::format("{}: {} ({}). The ledger itself is safe. Check the second medium.",
                        path.string(), what, std::strerror(errno))};
}

std::optional<Checkpoint> read_slot(std::string_view slot, const VerifierKey& key) {
    slot = slot.substr(0, slot.find('\0'));
    const auto end = slot.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto note = slot.substr(end + 1);
    if (slot.substr(0, end) != hex(sha256(bytes_of(note)))) return std::nullopt;
    auto checkpoint = open_checkpoint(note, key);
    if (!checkpoint) return std::nullopt;
    return *checkpoint;
}

}  // namespace

Mark::Mark(int descriptor, std::filesystem::path path)
    : descriptor_(descriptor), path_(std::move(path)) {}

Mark::Mark(Mark&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      latest_(std::move(other.latest_)),
      next_slot_(other.next_slot_) {}

Mark& Mark::operator=(Mark&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(path_, other.path_);
    std::swap(latest_, other.latest_);
    std::swap(next_slot_, other.next_slot_);
    return *this;
}

Mark::~Mark() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Mark> Mark::open(const std::filesystem::path& path, const VerifierKey& key) {
    const int descriptor =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0640);
    if (descriptor < 0) return trouble(path, "the mark cannot be opened");
    Mark mark(descriptor, path);
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) return trouble(path, "the mark cannot be read");
    if (!S_ISREG(status.st_mode) || status.st_size > static_cast<off_t>(slots * slot_size))
        return Error{Fault::malformed,
                     path.string() +
                         ": this is no mark of a ledger; it was left as it is. Name a "
                         "file on a second medium that is Placet's alone."};
    for (int slot = 0; slot < slots; ++slot) {
        std::array<char, slot_size> bytes = {};
        const auto got = ::pread(descriptor, bytes.data(), bytes.size(),
                                 static_cast<off_t>(static_cast<std::size_t>(slot) * slot_size));
        if (got < 0) return trouble(path, "the mark cannot be read");
        const auto checkpoint = read_slot({bytes.data(), static_cast<std::size_t>(got)}, key);
        if (checkpoint && (!mark.latest_ || checkpoint->size > mark.latest_->size)) {
            mark.latest_ = checkpoint;
            mark.next_slot_ = (slot + 1) % slots;
        }
    }
    if (!mark.latest_ && status.st_size != 0)
        return Error{Fault::malformed,
                     path.string() +
                         ": this holds no mark of this ledger; it was left as it is. "
                         "Use the mark that belongs to this ledger, or a new name."};
    // A mark whose name is lost in a power cut would miss nothing.
    if (status.st_size == 0)
        if (const auto synced = sync_folder_of(path); !synced) return synced.error();
    return mark;
}

Result<Done> Mark::write(const Checkpoint& checkpoint, std::string_view note) {
    std::string slot = hex(sha256(bytes_of(note))) + '\n' + std::string(note);
    if (slot.size() > slot_size)
        return Error{Fault::malformed, path_.string() +
                                           ": the checkpoint is too long for the mark; nothing was "
                                           "written there"};
    slot.resize(slot_size, '\0');
    const auto at = static_cast<off_t>(static_cast<std::size_t>(next_slot_) * slot_size);
    if (::pwrite(descriptor_, slot.data(), slot.size(), at) != static_cast<ssize_t>(slot.size()) ||
        ::fdatasync(descriptor_) != 0)
        return trouble(path_, "the mark cannot be written");
    latest_ = checkpoint;
    next_slot_ = (next_slot_ + 1) % slots;
    return Done{};
}

}  // namespace placet::ledger
