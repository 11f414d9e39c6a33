// merkle.h: the tree of RFC 6962: appending, inclusion proofs and consistency proofs.
//
// Pure. Sizes and indexes are below 2^63. A tree size travels with its root only in a verified
// Checkpoint: a proof alone does not bind the two (RFC 6962, 2.1.1).
#pragma once

#include "crypto/hash.h"

#include <functional>
#include <vector>

namespace placet {

using Proof = std::vector<Hash>;

/// A perfect subtree: the hash of leaves [index << level, (index + 1) << level).
struct Node {
    int level = 0;
    std::uint64_t index = 0;
    Hash hash = {};

    friend bool operator==(const Node&, const Node&) = default;
};

/// A tree reduced to the roots of its perfect subtrees, largest first: all that appending needs.
class CompactRange {
public:
    CompactRange() = default;

    /// Rebuilds the range of a tree from its nodes, largest first.
    /// Fails (malformed) if they are not exactly the perfect subtrees of `size` leaves.
    static Result<CompactRange> from_nodes(std::uint64_t size, std::vector<Node> nodes);

    /// Appends a leaf and returns the perfect subtrees it completed, lowest first, the leaf
    /// included (level 0). Amortised below two node hashes.
    std::vector<Node> append(const Hash& leaf);

    std::uint64_t size() const { return size_; }
    const std::vector<Node>& nodes() const { return nodes_; }

    /// The root hash; empty_root() for no leaves.
    Hash root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<Node> nodes_;
};

/// Gives the hash of the perfect subtree (level, index) of a stored tree.
using NodeSource = std::function<Result<Hash>(int level, std::uint64_t index)>;

/// The perfect subtrees that a tree of `size` leaves is rebuilt from, largest first, and its root.
/// Both pass on what the source reports.
Result<CompactRange> range_of(std::uint64_t size, const NodeSource& nodes);
Result<Hash> root_of(std::uint64_t size, const NodeSource& nodes);

/// The first of `size` leaves in which two stored trees differ; `size` if in none. Asks for two
/// nodes per level. Passes on what the sources report.
Result<std::uint64_t> first_difference(std::uint64_t size, const NodeSource& a,
                                       const NodeSource& b);

/// The proof that leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1), leaf's sibling
/// first. Fails (malformed) unless index < size; passes on what the source reports.
Result<Proof> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeSource& nodes);

/// Fails (unverified) unless the proof shows the leaf at `index` under `root` of `size` leaves.
Result<Done> check_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                             const Proof& proof, const Hash& root);

/// The proof that the tree of `size` leaves extends that of `old_size` (RFC 6962, 2.1.2).
/// Fails (malformed) unless 1 <= old_size <= size; passes on what the source reports.
Result<Proof> prove_consistency(std::uint64_t old_size, std::uint64_t size,
                                const NodeSource& nodes);

/// Fails (unverified) unless the proof shows that `root` of `size` leaves extends `old_root`.
/// Size 0 is no proof question and fails; ask check_extends.
Result<Done> check_consistency(std::uint64_t old_size, std::uint64_t size, const Proof& proof,
                               const Hash& old_root, const Hash& root);

/// May a checkpoint (size, root) follow (old_size, old_root)? As check_consistency, and an empty
/// tree is extended by everything with an empty proof, its root being empty_root() (C2SP
/// tlog-witness).
Result<Done> check_extends(std::uint64_t old_size, std::uint64_t size, const Proof& proof,
                           const Hash& old_root, const Hash& root);

}  // namespace placet
