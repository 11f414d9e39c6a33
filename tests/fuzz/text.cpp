// Hostile text on a screen: no character is lost or made in lines, and every line has a width.
#include "crypto/text_rules.h"
#include "terminal/text/code_points.h"
#include "terminal/text/line_breaks.h"
#include "terminal/text/shaping.h"
#include "tests/fuzz/target.h"

#include <array>
#include <cmath>

namespace placet::fuzz {

using namespace placet::terminal;

namespace {

std::string without_blanks(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (c != ' ' && c != '\n') kept += c;
    return kept;
}

/// Isolates (UAX 9) go on over several lines: there they are ended and begun again.
std::string without_isolates(std::string_view text) {
    std::u32string kept;
    for (const char32_t c : decode_utf8(text))
        if (c < 0x2066 || c > 0x2069) kept += c;
    return encode_utf8(kept);
}

}  // namespace

bool hold(std::string_view input) {
    static const auto fonts = Fonts::open();
    require(static_cast<bool>(fonts), "the fonts are installed");
    const auto text = encode_utf8(decode_utf8(input));
    require(is_well_formed_utf8(text), "what is shown is UTF-8");
    require((text == input) == is_well_formed_utf8(input), "the readers of UTF-8 agree");

    std::string pieces;
    for (const auto& piece : breakable_pieces(text)) pieces += piece;
    require(pieces == text, "pieces are the text");
    const Measure by_length = [](std::string_view s) { return static_cast<float>(s.size()); };
    std::string lines;
    for (const auto& line : balanced_lines(text, 40, by_length)) lines += line;
    require(without_isolates(without_blanks(lines)) == without_isolates(without_blanks(text)),
            "lines are the text");

    for (const auto* language : {"en", "ar"}) {
        const auto line = shape_line(*fonts, without_blanks(text), 24, Weight::regular, language);
        require(std::isfinite(line.width_px), "a line has a width");
    }
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    // Directions and their ends, joiners, a base with a mark, a flag, an ideograph, Arabic.
    constexpr std::array<std::string_view, 12> words = {"\u202E",     "\u2066", "\u2069",  "\u200D",
                                                        "\u200B",     "\uFEFF", "a\u0301", "\uFFFD",
                                                        "\U0001F1E7", "票",     "(",       "بيان"};
    return mutated_lines(input, other, ' ', dice, words);
}

}  // namespace placet::fuzz
