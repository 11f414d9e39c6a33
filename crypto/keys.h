// keys.h: Ed25519 keys: the half that signs, which is wiped and never copied, and the half that
// verifies, in the spelling of C2SP signed-note.
#pragma once

#include "crypto/hash.h"

#include <array>
#include <memory>
#include <string>

namespace placet {

using Signature = std::array<Byte, 64>;
using PublicKey = std::array<Byte, 32>;
using KeyId = std::array<Byte, 4>;

/// Memory for a secret: locked, guarded, wiped when it goes. Moved, never copied.
class Secret {
public:
    explicit Secret(std::size_t size);  // zeroed
    explicit Secret(BytesView bytes);   // copies; the caller wipes its own
    Secret(Secret&&) noexcept;
    Secret& operator=(Secret&&) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    std::span<Byte> bytes() { return {data_, size_}; }
    BytesView bytes() const { return {data_, size_}; }

private:
    Byte* data_ = nullptr;
    std::size_t size_ = 0;
};

/// What was typed, as a secret; the text is wiped and empty afterwards.
Secret take_secret(std::string& typed);

/// An Ed25519 signing key.
class SigningKey {
public:
    static SigningKey generate();
    /// Requires a seed of 32 bytes.
    static SigningKey from_seed(BytesView seed);

    const PublicKey& public_key() const { return public_key_; }
    /// The 32 bytes from which the key is made again; for key files only.
    Secret seed() const;
    /// Deterministic (RFC 8032): signing again after a crash gives the same bytes.
    Signature sign(BytesView message) const;

private:
    explicit SigningKey(Secret secret, const PublicKey& public_key);
    Secret secret_;
    PublicKey public_key_ = {};
};

/// Valid means: valid under libsodium's crypto_sign_verify_detached. Fails (unverified) otherwise.
Result<Done> check_signature(const PublicKey& key, BytesView message, const Signature& signature);

/// First four bytes of H(name || 0x0A || algorithm || key) (C2SP signed-note).
KeyId key_id(std::string_view name, Byte algorithm, BytesView key);

/// Signature types of C2SP signed-note that Placet uses.
inline constexpr Byte algorithm_ed25519 = 0x01;
inline constexpr Byte algorithm_cosignature_v1 = 0x04;

/// A named public key: `<name>+<8 hex of key ID>+<base64 of algorithm and key>`.
struct VerifierKey {
    std::string name = {};
    Byte algorithm = algorithm_ed25519;
    PublicKey key = {};

    KeyId id() const { return key_id(name, algorithm, key); }
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// A key name is not empty, is UTF-8 and holds neither white space (Unicode) nor '+' nor, as no
/// note may, a byte below 0x20.
bool is_key_name(std::string_view name);

/// The C2SP spelling. Parse accepts nothing that format would not print.
std::string format_verifier_key(const VerifierKey& key);

/// The key of a log or another signer of notes: algorithm_ed25519. Fails (malformed) on any other.
Result<VerifierKey> parse_verifier_key(std::string_view text);

/// The key of a witness: algorithm_cosignature_v1. Fails (malformed) on any other, so that neither
/// key stands in for the other.
Result<VerifierKey> parse_witness_key(std::string_view text);

}  // namespace placet
