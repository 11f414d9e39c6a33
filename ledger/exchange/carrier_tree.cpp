#include "ledger/exchange/carrier_tree.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t hash_size = sizeof(Hash::bytes);
constexpr std::size_t tiles_kept = 64;

Error damaged(const Carrier& carrier) {
    return {Fault::malformed,
            fmt::format("{}: a tile of hashes is not of the length that it must have. The "
                        "directory is damaged; nothing of it was used. Ask for a fresh copy.",
                        carrier.name())};
}

}  // namespace

Result<Bytes> read_tile(Carrier& carrier, const std::string& folder, const Tile& tile,
                        std::uint64_t from, std::size_t limit) {
    auto bytes = carrier.read(folder + tile_path(tile), from, limit);
    if (bytes || bytes.error().fault != Fault::absent || tile.width == static_cast<int>(tile_width))
        return bytes;
    Tile full = tile;
    full.width = static_cast<int>(tile_width);
    return carrier.read(folder + tile_path(full), from, limit);
}

Result<const Bytes*> CarrierTree::tile(int level, std::uint64_t index) {
    const auto key = std::pair(level, index);
    if (const auto known = tiles_.find(key); known != tiles_.end()) return &known->second;
    const auto count = size_ >> static_cast<unsigned>(tile_height * level);
    const auto width = std::min(tile_width, count - index * tile_width);
    auto bytes = read_tile(carrier_, folder_,
                           {.kind = TileKind::hashes,
                            .level = level,
                            .index = index,
                            .width = static_cast<int>(width)},
                           0, width * hash_size);
    if (!bytes) return bytes.error();
    if (bytes->size() != width * hash_size) return damaged(carrier_);
    if (tiles_.size() == tiles_kept) tiles_.clear();
    return &(tiles_[key] = std::move(*bytes));
}

Result<Hash> CarrierTree::node(int level, std::uint64_t index) {
    const int stored = level / tile_height;
    const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level % tile_height);
    const auto from = index * width;
    const auto count = size_ >> static_cast<unsigned>(tile_height * stored);
    if (from + width > count) return damaged(carrier_);
    const auto held = tile(stored, from / tile_width);
    if (!held) return held.error();
    CompactRange range;
    for (std::uint64_t i = from % tile_width; i < from % tile_width + width; ++i) {
        Hash hash;
        std::copy_n((*held)->begin() + static_cast<std::ptrdiff_t>(i * hash_size), hash_size,
                    hash.bytes.begin());
        range.append(hash);
    }
    return range.root();
}

Result<Hash> CarrierTree::root_at(std::uint64_t size) {
    return root_of(size, [this](int level, std::uint64_t index) { return node(level, index); });
}

Result<Proof> CarrierTree::consistency(std::uint64_t size) {
    return prove_consistency(size, size_,
                             [this](int level, std::uint64_t index) { return node(level, index); });
}

}  // namespace placet::ledger
