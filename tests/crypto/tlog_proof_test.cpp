// Source: C2SP tlog-proof@v1; the proofs are by the makers of tests/data/vectors.
#include "crypto/tlog_proof.h"

#include "tests/crypto/stored_tree.h"
#include "tests/crypto/vector_values.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::tests;

namespace {

const std::string head = "c2sp.org/tlog-proof@v1\n";

/// Eleven entries, and the proof of the fifth.
struct Worked {
    SigningKey log = SigningKey::from_seed(Bytes(32, 1));
    VerifierKey key = {.name = "ledger.example/desk", .key = log.public_key()};
    StoredTree tree = {};
    TlogProof proof = {};

    static std::string entry(std::uint64_t index) { return "entry " + std::to_string(index); }

    Worked() {
        for (std::uint64_t i = 0; i < 11; ++i) tree.append(leaf_hash(bytes_of(entry(i))));
        const auto bytes = entry(4);
        proof = {.extra = Bytes(bytes.begin(), bytes.end()),
                 .index = 4,
                 .proof = *prove_inclusion(4, 11, tree.source(11)),
                 .checkpoint_note =
                     sign_checkpoint({.origin = key.name, .size = 11, .root = tree.root(11)}, log)};
    }
};

bool malformed(std::string_view file) {
    const auto proof = parse_tlog_proof(file);
    return !proof && proof.error().fault == Fault::malformed;
}

}  // namespace

TEST_CASE("proofs in files are accepted or refused as published", "[crypto][vectors]") {
    const auto vectors = load_vectors("tlog_proof.json");
    if (!vectors) return;
    const auto log_key = value_of(parse_verifier_key(text(*vectors, "vkey")));
    const auto witnesses = witnesses_of(vectors->at("witness_vkeys"));
    for (const auto& example : cases_of(*vectors, "cases")) {
        INFO(text(example, "desc"));
        const auto file = text(example, "proof");
        const auto leaf = root_of(example, "leaf_hash_b64");
        const auto proof = parse_tlog_proof(file);
        if (proof) CHECK(format_tlog_proof(*proof) == file);
        const bool shown = proof && check_tlog_proof(*proof, leaf, log_key, witnesses);
        CHECK(shown == accepted(example));
        if (!shown || !proof->extra) continue;
        CHECK(leaf_hash(*proof->extra) == leaf);
        const auto checked = value_of(check_tlog_proof(*proof, log_key, witnesses));
        CHECK(checked.cosignatures.size() == witnesses.size());
    }
}

TEST_CASE("a proof in a file shows that its entry is in the log, and no other", "[crypto]") {
    const Worked w;
    CHECK(value_of(check_tlog_proof(w.proof, w.key)).checkpoint.size == 11);
    CHECK(value_of(parse_tlog_proof(format_tlog_proof(w.proof))) == w.proof);

    const auto unverified = [&](const TlogProof& proof) {
        return fault_of(check_tlog_proof(proof, w.key)) == Fault::unverified;
    };
    auto other = w.proof;
    other.extra->back() ^= 1;
    CHECK(unverified(other));
    other = w.proof;
    other.index = 5;
    CHECK(unverified(other));
    other = w.proof;
    other.index = 11;
    CHECK(unverified(other));
    other = w.proof;
    other.proof.pop_back();
    CHECK(unverified(other));
    other = w.proof;
    other.proof[1] = changed(other.proof[1]);
    CHECK(unverified(other));
    // The checkpoint of another tree, of another size, and one that nobody signed.
    other = w.proof;
    other.checkpoint_note =
        sign_checkpoint({.origin = w.key.name, .size = 10, .root = w.tree.root(10)}, w.log);
    CHECK(unverified(other));
    other = w.proof;
    other.checkpoint_note[other.checkpoint_note.find("\n11\n") + 2] = '2';
    CHECK(unverified(other));

    // Without the entry inside, the file proves that of whoever holds the entry.
    other = w.proof;
    other.extra.reset();
    CHECK(check_tlog_proof(other, w.tree.leaf(4), w.key));
    CHECK_FALSE(check_tlog_proof(other, w.tree.leaf(3), w.key));
    CHECK(fault_of(check_tlog_proof(other, w.key)) == Fault::malformed);
}

TEST_CASE("a wrong cosignature below it makes the proof worthless", "[crypto]") {
    const Worked w;
    const auto witness = SigningKey::from_seed(Bytes(32, 2));
    const std::vector known = {VerifierKey{.name = "witness.example/a",
                                           .algorithm = algorithm_cosignature_v1,
                                           .key = witness.public_key()}};
    const auto opened = value_of(open_note(w.proof.checkpoint_note, std::vector{w.key}));
    auto good = w.proof, wrong = w.proof;
    good.checkpoint_note += cosign(opened.text(), known[0].name, witness, 7);
    wrong.checkpoint_note += cosign(opened.text() + "more\n", known[0].name, witness, 7);
    CHECK(value_of(check_tlog_proof(good, w.key, known)).cosignatures.at(0).time == 7);
    CHECK(fault_of(check_tlog_proof(wrong, w.key, known)) == Fault::unverified);
    CHECK(check_tlog_proof(wrong, w.key));  // of a witness that is not known
}

TEST_CASE("a file with a proof has one spelling", "[crypto]") {
    const Worked w;
    const auto file = format_tlog_proof(w.proof);
    REQUIRE(parse_tlog_proof(file));
    const auto note_at = file.size() - w.proof.checkpoint_note.size();
    for (std::size_t i = 0; i < note_at; ++i) {
        INFO("byte " << i);
        if (i + 1 < note_at) CHECK(malformed(file.substr(0, i)));
        for (int c = 0; c < 256; ++c) {
            auto other = file;
            other[i] = static_cast<char>(c);
            const auto proof = parse_tlog_proof(other);
            if (proof) REQUIRE(format_tlog_proof(*proof) == other);
        }
    }
    const std::string hash = base64(sha256({})) + "\n";
    CHECK(value_of(parse_tlog_proof(head + "extra \nindex 0\n\n")).extra == Bytes{});
    CHECK_FALSE(value_of(parse_tlog_proof(head + "index 0\n\n")).extra);
    for (const auto& wrong :
         {head + "\n", head + "extra \n\n", head + "index 0\nextra \n\n", head + "index\n\n",
          head + "extra\nindex 0\n\n", head + "extra \nextra \nindex 0\n\n", head + "index  0\n\n",
          head + "extra AB==\nindex 0\n\n", head + "index 0 \n\n", head + "index -0\n\n",
          head + "index 9223372036854775808\n\n", head + "index 0\n" + hash + " \n\n",
          head + "index 0\n" + hash.substr(4) + "\n\n", head + "index 0\n" + hash,
          "\n" + head + "index 0\n\n", " " + head + "index 0\n\n"}) {
        INFO(wrong);
        CHECK(malformed(wrong));
    }
}

TEST_CASE("a proof has no more hashes than the largest tree has levels, and a bound", "[crypto]") {
    const std::string hash = base64(sha256({})) + "\n";
    auto file = head + "index 0\n";
    for (int i = 0; i < 63; ++i) file += hash;
    CHECK(parse_tlog_proof(file + "\n"));
    CHECK(malformed(file + hash + "\n"));
    const auto small = head + "index 0\n\n";
    CHECK(parse_tlog_proof(small + std::string((1U << 20U) - small.size(), 'x')));
    CHECK(malformed(small + std::string((1U << 20U) - small.size() + 1, 'x')));
}
