// seal.h: a person's signature inside an entry.
//
// A seal does not bind the entry's place, so that a concurrent append cannot break it; what must
// be bound against replay stands inside the content. Keys of seals and of checkpoints never serve
// for each other: the first bytes of what is signed differ.
#pragma once

#include "crypto/keys.h"

#include <string>

namespace placet {

/// What a seal binds. The charter's leaf hash is empty in the charter itself, 32 bytes elsewhere.
struct Sealed {
    BytesView charter = {};
    std::string_view type = {};  // with its version: "ballot/1"
    std::string_view unit = {};
    std::string_view role = {};
    std::string_view person = {};
    std::string_view content = {};  // canonical bytes, exactly as in the entry
};

/// `placet/seal/v1`, NUL, then every part as 32-bit big-endian length and bytes, in the order of
/// the struct.
Bytes seal_message(const Sealed& sealed);

Signature sign_seal(const SigningKey& key, const Sealed& sealed);

/// Fails (unverified) unless the key sealed exactly these parts.
Result<Done> check_seal(const PublicKey& key, const Sealed& sealed, const Signature& signature);

}  // namespace placet
