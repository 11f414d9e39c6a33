// key_file.h: a signing key encrypted under a passphrase (Argon2id), and its file.
#pragma once

#include "crypto/keys.h"
#include "crypto/whole_file.h"

#include <string>

namespace placet {

/// Cost of guessing. interactive: 64 MiB and 2 passes, for a badge secret and PIN at a kiosk;
/// moderate: 256 MiB and 3 passes, for the root key (libsodium's constants of those names).
enum class KeyCost { interactive, moderate };

/// A signing key that only the passphrase opens, as one line of canonical JSON text without LF.
/// Encrypted with XChaCha20-Poly1305, which binds every other member too:
///
///     {"cipher":"<48 bytes>","cost":"interactive","kdf":"argon2id","nonce":"<24 bytes>",
///      "public":"<32 bytes>","salt":"<16 bytes>","v":1}    (one line, base64)
///
/// Every call takes a new salt and nonce. Ends the program if the memory for Argon2id is not there.
std::string encrypt_key(const SigningKey& key, BytesView passphrase, KeyCost cost);

/// Fails malformed (not exactly such a text), unverified (wrong passphrase, or the text was
/// changed: the two cannot be told apart), or full (no memory for Argon2id).
Result<SigningKey> decrypt_key(std::string_view text, BytesView passphrase);

/// The public half without the passphrase. Not verified until the key is decrypted.
Result<PublicKey> public_half(std::string_view text);

}  // namespace placet
