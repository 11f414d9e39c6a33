#include "terminal/text/glyph_atlas.h"

#include <algorithm>
#include <utility>

namespace placet::terminal {

GlyphAtlas::GlyphAtlas() : coverage_(static_cast<std::size_t>(side) * side) { flush(); }

std::optional<Patch> GlyphAtlas::add(int width, int height, const std::uint8_t* coverage) {
    // Glyphs stand on shelves, as high as the highest of them, with an empty pixel between.
    if (shelf_x_ + width + 1 > side) {
        shelf_y_ += shelf_height_ + 1;
        shelf_x_ = 0;
        shelf_height_ = 0;
    }
    if (width + 1 > side || shelf_y_ + height + 1 > side) {
        overflowed_ = true;
        return std::nullopt;
    }
    const Patch patch{shelf_x_, shelf_y_, width, height};
    for (int y = 0; y < height; ++y)
        std::copy_n(coverage + static_cast<std::ptrdiff_t>(y) * width, width,
                    coverage_.begin() + static_cast<std::ptrdiff_t>(patch.y + y) * side + patch.x);
    shelf_x_ += width + 1;
    shelf_height_ = std::max(shelf_height_, height);
    mark_changed(patch);
    return patch;
}

void GlyphAtlas::flush() {
    std::fill(coverage_.begin(), coverage_.end(), std::uint8_t{0});
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
    ++generation_;
    overflowed_ = false;
    const std::vector<std::uint8_t> covered(static_cast<std::size_t>(white.w) * white.h, 255);
    add(white.w, white.h, covered.data());
}

float GlyphAtlas::used() const {
    return static_cast<float>(shelf_y_ + shelf_height_) / static_cast<float>(side);
}

void GlyphAtlas::mark_changed(const Patch& patch) {
    if (changed_.empty()) {
        changed_ = patch;
        return;
    }
    const int x1 = std::max(changed_.x + changed_.w, patch.x + patch.w);
    const int y1 = std::max(changed_.y + changed_.h, patch.y + patch.h);
    changed_.x = std::min(changed_.x, patch.x);
    changed_.y = std::min(changed_.y, patch.y);
    changed_.w = x1 - changed_.x;
    changed_.h = y1 - changed_.y;
}

Patch GlyphAtlas::take_changed() { return std::exchange(changed_, Patch{}); }

}  // namespace placet::terminal
