// bare_sha256.h: yardstick: the fastest packaged SHA-256, libcrypto's, in a loop.
#pragma once

#include <string>
#include <vector>

namespace placet::bench {

/// SHA-256 of 0x00 and the bytes, for each.
void hash_bare(const std::vector<std::string>& leaves);

}  // namespace placet::bench
