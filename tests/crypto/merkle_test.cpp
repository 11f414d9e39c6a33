// Source: RFC 6962, sections 2.1, 2.1.1 and 2.1.2. Proofs of what the vectors leave out: every
// leaf and every pair of sizes, and every single change.
#include "crypto/merkle.h"

#include "tests/crypto/stored_tree.h"

#include <catch2/catch.hpp>

using namespace placet;
using tests::changed;
using tests::numbered_tree;

namespace {

constexpr std::uint64_t small = 64;   // sizes at which every single change is tried
constexpr std::uint64_t large = 300;  // sizes at which only the untouched proof is
constexpr std::uint64_t largest_size = (std::uint64_t{1} << 63) - 1;

// No INFO in the loops: the messages would cost more than the hashes.
#define CHECK_UNVERIFIED(what)                              \
    do {                                                    \
        const auto result = (what);                         \
        REQUIRE_FALSE(result);                              \
        REQUIRE(result.error().fault == Fault::unverified); \
    } while (false)

// A tree of `largest_size` equal leaves: every perfect subtree of one level has the same hash.
struct EvenTree {
    std::array<Hash, 63> levels = {};
    EvenTree() {
        levels[0] = leaf_hash({});
        for (std::size_t i = 1; i < levels.size(); ++i)
            levels[i] = node_hash(levels[i - 1], levels[i - 1]);
    }
    NodeSource source() const {
        return [this](int level, std::uint64_t) -> Result<Hash> {
            return levels.at(static_cast<std::size_t>(level));
        };
    }
    CompactRange range(std::uint64_t size) const {
        std::vector<Node> nodes;
        std::uint64_t first = 0;
        for (int level = 62; level >= 0; --level) {
            if (((size >> level) & 1) == 0) continue;
            nodes.push_back({level, first >> level, levels.at(static_cast<std::size_t>(level))});
            first += std::uint64_t{1} << level;
        }
        return *CompactRange::from_nodes(size, nodes);
    }
};

}  // namespace

TEST_CASE("a tree that grows leaf by leaf has the root that RFC 6962 defines", "[crypto]") {
    const auto tree = numbered_tree(large);
    for (std::uint64_t size = 0; size <= large; ++size)
        REQUIRE(tree.root(size) == tree.defined_root(0, size));
    CHECK(hex(empty_root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("appending returns exactly the subtrees that the leaf completes", "[crypto]") {
    const auto tree = numbered_tree(large);
    CompactRange range;
    for (std::uint64_t size = 1; size <= large; ++size) {
        const auto completed = range.append(tree.leaf(size - 1));
        REQUIRE(completed.size() == static_cast<std::size_t>(std::countr_zero(size)) + 1);
        int level = 0;
        for (const Node& node : completed) {
            const auto width = std::uint64_t{1} << level;
            REQUIRE(node == Node{level, size / width - 1, tree.defined_root(size - width, size)});
            ++level;
        }
        REQUIRE(range.size() == size);
    }
}

TEST_CASE("a tree is rebuilt from its subtrees and grows on as before", "[crypto]") {
    const auto tree = numbered_tree(large + 1);
    CompactRange range;
    for (std::uint64_t size = 0; size <= large; ++size) {
        auto rebuilt = CompactRange::from_nodes(size, range.nodes());
        REQUIRE(rebuilt);
        REQUIRE(rebuilt->size() == size);
        REQUIRE(rebuilt->root() == tree.root(size));
        rebuilt->append(tree.leaf(size));
        REQUIRE(rebuilt->root() == tree.root(size + 1));
        range.append(tree.leaf(size));
    }
}

TEST_CASE("subtrees of another shape are no tree of that size", "[crypto]") {
    const auto refused = [](std::uint64_t size, const std::vector<Node>& nodes) {
        const auto range = CompactRange::from_nodes(size, nodes);
        return !range && range.error().fault == Fault::malformed;
    };
    CompactRange range;
    for (std::uint64_t size = 0; size <= small; ++size) {
        const auto nodes = range.nodes();
        for (std::uint64_t other = 0; other <= 2 * small; ++other)
            REQUIRE(refused(other, nodes) == (other != size));
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto wrong = nodes;
            ++wrong[i].level;
            REQUIRE(refused(size, wrong));
            wrong = nodes;
            --wrong[i].level;
            REQUIRE(refused(size, wrong));
            wrong = nodes;
            ++wrong[i].index;
            REQUIRE(refused(size, wrong));
            wrong = nodes;
            wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(i));
            REQUIRE(refused(size, wrong));
            wrong = nodes;
            wrong.push_back(nodes[i]);
            REQUIRE(refused(size, wrong));
        }
        if (nodes.size() > 1) REQUIRE(refused(size, {nodes.rbegin(), nodes.rend()}));
        range.append(leaf_hash({}));
    }
    CHECK(refused(largest_size + 1, {}));
    CHECK(refused(largest_size + 1, {Node{.level = 63}}));  // the right shape of too large a tree
    CHECK(refused(~std::uint64_t{0}, {}));
}

TEST_CASE("every leaf of every tree has an inclusion proof", "[crypto]") {
    const auto tree = numbered_tree(large);
    for (std::uint64_t size = 1; size <= large; ++size) {
        const auto source = tree.source(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto proof = prove_inclusion(index, size, source);
            REQUIRE(proof);
            REQUIRE(check_inclusion(index, size, tree.leaf(index), *proof, tree.root(size)));
        }
    }
}

TEST_CASE("any single change makes an inclusion proof fail", "[crypto]") {
    const auto tree = numbered_tree(small + 1);
    for (std::uint64_t size = 1; size <= small; ++size) {
        const Hash& root = tree.root(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto proof = *prove_inclusion(index, size, tree.source(size));
            const Hash& leaf = tree.leaf(index);
            const auto bit = static_cast<std::size_t>(size * 67 + index);
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto wrong = proof;
                wrong[i] = changed(wrong[i], bit);
                CHECK_UNVERIFIED(check_inclusion(index, size, leaf, wrong, root));
            }
            CHECK_UNVERIFIED(check_inclusion(index, size, changed(leaf, bit), proof, root));
            CHECK_UNVERIFIED(check_inclusion(index, size, leaf, proof, changed(root, bit)));
            for (std::uint64_t other = 0; other <= size; ++other)
                if (other != index)
                    CHECK_UNVERIFIED(check_inclusion(other, size, leaf, proof, root));

            auto longer = proof;
            longer.push_back(root);
            CHECK_UNVERIFIED(check_inclusion(index, size, leaf, longer, root));
            longer = proof;
            longer.insert(longer.begin(), leaf);
            CHECK_UNVERIFIED(check_inclusion(index, size, leaf, longer, root));
            if (proof.empty()) continue;
            CHECK_UNVERIFIED(
                check_inclusion(index, size, leaf, {proof.begin(), proof.end() - 1}, root));
            CHECK_UNVERIFIED(
                check_inclusion(index, size, leaf, {proof.begin() + 1, proof.end()}, root));
        }
    }
}

