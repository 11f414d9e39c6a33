#include "tools/bench/bare_sodium.h"

#include <sodium.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

namespace placet::bench {

std::size_t verify_bare(std::span<const SignedMessage> messages, unsigned threads) {
    std::atomic<std::size_t> valid = 0;
    const auto work = [&](std::size_t from, std::size_t end) {
        std::size_t own = 0;
        for (const auto& one : messages.subspan(from, end - from))
            own += crypto_sign_verify_detached(one.signature.data(), one.message.data(),
                                               one.message.size(), one.key.data()) == 0;
        valid += own;
    };
    std::vector<std::jthread> others;
    const auto part = (messages.size() + threads - 1) / threads;
    for (unsigned i = 1; i < threads; ++i)
        others.emplace_back(work, std::min(messages.size(), i * part),
                            std::min(messages.size(), (i + 1) * part));
    work(0, std::min(messages.size(), part));
    others.clear();  // waits
    return valid;
}

void derive_keys_bare(std::size_t count, unsigned threads) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&next, count] {
        const std::array<unsigned char, crypto_pwhash_SALTBYTES> salt = {1};
        std::array<unsigned char, 32> key = {};
        while (next++ < count)
            if (crypto_pwhash(key.data(), key.size(), "a badge and a PIN", 17, salt.data(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
                std::abort();  // no memory: there is nothing to compare with
    };
    std::vector<std::jthread> all;
    for (unsigned i = 0; i < threads; ++i) all.emplace_back(work);
}

}  // namespace placet::bench
