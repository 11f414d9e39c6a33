#include "terminal/text/shaping.h"

#include "terminal/text/code_points.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <raqm.h>

#include <cassert>
#include <memory>
#include <vector>

namespace placet::terminal {

namespace {

struct Destroy {
    void operator()(raqm_t* line) const { raqm_destroy(line); }
};
using Raqm = std::unique_ptr<raqm_t, Destroy>;

constexpr float pixels(int parts) { return static_cast<float>(parts) / 64; }

// Spaces, direction marks, isolates, joiners and combining marks stay in the font of what they
// follow: a change of font there would tear a word apart.
bool takes_font_before(char32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202F) ||
           (c >= 0x2060 && c <= 0x2069) || (c >= 0x300 && c < 0x370);
}

// In Chinese the marks that both fonts have, such as quotation marks, are as wide as ideographs.
bool is_chinese_mark(char32_t c) { return c > 0x2000 && !takes_font_before(c); }

// The font of each code point; true in `missing` if one has none.
std::vector<Family> families_of(const Fonts& fonts, std::u32string_view text, Weight weight,
                                bool chinese, bool& missing) {
    std::vector<Family> result;
    result.reserve(text.size());
    const auto covers = [&](Family family, char32_t c) {
        return fonts.covers(face_id(family, weight), c);
    };
    for (const char32_t c : text) {
        if (takes_font_before(c)) {
            result.push_back(result.empty() ? Family::latin : result.back());
            continue;
        }
        Family chosen = Family::latin;
        bool found = false;
        if (chinese && is_chinese_mark(c) && covers(Family::chinese, c)) {
            chosen = Family::chinese;
            found = true;
        }
        for (int n = 0; n < families && !found; ++n) {
            const auto family = static_cast<Family>(n);
            if (covers(family, c)) {
                chosen = family;
                found = true;
            }
        }
        missing = missing || !found;
        result.push_back(chosen);
    }
    return result;
}

// Seen from the baseline, the middle of capitals and digits, of ideographs, of Arabic letters.
float middle_em(const std::vector<PlacedGlyph>& glyphs) {
    float result = 0.357F;
    for (const PlacedGlyph& glyph : glyphs) {
        if (family_of(glyph.face) == Family::arabic) return 0.26F;
        if (family_of(glyph.face) == Family::chinese) result = 0.365F;
    }
    return result;
}

// The words of a screen are short and valid: libraqm fails on them only without memory, and then
// nothing can be shown at all.
void must(bool done) {
    assert(done);
    if (!done) std::abort();
}

}  // namespace

ShapedLine shape_line(const Fonts& fonts, std::string_view words, int size_px, Weight weight,
                      std::string_view language) {
    ShapedLine result;
    result.size_px = size_px;
    const std::u32string text = decode_utf8(words);
    if (text.empty()) return result;
    const auto chosen = families_of(fonts, text, weight, language == "zh", result.missing);

    const Raqm raqm(raqm_create());
    must(raqm != nullptr);
    std::vector<std::uint32_t> code_points(text.begin(), text.end());
    must(raqm_set_text(raqm.get(), code_points.data(), code_points.size()));
    must(raqm_set_par_direction(
        raqm.get(), reads_right_to_left(language) ? RAQM_DIRECTION_RTL : RAQM_DIRECTION_LTR));
    std::array<FT_Face, families> faces{};
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        while (to < text.size() && chosen[to] == chosen[from]) ++to;
        auto& face = faces[static_cast<std::size_t>(chosen[from])];
        face = fonts.sized(face_id(chosen[from], weight), size_px);
        must(raqm_set_freetype_face_range(raqm.get(), face, from, to - from));
        from = to;
    }
    must(raqm_set_freetype_load_flags(raqm.get(), FT_LOAD_TARGET_LIGHT));
    must(raqm_layout(raqm.get()));

    std::size_t count = 0;
    const raqm_glyph_t* glyphs = raqm_get_glyphs(raqm.get(), &count);
    result.glyphs.reserve(count);
    for (std::size_t n = 0; n < count; ++n) {
        const raqm_glyph_t& glyph = glyphs[n];
        int family = 0;
        while (faces[static_cast<std::size_t>(family)] != glyph.ftface) ++family;
        result.glyphs.push_back({.face = face_id(static_cast<Family>(family), weight),
                                 .glyph = glyph.index,
                                 .x = result.width_px + pixels(glyph.x_offset),
                                 .y = -pixels(glyph.y_offset),
                                 .cluster = glyph.cluster});
        result.width_px += pixels(glyph.x_advance);
    }
    result.middle_em = middle_em(result.glyphs);
    return result;
}

}  // namespace placet::terminal
