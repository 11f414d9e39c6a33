#include "tools/text_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <optional>

namespace placet::tools {
namespace {

constexpr std::size_t text_limit = 1UL << 20U;      // bytes
constexpr std::size_t picture_limit = 64UL << 20U;  // bytes
constexpr auto time_limit = std::chrono::seconds(20);

Error cannot_read(const std::string& path, std::string_view why) {
    return {Fault::malformed, fmt::format("{}: {}. Nothing was changed.", path, why)};
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return Error{Fault::absent,
                     fmt::format("{}: there is no such file. Nothing was created.", path)};
    if (!std::filesystem::is_regular_file(status)) return cannot_read(path, "this is no file");
    std::ifstream file(path, std::ios::binary);
    std::string text(limit + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad() || (!file.eof() && text.empty()))
        return Error{Fault::storage,
                     fmt::format("{}: this file cannot be read. Nothing was changed. Copy it "
                                 "somewhere where you may read it.",
                                 path)};
    if (text.size() > limit) return cannot_read(path, "this is longer than such a file can be");
    return text;
}

/// As ImageMagick, on which zbarimg rests, names the format; it is told, and guesses nothing.
std::optional<std::string> picture_format(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "PNG";
    if (bytes.starts_with("\xff\xd8\xff")) return "JPEG";
    return std::nullopt;
}

/// A program that reads a file on its standard input, and what it prints, held to limits.
class Reader {
public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        if (output_ >= 0) ::close(output_);
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
    }

    /// The number of the error, or 0.
    int start(const std::string& path, const std::string& format) {
        std::array<int, 2> ends = {-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
        output_ = ends[0];
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 0, path.c_str(), O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
        ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        auto input = format + ":-";
        std::array arguments = {text("zbarimg"),
                                text("--quiet"),
                                text("--raw"),
                                text("-Sdisable"),
                                text("-Sqrcode.enable"),
                                input.data(),
                                static_cast<char*>(nullptr)};
        // What a hostile picture may cost (ImageMagick, resources).
        std::string path_variable = "PATH=/usr/local/bin:/usr/bin:/bin";
        if (const char* own = std::getenv("PATH")) path_variable = std::string("PATH=") + own;
        std::array environment = {path_variable.data(),
                                  text("MAGICK_MEMORY_LIMIT=512MiB"),
                                  text("MAGICK_MAP_LIMIT=512MiB"),
                                  text("MAGICK_DISK_LIMIT=0"),
                                  text("MAGICK_TIME_LIMIT=20"),
                                  text("MAGICK_THREAD_LIMIT=1"),
                                  static_cast<char*>(nullptr)};
        const int failed = ::posix_spawnp(&child_, "zbarimg", &actions, nullptr, arguments.data(),
                                          environment.data());
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        if (failed != 0) child_ = 0;
        return failed;
    }

    /// All that it prints; nothing if that is too much or takes too long.
    std::optional<std::string> output() {
        const auto end = std::chrono::steady_clock::now() + time_limit;
        std::string printed;
        std::array<char, 4096> buffer = {};
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            pollfd waiting = {.fd = output_, .events = POLLIN, .revents = 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0)
                return std::nullopt;
            const auto got = ::read(output_, buffer.data(), buffer.size());
            if (got == 0) return printed;
            if (got < 0 && errno != EINTR) return std::nullopt;
            if (got > 0) printed.append(buffer.data(), static_cast<std::size_t>(got));
            if (printed.size() > text_limit) return std::nullopt;
        }
    }

private:
    static char* text(const char* literal) { return const_cast<char*>(literal); }

    int output_ = -1;
    pid_t child_ = 0;
};

Result<std::string> text_in_picture(const std::string& path, const std::string& format) {
    Reader reader;
    if (const int failed = reader.start(path, format); failed == ENOENT)
        return Error{Fault::refused,
                     fmt::format("{}: this is a picture, and the program that reads QR codes is "
                                 "not installed. Nothing was changed. Install the package "
                                 "zbar-tools, or give the text that a telephone reads from it.",
                                 path)};
    else if (failed != 0)
        return Error{Fault::storage,
                     fmt::format("{}: zbarimg cannot be started. Nothing was changed.", path)};
    auto printed = reader.output();
    if (!printed)
        return cannot_read(path, "this picture takes more than a picture of a code may take");
    if (printed->empty())
        return cannot_read(path,
                           "no QR code is found in this picture; take it again, straight, sharp "
                           "and with the white border");
    return *std::move(printed);
}

}  // namespace

Result<std::string> read_text_file(const std::string& path) { return read_file(path, text_limit); }

Result<std::string> read_text_or_picture(const std::string& path) {
    auto bytes = read_file(path, picture_limit);
    if (!bytes) return bytes;
    if (const auto format = picture_format(*bytes)) return text_in_picture(path, *format);
    if (bytes->size() > text_limit)
        return cannot_read(path, "this is longer than such a file can be");
    return bytes;
}

}  // namespace placet::tools
