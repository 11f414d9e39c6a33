#include "crypto/tile.h"

#include "crypto/text_rules.h"

#include <algorithm>
#include <cstdlib>

namespace placet {
namespace {

constexpr std::string_view folder = "tile/", entries = "entries", partial = ".p/";
constexpr int level_limit = 64;
constexpr std::uint64_t index_limit = std::uint64_t{1} << (63 - tile_height);

Error malformed(const char* why) { return {Fault::malformed, why}; }

/// Three digits a group, every group but the last marked: 1234067 is x001/x234/067.
std::string grouped(std::uint64_t index) {
    const auto digits = std::to_string(1000 + index % 1000).substr(1);
    std::string text = digits;
    while ((index /= 1000) != 0)
        text = 'x' + std::to_string(1000 + index % 1000).substr(1) + '/' + text;
    return text;
}

/// The digits of such groups as one number, whatever stands between them.
std::optional<std::uint64_t> ungrouped(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
    return parse_decimal(digits.empty() ? "0" : digits);
}

}  // namespace

std::string tile_path(const Tile& tile) {
    std::string path(folder);
    path += tile.kind == TileKind::entries ? std::string(entries) : std::to_string(tile.level);
    path += '/' + grouped(tile.index);
    if (static_cast<std::uint64_t>(tile.width) != tile_width)
        path.append(partial).append(std::to_string(tile.width));
    return path;
}

// Read generously, then held against its one spelling.
Result<Tile> parse_tile_path(std::string_view path) {
    const auto wrong = malformed("not the path of a tile");
    if (!path.starts_with(folder)) return wrong;
    const auto name = path.substr(folder.size());
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return wrong;
    const auto level = name.substr(0, slash);
    auto index = name.substr(slash + 1);
    auto width = std::optional(tile_width);
    if (const auto suffix = index.find(partial); suffix != std::string_view::npos) {
        width = parse_decimal(index.substr(suffix + partial.size()));
        index = index.substr(0, suffix);
    }
    const bool bundle = level == entries;
    const auto level_number = bundle ? 0 : parse_decimal(level);
    const auto index_number = ungrouped(index);
    if (!level_number || *level_number >= level_limit || !index_number ||
        *index_number >= index_limit || !width || *width == 0 || *width > tile_width)
        return wrong;
    const Tile tile{.kind = bundle ? TileKind::entries : TileKind::hashes,
                    .level = static_cast<int>(*level_number),
                    .index = *index_number,
                    .width = static_cast<int>(*width)};
    if (tile_path(tile) != path) return wrong;
    return tile;
}

std::vector<Tile> tiles_between(std::uint64_t old_size, std::uint64_t size) {
    std::vector<Tile> tiles;
    const auto append = [&](TileKind kind, int level) {
        const auto before = old_size >> (tile_height * level);  // hashes that the level had
        const auto hashes = size >> (tile_height * level);
        if (before == hashes) return;
        for (auto first = before / tile_width * tile_width; first < hashes; first += tile_width)
            tiles.push_back({.kind = kind,
                             .level = level,
                             .index = first / tile_width,
                             .width = static_cast<int>(std::min(tile_width, hashes - first))});
    };
    append(TileKind::entries, 0);
    for (int level = 0; level * tile_height < 63; ++level) append(TileKind::hashes, level);
    return tiles;
}

void append_to_bundle(Bytes& bundle, BytesView entry) {
    if (entry.size() > bundled_entry_limit) std::abort();
    bundle.push_back(static_cast<Byte>(entry.size() >> 8));
    bundle.push_back(static_cast<Byte>(entry.size()));
    bundle.insert(bundle.end(), entry.begin(), entry.end());
}

Result<std::vector<BytesView>> split_bundle(BytesView bundle, int width) {
    std::vector<BytesView> found;
    while (!bundle.empty()) {
        if (bundle.size() < 2) return malformed("a bundle that ends within a length");
        const auto size = static_cast<std::size_t>(bundle[0] << 8 | bundle[1]);
        bundle = bundle.subspan(2);
        if (bundle.size() < size) return malformed("a bundle that ends within an entry");
        found.push_back(bundle.first(size));
        bundle = bundle.subspan(size);
    }
    if (found.size() != static_cast<std::size_t>(width))
        return malformed("a bundle of another number of entries than its path says");
    return found;
}

}  // namespace placet
