// tile.h: a log as files that never change (C2SP tlog-tiles 0.1.0): their paths, which of them a
// tree has, and bundles of entries.
//
// Element i of a hash tile (level L, index N) is the hash of the perfect subtree (8 L, 256 N + i).
// A bundle of entries has the index and the width of the hash tile of level 0 over it.
#pragma once

#include "crypto/bytes.h"

#include <vector>

namespace placet {

inline constexpr int tile_height = 8;  // levels of the tree from one tile to the next
inline constexpr std::uint64_t tile_width = 256;
inline constexpr std::size_t bundled_entry_limit = 65535;  // bytes

enum class TileKind { hashes, entries };

/// A hash tile of a level (0 to 63), or a bundle of entries (level 0). The index is below 2^55,
/// the width 1 to 256; a narrower tile than 256 is partial.
struct Tile {
    TileKind kind = TileKind::hashes;
    int level = 0;
    std::uint64_t index = 0;
    int width = static_cast<int>(tile_width);

    friend bool operator==(const Tile&, const Tile&) = default;
};

/// "tile/0/x001/234.p/5", "tile/entries/005".
std::string tile_path(const Tile& tile);

/// Fails (malformed) on whatever tile_path does not print.
Result<Tile> parse_tile_path(std::string_view path);

/// The tiles that a tree of `size` leaves has and one of `old_size` had not: what is to be written
/// after the log grew; from old_size 0, all. Entries first, then the levels from below.
/// Requires old_size <= size < 2^63; gives a tile for each 128 leaves or so.
std::vector<Tile> tiles_between(std::uint64_t old_size, std::uint64_t size);

/// Appends an entry to the bundle: its length in two bytes, big-endian, then its bytes.
/// Requires an entry of at most bundled_entry_limit bytes.
void append_to_bundle(Bytes& bundle, BytesView entry);

/// The entries of a bundle; valid as long as its bytes are. Fails (malformed) if it ends within an
/// entry or holds another number than `width`.
Result<std::vector<BytesView>> split_bundle(BytesView bundle, int width);

}  // namespace placet
