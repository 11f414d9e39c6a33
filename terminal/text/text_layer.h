// text_layer.h: text for a screen: shaped, fitted, broken into lines, and its glyphs in the atlas.
// Everything is kept until the language or the size changes. Knows no window and no graphics.
#pragma once

#include "terminal/text/glyph_atlas.h"
#include "terminal/text/shaping.h"

#include <string>
#include <unordered_map>

namespace placet::terminal {

/// What is asked for: the words at a size of the em in a weight, within a width (0: no limit).
struct TextKey {
    std::string words = {};
    int size_px = 0;
    Weight weight = Weight::regular;
    int width_px = 0;
    bool operator==(const TextKey&) const = default;
};

struct TextKeyHash {
    std::size_t operator()(const TextKey& key) const;
};

struct FittedLine {
    ShapedLine line = {};
    bool cut = false;  // the words end with an ellipsis that was not theirs
};

struct GlyphImage {
    Patch patch = {};
    int left = 0, top = 0;  // as in GlyphBitmap
};

class TextLayer {
public:
    explicit TextLayer(Fonts fonts) : fonts_(std::move(fonts)) {}

    /// Before each frame: drops what has grown too large. A change of language drops all.
    void begin_frame(std::string_view language);

    /// No line is shrunk further than to this part of its size.
    static constexpr float least = 0.72F;

    /// The line as it stands, or shrunk, or, if that is not enough, cut with an ellipsis.
    /// Valid until begin_frame, as all references of this class.
    const FittedLine& fit(const TextKey& key);
    const std::vector<std::string>& lines(const TextKey& key);
    float width_px(const TextKey& key) { return fit(key).line.width_px; }

    /// Is there a letter for it in every weight?
    bool covers(char32_t character) const;

    /// The glyph at a quarter `phase` of a pixel; null if the atlas is full.
    const GlyphImage* glyph(const PlacedGlyph& placed, int size_px, int phase);

    GlyphAtlas& atlas() { return atlas_; }

private:
    ShapedLine shape(std::string_view words, int size_px, Weight weight) const;

    Fonts fonts_;
    GlyphAtlas atlas_;
    std::string language_ = "en";
    std::unordered_map<TextKey, FittedLine, TextKeyHash> fitted_;
    std::unordered_map<TextKey, std::vector<std::string>, TextKeyHash> lines_;
    std::unordered_map<std::uint64_t, GlyphImage> glyphs_;
    int generation_ = 0;
};

}  // namespace placet::terminal
