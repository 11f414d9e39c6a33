// The vectors of tests/data/vectors, or of the folder that PLACET_VECTORS names.
#include "crypto/checkpoint.h"
#include "crypto/merkle.h"
#include "crypto/note.h"
#include "tests/crypto/stored_tree.h"
#include "tests/crypto/vector_values.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::tests;
using nlohmann::json;

namespace {

/// The tree of the leaves in rfc6962_roots.json.
StoredTree published_tree(const json& vectors) {
    StoredTree tree;
    for (const auto& leaf : cases_of(vectors, "leaves"))
        tree.append(leaf_hash(*from_hex(text(leaf, "data_hex"))));
    return tree;
}

/// One line of the rolling hash of accumulated.json.
void append_line(Bytes& lines, std::uint64_t first, std::uint64_t size, const Proof& proof) {
    std::string line = std::to_string(first) + ' ' + std::to_string(size);
    for (const Hash& hash : proof) line += ' ' + hex(hash);
    line += '\n';
    lines.insert(lines.end(), line.begin(), line.end());
}

}  // namespace

TEST_CASE("the published leaves give the published roots and subtrees", "[crypto][vectors]") {
    const auto vectors = load_vectors("rfc6962_roots.json");
    if (!vectors) return;
    CHECK(hex(empty_root()) == text(*vectors, "empty_root_hex"));
    for (const auto& leaf : cases_of(*vectors, "leaves"))
        CHECK(hex(leaf_hash(*from_hex(text(leaf, "data_hex")))) == text(leaf, "leaf_hash_hex"));

    const auto tree = published_tree(*vectors);
    for (const auto& expected : cases_of(*vectors, "sizes")) {
        const auto size = number(expected, "size");
        INFO("size " << size);
        REQUIRE(size <= tree.range().size());
        CompactRange range;
        for (std::uint64_t i = 0; i < size; ++i) range.append(tree.leaf(i));
        CHECK(hex(range.root()) == text(expected, "root_hex"));
        CHECK(base64(range.root()) == text(expected, "root_b64"));
        const auto& nodes = expected.at("compact_range");
        REQUIRE(range.nodes().size() == nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            CHECK(range.nodes()[i].level == nodes[i].at("level").get<int>());
            CHECK(range.nodes()[i].index == number(nodes[i], "index"));
            CHECK(hex(range.nodes()[i].hash) == text(nodes[i], "hash_hex"));
        }
    }
}

TEST_CASE("inclusion proofs are accepted or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("inclusion.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "cases")) {
        const auto index = number(example, "index"), size = number(example, "size");
        INFO(text(example, "desc") << ", leaf " << index << " of " << size);
        const auto proof = proof_of(example);
        const bool shown = proof && check_inclusion(index, size, root_of(example, "leaf_hash_b64"),
                                                    *proof, root_of(example, "root_b64"));
        CHECK(shown == example.at("valid").get<bool>());
    }
}

TEST_CASE("consistency proofs are accepted or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("consistency.json");
    if (!vectors) return;
    const auto judge = [&](const char* member, auto check) {
        for (const auto& example : cases_of(*vectors, member)) {
            const auto old_size = number(example, "size1"), size = number(example, "size2");
            INFO(member << ": " << text(example, "desc") << ", " << old_size << " to " << size);
            const auto proof = proof_of(example);
            const bool shown = proof && check(old_size, size, *proof, root_of(example, "root1_b64"),
                                              root_of(example, "root2_b64"));
            CHECK(shown == example.at("valid").get<bool>());
        }
    };
    judge("cases", check_consistency);
    judge("extends_cases", check_extends);
}

TEST_CASE("proofs of the published trees are made as published", "[crypto][vectors]") {
    const auto roots = load_vectors("rfc6962_roots.json");
    const auto inclusion = load_vectors("inclusion.json");
    const auto consistency = load_vectors("consistency.json");
    if (!roots || !inclusion || !consistency) return;
    const auto tree = published_tree(*roots);
    const auto has = [&](std::uint64_t size, const Hash& root) {
        return size <= tree.range().size() && tree.root(size) == root;
    };
    int compared = 0;
    for (const auto& example : cases_of(*inclusion, "cases")) {
        const auto index = number(example, "index"), size = number(example, "size");
        if (!example.at("valid").get<bool>() || !has(size, root_of(example, "root_b64"))) continue;
        INFO("leaf " << index << " of " << size);
        CHECK(*prove_inclusion(index, size, tree.source(size)) == *proof_of(example));
        ++compared;
    }
    for (const auto& example : cases_of(*consistency, "cases")) {
        const auto old_size = number(example, "size1"), size = number(example, "size2");
        if (!example.at("valid").get<bool>() || !has(size, root_of(example, "root2_b64"))) continue;
        INFO(old_size << " to " << size);
        CHECK(*prove_consistency(old_size, size, tree.source(size)) == *proof_of(example));
        ++compared;
    }
    if (!foreign_vectors()) CHECK(compared > 0);  // others may take other leaves
}

