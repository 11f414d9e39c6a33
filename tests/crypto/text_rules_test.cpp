// Sources: RFC 3629, section 4; the White_Space property of Unicode 15 (PropList.txt).
#include "crypto/text_rules.h"

#include "crypto/bytes.h"

#include <catch2/catch.hpp>

using namespace placet;

TEST_CASE("text is UTF-8 only in its shortest form and without surrogates", "[crypto]") {
    for (const char* good : {"", "Placet", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                             "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF",
                             "\xD8\xA7\xD9\x84 \xE6\xB5\xB7"}) {
        INFO(hex(bytes_of(good)));
        CHECK(is_well_formed_utf8(good));
    }
    for (const char* bad :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2 ", "\xE0\x9F\xBF", "\xE0\xA0",
          "\xE0\xA0 ", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80",
          "\xF0\x90\x80 ", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "a\xFF"}) {
        INFO(hex(bytes_of(bad)));
        CHECK_FALSE(is_well_formed_utf8(bad));
    }
    CHECK(is_well_formed_utf8(std::string_view("\0", 1)));
}

TEST_CASE("white space is all that Unicode calls white space and nothing else", "[crypto]") {
    for (const char* space : {"\t", "\n", "\v", "\f", "\r", " ", "\xC2\x85", "\xC2\xA0",
                              "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x8A", "\xE2\x80\xA8",
                              "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"}) {
        INFO(hex(bytes_of(space)));
        CHECK(has_white_space(space));
        CHECK(has_white_space("a" + std::string(space) + "b"));
    }
    // Zero-width space, word joiner and byte-order mark lost the property or never had it.
    for (const char* other :
         {"", "a", "\x08", "\x0E", "\x1F", "\xC2\x84", "\xC2\x86", "\xC2\xA1", "\xE1\x9F\xBF",
          "\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xF0\x9F\x8C\x8D"}) {
        INFO(hex(bytes_of(other)));
        CHECK_FALSE(has_white_space(other));
    }
}

TEST_CASE("control characters are the bytes below the space", "[crypto]") {
    for (int c = 0; c < 256; ++c) {
        INFO(c);
        CHECK(has_control_character(std::string{'a', static_cast<char>(c)}) == (c < 0x20));
    }
}

TEST_CASE("a number has one spelling, and is below 2^63", "[crypto]") {
    for (const char* good : {"0", "1", "9", "10", "1000", "9223372036854775807"}) {
        INFO(good);
        REQUIRE(parse_decimal(good));
        CHECK(std::to_string(*parse_decimal(good)) == good);
    }
    for (const char* bad : {"", "00", "01", "+1", "-1", " 1", "1 ", "1\n", "0x1", "1e3", "1.0", "a",
                            "9223372036854775808", "9999999999999999999", "18446744073709551616",
                            "00000000000000000001", "\xD9\xA1"}) {
        INFO(bad);
        CHECK_FALSE(parse_decimal(bad));
    }
}
