#include "ledger/feed_tree.h"

#include "crypto/tile.h"
#include "ledger/store_file.h"

#include <fmt/format.h>

namespace placet::ledger {

Result<FeedTree> FeedTree::restore(Store& store, const StoredFeed& feed) {
    FeedTree restored(feed);
    const auto size = store.size(feed.number);
    if (!size) return size.error();
    const auto last = store.last_checkpoint(feed.number);
    if (!last) return last.error();
    if (!*last) {
        if (*size != 0) return corrupt_ledger("There are entries and no checkpoint");
        return restored;
    }
    const auto checkpoint = open_checkpoint((*last)->note, feed.key);
    if (!checkpoint) return corrupt_ledger("The last checkpoint is not signed by this terminal");
    if (checkpoint->size != *size)
        return corrupt_ledger(fmt::format("The last checkpoint is of {} entries, and there are {}",
                                          checkpoint->size, *size));
    auto tree = range_of(*size, restored.nodes(store));
    if (!tree) return tree.error();
    if (tree->root() != checkpoint->root)
        return corrupt_ledger("The tree does not lead to the root that was signed");
    restored.tree_ = std::move(*tree);
    restored.note_ = (*last)->note;
    return restored;
}

Checkpoint FeedTree::checkpoint() const {
    return {.origin = feed_.key.name, .size = tree_.size(), .root = tree_.root()};
}

Result<Hash> FeedTree::node(Store& store, int level, std::uint64_t index) const {
    const int stored = level / tile_height;  // tile roots of this level, or leaves
    const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level % tile_height);
    const std::uint64_t from = index * width;
    const auto hashes = stored == 0 ? store.leaves(from, width, feed_.number)
                                    : store.tile_roots(stored, from, width, feed_.number);
    if (!hashes) return hashes.error();
    if (hashes->size() != width) return corrupt_ledger("Hashes of the tree are missing");
    CompactRange range;
    for (const auto& hash : *hashes) range.append(hash);
    return range.root();
}

NodeSource FeedTree::nodes(Store& store) const {
    return [this, &store](int level, std::uint64_t index) { return node(store, level, index); };
}

Result<CompactRange> FeedTree::range_at(Store& store, std::uint64_t size) const {
    return range_of(size, nodes(store));
}

Result<Hash> FeedTree::root_at(Store& store, std::uint64_t size) const {
    return root_of(size, nodes(store));
}

Result<Proof> FeedTree::consistency(Store& store, std::uint64_t size) const {
    return prove_consistency(size, this->size(), nodes(store));
}

Result<StoredEntry> FeedTree::append(Store& store, NewEntry entry, const Hash& leaf) {
    StoredEntry stored{.seq = tree_.size(),
                       .data = std::move(entry.data),
                       .leaf = leaf,
                       .type = std::move(entry.type),
                       .run = entry.run,
                       .ballot = std::move(entry.ballot)};
    if (const auto done = store.insert(stored, feed_.number); !done) return done.error();
    for (const auto& node : tree_.append(leaf)) {
        if (node.level == 0 || node.level % tile_height != 0) continue;
        const auto done =
            store.insert_tile_root(node.level / tile_height, node.index, node.hash, feed_.number);
        if (!done) return done.error();
    }
    return stored;
}

Result<Done> FeedTree::sign_off(Store& store, std::string note) {
    const auto stored = store.insert_checkpoint(
        {.size = tree_.size(), .root = tree_.root(), .note = note}, feed_.number);
    if (!stored) return stored.error();
    note_ = std::move(note);
    return Done{};
}

}  // namespace placet::ledger