TEST_CASE("all roots and proofs up to a size fold into the published hash", "[crypto][vectors]") {
    const auto vectors = load_vectors("accumulated.json");
    if (!vectors) return;
    for (const auto& set : cases_of(*vectors, "sets")) {
        const auto max_size = number(set, "max_size");
        INFO("up to size " << max_size);
        REQUIRE(max_size <= 256);  // leaf i is the one byte i
        const auto tree = numbered_tree(max_size);
        Bytes roots, inclusion, consistency;
        for (std::uint64_t size = 0; size <= max_size; ++size) {
            const auto source = tree.source(size);
            const std::string line = std::to_string(size) + ' ' + hex(tree.root(size)) + '\n';
            roots.insert(roots.end(), line.begin(), line.end());
            for (std::uint64_t i = 0; i < size; ++i)
                append_line(inclusion, i, size, *prove_inclusion(i, size, source));
            for (std::uint64_t old = 1; old <= size; ++old)
                append_line(consistency, old, size, *prove_consistency(old, size, source));
        }
        CHECK(hex(sha256(roots)) == text(set, "roots"));
        CHECK(hex(sha256(inclusion)) == text(set, "inclusion"));
        CHECK(hex(sha256(consistency)) == text(set, "consistency"));
    }
}

TEST_CASE("keys have the published spelling", "[crypto][vectors]") {
    const auto vectors = load_vectors("signed_note.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "keys")) {
        const auto key = SigningKey::from_seed(*from_hex(text(example, "seed_hex")));
        const VerifierKey verifier{.name = text(example, "name"),
                                   .algorithm = static_cast<Byte>(number(example, "alg")),
                                   .key = key.public_key()};
        INFO(verifier.name);
        CHECK(hex(BytesView{key.public_key()}) == text(example, "public_key_hex"));
        CHECK(hex(BytesView{verifier.id()}) == text(example, "key_id_hex"));
        CHECK(format_verifier_key(verifier) == text(example, "vkey"));
    }
    for (const auto& example : cases_of(*vectors, "vkey_cases")) {
        INFO(text(example, "desc"));
        const auto key = parse_verifier_key(text(example, "vkey"));
        CHECK(static_cast<bool>(key) == accepted(example));
        if (key) CHECK(format_verifier_key(*key) == text(example, "vkey"));
    }
}

TEST_CASE("signed notes are opened or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("signed_note.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "cases")) {
        INFO(text(example, "desc"));
        std::vector<VerifierKey> known;
        for (const auto& spelling : example.at("known_vkeys")) {
            const auto key = parse_verifier_key(spelling.get<std::string>());
            REQUIRE(key);
            known.push_back(*key);
        }
        const auto bytes = from_base64(text(example, "note_b64"));
        REQUIRE(bytes);
        const auto note = text_of(*bytes);
        const auto opened = open_note(note, known);
        CHECK(static_cast<bool>(opened) == accepted(example));
        if (!opened) continue;

        CHECK(opened->text() == note.substr(0, note.rfind("\n\n") + 1));
        std::vector<std::string> signers, expected;
        for (const auto& key : opened->signers())
            signers.push_back(key.name + '+' + hex(BytesView{key.id()}));
        for (const auto& name : example.at("verified")) expected.push_back(name);
        std::ranges::sort(signers);
        std::ranges::sort(expected);
        CHECK(signers == expected);
    }
}

TEST_CASE("checkpoints are opened or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("checkpoint.json");
    if (!vectors) return;
    for (const auto& example : cases_of(*vectors, "cases")) {
        INFO(text(example, "desc"));
        const auto key = parse_verifier_key(text(example, "vkey"));
        REQUIRE(key);
        const auto checkpoint = open_checkpoint(text(example, "note"), *key);
        CHECK(static_cast<bool>(checkpoint) == accepted(example));
        if (!checkpoint) continue;
        CHECK(checkpoint->origin == text(example, "origin"));
        CHECK(checkpoint->size == number(example, "size"));
        CHECK(base64(checkpoint->root) == text(example, "root_b64"));
    }
}
