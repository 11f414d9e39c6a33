// static_path.h: the names of a static directory's files (static_directory.h says what they hold),
// as somebody may have written them. One file has exactly one name; nothing else is served.
#pragma once

#include "crypto/tile.h"

#include <optional>
#include <string>
#include <string_view>

namespace placet::ledger {

struct StaticPath {
    enum class Kind {
        checkpoint,  // "checkpoint"
        tile,        // "tile/0/x001/234.p/5", "tile/entries/x001/234"
        attachment,  // "blob/<SHA-256>"
        evidence,    // "evidence/<SHA-256>.json"
    };

    std::string feed = {};  // SHA-256 of the origin in hex, of a feed that is not at the root
    Kind kind = Kind::checkpoint;
    Tile tile = {};
    std::string hash = {};  // of an attachment or evidence: 64 lowercase hexadecimal digits

    /// What it names never changes.
    bool immutable() const { return kind == Kind::tile || kind == Kind::attachment; }

    bool operator==(const StaticPath&) const = default;
};

/// Nothing for any other text.
std::optional<StaticPath> parse_static_path(std::string_view text);

std::string format_static_path(const StaticPath& path);

}  // namespace placet::ledger
