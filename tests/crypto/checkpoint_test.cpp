// Source: C2SP tlog-checkpoint 1.0.0. The worked checkpoint is by the makers of tests/data/vectors.
#include "crypto/checkpoint.h"

#include "tests/crypto/stored_tree.h"

#include <catch2/catch.hpp>

using namespace placet;

namespace {

const std::string origin = "ledger.example/conf-2026/k07-1";
const std::string empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const std::string root = "071qFrv2kO/zRVom8+YNsfgFYz4Ma88IbQBO681+eh0=";

SigningKey worked_key() {
    return SigningKey::from_seed(
        *from_hex("d8eb9d8c96772df44a23018db9b62e1b5d11a4342ae8dfdb1fdc24627342f588"));
}

VerifierKey verifier() { return {.name = origin, .key = worked_key().public_key()}; }

bool malformed(std::string_view text) {
    const auto checkpoint = parse_checkpoint(text);
    return !checkpoint && checkpoint.error().fault == Fault::malformed;
}

}  // namespace

TEST_CASE("the worked checkpoint is written, read, signed and opened", "[crypto]") {
    const std::string text = origin + "\n11\n" + root + "\n";
    const Checkpoint checkpoint{.origin = origin, .size = 11, .root = *hash_from_base64(root)};
    CHECK(format_checkpoint(checkpoint) == text);
    CHECK(*parse_checkpoint(text) == checkpoint);

    const auto note = sign_checkpoint(checkpoint, worked_key());
    CHECK(
        note ==
        text +
            "\n\xE2\x80\x94 ledger.example/conf-2026/k07-1 "
            "Rarg+Wz4pRvlxTuBRaA8S+Z62hxWkTqkWD9FP9XegVEE9P2jVSIPD1Is536dsndmpQdB5P5dZVZJDsvrh81S9"
            "u87kAI=\n");
    CHECK(*open_checkpoint(note, verifier()) == checkpoint);
}

TEST_CASE("a tree size has one spelling", "[crypto]") {
    for (const char* size : {"1", "10", "11", "999", "9223372036854775807"})
        CHECK(std::to_string(parse_checkpoint(origin + "\n" + size + "\n" + root + "\n")->size) ==
              size);
    CHECK(parse_checkpoint(origin + "\n0\n" + empty + "\n")->root == empty_root());
    for (const char* size :
         {"", "00", "01", "+1", "-1", " 1", "1 ", "1\r", "0x1", "1e3", "1.0", "1,000",
          "9223372036854775808", "9999999999999999999", "18446744073709551616",
          "18446744073709551617", "00000000000000000001", "\xD9\xA1"}) {
        INFO(size);
        CHECK(malformed(origin + "\n" + size + "\n" + root + "\n"));
    }
    CHECK(malformed(origin + "\n-0\n" + empty + "\n"));
    CHECK(malformed(origin + "\n00\n" + empty + "\n"));
}

TEST_CASE("a checkpoint is three lines, and the empty tree has one root", "[crypto]") {
    const std::string text = origin + "\n11\n" + root + "\n";
    for (std::size_t i = 0; i < text.size(); ++i) CHECK(malformed(text.substr(0, i)));
    CHECK(malformed("\n11\n" + root + "\n"));
    CHECK(malformed(origin + "\n0\n" + root + "\n"));
    CHECK(malformed(origin + "\n0\n" + base64(Bytes(32)) + "\n"));
    CHECK(malformed(origin + "\n11\n" + base64(Bytes(31)) + "\n"));
    CHECK(malformed(origin + "\n11\n" + base64(Bytes(33)) + "\n"));
    CHECK(malformed(origin + "\n11\n" + hex(empty_root()) + "\n"));
    CHECK(malformed(text + "\n"));
    CHECK(malformed(text + "extension"));
    CHECK(malformed(text + "extension\n\n"));
    CHECK(malformed(text + "\nextension\n"));
    CHECK(parse_checkpoint(text + "extension\nanother\n"));
}

TEST_CASE("a checkpoint counts only under the key of its origin", "[crypto]") {
    const auto key = worked_key();
    const Checkpoint checkpoint{.origin = origin, .size = 11, .root = *hash_from_base64(root)};
    const auto note = sign_checkpoint(checkpoint, key);
    const auto unverified = [](const Result<Checkpoint>& opened) {
        return !opened && opened.error().fault == Fault::unverified;
    };
    const auto other = SigningKey::from_seed(Bytes(32, 9));
    CHECK(unverified(open_checkpoint(note, {.name = origin, .key = other.public_key()})));
    CHECK(unverified(open_checkpoint(note, {.name = "x", .key = key.public_key()})));
    auto cosigner = verifier();
    cosigner.algorithm = algorithm_cosignature_v1;
    CHECK(unverified(open_checkpoint(note, cosigner)));

    // Signed by the right key under the right name, and about another log.
    const auto foreign = sign_note("other.example/a\n11\n" + root + "\n", origin, key);
    CHECK(unverified(open_checkpoint(foreign, verifier())));
    // Signed, and no checkpoint.
    const auto record = open_checkpoint(sign_note("Session record 4\n", origin, key), verifier());
    REQUIRE_FALSE(record);
    CHECK(record.error().fault == Fault::malformed);
}

TEST_CASE("what binds a tree size to a root is the signature on the checkpoint", "[crypto]") {
    // The proof of leaf 0 reads the same in trees of three and of four leaves.
    const auto tree = tests::numbered_tree(3);
    const auto proof = *prove_inclusion(0, 3, tree.source(3));
    REQUIRE(check_inclusion(0, 4, tree.leaf(0), proof, tree.root(3)));

    auto note = sign_checkpoint({.origin = origin, .size = 3, .root = tree.root(3)}, worked_key());
    CHECK(open_checkpoint(note, verifier())->size == 3);
    note[note.find("\n3\n") + 1] = '4';
    const auto opened = open_checkpoint(note, verifier());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::unverified);
}

TEST_CASE("no byte of a signed checkpoint can be changed", "[crypto]") {
    const auto note = sign_checkpoint(
        {.origin = origin, .size = 11, .root = *hash_from_base64(root)}, worked_key());
    REQUIRE(open_checkpoint(note, verifier()));
    for (std::size_t i = 0; i < note.size(); ++i) {
        INFO("byte " << i);
        for (int bit = 0; bit < 8; ++bit) {
            auto wrong = note;
            wrong[i] = static_cast<char>(wrong[i] ^ (1 << bit));
            REQUIRE_FALSE(open_checkpoint(wrong, verifier()));
        }
    }
}
