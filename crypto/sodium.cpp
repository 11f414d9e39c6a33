#include "crypto/sodium.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

namespace placet {

void require_sodium() {
    static const bool started = sodium_init() >= 0;
    if (started) return;
    std::fputs("placet: libsodium cannot start, so nothing can be signed or checked; stopping\n",
               stderr);
    std::abort();
}

std::string_view sodium_version() { return sodium_version_string(); }

void fill_random(std::span<Byte> bytes) {
    require_sodium();
    if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
}

void wipe(std::span<Byte> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

}  // namespace placet
