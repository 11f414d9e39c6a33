// Expectations are counted by hand: every character is ten pixels wide here.
#include "terminal/text/line_breaks.h"

#include "terminal/text/code_points.h"

#include <catch2/catch.hpp>

using namespace placet::terminal;
using Lines = std::vector<std::string>;

namespace {

Lines broken(std::string_view text, int characters) {
    return balanced_lines(text, static_cast<float>(characters) * 10, [](std::string_view words) {
        return static_cast<float>(decode_utf8(words).size()) * 10;
    });
}

}  // namespace

TEST_CASE("a text that fits stays one line", "[terminal]") {
    CHECK(broken("one two", 7) == Lines{"one two"});
    CHECK(broken("", 7).empty());
    CHECK(broken("one two", 6) == Lines{"one", "two"});
}

TEST_CASE("lines are as even as their number allows", "[terminal]") {
    // Greedily the first would have "one two three" and the last a lonely "four".
    CHECK(broken("one two three four", 13) == Lines{"one two", "three four"});
    CHECK(broken("aa bb cc dd ee ff", 8) == Lines{"aa bb cc", "dd ee ff"});
    CHECK(broken("aa bb cc dd ee ff gg", 8) == Lines{"aa bb cc", "dd ee ff", "gg"});
}

TEST_CASE("what keeps its own direction keeps it on every line", "[terminal]") {
    CHECK(broken("\u2066one two\u2069", 5) == Lines{"\u2066one\u2069", "\u2066two\u2069"});
    CHECK(broken("a \u2068b cc\u2069 dd", 5) == Lines{"a \u2068b\u2069", "\u2068cc\u2069", "dd"});
}

TEST_CASE("no space starts or ends a line", "[terminal]") {
    CHECK(broken("aaaa  bbbb ", 5) == Lines{"aaaa", "bbbb"});
}

TEST_CASE("a space that does not break keeps its words together", "[terminal]") {
    CHECK(broken("Votre vote\u00A0: oui", 8) == Lines{"Votre", "vote\u00A0:", "oui"});
}

TEST_CASE("a line end is one", "[terminal]") {
    CHECK(broken("a\nb c", 20) == Lines{"a", "b c"});
    CHECK(broken("a\n\nb", 20) == Lines{"a", "", "b"});
}

TEST_CASE("Chinese breaks between ideographs", "[terminal]") {
    CHECK(broken("一二三四五六", 4) == Lines{"一二三", "四五六"});
    CHECK(broken("第48次会议", 4) == Lines{"第48", "次会议"});
}

TEST_CASE("no Chinese line starts with a closing mark or ends with an opening one", "[terminal]") {
    CHECK(broken("一二三四五六。七八", 6) == Lines{"一二三四五", "六。七八"});
    CHECK(broken("一二三（四五）六", 4) == Lines{"一二三", "（四", "五）六"});
    for (int width = 3; width < 12; ++width)
        for (const std::string& line :
             broken("大会决定，第三委员会“赞成”：通过（全文）。", width)) {
            INFO(width << ": " << line);
            const std::u32string text = decode_utf8(line);
            CHECK(std::u32string_view(U"，。：”）").find(text.front()) == std::u32string::npos);
            CHECK(std::u32string_view(U"“（").find(text.back()) == std::u32string::npos);
        }
}

TEST_CASE("a word wider than a line is broken and nothing of it is lost", "[terminal]") {
    CHECK(broken("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(broken("x abcdefgh y", 4) == Lines{"x ab", "cdef", "gh y"});
}