TEST_CASE("a proof alone does not say how large the tree is", "[crypto]") {
    // So a size counts only with its root, in a checkpoint that was opened.
    const auto tree = numbered_tree(3);
    const auto proof = *prove_inclusion(0, 3, tree.source(3));
    CHECK(check_inclusion(0, 3, tree.leaf(0), proof, tree.root(3)));
    CHECK(check_inclusion(0, 4, tree.leaf(0), proof, tree.root(3)));
}

TEST_CASE("every tree is shown to extend every smaller one", "[crypto]") {
    const auto tree = numbered_tree(large);
    for (std::uint64_t size = 1; size <= large; ++size) {
        const auto source = tree.source(size);
        for (std::uint64_t old = 1; old <= size; ++old) {
            const auto proof = prove_consistency(old, size, source);
            REQUIRE(proof);
            REQUIRE(check_consistency(old, size, *proof, tree.root(old), tree.root(size)));
            REQUIRE(check_extends(old, size, *proof, tree.root(old), tree.root(size)));
        }
    }
}

TEST_CASE("any single change makes a consistency proof fail", "[crypto]") {
    const auto tree = numbered_tree(small + 1);
    for (std::uint64_t size = 1; size <= small; ++size) {
        const Hash& root = tree.root(size);
        for (std::uint64_t old = 1; old <= size; ++old) {
            const auto proof = *prove_consistency(old, size, tree.source(size));
            const Hash& old_root = tree.root(old);
            const auto bit = static_cast<std::size_t>(size * 67 + old);
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto wrong = proof;
                wrong[i] = changed(wrong[i], bit);
                CHECK_UNVERIFIED(check_consistency(old, size, wrong, old_root, root));
            }
            CHECK_UNVERIFIED(check_consistency(old, size, proof, changed(old_root, bit), root));
            CHECK_UNVERIFIED(check_consistency(old, size, proof, old_root, changed(root, bit)));
            if (old != size) {
                CHECK_UNVERIFIED(check_consistency(old, size, proof, root, old_root));
                CHECK_UNVERIFIED(check_consistency(size, old, proof, root, old_root));
                CHECK_UNVERIFIED(check_consistency(old, size, {}, old_root, root));
            }
            for (const Hash& extra : {old_root, root}) {
                auto longer = proof;
                longer.push_back(extra);
                CHECK_UNVERIFIED(check_consistency(old, size, longer, old_root, root));
                longer = proof;
                longer.insert(longer.begin(), extra);
                CHECK_UNVERIFIED(check_consistency(old, size, longer, old_root, root));
            }
            if (proof.empty()) continue;
            CHECK_UNVERIFIED(
                check_consistency(old, size, {proof.begin(), proof.end() - 1}, old_root, root));
            CHECK_UNVERIFIED(
                check_consistency(old, size, {proof.begin() + 1, proof.end()}, old_root, root));
        }
    }
}

