// static_directory.h: what lies where in a static directory (C2SP tlog-tiles, tlog-mirror). The
// spine lies at its root, every other feed in a folder named after the hash of its origin:
//
//     checkpoint                    of the spine
//     tile/0/x001/234, tile/entries/x001/234.p/17
//     blob/<SHA-256>                attachments, of all feeds
//     evidence/<SHA-256>.json       that a key signed two histories
//     <SHA-256 of the origin>/checkpoint, <...>/tile/...
#pragma once

#include "crypto/hash.h"

#include <string>
#include <string_view>

namespace placet::ledger {

inline constexpr std::size_t note_size_limit = 1UL << 20U;      // bytes (C2SP signed-note)
inline constexpr std::size_t evidence_size_limit = 1UL << 20U;  // bytes

/// "" for the feed at the root, otherwise "<64 hex digits>/".
std::string feed_folder(std::string_view origin, bool at_root);

inline constexpr std::string_view checkpoint_name = "checkpoint";
std::string attachment_path(const Hash& sha256);
std::string evidence_path(const Hash& sha256);

}  // namespace placet::ledger
