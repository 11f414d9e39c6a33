// Sources: FIPS 180-4 (published example "abc"); RFC 6962, section 2.1, and its well-known leaves.
#include "crypto/hash.h"

#include "crypto/merkle.h"

#include <catch2/catch.hpp>

using namespace placet;

TEST_CASE("SHA-256 gives the published hashes", "[crypto]") {
    CHECK(hex(sha256(bytes_of("abc"))) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a leaf, a node and plain bytes never hash alike", "[crypto]") {
    const Hash left = sha256(bytes_of("l")), right = sha256(bytes_of("r"));
    Bytes both(left.bytes.begin(), left.bytes.end());
    both.insert(both.end(), right.bytes.begin(), right.bytes.end());

    Bytes leaf = {0x00}, node = {0x01};
    leaf.insert(leaf.end(), both.begin(), both.end());
    node.insert(node.end(), both.begin(), both.end());
    CHECK(leaf_hash(both) == sha256(leaf));
    CHECK(node_hash(left, right) == sha256(node));
    CHECK(leaf_hash(both) != node_hash(left, right));
    CHECK(leaf_hash(both) != sha256(both));
    CHECK(node_hash(left, right) != node_hash(right, left));
    CHECK(leaf_hash({}) == sha256(Bytes{0x00}));
}

TEST_CASE("the worked tree: seven leaves, hash by hash", "[crypto]") {
    CompactRange range;
    for (const char* entry : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657"})
        range.append(leaf_hash(*from_hex(entry)));
    CHECK(hex(range.root()) == "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    REQUIRE(range.nodes().size() == 3);
    CHECK(hex(range.nodes()[0].hash) ==
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    CHECK(hex(range.nodes()[2].hash).starts_with("b08693ec"));
}

TEST_CASE("a hash is read from its one spelling and nothing else", "[crypto]") {
    const Hash hash = sha256(bytes_of("abc"));
    CHECK(*hash_from_hex(hex(hash)) == hash);
    CHECK(*hash_from_base64(base64(hash)) == hash);
    const auto malformed = [](const Result<Hash>& read) {
        return !read && read.error().fault == Fault::malformed;
    };
    CHECK(malformed(hash_from_hex("")));
    CHECK(malformed(hash_from_hex(hex(hash).substr(2))));
    CHECK(malformed(hash_from_hex(hex(hash) + "00")));
    CHECK(malformed(hash_from_hex("BA" + hex(hash).substr(2))));
    CHECK(malformed(hash_from_hex(base64(hash))));
    CHECK(malformed(hash_from_base64("")));
    CHECK(malformed(hash_from_base64(base64(Bytes(31)))));
    CHECK(malformed(hash_from_base64(base64(Bytes(33)))));
    CHECK(malformed(hash_from_base64(base64(hash) + "\n")));
}
