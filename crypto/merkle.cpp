#include "crypto/merkle.h"

#include <bit>
#include <cstdlib>
#include <optional>

namespace placet {

namespace {

constexpr std::uint64_t size_limit = std::uint64_t{1} << 63;

// The leaves [first, last): in every use, a subtree that RFC 6962 cuts out of a tree, so that
// first is a multiple of a power of two that is not below last - first.
struct Leaves {
    std::uint64_t first = 0;
    std::uint64_t last = 0;

    std::uint64_t count() const { return last - first; }
};

// The RFC's split: the left part is the largest power of two below the count, which is above 1.
struct Halves {
    Leaves left, right;
    explicit Halves(const Leaves& whole) {
        const std::uint64_t middle = whole.first + std::bit_floor(whole.count() - 1);
        left = {whole.first, middle};
        right = {middle, whole.last};
    }
};

// The perfect subtrees of `size` leaves from `first` on, largest first.
std::vector<Node> perfect_subtrees(std::uint64_t first, std::uint64_t size) {
    std::vector<Node> subtrees;
    while (size != 0) {
        const int level = static_cast<int>(std::bit_width(size)) - 1;
        subtrees.push_back({level, first >> level, {}});
        first += std::uint64_t{1} << level;
        size -= std::uint64_t{1} << level;
    }
    return subtrees;
}

// Perfect subtrees side by side, largest first, hashed together from the right.
Hash join(const std::vector<Node>& subtrees) {
    Hash root = subtrees.back().hash;
    for (std::size_t i = subtrees.size() - 1; i-- > 0;) root = node_hash(subtrees[i].hash, root);
    return root;
}

Result<Done> append_hash(const Leaves& leaves, const NodeSource& nodes, Proof& proof) {
    std::vector<Node> subtrees = perfect_subtrees(leaves.first, leaves.count());
    for (Node& node : subtrees) {
        Result<Hash> hash = nodes(node.level, node.index);
        if (!hash) return hash.error();
        node.hash = *hash;
    }
    proof.push_back(join(subtrees));
    return Done{};
}

// PATH of RFC 6962, 2.1.1, with the leaf's index counted in the whole tree.
Result<Done> append_path(std::uint64_t index, const Leaves& leaves, const NodeSource& nodes,
                         Proof& proof) {
    if (leaves.count() == 1) return Done{};
    const Halves half(leaves);
    const bool in_left = index < half.left.last;
    const auto below = append_path(index, in_left ? half.left : half.right, nodes, proof);
    if (!below) return below;
    return append_hash(in_left ? half.right : half.left, nodes, proof);
}

// SUBPROOF of RFC 6962, 2.1.2, with the old size counted in the whole tree. `complete`: the
// verifier holds the root of these leaves already, because it is the old root.
Result<Done> append_subproof(std::uint64_t old_size, const Leaves& leaves, bool complete,
                             const NodeSource& nodes, Proof& proof) {
    if (old_size == leaves.last) {
        if (complete) return Done{};
        return append_hash(leaves, nodes, proof);
    }
    const Halves half(leaves);
    const bool in_left = old_size <= half.left.last;
    const auto below = in_left ? append_subproof(old_size, half.left, complete, nodes, proof)
                               : append_subproof(old_size, half.right, false, nodes, proof);
    if (!below) return below;
    return append_hash(in_left ? half.right : half.left, nodes, proof);
}

// The way from a node to the root: at each level, where the next proof hash stands.
class Climb {
public:
    Climb(std::uint64_t index, std::uint64_t size) : node_(index), last_(size - 1) {}

    void skip_level() { node_ >>= 1, last_ >>= 1; }
    bool at_right_end_of_pair() const { return (node_ & 1) != 0; }
    bool at_root() const { return last_ == 0; }

    enum class Side { left, right };

    // Where the sibling stands that the next proof hash must be; nothing above the root.
    std::optional<Side> next() {
        if (at_root()) return std::nullopt;
        const bool sibling_left = at_right_end_of_pair() || node_ == last_;
        // A node without a right neighbour rises unchanged to the level where it is a right child.
        if (sibling_left)
            while (!at_right_end_of_pair() && node_ != 0) skip_level();
        skip_level();
        return sibling_left ? Side::left : Side::right;
    }

private:
    std::uint64_t node_;
    std::uint64_t last_;
};

Error unproven(const char* what) { return {Fault::unverified, what}; }

}  // namespace

Result<CompactRange> CompactRange::from_nodes(std::uint64_t size, std::vector<Node> nodes) {
    const Error wrong{Fault::malformed, "not the perfect subtrees of a tree of that size"};
    if (size >= size_limit) return wrong;
    const std::vector<Node> expected = perfect_subtrees(0, size);
    if (nodes.size() != expected.size()) return wrong;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].level != expected[i].level || nodes[i].index != expected[i].index)
            return wrong;

    CompactRange range;
    range.size_ = size;
    range.nodes_ = std::move(nodes);
    return range;
}

std::vector<Node> CompactRange::append(const Hash& leaf) {
    if (size_ + 1 >= size_limit) std::abort();
    Node node{0, size_, leaf};
    std::vector<Node> completed = {node};
    while ((node.index & 1) != 0) {  // its left sibling is on top
        node = {node.level + 1, node.index >> 1, node_hash(nodes_.back().hash, node.hash)};
        nodes_.pop_back();
        completed.push_back(node);
    }
    nodes_.push_back(node);
    ++size_;
    return completed;
}

