#include "ledger/exchange/log_check.h"

#include "ledger/exchange/bundle_reader.h"
#include "ledger/exchange/static_directory.h"

#include <fmt/format.h>
#include <array>

namespace placet::ledger {
namespace {

constexpr std::size_t hash_size = sizeof(Hash::bytes);
constexpr int tile_levels = 8;  // 63 levels of a tree, in tiles of eight

Error unlike(const Carrier& carrier, const std::string& path) {
    return {Fault::unverified,
            fmt::format("{}: {} is not what the entries imply: it was changed or is damaged. "
                        "Nothing of the directory is to be relied on. Ask for a fresh copy.",
                        carrier.name(), path)};
}

/// Follows the tree as entries come, and compares each tile when it is complete.
class TileCheck {
public:
    TileCheck(Carrier& carrier, const std::string& folder) : carrier_(carrier), folder_(folder) {}

    Result<Done> append(const Hash& leaf) {
        for (const auto& node : tree_.append(leaf)) {
            if (node.level % tile_height != 0) continue;
            const int level = node.level / tile_height;
            auto& tile = tiles_.at(static_cast<std::size_t>(level));
            tile.insert(tile.end(), node.hash.bytes.begin(), node.hash.bytes.end());
            if (tile.size() < tile_width * hash_size) continue;
            if (const auto same = compare(level, node.index / tile_width); !same)
                return same.error();
            tile.clear();
        }
        return Done{};
    }

    /// Compares the tiles that are not full, and gives the root.
    Result<Hash> finish() {
        for (int level = 0; level < tile_levels; ++level) {
            if (tiles_.at(static_cast<std::size_t>(level)).empty()) continue;
            const auto count = tree_.size() >> static_cast<unsigned>(tile_height * level);
            if (const auto same = compare(level, count / tile_width); !same) return same.error();
        }
        return tree_.root();
    }

private:
    Result<Done> compare(int level, std::uint64_t index) {
        const auto& expected = tiles_.at(static_cast<std::size_t>(level));
        const Tile tile{.kind = TileKind::hashes,
                        .level = level,
                        .index = index,
                        .width = static_cast<int>(expected.size() / hash_size)};
        const auto held = carrier_.read(folder_ + tile_path(tile), 0, expected.size() + 1);
        if (!held && held.error().fault == Fault::absent)
            return unlike(carrier_, folder_ + tile_path(tile));
        if (!held) return held.error();
        if (*held != expected) return unlike(carrier_, folder_ + tile_path(tile));
        return Done{};
    }

    Carrier& carrier_;
    const std::string& folder_;
    CompactRange tree_;
    std::array<Bytes, tile_levels> tiles_ = {};
};

}  // namespace

Result<Checkpoint> check_log(
    Carrier& carrier, const std::string& folder, const VerifierKey& key,
    const std::function<bool(std::uint64_t done, std::uint64_t of)>& progress) {
    const auto path = folder + std::string(checkpoint_name);
    const auto note = carrier.read(path, 0, note_size_limit + 1);
    if (!note) return note.error();
    auto checkpoint = open_checkpoint(text_of(*note), key);
    if (!checkpoint)
        return Error{Fault::unverified,
                     fmt::format("{}: the checkpoint {} is not signed by {}: {}", carrier.name(),
                                 path, key.name, checkpoint.error().detail)};
    BundleReader bundles(carrier, folder, checkpoint->size, BundleReader::Extent::exact);
    TileCheck tiles(carrier, folder);
    while (bundles.position() < checkpoint->size) {
        if (progress && !progress(bundles.position(), checkpoint->size))
            return Error{Fault::refused, "Stopped, as asked. Nothing was changed."};
        const auto entries = bundles.next();
        if (!entries) return entries.error();
        for (const auto& entry : *entries)
            if (const auto done = tiles.append(leaf_hash(bytes_of(entry))); !done)
                return done.error();
    }
    const auto root = tiles.finish();
    if (!root) return root.error();
    if (*root != checkpoint->root) return unlike(carrier, path);
    return checkpoint;
}

}  // namespace placet::ledger
