// glyph_atlas.h: one picture that holds every glyph and shadow in use, so that a screen is drawn
// in one call. Pixels only: who draws copies the changed part to the graphics memory.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace placet::terminal {

/// A rectangle of the atlas, in pixels.
struct Patch {
    int x = 0, y = 0, w = 0, h = 0;
    bool empty() const { return w == 0 || h == 0; }
};

class GlyphAtlas {
public:
    static constexpr int side = 2048;

    GlyphAtlas();

    /// Copies a picture of coverage, 0 to 255, row by row. Nothing if there is no room left;
    /// `overflowed` then stays true until `flush`.
    std::optional<Patch> add(int width, int height, const std::uint8_t* coverage);

    /// Forgets every patch; all that was handed out is void. The white patch stays.
    void flush();
    /// Grows with every flush.
    int generation() const { return generation_; }
    bool overflowed() const { return overflowed_; }
    /// The part of its height in use, 0 to 1.
    float used() const;

    /// A patch that is covered all over, for plain shapes.
    static constexpr Patch white{0, 0, 4, 4};

    const std::uint8_t* row(int y) const { return &coverage_[static_cast<std::size_t>(y) * side]; }
    /// What has changed since the last call.
    Patch take_changed();

private:
    void mark_changed(const Patch& patch);

    std::vector<std::uint8_t> coverage_;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
    int generation_ = 0;
    bool overflowed_ = false;
    Patch changed_;
};

}  // namespace placet::terminal
