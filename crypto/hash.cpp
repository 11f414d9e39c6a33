#include "crypto/hash.h"

#include <openssl/evp.h>
#include <algorithm>
#include <cstdlib>

namespace placet {

namespace {

/// libcrypto's SHA-256, which uses the processor's own instructions for it where there are any
/// (libsodium's does not: five times slower on entries and nodes of the tree). The algorithm is
/// looked up once and the state is kept, one per thread: the look-up costs more than a hash. In a
/// context of its own, the machine's OpenSSL configuration has no say.
class Sha256 {
public:
    Sha256() {
        static EVP_MD* const algorithm = EVP_MD_fetch(OSSL_LIB_CTX_new(), "SHA256", nullptr);
        if (state_ == nullptr || EVP_DigestInit_ex2(state_, algorithm, nullptr) != 1)
            std::abort();  // a library without SHA-256: nothing here is safe
    }
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256() { EVP_MD_CTX_free(state_); }

    Hash of(BytesView first, BytesView second) {
        Hash hash;
        const bool good = EVP_DigestInit_ex2(state_, nullptr, nullptr) == 1 &&
                          EVP_DigestUpdate(state_, first.data(), first.size()) == 1 &&
                          EVP_DigestUpdate(state_, second.data(), second.size()) == 1 &&
                          EVP_DigestFinal_ex(state_, hash.bytes.data(), nullptr) == 1;
        if (!good) std::abort();
        return hash;
    }

private:
    EVP_MD_CTX* state_ = EVP_MD_CTX_new();
};

Hash hash_together(BytesView first, BytesView second) {
    thread_local Sha256 sha256;
    return sha256.of(first, second);
}

Result<Hash> hash_of(Result<Bytes> bytes) {
    Hash hash;
    if (!bytes) return bytes.error();
    if (bytes->size() != hash.bytes.size())
        return Error{Fault::malformed, "a hash has 32 bytes, this has another number"};
    std::copy(bytes->begin(), bytes->end(), hash.bytes.begin());
    return hash;
}

/// 0 to 15; -1 for what is no lowercase hexadecimal digit.
int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

}  // namespace

Hash sha256(BytesView bytes) { return hash_together(bytes, {}); }

Hash leaf_hash(BytesView entry) {
    constexpr Byte prefix = 0x00;
    return hash_together({&prefix, 1}, entry);
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

// A hash is public: not from_hex, which takes as long for every digit and allocates.
Result<Hash> hash_from_hex(std::string_view text) {
    Hash hash;
    bool good = text.size() == 2 * hash.bytes.size();
    for (std::size_t i = 0; good && i < text.size(); ++i) {
        const int value = hex_value(text[i]);
        good = value >= 0;
        hash.bytes[i / 2] = static_cast<Byte>(hash.bytes[i / 2] << 4 | (value & 0xF));
    }
    if (!good) return Error{Fault::malformed, "a hash has 64 lowercase hexadecimal digits"};
    return hash;
}

Result<Hash> hash_from_base64(std::string_view text) { return hash_of(from_base64(text)); }

}  // namespace placet
