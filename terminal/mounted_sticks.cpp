#include "terminal/mounted_sticks.h"

#include "terminal/text/code_points.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>

namespace placet::terminal {

namespace {

constexpr auto mount_table = "/proc/self/mountinfo";
constexpr std::size_t label_at_most = 24;  // characters

/// "\040" and the like, as the kernel writes blanks and backslashes in paths.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t n = 0; n < text.size(); ++n) {
        unsigned code = 0;
        if (text[n] == '\\' && n + 3 < text.size() &&
            std::from_chars(text.data() + n + 1, text.data() + n + 4, code, 8).ptr ==
                text.data() + n + 4) {
            plain += static_cast<char>(code);
            n += 3;
        } else {
            plain += text[n];
        }
    }
    return plain;
}

/// Has a shape of its own, and turns no line around.
bool is_shown(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool unseen = c == 0xAD || c == 0x61C || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
                        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
    const bool no_letter = (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD || c >= 0xE0000;
    return !control && !unseen && !no_letter;
}

std::string shown_label(const std::string& name) {
    std::u32string shown;
    for (const char32_t c : decode_utf8(name))
        if (is_shown(c) && shown.size() < label_at_most) shown += c;
    return encode_utf8(shown);
}

bool is_below(const std::string& point, const std::filesystem::path& folder) {
    const auto beginning = folder.string() + "/";
    return point.size() > beginning.size() && point.starts_with(beginning);
}

bool has_option(std::string_view options, std::string_view wanted) {
    for (std::size_t from = 0; from <= options.size();) {
        const auto to = std::min(options.find(',', from), options.size());
        if (options.substr(from, to - from) == wanted) return true;
        from = to + 1;
    }
    return false;
}

/// 36 35 8:17 / /media/STICK rw,nosuid shared:1 - vfat /dev/sdb1 rw,uid=1000
std::optional<Stick> stick_of_line(const std::string& line) {
    std::istringstream fields(line);
    std::string parent, device, root, point, options, field, file_system, source, more;
    Stick stick;
    if (!(fields >> stick.id >> parent >> device >> root >> point >> options)) return std::nullopt;
    while (fields >> field && field != "-") {
    }
    if (!(fields >> file_system >> source)) return std::nullopt;
    fields >> more;
    stick.folder = unescaped(point);
    stick.label = shown_label(stick.folder.filename());
    stick.read_only = has_option(options, "ro") || has_option(more, "ro");
    stick.file_system = shown_label(unescaped(file_system));
    return stick;
}

std::uint64_t room_in(const std::filesystem::path& folder) {
    struct statvfs status = {};
    if (::statvfs(folder.c_str(), &status) != 0) return 0;
    return std::uint64_t{status.f_bavail} * status.f_frsize;
}

std::vector<std::filesystem::path> real(std::vector<std::filesystem::path> folders) {
    std::error_code ignored;  // what is not there is watched for under the name it was given
    for (auto& folder : folders) {
        auto named = std::filesystem::weakly_canonical(folder, ignored);
        if (!named.empty()) folder = named;
    }
    return folders;
}

}  // namespace

std::vector<Stick> sticks_of_mounts(std::string_view table,
                                    const std::vector<std::filesystem::path>& folders) {
    std::vector<Stick> sticks;
    std::istringstream lines{std::string(table)};
    for (std::string line; std::getline(lines, line);) {
        auto stick = stick_of_line(line);
        if (!stick) continue;
        const auto point = stick->folder.string();
        const bool watched = std::ranges::any_of(
            folders, [&](const auto& folder) { return is_below(point, folder); });
        const bool within = std::ranges::any_of(
            sticks, [&](const Stick& other) { return is_below(point, other.folder); });
        if (!watched || within) continue;
        // Of two mounts in one place the later hides the earlier.
        std::erase_if(sticks, [&](const Stick& other) { return other.folder == stick->folder; });
        sticks.push_back(*std::move(stick));
    }
    return sticks;
}

MountedSticks::MountedSticks(std::vector<std::filesystem::path> folders, std::function<void()> wake)
    : folders_(real(std::move(folders))), wake_(std::move(wake)) {
    look();
    if (::pipe2(stop_, O_CLOEXEC) != 0) return;  // then the sticks are those that are in now
    thread_ = std::thread([this] { watch(); });
}

MountedSticks::~MountedSticks() {
    if (stop_[1] >= 0) ::close(stop_[1]);  // ends the watch
    if (thread_.joinable()) thread_.join();
    if (stop_[0] >= 0) ::close(stop_[0]);
}

std::vector<Stick> MountedSticks::in() const {
    const std::lock_guard lock(mutex_);
    std::vector<Stick> sticks;
    for (const auto& mounted : mounted_) sticks.push_back(mounted.stick);
    return sticks;
}

void MountedSticks::look() {
    std::ostringstream table;
    table << std::ifstream(mount_table).rdbuf();
    auto found = sticks_of_mounts(table.str(), folders_);
    for (auto& stick : found) stick.room = room_in(stick.folder);
    const std::lock_guard lock(mutex_);
    std::vector<Mounted> now;
    for (auto& stick : found) {
        const auto mount = stick.id;
        const auto before = std::ranges::find_if(mounted_, [&](const Mounted& one) {
            return one.mount == mount && one.stick.folder == stick.folder;
        });
        stick.id = before == mounted_.end() ? ++last_id_ : before->stick.id;
        now.push_back({mount, std::move(stick)});
    }
    std::ranges::sort(now, {}, [](const Mounted& one) { return one.stick.id; });
    mounted_ = std::move(now);
}

void MountedSticks::watch() {
    const int table = ::open(mount_table, O_RDONLY | O_CLOEXEC);
    std::array<pollfd, 2> events{{{table, POLLPRI, 0}, {stop_[0], 0, 0}}};
    for (;;) {
        const auto before = in();
        look();  // once more after the table was opened: nothing falls between the two
        if (in() != before) wake_();
        if (::poll(events.data(), events.size(), -1) < 0 && errno != EINTR) break;
        if (events[1].revents != 0) break;
    }
    ::close(table);
}

Result<Released> MountedSticks::release(std::uint64_t id) {
    look();  // what is mounted now, whatever the watch has seen so far
    const auto sticks = in();
    const auto stick = std::ranges::find(sticks, id, &Stick::id);
    if (stick == sticks.end()) return Error{Fault::absent, "the stick is not in any more"};
    const int folder =
        ::open(stick->folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const bool flushed = folder >= 0 && ::syncfs(folder) == 0;
    const int number = errno;
    if (folder >= 0) ::close(folder);
    if (!flushed) return Error{Fault::storage, std::strerror(number)};
    const bool unmounted = ::umount2(stick->folder.c_str(), UMOUNT_NOFOLLOW) == 0;
    look();
    return unmounted ? Released::unmounted : Released::flushed;
}

}  // namespace placet::terminal