TEST_CASE("a history that was rewritten does not extend the one before", "[crypto]") {
    const auto tree = numbered_tree(small);
    for (std::uint64_t old = 1; old < small; ++old) {
        for (std::uint64_t rewritten = 0; rewritten < old; ++rewritten) {
            tests::StoredTree other;
            for (std::uint64_t i = 0; i < small; ++i)
                other.append(i == rewritten ? changed(tree.leaf(i)) : tree.leaf(i));
            const auto proof = *prove_consistency(old, small, other.source(small));
            CHECK_UNVERIFIED(check_extends(old, small, proof, tree.root(old), other.root(small)));
        }
    }
}

TEST_CASE("everything extends the empty tree, and a proof from it is no question", "[crypto]") {
    const auto tree = numbered_tree(small);
    for (std::uint64_t size = 0; size <= small; ++size) {
        const Hash& root = tree.root(size);
        CHECK(check_extends(0, size, {}, empty_root(), root));
        CHECK_UNVERIFIED(check_extends(0, size, {}, Hash{}, root));
        CHECK_UNVERIFIED(check_extends(0, size, {root}, empty_root(), root));
        CHECK_UNVERIFIED(check_consistency(0, size, {}, empty_root(), root));
        const auto proof = prove_consistency(0, size, tree.source(size));
        REQUIRE_FALSE(proof);
        CHECK(proof.error().fault == Fault::malformed);
    }
    CHECK_UNVERIFIED(check_extends(0, 0, {}, empty_root(), tree.root(1)));
    CHECK_UNVERIFIED(check_extends(1, 0, {}, tree.root(1), empty_root()));
    CHECK_UNVERIFIED(check_extends(0, largest_size + 1, {}, empty_root(), tree.root(1)));
}

TEST_CASE("questions about leaves and sizes that cannot be are refused", "[crypto]") {
    const auto tree = numbered_tree(8);
    const auto source = tree.source(8);
    const auto malformed = [](const Result<Proof>& proof) {
        return !proof && proof.error().fault == Fault::malformed;
    };
    CHECK(malformed(prove_inclusion(0, 0, source)));
    CHECK(malformed(prove_inclusion(8, 8, source)));
    CHECK(malformed(prove_inclusion(0, largest_size + 1, source)));
    CHECK(malformed(prove_consistency(9, 8, source)));
    CHECK(malformed(prove_consistency(1, largest_size + 1, source)));
    CHECK_UNVERIFIED(check_inclusion(0, largest_size + 1, tree.leaf(0), {}, tree.root(1)));
    CHECK_UNVERIFIED(
        check_inclusion(~std::uint64_t{0}, ~std::uint64_t{0}, tree.leaf(0), {}, tree.root(1)));
    CHECK_UNVERIFIED(
        check_consistency(largest_size + 1, largest_size + 1, {}, tree.root(1), tree.root(1)));
}

TEST_CASE("what the store cannot read is reported as the store says it", "[crypto]") {
    const auto tree = numbered_tree(8);
    int asked = 0;
    const NodeSource broken = [&](int level, std::uint64_t index) -> Result<Hash> {
        if (++asked == 2) return Error{Fault::storage, "the disk failed"};
        return tree.source(8)(level, index);
    };
    const auto inclusion = prove_inclusion(5, 8, broken);
    REQUIRE_FALSE(inclusion);
    CHECK(inclusion.error().fault == Fault::storage);
    asked = 0;
    const auto consistency = prove_consistency(3, 8, broken);
    REQUIRE_FALSE(consistency);
    CHECK(consistency.error().fault == Fault::storage);
}

TEST_CASE("the largest tree there may be is proved like any other", "[crypto]") {
    const EvenTree tree;
    const auto size = largest_size;
    const Hash root = tree.range(size).root();
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{1}, size / 2, size - 1}) {
        const auto proof = prove_inclusion(index, size, tree.source());
        REQUIRE(proof);
        CHECK(proof->size() <= 63);
        CHECK(check_inclusion(index, size, tree.levels[0], *proof, root));
        CHECK_UNVERIFIED(check_inclusion(index, size, changed(tree.levels[0]), *proof, root));
    }
    for (const std::uint64_t old :
         {std::uint64_t{1}, size / 3, std::uint64_t{1} << 62, size - 1, size}) {
        const Hash old_root = tree.range(old).root();
        const auto proof = prove_consistency(old, size, tree.source());
        REQUIRE(proof);
        CHECK(proof->size() <= 63);
        CHECK(check_consistency(old, size, *proof, old_root, root));
        CHECK_UNVERIFIED(check_consistency(old, size, *proof, changed(old_root), root));
    }
}
