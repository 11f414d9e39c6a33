// static_path.h: the names of a static directory's files (C2SP tlog-tiles, and what FORMAT.md lays
// beside). One file has exactly one name; nothing else in the directory is read or served.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace placet::ledger {

inline constexpr unsigned full_tile = 256;

struct StaticPath {
    enum class Kind {
        checkpoint,  // "checkpoint"
        tile,        // "tile/0/x001/234.p/5": hashes
        entries,     // "tile/entries/x001/234": an entry bundle
        blob,        // "blob/<sha256>": an attachment
        evidence,    // "evidence/<sha256>.json": a fork
    };

    std::string feed = {};  // SHA-256 of the origin in hex, of a feed beside the directory's own
    Kind kind = Kind::checkpoint;
    unsigned level = 0;          // of a tile, 0 to 63
    std::uint64_t index = 0;     // of a tile or bundle, below 2^56
    unsigned width = full_tile;  // of a tile or bundle, 1 to 256; less than 256 is partial
    std::string hash = {};       // of a blob or evidence, 64 lowercase hexadecimal digits

    /// What it names never changes.
    bool immutable() const { return kind != Kind::checkpoint && kind != Kind::evidence; }

    bool operator==(const StaticPath&) const = default;
};

/// Nothing for any other text.
std::optional<StaticPath> parse_static_path(std::string_view text);

std::string format_static_path(const StaticPath& path);

}  // namespace placet::ledger
