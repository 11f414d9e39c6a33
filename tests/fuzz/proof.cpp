// Merkle proofs: of a known tree, no leaf and no older tree is accepted but the true one, with the
// one proof that there is. A line "inclusion <index> <size>" and the leaf, or "consistency
// <old size> <size>"; then the proof, one hash a line in hexadecimal.
#include "crypto/merkle.h"
#include "tests/fuzz/target.h"

#include <array>
#include <charconv>
#include <optional>

namespace placet::fuzz {

namespace {

constexpr std::array<std::string_view, 2> words = {"inclusion", "consistency"};

struct Tree {
    static constexpr std::uint64_t leaves = 70;
    std::vector<Hash> roots = {empty_root()};                                   // by size
    std::vector<std::vector<Hash>> levels = std::vector<std::vector<Hash>>(8);  // by level, index

    Tree() {
        CompactRange range;
        for (std::uint64_t i = 0; i < leaves; ++i) {
            for (const auto& node : range.append(leaf_hash(bytes_of(std::to_string(i)))))
                levels[static_cast<std::size_t>(node.level)].push_back(node.hash);
            roots.push_back(range.root());
        }
    }
    NodeSource nodes() const {
        return [this](int level, std::uint64_t index) -> Result<Hash> {
            return levels[static_cast<std::size_t>(level)][index];
        };
    }
};

struct Question {
    std::string kind = {};
    std::uint64_t first = 0;
    std::uint64_t size = 0;
    std::vector<Hash> hashes = {};
};

std::optional<std::uint64_t> number(const std::string& text) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value >> 63U != 0) return std::nullopt;
    return value;
}

std::optional<Question> question_of(std::string_view input) {
    const auto lines = split(input, '\n');
    const auto cells = split(lines.front(), ' ');
    if (cells.size() != 3) return std::nullopt;
    const auto first = number(cells[1]), size = number(cells[2]);
    if (!first || !size) return std::nullopt;
    Question question{.kind = cells[0], .first = *first, .size = *size};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto hash = hash_from_hex(lines[i]);
        if (!hash) return std::nullopt;
        question.hashes.push_back(*hash);
    }
    return question;
}

void hold_inclusion(const Tree& tree, Question q) {
    if (q.hashes.empty()) return;
    const Hash leaf = q.hashes.front();
    q.hashes.erase(q.hashes.begin());
    const bool known = q.size <= Tree::leaves;
    const Hash& root = known ? tree.roots[q.size] : tree.roots.back();
    if (!check_inclusion(q.first, q.size, leaf, q.hashes, root) || !known) return;
    require(q.first < q.size && leaf == tree.levels[0][q.first], "no leaf but the true one");
    const auto proof = prove_inclusion(q.first, q.size, tree.nodes());
    require(proof && *proof == q.hashes, "no proof but the true one");
}

void hold_consistency(const Tree& tree, const Question& q) {
    const bool known = q.size <= Tree::leaves && q.first <= Tree::leaves;
    const Hash& old_root = tree.roots[known ? q.first : 1];
    const Hash& root = tree.roots[known ? q.size : Tree::leaves];
    const bool extends =
        static_cast<bool>(check_extends(q.first, q.size, q.hashes, old_root, root));
    if (!check_consistency(q.first, q.size, q.hashes, old_root, root) || !known) return;
    require(extends, "what is consistent extends");
    const auto proof = prove_consistency(q.first, q.size, tree.nodes());
    require(proof && *proof == q.hashes, "no proof but the true one");
}

}  // namespace

bool hold(std::string_view input) {
    static const Tree tree;
    const auto question = question_of(input);
    if (!question) return false;
    if (question->kind == words[0]) hold_inclusion(tree, *question);
    if (question->kind == words[1]) hold_consistency(tree, *question);
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_lines(input, other, ' ', dice, words);
}

}  // namespace placet::fuzz
