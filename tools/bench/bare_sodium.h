// bare_sodium.h: yardstick: libsodium's own functions in a loop, and nothing else.
#pragma once

#include "crypto/keys.h"

#include <span>

namespace placet::bench {

struct SignedMessage {
    PublicKey key = {};
    Bytes message = {};
    Signature signature = {};
};

/// crypto_sign_verify_detached over all, on this many threads. Returns how many are valid.
std::size_t verify_bare(std::span<const SignedMessage> messages, unsigned threads);

/// crypto_pwhash (Argon2id) at the INTERACTIVE cost, this often in all.
void derive_keys_bare(std::size_t count, unsigned threads);

}  // namespace placet::bench
