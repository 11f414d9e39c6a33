// layout.h: where things stand, counted from the start edge. Pure.
//
// A screen is drawn on a canvas of 1920 x 1080 units (dp) whose x runs from the edge at which the
// language starts: left in English, right in Arabic. `Layout` turns that into pixels and is the
// only place that mirrors; nothing else knows left from right.
#pragma once

#include <algorithm>
#include <cmath>

namespace placet::terminal {

/// A rectangle in dp; x counts from the start edge of the canvas.
struct R {
    float x = 0, y = 0, w = 0, h = 0;

    float end() const { return x + w; }
    float bottom() const { return y + h; }
    float middle_x() const { return x + w / 2; }
    float middle_y() const { return y + h / 2; }
    R inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    R inset(float by_x, float by_y) const {
        return {x + by_x, y + by_y, w - 2 * by_x, h - 2 * by_y};
    }
    R moved(float by_x, float by_y) const { return {x + by_x, y + by_y, w, h}; }
    /// A part of this rectangle, its corner counted from this one's.
    R part(float from_x, float from_y, float width, float height) const {
        return {x + from_x, y + from_y, width, height};
    }
};

/// A point or a rectangle in pixels of the drawing area, from its top left corner.
struct Point {
    float x = 0, y = 0;
};
struct Box {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    Point middle() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
    bool holds(Point p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
    bool overlaps(const Box& other) const {
        return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
    }
};

/// Start is left in English and right in Arabic; screens never say left or right.
enum class Align { start, center, end };

class Layout {
public:
    static constexpr float canvas_width = 1920;
    static constexpr float canvas_height = 1080;
    static constexpr float margin = 32;
    static constexpr float gap = 32;
    static constexpr float card_padding = 40;

    Layout() = default;
    /// The canvas keeps its proportions and stands in the middle of the window.
    Layout(int width_px, int height_px, bool right_to_left)
        : width_px_(static_cast<float>(width_px)),
          height_px_(static_cast<float>(height_px)),
          scale_(std::min(width_px_ / canvas_width, height_px_ / canvas_height)),
          right_to_left_(right_to_left) {}

    /// Pixels per dp.
    float scale() const { return scale_; }
    bool right_to_left() const { return right_to_left_; }
    float width_px() const { return width_px_; }
    float height_px() const { return height_px_; }
    /// A length in whole pixels.
    float px(float dp) const { return std::round(dp * scale_); }

    /// Every corner falls on a whole pixel, so that neighbours neither overlap nor leave a gap.
    Box box(const R& r) const {
        const float from = right_to_left_ ? canvas_width - r.x - r.w : r.x;
        return {std::round(origin_x() + from * scale_), std::round(origin_y() + r.y * scale_),
                std::round(origin_x() + (from + r.w) * scale_),
                std::round(origin_y() + (r.y + r.h) * scale_)};
    }

    /// The whole window, which is larger than the canvas where proportions differ: for backgrounds
    /// that reach the edges.
    R window() const {
        const float aside = origin_x() / scale_, above = origin_y() / scale_;
        return {-aside, -above, canvas_width + 2 * aside, canvas_height + 2 * above};
    }

    /// Where `cell` must be put inside `block` to keep its order from left to right in every
    /// language: the digits of a PIN pad do not mirror.
    R left_to_right(const R& block, const R& cell) const {
        if (!right_to_left_) return cell;
        return {block.x + block.end() - cell.end(), cell.y, cell.w, cell.h};
    }

private:
    float origin_x() const { return (width_px_ - canvas_width * scale_) / 2; }
    float origin_y() const { return (height_px_ - canvas_height * scale_) / 2; }

    float width_px_ = canvas_width, height_px_ = canvas_height, scale_ = 1;
    bool right_to_left_ = false;
};

/// The n-th of `count` equal parts side by side, from the start edge.
inline R column(const R& whole, int count, int n, float gap = Layout::gap) {
    const float parts = static_cast<float>(count);
    const float width = (whole.w - gap * (parts - 1)) / parts;
    return {whole.x + static_cast<float>(n) * (width + gap), whole.y, width, whole.h};
}

/// The n-th of `count` equal parts one below the other.
inline R row(const R& whole, int count, int n, float gap = Layout::gap) {
    const float parts = static_cast<float>(count);
    const float height = (whole.h - gap * (parts - 1)) / parts;
    return {whole.x, whole.y + static_cast<float>(n) * (height + gap), whole.w, height};
}

}  // namespace placet::terminal
