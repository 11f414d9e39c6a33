// store_rows.h: what the rows of a ledger's file hold. Part of store.h.
#pragma once

#include "crypto/keys.h"

#include <optional>
#include <string>
#include <vector>

namespace placet::ledger {

inline constexpr std::size_t block_limit = 256;                   // entries read at once
inline constexpr std::size_t attachment_size_limit = 8UL << 20U;  // bytes

/// Names a feed within one file.
using FeedNo = std::int64_t;
/// This terminal's own feed; of a copy, the spine.
inline constexpr FeedNo first_feed = 1;

/// One history of a feed.
struct StoredFeed {
    FeedNo number = first_feed;
    VerifierKey key = {};
    bool own = true;
    std::int64_t branch = 0;  // above 0: another history that the same key signed
    std::uint64_t base = 0;   // entries that it shares with branch 0, where they are stored
};

struct StoredEntry {
    std::uint64_t seq = 0;
    std::string data = {};
    Hash leaf = {};
    std::string type = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::string> ballot = {};
};

struct StoredCheckpoint {
    std::uint64_t size = 0;
    Hash root = {};
    std::string note = {};
};

struct StoredEvidence {
    FeedNo feed = first_feed;
    std::string json = {};  // known by its SHA-256
};

}  // namespace placet::ledger
