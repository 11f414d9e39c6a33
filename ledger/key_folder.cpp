#include "ledger/key_folder.h"

#include "crypto/sodium.h"

#include <fmt/format.h>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

namespace placet::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t passphrase_limit = 1024;
constexpr std::size_t shortest_passphrase = 12;
constexpr std::size_t key_file_limit = 4096;

Error not_made(const fs::path& path, std::string_view why, std::string_view now) {
    return {Fault::refused, fmt::format("{}: {}. No key was made and nothing was overwritten. {}",
                                        path.string(), why, now)};
}

/// A descriptor that the caller opened is private because the caller says so.
bool is_descriptor(const fs::path& path) {
    return path.string().starts_with("/dev/fd/") || path == "/dev/stdin";
}

Result<std::string> read_secret_text(const fs::path& path) {
    if (!is_descriptor(path)) return read_private_file(path, passphrase_limit);
    std::ifstream file(path, std::ios::binary);
    std::string text(passphrase_limit + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.empty() || text.size() > passphrase_limit)
        return Error{Fault::absent,
                     fmt::format("{}: no passphrase came from it. Nothing was written. Open the "
                                 "descriptor for the command, as in 3<file.",
                                 path.string())};
    return text;
}

}  // namespace

Result<KeyFolder> KeyFolder::make(const fs::path& path) {
    std::error_code trouble;
    const bool made = fs::create_directory(path, trouble);
    if (trouble)
        return not_made(path, "the folder of keys cannot be made: " + trouble.message(),
                        "Choose a folder on a disk of this machine whose parent exists.");
    if (made) {
        fs::permissions(path, fs::perms::owner_all, trouble);
    } else if (!fs::is_directory(fs::symlink_status(path, trouble)) ||
               !fs::is_empty(path, trouble)) {
        return not_made(path, "there is something in it already",
                        "Name a folder that is new or empty.");
    }
    const auto mode = fs::status(path, trouble).permissions();
    if (trouble || mode != fs::perms::owner_all) {
        if (made) fs::remove(path, trouble);
        return not_made(path, "others may look into it",
                        "Use a disk that keeps folders private, and a folder of mode 0700.");
    }
    return KeyFolder(path, made);
}

KeyFolder::KeyFolder(KeyFolder&& other) noexcept
    : path_(std::move(other.path_)), made_(other.made_), keep_(std::exchange(other.keep_, true)) {}

KeyFolder::~KeyFolder() {
    if (keep_) return;
    std::error_code ignored;  // what remains is private, and the next attempt says that it is there
    for (const auto& file : fs::directory_iterator(path_, ignored)) fs::remove(file, ignored);
    if (made_) fs::remove(path_, ignored);
}

Result<Done> KeyFolder::write(const std::string& name, std::string_view text) const {
    return write_private_file(path_ / name, text);
}

Result<Secret> read_passphrase(const fs::path& path) {
    auto text = read_secret_text(path);
    if (!text) return text.error();
    const auto end = text->find('\n');
    const auto line = std::string_view(*text).substr(0, end);
    if (end != std::string::npos && end + 1 != text->size())
        return Error{Fault::malformed,
                     fmt::format("{}: holds more than one line. Nothing was written. Put the "
                                 "passphrase alone on one line.",
                                 path.string())};
    if (line.size() < shortest_passphrase)
        return Error{Fault::refused,
                     fmt::format("{}: the passphrase has fewer than {} characters. Nothing was "
                                 "written. Take a longer one.",
                                 path.string(), shortest_passphrase)};
    Secret secret(bytes_of(line));
    wipe({reinterpret_cast<Byte*>(text->data()), text->size()});
    return secret;
}

std::string random_passphrase() {
    std::array<Byte, 16> bytes = {};
    fill_random(bytes);
    return hex(BytesView{bytes});
}

Result<SigningKey> open_key(const fs::path& key_file, const fs::path& passphrase_file) {
    const auto text = read_private_file(key_file, key_file_limit);
    if (!text) return text.error();
    const auto passphrase = read_passphrase(passphrase_file);
    if (!passphrase) return passphrase.error();
    const auto line = std::string_view(*text).substr(0, text->find('\n'));
    return decrypt_key(line, passphrase->bytes());
}

}  // namespace placet::ledger
