// fonts.h: the font files, opened by their paths in the Debian packages. The settings of the
// machine (fontconfig) have no say: every kiosk shows the same letters.
#pragma once

#include "crypto/result.h"
#include "terminal/theme.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace placet::terminal {

/// Noto Sans (Latin, Greek, Cyrillic), Noto Sans Arabic UI, Noto Sans CJK SC.
enum class Family : std::uint8_t { latin, arabic, chinese };
inline constexpr int families = 3;

/// One of the six files: a family in a weight.
using FaceId = std::uint8_t;
constexpr FaceId face_id(Family family, Weight weight) {
    return static_cast<FaceId>(static_cast<int>(family) + families * static_cast<int>(weight));
}
constexpr Family family_of(FaceId face) { return static_cast<Family>(face % families); }

/// A glyph as coverage, 0 to 255, and where it stands from the pen: `left` of its first column,
/// `top` of its first row above the baseline. Pixels.
struct GlyphBitmap {
    int width = 0, height = 0, left = 0, top = 0;
    std::vector<std::uint8_t> coverage = {};
};

class Fonts {
public:
    /// Fails with `absent` and the name of the package that is missing.
    static Result<Fonts> open(const std::filesystem::path& folder = "/usr/share/fonts");

    bool covers(FaceId face, char32_t code_point) const;
    /// For shaping, at `size_px` pixels of the em.
    FT_FaceRec_* sized(FaceId face, int size_px) const;
    /// `phase` is the part of a pixel, in quarters, by which the glyph stands further right.
    GlyphBitmap rasterise(FaceId face, std::uint32_t glyph, int size_px, int phase) const;

private:
    struct Close {
        void operator()(FT_LibraryRec_* library) const;
    };
    Fonts() = default;

    std::unique_ptr<FT_LibraryRec_, Close> library_;  // owns the faces
    std::array<FT_FaceRec_*, 2 * families> faces_{};
};

}  // namespace placet::terminal
