#include "crypto/hash.h"

#include <sodium.h>

#include <algorithm>

namespace placet {

namespace {

Result<Hash> hash_of(Result<Bytes> bytes) {
    Hash hash;
    if (!bytes) return bytes.error();
    if (bytes->size() != hash.bytes.size())
        return Error{Fault::malformed, "a hash has 32 bytes, this has another number"};
    std::copy(bytes->begin(), bytes->end(), hash.bytes.begin());
    return hash;
}

}  // namespace

Hash sha256(BytesView bytes) {
    Hash hash;
    crypto_hash_sha256(hash.bytes.data(), bytes.data(), bytes.size());
    return hash;
}

Hash leaf_hash(BytesView entry) {
    constexpr Byte prefix = 0x00;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, &prefix, 1);
    crypto_hash_sha256_update(&state, entry.data(), entry.size());
    Hash hash;
    crypto_hash_sha256_final(&state, hash.bytes.data());
    return hash;
}

Hash node_hash(const Hash& left, const Hash& right) {
    std::array<Byte, 65> message = {0x01};
    std::copy(left.bytes.begin(), left.bytes.end(), message.begin() + 1);
    std::copy(right.bytes.begin(), right.bytes.end(), message.begin() + 33);
    return sha256(message);
}

Hash empty_root() {
    static const Hash root = sha256({});
    return root;
}

std::string hex(const Hash& hash) { return hex(BytesView{hash.bytes}); }

Result<Hash> hash_from_hex(std::string_view text) { return hash_of(from_hex(text)); }

Result<Hash> hash_from_base64(std::string_view text) { return hash_of(from_base64(text)); }

}  // namespace placet
