// hash.h: SHA-256, and the leaf and node hashes of an RFC 6962 tree.
#pragma once

#include "crypto/bytes.h"

#include <array>

namespace placet {

/// SHA-256 of something; what, the name of the variable says.
struct Hash {
    std::array<Byte, 32> bytes = {};

    friend bool operator==(const Hash&, const Hash&) = default;
    friend auto operator<=>(const Hash&, const Hash&) = default;
    operator BytesView() const { return bytes; }
};

/// SHA-256 of the bytes as they are.
Hash sha256(BytesView bytes);

/// H(0x00 || entry) (RFC 6962, 2.1).
Hash leaf_hash(BytesView entry);

/// H(0x01 || left || right) (RFC 6962, 2.1).
Hash node_hash(const Hash& left, const Hash& right);

/// The root hash of the tree without leaves: H("").
Hash empty_root();

/// Lowercase hexadecimal, 64 digits.
std::string hex(const Hash& hash);

/// Fails (malformed) unless the text is 64 lowercase hexadecimal digits.
Result<Hash> hash_from_hex(std::string_view text);

/// Fails (malformed) unless the text is the strict base64 of 32 bytes.
Result<Hash> hash_from_base64(std::string_view text);

}  // namespace placet
