#include "terminal/text/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cassert>

namespace placet::terminal {

namespace {

struct FontFile {
    const char* regular;
    const char* bold;
    FT_Long face;
    const char* package;
};

constexpr FontFile font_files[families] = {
    {"truetype/noto/NotoSans-Regular.ttf", "truetype/noto/NotoSans-Bold.ttf", 0, "fonts-noto-core"},
    {"truetype/noto/NotoSansArabicUI-Regular.ttf", "truetype/noto/NotoSansArabicUI-Bold.ttf", 0,
     "fonts-noto-ui-core"},
    // One file holds five faces; the third has the simplified Chinese forms.
    {"opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc", 2,
     "fonts-noto-cjk"},
};

// FreeType counts a quarter of a pixel as 16 of its 64 parts.
constexpr int quarter_pixel = 16;

// Light hinting keeps letters sharp at their heights and leaves widths as designed.
constexpr FT_Int32 load_flags = FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;

}  // namespace

void Fonts::Close::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }

Result<Fonts> Fonts::open(const std::filesystem::path& folder) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return Error{Fault::absent, "FreeType cannot start; is libfreetype6 whole?"};
    Fonts fonts;
    fonts.library_.reset(library);
    for (const Weight weight : {Weight::regular, Weight::bold}) {
        for (int n = 0; n < families; ++n) {
            const FontFile& file = font_files[n];
            const auto path = folder / (weight == Weight::regular ? file.regular : file.bold);
            FT_Face& face = fonts.faces_[face_id(static_cast<Family>(n), weight)];
            if (FT_New_Face(library, path.c_str(), file.face, &face) != 0)
                return Error{Fault::absent, "the font " + path.string() +
                                                " is missing or damaged; install the package " +
                                                file.package};
        }
    }
    return fonts;
}

bool Fonts::covers(FaceId face, char32_t code_point) const {
    return FT_Get_Char_Index(faces_[face], code_point) != 0;
}

FT_FaceRec_* Fonts::sized(FaceId face, int size_px) const {
    FT_Set_Pixel_Sizes(faces_[face], 0, static_cast<FT_UInt>(size_px));
    return faces_[face];
}

GlyphBitmap Fonts::rasterise(FaceId id, std::uint32_t glyph, int size_px, int phase) const {
    const FT_Face face = sized(id, size_px);
    GlyphBitmap result;
    // A glyph that the font cannot load is left out: a gap is shown and nothing else is harmed.
    if (FT_Load_Glyph(face, glyph, load_flags) != 0) return result;
    FT_Outline_Translate(&face->glyph->outline, phase * quarter_pixel, 0);
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return result;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    assert(bitmap.pitch >= 0);
    result.width = static_cast<int>(bitmap.width);
    result.height = static_cast<int>(bitmap.rows);
    result.left = face->glyph->bitmap_left;
    result.top = face->glyph->bitmap_top;
    result.coverage.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (int y = 0; y < result.height; ++y)
        std::copy_n(bitmap.buffer + y * bitmap.pitch, result.width,
                    result.coverage.begin() + y * result.width);
    return result;
}

}  // namespace placet::terminal
