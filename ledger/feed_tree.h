// feed_tree.h: one feed of a store: its tree, kept by its right edge, and its last signed
// checkpoint. The own feed (log.h) and those of others (exchange/) grow by it alike.
#pragma once

#include "crypto/checkpoint.h"
#include "ledger/store.h"

namespace placet::ledger {

/// An entry that is to be stored: its bytes, and what the store finds it by.
struct NewEntry {
    std::string data = {};
    std::string type = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::string> ballot = {};
};

class FeedTree {
public:
    /// Of a feed without entries.
    explicit FeedTree(StoredFeed feed) : feed_(std::move(feed)) {}

    /// Rebuilds the right edge and compares it with the last signed checkpoint; entries are not
    /// read. Requires branch 0. Fails storage, or corrupt if tree and checkpoint disagree.
    static Result<FeedTree> restore(Store& store, const StoredFeed& feed);

    const StoredFeed& feed() const { return feed_; }
    const VerifierKey& key() const { return feed_.key; }
    const CompactRange& tree() const { return tree_; }
    std::uint64_t size() const { return tree_.size(); }
    /// The last checkpoint's signed note; empty before the first entry.
    const std::string& note() const { return note_; }
    Checkpoint checkpoint() const;

    /// Hash of the perfect subtree (level, index), from stored tile roots and leaves; for proofs.
    /// Fails corrupt if it is not complete.
    Result<Hash> node(Store& store, int level, std::uint64_t index) const;
    /// The tree of the first `size` entries, and its root hash. Requires size <= size().
    Result<CompactRange> range_at(Store& store, std::uint64_t size) const;
    Result<Hash> root_at(Store& store, std::uint64_t size) const;
    /// That the tree extends that of its first `size` entries. Requires 1 <= size <= size().
    Result<Proof> consistency(Store& store, std::uint64_t size) const;

    /// Stores the entry after the last, with the tile roots that it completes. Requires a
    /// transaction; if that is rolled back, the tree must be dropped. Fails as Store::insert.
    Result<StoredEntry> append(Store& store, NewEntry entry, const Hash& leaf);
    /// Stores the note of a checkpoint over all entries. Requires that it was opened and agrees.
    Result<Done> sign_off(Store& store, std::string note);

private:
    NodeSource nodes(Store& store) const;

    StoredFeed feed_;
    CompactRange tree_;
    std::string note_;
};

}  // namespace placet::ledger
