// badge.h: what a badge says, and the store of persons' keys that badges and PINs open.
//
// A badge is a text, printed as a QR code or typed:
//
//     placet-<first 8 digits of the charter's nonce>-<person id>-<secret, 32 hex digits>
//
// The person's key is encrypted under Argon2id(secret, PIN). The key store is a file of its own
// beside the ledger, never exported; the ledger holds public keys only. Source: architecture.md 5.
#pragma once

#include "crypto/key_file.h"
#include "ledger/record.h"

#include <filesystem>
#include <map>
#include <string>

namespace placet::ledger {

inline constexpr std::size_t pin_digits = 6;

/// A badge as presented: whose it says it is, and its secret.
struct Badge {
    PersonId person = {};
    Secret secret;
};

/// What every badge of this conference begins with.
std::string badge_beginning(std::string_view nonce);

/// What a new badge of this person says. Requires a person id of lower-case letters, digits and
/// hyphens, and a secret of 16 bytes.
std::string format_badge(std::string_view nonce, const PersonId& person, const Secret& secret);

/// Fails malformed (no badge), or refused (a badge of another conference: said before any PIN is
/// asked).
Result<Badge> parse_badge(std::string_view text, std::string_view nonce);

/// At most 40 lower-case letters, digits and hyphens: what a badge can carry.
bool is_person_id(std::string_view id);

/// Six digits.
bool is_pin(std::string_view text);

/// Encrypted keys by person.
class KeyStore {
public:
    KeyStore(std::string nonce) : nonce_(std::move(nonce)) {}

    /// Fails absent, malformed (naming the line), refused (others may read the file), or refused
    /// (keys of another conference).
    static Result<KeyStore> load(const std::filesystem::path& path, std::string_view nonce);

    /// Writes a new file; fails refused if it exists.
    Result<Done> write_new(const std::filesystem::path& path) const;

    /// Encrypts the key under badge secret and PIN. Takes as long as Argon2id does.
    void add(const PersonId& person, const SigningKey& key, const Secret& secret,
             std::string_view pin);
    /// The same, with what encrypt_key gave; for work done on several threads.
    void add(const PersonId& person, std::string encrypted);

    bool holds(const PersonId& person) const { return keys_.contains(person); }
    std::size_t size() const { return keys_.size(); }

    /// Fails absent (no key here: the person votes at another kiosk) or unverified (wrong PIN or
    /// wrong badge). Takes as long as Argon2id does.
    Result<SigningKey> open(const Badge& badge, std::string_view pin) const;

private:
    std::string nonce_;
    std::map<PersonId, std::string> keys_;
};

/// What the key is encrypted under: secret, then the PIN's digits.
Secret passphrase_of(const Secret& secret, std::string_view pin);

}  // namespace placet::ledger
