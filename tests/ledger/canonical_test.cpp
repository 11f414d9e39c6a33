// The entry profile: one spelling per value, and nothing else (FORMAT.md section 2).
#include "ledger/canonical.h"
#include "crypto/hash.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;

TEST_CASE("every member of a canonical object is given with its bytes", "[ledger]") {
    const std::string text = R"({"a":{"b":[1,2]},"c":"x\n"})";
    const auto members = scan_object(text);
    REQUIRE(members);
    REQUIRE(members->size() == 2);
    CHECK((*members)[0].name == "a");
    CHECK((*members)[0].value == R"({"b":[1,2]})");
    CHECK((*members)[1].value == R"("x\n")");
}

TEST_CASE("an object cut short anywhere is no entry", "[ledger]") {
    const std::string text = R"({"a":{"b":[1,-2,true]},"c":"x\"ü","d":null})";
    REQUIRE(scan_object(text));
    for (std::size_t length = 0; length < text.size(); ++length) {
        INFO(length << " bytes");
        CHECK_FALSE(scan_object(text.substr(0, length)));
    }
}

TEST_CASE("one byte too many is refused, and 16384 bytes are not", "[ledger]") {
    const std::string frame = R"({"a":""})";
    std::string text = frame;
    text.insert(6, std::string(entry_size_limit - frame.size(), 'x'));
    CHECK(scan_object(text));
    text.insert(6, "x");
    CHECK_FALSE(scan_object(text));
}

TEST_CASE("control characters and broken UTF-8 are no plain text", "[ledger]") {
    CHECK(is_plain_text("Côte d’Ivoire\n中文 🗳"));
    CHECK_FALSE(is_plain_text("a\tb"));
    CHECK_FALSE(is_plain_text("a\xC3"));
    CHECK_FALSE(is_plain_text("\xED\xA0\x80"));
}
