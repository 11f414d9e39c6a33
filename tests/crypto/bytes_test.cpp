// Source of the spellings: RFC 4648, sections 8 and 10.
#include "crypto/bytes.h"

#include "crypto/sodium.h"

#include <catch2/catch.hpp>

using namespace placet;

TEST_CASE("bytes have one hexadecimal spelling", "[crypto]") {
    const Bytes bytes = {0x00, 0x0f, 0xa0, 0xff};
    CHECK(hex(bytes) == "000fa0ff");
    CHECK(hex(Bytes{}).empty());
    CHECK(*from_hex("000fa0ff") == bytes);
    CHECK(from_hex("")->empty());

    for (const char* other : {"000FA0FF", "000fA0ff", "000fa0f", "0", " 000fa0ff", "000fa0ff\n",
                              "0x000fa0ff", "000g", "00:0f", "+0"}) {
        INFO(other);
        const auto read = from_hex(other);
        REQUIRE_FALSE(read);
        CHECK(read.error().fault == Fault::malformed);
    }
    CHECK_FALSE(from_hex(std::string_view("00\0", 3)));
    CHECK_FALSE(from_hex(std::string_view("00\0\0", 4)));
}

TEST_CASE("bytes have one base64 spelling", "[crypto]") {
    const std::pair<const char*, const char*> published[] = {{"", ""},
                                                             {"f", "Zg=="},
                                                             {"fo", "Zm8="},
                                                             {"foo", "Zm9v"},
                                                             {"foob", "Zm9vYg=="},
                                                             {"fooba", "Zm9vYmE="},
                                                             {"foobar", "Zm9vYmFy"}};
    for (const auto& [text, spelling] : published) {
        INFO(text);
        CHECK(base64(bytes_of(text)) == spelling);
        CHECK(text_of(*from_base64(spelling)) == text);
    }
    CHECK(base64(Bytes{0xfb, 0xff, 0xfe}) == "+//+");

    for (const char* other :
         {"Zg", "Zg=", "Zg===", "Zg==\n", " Zg==", "Z g==", "Zh==", "Zm9=", "Zm8", "-__-",
          "====", "Zg==Zg==", "Zm9vZg", "Z", "=", "Zm9v\n", "Zm\n9v", "Zm9v===="}) {
        INFO(other);
        const auto read = from_base64(other);
        REQUIRE_FALSE(read);
        CHECK(read.error().fault == Fault::malformed);
    }
    CHECK_FALSE(from_base64(std::string_view("Zm9\0", 4)));
}

TEST_CASE("every byte survives hexadecimal and base64", "[crypto]") {
    Bytes bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<Byte>(i));
        CHECK(*from_hex(hex(bytes)) == bytes);
        CHECK(*from_base64(base64(bytes)) == bytes);
    }
}

TEST_CASE("what is read as base64 is written in the same characters again", "[crypto]") {
    constexpr std::string_view some = "ABgw/=-\n";
    int read = 0;
    std::string text(4, ' ');
    for (unsigned i = 0; i < 8 * 8 * 8 * 8; ++i) {
        for (unsigned k = 0; k < 4; ++k) text[k] = some[i >> 3 * k & 7U];
        const auto bytes = from_base64(text);
        if (!bytes) continue;
        ++read;
        INFO(text);
        CHECK(base64(*bytes) == text);
    }
    // Of the five: any four; any three and "=" after one whose last two bits are zero (A, g, w);
    // any two and "==" after one whose last four are (A, g, w).
    CHECK(read == 5 * 5 * 5 * 5 + 5 * 5 * 3 + 5 * 3);
}

TEST_CASE("numbers are written with the most significant byte first", "[crypto]") {
    Bytes bytes;
    append_u32(bytes, 0x01020304);
    append_u64(bytes, 0x05060708090a0b0cULL);
    CHECK(hex(bytes) == "0102030405060708090a0b0c");
}

TEST_CASE("random bytes differ, and wiped bytes are zero", "[crypto]") {
    std::array<Byte, 32> one = {}, other = {};
    fill_random(one);
    fill_random(other);
    CHECK(one != other);  // equal once in 2^256
    fill_random({});
    wipe({});
    wipe(one);
    CHECK(one == std::array<Byte, 32>{});
}
