// key_folder.h: the private folder of keys that is made with a conference, and what lies in it.
//
//     root.key              the root key, under the Secretariat's passphrase; to be kept offline
//     terminal.key          the key that signs the desk's feed
//     terminal.passphrase   what opens it, where none was given (demonstrations)
//     root.passphrase       likewise
//     persons.keys          the persons' keys, each under its badge and PIN (badge.h)
//     badges.pdf pins.pdf   to be printed, cut and handed over apart from each other
//     badges.tsv            badges and PINs in plain text, in demonstrations only
#pragma once

#include "crypto/key_file.h"

#include <filesystem>
#include <string>

namespace placet::ledger {

namespace key_folder_file {
inline constexpr const char* root = "root.key";
inline constexpr const char* root_passphrase = "root.passphrase";
inline constexpr const char* terminal = "terminal.key";
inline constexpr const char* terminal_passphrase = "terminal.passphrase";
inline constexpr const char* persons = "persons.keys";
inline constexpr const char* badges_pdf = "badges.pdf";
inline constexpr const char* pins_pdf = "pins.pdf";
inline constexpr const char* badges_table = "badges.tsv";
}  // namespace key_folder_file

/// A folder while it is being filled: emptied again, and removed if it was made, unless kept.
class KeyFolder {
public:
    /// Makes the folder (mode 0700), or takes one that is empty and nobody else's. Fails refused or
    /// storage.
    static Result<KeyFolder> make(const std::filesystem::path& path);
    KeyFolder(KeyFolder&& other) noexcept;
    KeyFolder& operator=(KeyFolder&&) = delete;
    ~KeyFolder();

    const std::filesystem::path& path() const { return path_; }

    /// Fails as write_private_file does.
    Result<Done> write(const std::string& name, std::string_view text) const;
    void keep() { keep_ = true; }

private:
    KeyFolder(std::filesystem::path path, bool made) : path_(std::move(path)), made_(made) {}

    std::filesystem::path path_;
    bool made_ = false;
    bool keep_ = false;
};

/// The first line of a private file, or of an open descriptor ("/dev/fd/3"). Fails absent or
/// storage, refused (others may read it; fewer than twelve characters) or malformed.
Result<Secret> read_passphrase(const std::filesystem::path& path);

/// 32 random hex digits.
std::string random_passphrase();

/// Opens a key of the folder with the passphrase in the file. Fails as read_private_file,
/// read_passphrase and decrypt_key do.
Result<SigningKey> open_key(const std::filesystem::path& key_file,
                            const std::filesystem::path& passphrase_file);

}  // namespace placet::ledger
