// shaping.h: a line of text as glyphs in their places, from left to right.
//
// The line is divided by the fonts that cover it and laid out by libraqm (FriBidi and HarfBuzz).
// The direction of the line is that of the language, not of its first letter.
#pragma once

#include "terminal/text/fonts.h"

#include <string_view>

namespace placet::terminal {

struct PlacedGlyph {
    FaceId face = 0;
    std::uint32_t glyph = 0;    // in the font; 0 is a missing glyph
    float x = 0, y = 0;         // pixels from the start of the line on its baseline
    std::uint32_t cluster = 0;  // code point of the line it stands for
};

struct ShapedLine {
    std::vector<PlacedGlyph> glyphs = {};
    float width_px = 0;
    int size_px = 0;
    /// From the middle of the line, as the eye sees it, down to the baseline, in em: capitals,
    /// ideographs and Arabic letters have theirs at different heights.
    float middle_em = 0;
    bool missing = false;  // a character that no font covers
};

/// `language` is a tag such as "ar"; `words` is UTF-8 without line ends.
ShapedLine shape_line(const Fonts& fonts, std::string_view words, int size_px, Weight weight,
                      std::string_view language);

}  // namespace placet::terminal
