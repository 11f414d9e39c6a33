// Facts of the Unicode bidirectional algorithm (UAX #9) and of Arabic script, not of our output.
#include "terminal/text/shaping.h"

#include "terminal/text/code_points.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace placet::terminal;
using placet::tests::TempFolder;

namespace {

const Fonts& fonts() {
    static const auto opened = Fonts::open();
    REQUIRE(opened);
    return *opened;
}

ShapedLine shaped(std::string_view words, std::string_view language) {
    return shape_line(fonts(), words, 40, Weight::regular, language);
}

std::vector<std::uint32_t> glyphs(const ShapedLine& line) {
    std::vector<std::uint32_t> result;
    for (const PlacedGlyph& glyph : line.glyphs) result.push_back(glyph.glyph);
    return result;
}

// The letters of the line as the eye meets them from left to right; marks of direction left out.
std::u32string from_left_to_right(std::string_view words, std::string_view language) {
    const std::u32string text = decode_utf8(words);
    std::u32string result;
    for (const PlacedGlyph& glyph : shaped(words, language).glyphs)
        if (text[glyph.cluster] < 0x2066 || text[glyph.cluster] > 0x2069)
            result += text[glyph.cluster];
    return result;
}

}  // namespace

TEST_CASE("an Arabic letter changes its form where it joins another", "[terminal]") {
    const auto alone = glyphs(shaped("ب", "ar")), two = glyphs(shaped("بب", "ar"));
    REQUIRE(alone.size() == 1);
    REQUIRE(two.size() == 2);
    CHECK(two[0] != two[1]);
    CHECK(two[0] != alone[0]);
    CHECK(two[1] != alone[0]);
    // The twin: letters that a joiner's absence keeps apart stay as they are alone.
    const auto apart = glyphs(shaped("ب\u200Cب", "ar"));
    CHECK(std::count(apart.begin(), apart.end(), alone[0]) == 2);
}

TEST_CASE("Arabic runs from right to left and its numbers from left to right", "[terminal]") {
    CHECK(from_left_to_right("كبد", "ar") == U"دبك");
    CHECK(from_left_to_right("مادة 48", "ar") == U"48 ةدام");
    CHECK(from_left_to_right("Kenya 48", "en") == U"Kenya 48");
}

TEST_CASE("the language decides where a line begins, not its first letter", "[terminal]") {
    CHECK(from_left_to_right("A ب", "ar") == U"ب A");
    CHECK(from_left_to_right("A ب", "en") == U"A ب");
}

TEST_CASE("a code stays whole in an Arabic line when it is isolated", "[terminal]") {
    const std::string code = "7F3K-92QD.";
    const auto in_line = [](const std::string& what) {
        return from_left_to_right("رمز " + what + " هنا", "ar");
    };
    CHECK(in_line(isolated_code(code)).find(U"7F3K-92QD.") != std::u32string::npos);
    // The twin: without isolates its full stop wanders to the other side.
    CHECK(in_line(code).find(U"7F3K-92QD.") == std::u32string::npos);
}

TEST_CASE("no character of the six languages is missing from the fonts", "[terminal]") {
    for (const Weight weight : {Weight::regular, Weight::bold})
        for (const std::string_view words :
             {"Côte d’Ivoire, São Tomé, Türkiye — «œuvre» №", "Объединённые Нации",
              "الأمم المتحدة، سُجِّل؟", "联合国大会，第三委员会：“赞成”。", "Ñandú ¿Sí?"}) {
            INFO(words);
            const auto line = shape_line(fonts(), words, 22, weight, "ar");
            CHECK_FALSE(line.missing);
            CHECK(std::none_of(line.glyphs.begin(), line.glyphs.end(),
                               [](const PlacedGlyph& glyph) { return glyph.glyph == 0; }));
        }
    CHECK(shaped("\U000F0000", "en").missing);  // for private use: no font has it
}

TEST_CASE("a quotation mark is as wide as an ideograph in Chinese and narrow elsewhere",
          "[terminal]") {
    CHECK(shaped("“", "zh").width_px == Approx(40).margin(1));
    CHECK(shaped("“", "fr").width_px < 25);
}

TEST_CASE("twice the size is twice the width", "[terminal]") {
    const auto width = [](int size_px) {
        return shape_line(fonts(), "الجمعية العامة", size_px, Weight::bold, "ar").width_px;
    };
    CHECK(width(80) == Approx(2 * width(40)).epsilon(0.02));
    CHECK(shaped("", "en").width_px == 0);
}

TEST_CASE("text that is not UTF-8 shows that something is wrong and harms nothing", "[terminal]") {
    CHECK(decode_utf8("a\xFFz") == U"a\uFFFDz");
    CHECK(decode_utf8("\xC3") == U"\uFFFD");
    CHECK(decode_utf8("\xED\xA0\x80").size() == 3);  // half of a surrogate pair
    CHECK(encode_utf8(U"aé中\U0001F642") == "aé中\U0001F642");
    CHECK(shaped("a\xFFz", "en").glyphs.size() == 3);
}

TEST_CASE("a missing font is named with the package that has it", "[terminal]") {
    const TempFolder folder;
    const auto nothing = Fonts::open(folder.path());
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().fault == placet::Fault::absent);
    CHECK(nothing.error().detail.find("package fonts-noto-core") != std::string::npos);

    std::filesystem::create_directory_symlink("/usr/share/fonts/truetype", folder / "truetype");
    const auto no_chinese = Fonts::open(folder.path());
    REQUIRE_FALSE(no_chinese);
    CHECK(no_chinese.error().detail.find("package fonts-noto-cjk") != std::string::npos);

    std::filesystem::create_directory_symlink("/usr/share/fonts/opentype", folder / "opentype");
    CHECK(Fonts::open(folder.path()));
}
