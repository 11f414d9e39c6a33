#include "tools/bench/bare_sha256.h"

#include <openssl/evp.h>
#include <array>
#include <cstdlib>

namespace placet::bench {

void hash_bare(const std::vector<std::string>& leaves) {
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    auto* state = EVP_MD_CTX_new();
    constexpr unsigned char prefix = 0x00;
    std::array<unsigned char, 32> hash = {};
    for (const auto& leaf : leaves)
        if (EVP_DigestInit_ex2(state, algorithm, nullptr) != 1 ||
            EVP_DigestUpdate(state, &prefix, 1) != 1 ||
            EVP_DigestUpdate(state, leaf.data(), leaf.size()) != 1 ||
            EVP_DigestFinal_ex(state, hash.data(), nullptr) != 1)
            std::abort();  // a library without SHA-256: there is nothing to compare with
    EVP_MD_CTX_free(state);
}

}  // namespace placet::bench
