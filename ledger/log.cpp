#include "ledger/log.h"

#include <fmt/format.h>
#include <bit>

namespace placet::ledger {
namespace {

constexpr int tile_height = 8;  // a tile holds 256 hashes

Error corrupt(std::string_view what) {
    return {Fault::corrupt,
            fmt::format("{}. Nothing is written. Keep this file as it is and call the secretariat.",
                        what)};
}

}  // namespace

Log::Log(Store store, VerifierKey key) : store_(std::move(store)), key_(std::move(key)) {}

Result<Log> Log::create(const std::filesystem::path& path, const VerifierKey& key,
                        const Options& options) {
    std::optional<Mark> mark;
    if (options.mark) {
        auto opened = Mark::open(*options.mark, key);
        if (!opened) return opened.error();
        if (const auto& known = opened->latest())
            return Error{Fault::forked,
                         fmt::format("{} entries of this very feed were signed before. Nothing was "
                                     "made. Open the ledger that holds them; a new ledger needs a "
                                     "new key.",
                                     known->size)};
        mark = std::move(*opened);
    }
    auto store = Store::create(path, key, options.vfs);
    if (!store) return store.error();
    Log log(std::move(*store), key);
    log.mark_ = std::move(mark);
    return log;
}

Result<Log> Log::open(const std::filesystem::path& path, const Options& options) {
    auto store = Store::open(path, options.vfs);
    if (!store) return store.error();
    auto key = store->own_key();
    if (!key) return key.error();
    Log log(std::move(*store), std::move(*key));
    if (const auto restored = log.restore_tree(); !restored) return restored.error();
    if (!options.mark) return log;
    auto mark = Mark::open(*options.mark, log.key_);
    if (!mark) return mark.error();
    if (const auto compared = log.compare_with(std::move(*mark)); !compared)
        return compared.error();
    return log;
}

/// Rebuilds the right edge from at most 255 hashes per level and compares it with what was signed.
Result<Done> Log::restore_tree() {
    const auto size = store_.size();
    if (!size) return size.error();
    const auto last = store_.last_checkpoint();
    if (!last) return last.error();
    if (!*last) {
        if (*size != 0) return corrupt("There are entries and no checkpoint");
        return Done{};
    }
    const auto checkpoint = open_checkpoint((*last)->note, key_);
    if (!checkpoint) return corrupt("The last checkpoint is not signed by this terminal");
    if (checkpoint->size != *size)
        return corrupt(fmt::format("The last checkpoint is of {} entries, and there are {}",
                                   checkpoint->size, *size));
    std::vector<Node> nodes;
    for (int level = 62; level >= 0; --level) {
        const auto bit = static_cast<unsigned>(level);
        if ((*size >> bit & 1U) == 0) continue;
        const std::uint64_t index = (*size >> (bit + 1)) << 1U;
        const auto hash = node(level, index);
        if (!hash) return hash.error();
        nodes.push_back({.level = level, .index = index, .hash = *hash});
    }
    auto tree = CompactRange::from_nodes(*size, std::move(nodes));
    if (!tree || tree->root() != checkpoint->root)
        return corrupt("The tree does not lead to the root that was signed");
    tree_ = std::move(*tree);
    note_ = (*last)->note;
    return Done{};
}

Result<Hash> Log::node(int level, std::uint64_t index) {
    const int stored = level / tile_height;  // tile roots of this level, or leaves
    const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level % tile_height);
    const std::uint64_t from = index * width;
    const auto hashes =
        stored == 0 ? store_.leaves(from, width) : store_.tile_roots(stored, from, width);
    if (!hashes) return hashes.error();
    if (hashes->size() != width) return corrupt("Hashes of the tree are missing");
    CompactRange range;
    for (const auto& hash : *hashes) range.append(hash);
    return range.root();
}

Result<Done> Log::compare_with(Mark mark) {
    if (const auto& known = mark.latest()) {
        if (known->size > size())
            return Error{
                Fault::forked,
                fmt::format("This ledger has {} entries, and {} were signed: {} are missing "
                            "here. Nothing is written. Bring the newer copy of this ledger; "
                            "do not go on with this one.",
                            size(), known->size, known->size - size())};
        const auto proof = prove_consistency(
            known->size, size(),
            [this](int level, std::uint64_t index) { return node(level, index); });
        if (!proof || !check_consistency(known->size, size(), *proof, known->root, tree_.root()))
            return Error{Fault::forked,
                         "The mark on the second medium knows another history of this ledger. "
                         "Nothing is written. Keep both and call the secretariat."};
    }
    if (size() > 0 && (!mark.latest() || mark.latest()->size < size()))
        if (const auto marked = mark.write(checkpoint(), note_); !marked) return marked.error();
    mark_ = std::move(mark);
    return Done{};
}

Checkpoint Log::checkpoint() const {
    return {.origin = key_.name, .size = tree_.size(), .root = tree_.root()};
}

Result<Checkpoint> Log::append(std::span<const NewEntry> entries, const SigningKey& key) {
    if (key.public_key() != key_.key)
        return Error{Fault::unverified,
                     "This is not the key of this ledger's terminal. Nothing was written. Give the "
                     "key that was made with this ledger."};
    CompactRange tree = tree_;
    std::string note;
    if (const auto written = write(entries, tree, note, key); !written) {
        store_.roll_back();
        return written.error();
    }
    tree_ = std::move(tree);
    note_ = std::move(note);
    // A mark that fails does not undo the commit: the entry is recorded, the second copy is not.
    if (mark_)
        if (const auto marked = mark_->write(checkpoint(), note_); !marked) mark_.reset();
    return checkpoint();
}

Result<Done> Log::write(std::span<const NewEntry> entries, CompactRange& tree, std::string& note,
                        const SigningKey& key) {
    if (const auto begun = store_.begin(); !begun) return begun.error();
    for (const auto& entry : entries) {
        const StoredEntry stored{.seq = tree.size(),
                                 .data = entry.data,
                                 .leaf = leaf_hash(bytes_of(entry.data)),
                                 .type = entry.type,
                                 .run = entry.run,
                                 .ballot = entry.ballot};
        if (const auto done = store_.insert(stored); !done) return done.error();
        if (const auto done = store_.read_back(stored); !done) return done.error();
        for (const auto& node : tree.append(stored.leaf)) {
            if (node.level == 0 || node.level % tile_height != 0) continue;
            const auto done =
                store_.insert_tile_root(node.level / tile_height, node.index, node.hash);
            if (!done) return done.error();
        }
    }
    const Checkpoint checkpoint{.origin = key_.name, .size = tree.size(), .root = tree.root()};
    note = sign_checkpoint(checkpoint, key);
    // A signature that does not verify must not leave this transaction.
    if (const auto opened = open_checkpoint(note, key_); !opened)
        return corrupt("The checkpoint's own signature does not verify");
    const auto stored =
        store_.insert_checkpoint({.size = checkpoint.size, .root = checkpoint.root, .note = note});
    if (!stored) return stored.error();
    return store_.commit();
}

Result<Done> Log::attach(const Hash& sha256, BytesView bytes) {
    const auto held = store_.attachment(sha256);
    if (!held) return held.error();
    if (*held) return Done{};
    if (const auto begun = store_.begin(); !begun) return begun.error();
    if (const auto done = store_.insert_attachment(sha256, bytes); !done) {
        store_.roll_back();
        return done.error();
    }
    return store_.commit();
}

}  // namespace placet::ledger