Hash CompactRange::root() const { return nodes_.empty() ? empty_root() : join(nodes_); }

Result<CompactRange> range_of(std::uint64_t size, const NodeSource& nodes) {
    if (size >= size_limit) return Error{Fault::malformed, "no tree has that size"};
    std::vector<Node> edge = perfect_subtrees(0, size);
    for (auto& node : edge) {
        const auto hash = nodes(node.level, node.index);
        if (!hash) return hash.error();
        node.hash = *hash;
    }
    return CompactRange::from_nodes(size, std::move(edge));
}

Result<Hash> root_of(std::uint64_t size, const NodeSource& nodes) {
    const auto range = range_of(size, nodes);
    if (!range) return range.error();
    return range->root();
}

Result<std::uint64_t> first_difference(std::uint64_t size, const NodeSource& a,
                                       const NodeSource& b) {
    if (size >= size_limit) return Error{Fault::malformed, "no tree has that size"};
    const auto differ = [&](const Node& node) -> Result<bool> {
        const auto left = a(node.level, node.index);
        if (!left) return left.error();
        const auto right = b(node.level, node.index);
        if (!right) return right.error();
        return *left != *right;
    };
    for (Node node : perfect_subtrees(0, size)) {
        const auto here = differ(node);
        if (!here) return here.error();
        if (!*here) continue;
        while (node.level > 0) {
            node = {.level = node.level - 1, .index = node.index * 2};
            const auto left = differ(node);
            if (!left) return left.error();
            if (!*left) ++node.index;
        }
        return node.index;
    }
    return size;
}

Result<Proof> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeSource& nodes) {
    if (index >= size || size >= size_limit)
        return Error{Fault::malformed, "no such leaf in a tree of that size"};
    Proof proof;
    const auto path = append_path(index, {0, size}, nodes, proof);
    if (!path) return path.error();
    return proof;
}

Result<Done> check_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                             const Proof& proof, const Hash& root) {
    if (index >= size || size >= size_limit)
        return unproven("the inclusion proof names a leaf beyond the tree");
    Climb climb(index, size);
    Hash reached = leaf;
    for (const Hash& sibling : proof) {
        const auto side = climb.next();
        if (!side) return unproven("the inclusion proof is too long");
        reached =
            *side == Climb::Side::left ? node_hash(sibling, reached) : node_hash(reached, sibling);
    }
    if (!climb.at_root()) return unproven("the inclusion proof is too short");
    if (reached != root) return unproven("the inclusion proof leads to another root hash");
    return Done{};
}

Result<Proof> prove_consistency(std::uint64_t old_size, std::uint64_t size,
                                const NodeSource& nodes) {
    if (old_size == 0 || old_size > size || size >= size_limit)
        return Error{Fault::malformed, "no consistency proof between trees of these sizes"};
    Proof proof;
    const auto subproof = append_subproof(old_size, {0, size}, true, nodes, proof);
    if (!subproof) return subproof.error();
    return proof;
}

Result<Done> check_consistency(std::uint64_t old_size, std::uint64_t size, const Proof& proof,
                               const Hash& old_root, const Hash& root) {
    if (old_size == 0 || old_size > size || size >= size_limit)
        return unproven("no consistency proof between trees of these sizes");
    if (old_size == size) {
        if (!proof.empty()) return unproven("the consistency proof is too long");
        if (old_root != root) return unproven("two root hashes for one tree size");
        return Done{};
    }

    // The first hash is the largest perfect subtree at the end of the old tree; where that is
    // the whole old tree, the proof leaves it out, because the verifier has it.
    auto next = proof.begin();
    Hash first = old_root;
    if (!std::has_single_bit(old_size)) {
        if (proof.empty()) return unproven("the consistency proof is too short");
        first = *next++;
    }
    Climb climb(old_size - 1, size);
    while (climb.at_right_end_of_pair()) climb.skip_level();

    Hash old_reached = first;
    Hash reached = first;
    for (; next != proof.end(); ++next) {
        const auto side = climb.next();
        if (!side) return unproven("the consistency proof is too long");
        if (*side == Climb::Side::left) {
            old_reached = node_hash(*next, old_reached);
            reached = node_hash(*next, reached);
        } else {
            reached = node_hash(reached, *next);
        }
    }
    if (!climb.at_root()) return unproven("the consistency proof is too short");
    if (old_reached != old_root) return unproven("the consistency proof has another old root hash");
    if (reached != root) return unproven("the consistency proof leads to another root hash");
    return Done{};
}

Result<Done> check_extends(std::uint64_t old_size, std::uint64_t size, const Proof& proof,
                           const Hash& old_root, const Hash& root) {
    if (old_size != 0) return check_consistency(old_size, size, proof, old_root, root);
    if (size >= size_limit) return unproven("a tree size beyond every log");
    if (!proof.empty()) return unproven("a proof from the empty tree has no hashes");
    if (old_root != empty_root()) return unproven("a wrong root hash for the empty tree");
    if (size == 0 && root != empty_root()) return unproven("a wrong root hash for the empty tree");
    return Done{};
}

}  // namespace placet
