// stored_tree.h: a tree that keeps every perfect subtree, as a ledger does, and the root hash as
// RFC 6962 defines it, computed from the leaves alone.
#pragma once

#include "crypto/merkle.h"

#include <bit>
#include <map>
#include <utility>

namespace placet::tests {

class StoredTree {
public:
    void append(const Hash& leaf) {
        leaves_.push_back(leaf);
        for (const Node& node : range_.append(leaf)) nodes_[{node.level, node.index}] = node.hash;
        roots_.push_back(range_.root());
    }

    const CompactRange& range() const { return range_; }
    const Hash& leaf(std::uint64_t index) const { return leaves_.at(index); }
    /// What the compact range gave when the tree had this size.
    const Hash& root(std::uint64_t size) const { return roots_.at(size); }

    /// A source that has only the nodes of these leaves and fails for any other.
    NodeSource source(std::uint64_t size) const {
        return [this, size](int level, std::uint64_t index) -> Result<Hash> {
            const auto found = nodes_.find({level, index});
            if (found == nodes_.end() || (index + 1) << level > size)
                return Error{Fault::absent, "no such node"};
            return found->second;
        };
    }

    /// MTH of RFC 6962, 2.1, of the leaves [first, last).
    Hash defined_root(std::uint64_t first, std::uint64_t last) const {
        if (first == last) return sha256({});
        if (last - first == 1) return leaves_.at(first);
        const std::uint64_t middle = first + std::bit_floor(last - first - 1);
        return node_hash(defined_root(first, middle), defined_root(middle, last));
    }

private:
    CompactRange range_;
    std::vector<Hash> leaves_;
    std::vector<Hash> roots_ = {empty_root()};
    std::map<std::pair<int, std::uint64_t>, Hash> nodes_;
};

/// Leaf i is the hash of the one byte i (of two, above 255), so that all differ.
inline StoredTree numbered_tree(std::uint64_t size) {
    StoredTree tree;
    for (std::uint64_t i = 0; i < size; ++i) {
        Bytes entry = {static_cast<Byte>(i)};
        if (i > 255) entry.push_back(static_cast<Byte>(i >> 8));
        tree.append(leaf_hash(entry));
    }
    return tree;
}

/// The hash with one bit changed.
inline Hash changed(Hash hash, std::size_t bit = 0) {
    hash.bytes[bit / 8 % 32] ^= static_cast<Byte>(1U << (bit % 8));
    return hash;
}

}  // namespace placet::tests
