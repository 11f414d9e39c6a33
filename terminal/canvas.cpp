#include "terminal/canvas.h"

#include "terminal/shadow.h"
#include "terminal/text/text_layer.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

namespace placet::terminal {

namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;

ImVec2 in_atlas(float x, float y) {
    constexpr float side = GlyphAtlas::side;
    return {x / side, y / side};
}

// Below this nobody reads, and the fonts give up.
constexpr float least_em_px = 6;

int em_px(const Layout& layout, TextStyle style) {
    return static_cast<int>(std::max(least_em_px, layout.px(style.size)));
}

// One part of the atlas onto the screen, pixel by pixel or stretched.
void draw_patch(ImDrawList& list, const Box& to, const Box& from, Color color) {
    list.PrimReserve(6, 4);
    list.PrimRectUV({to.x0, to.y0}, {to.x1, to.y1}, in_atlas(from.x0, from.y0),
                    in_atlas(from.x1, from.y1), color);
}

}  // namespace

void Canvas::fill(const R& r, Color color, float radius, Round round) {
    const Box box = layout().box(r);
    ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
    if (round == Round::all)
        corners = ImDrawFlags_RoundCornersAll;
    else if (round != Round::none)
        corners = (round == Round::start) != layout().right_to_left()
                      ? ImDrawFlags_RoundCornersLeft
                      : ImDrawFlags_RoundCornersRight;
    list().AddRectFilled({box.x0, box.y0}, {box.x1, box.y1}, color, layout().px(radius), corners);
}

void Canvas::outline(const R& r, Color color, float width, float radius) {
    const Box box = layout().box(r);
    const float line = std::max(1.0F, layout().px(width)), half = line / 2;
    // ImGui draws a rectangle's line half a pixel aside of where it is asked for.
    const float in = half - 0.5F, out = half - 0.49F;
    list().AddRect({box.x0 + in, box.y0 + in}, {box.x1 - out, box.y1 - out}, color,
                   std::max(0.0F, layout().px(radius) - half), ImDrawFlags_RoundCornersAll, line);
}

void Canvas::shadow(const R& r, float below, float opacity) {
    const ShadowPatch& shadow = parts_.shadow.at(layout().scale(), parts_.text.atlas());
    if (theme().outlined || shadow.patch.empty()) return;
    const Box box = layout().box(r);
    const float out = layout().px(size::shadow_spread), down = layout().px(below);
    const auto border = static_cast<float>(shadow.border);
    const auto edges = [border](float from, float to) {
        return std::array{from, from + border, to - border, to};
    };
    const auto xs = edges(box.x0 - out, box.x1 + out);
    const auto ys = edges(box.y0 - out + down, box.y1 + out + down);
    const Patch& patch = shadow.patch;
    const auto us = edges(static_cast<float>(patch.x), static_cast<float>(patch.x + patch.w));
    const auto vs = edges(static_cast<float>(patch.y), static_cast<float>(patch.y + patch.h));
    const Color color = faded(theme().shadow, opacity);
    for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t i = 0; i < 3; ++i) {
            if (i == 1 && j == 1) continue;  // what casts the shadow covers it
            draw_patch(list(), {xs[i], ys[j], xs[i + 1], ys[j + 1]},
                       {us[i], vs[j], us[i + 1], vs[j + 1]}, color);
        }
    }
}

void Canvas::disc(float x, float y, float radius, Color color) {
    const Box at = layout().box({x, y, 0, 0});
    list().AddCircleFilled({at.x0, at.y0}, radius * layout().scale(), color);
}

void Canvas::arc(float x, float y, float radius, float from, float to, float width, Color color) {
    const Box at = layout().box({x, y, 0, 0});
    const ImVec2 middle{at.x0, at.y0};
    const float reach = radius * layout().scale(), thick = width * layout().scale();
    const float begin = (from - 0.25F) * turn, end = (to - 0.25F) * turn;
    list().PathArcTo(middle, reach, begin, end, 96);
    list().PathStroke(color, ImDrawFlags_None, thick);
    if (to - from >= 1) return;
    for (const float angle : {begin, end})
        list().AddCircleFilled(
            {middle.x + std::cos(angle) * reach, middle.y + std::sin(angle) * reach}, thick / 2,
            color);
}

void Canvas::stroke(float x, float y, float unit, std::span<const Point> points, float width,
                    Color color) {
    const Box middle = layout().box({x, y, 0, 0});
    const float scale = unit * layout().scale();
    const float thick = std::max(1.6F, width * layout().scale());
    std::vector<ImVec2> path;
    for (const Point& point : points)
        path.push_back({middle.x0 + point.x * scale, middle.y0 + point.y * scale});
    // AddLine would shift by half a pixel and leave the round ends beside the line.
    for (std::size_t n = 0; n + 1 < path.size(); ++n)
        list().AddPolyline(&path[n], 2, color, ImDrawFlags_None, thick);
    for (const ImVec2& point : path) list().AddCircleFilled(point, thick / 2, color);
}

float Canvas::text(const R& r, std::string_view words, TextStyle style, Color color, Align align) {
    if (words.empty()) return 0;
    const Box box = layout().box(r);
    const FittedLine& fitted =
        parts_.text.fit({.words = std::string(words),
                         .size_px = em_px(layout(), style),
                         .weight = style.weight,
                         .width_px = std::max(1, static_cast<int>(box.width()))});
    if (fitted.cut) ++ellipsized_;
    draw_line(box, fitted.line, color, align);
    return fitted.line.width_px / layout().scale();
}

void Canvas::label(const R& r, std::string_view words, TextStyle style, Color color, Align align) {
    constexpr float still_good = 1.12F, smaller = 0.82F, line_spacing = 1.3F;
    const TextStyle small{style.size * smaller, style.weight};
    const float line = small.size * line_spacing;
    if (text_width(words, style) <= r.w * still_good || r.h < 2 * line) {
        text(r, words, style, color, align);
        return;
    }
    const float height = std::min(block_height(words, small, line, r.w), 2 * line);
    text_block({r.x, r.middle_y() - height / 2, r.w, height}, words, small, line, color, align);
}

float Canvas::text_width(std::string_view words, TextStyle style) {
    // Rounded up to the pixel, so that a box of this width holds the words.
    return std::ceil(parts_.text.width_px({.words = std::string(words),
                                           .size_px = em_px(layout(), style),
                                           .weight = style.weight})) /
               layout().scale() +
           1 / layout().scale();
}

std::vector<std::string> Canvas::lines(std::string_view words, TextStyle style, float width) {
    return parts_.text.lines({.words = std::string(words),
                              .size_px = em_px(layout(), style),
                              .weight = style.weight,
                              .width_px = static_cast<int>(width * layout().scale())});
}

float Canvas::text_block(const R& r, std::string_view words, TextStyle style, float line_height,
                         Color color, Align align) {
    auto broken = lines(words, style, r.w);
    float part = 1;
    const auto room = [&] {
        // A hundredth of a line for what rounding takes from a height made of lines.
        const float lines_high = r.h / (line_height * part) + 0.01F;
        return static_cast<std::size_t>(std::max(1.0F, lines_high));
    };
    while (broken.size() > room() && part > TextLayer::least) {
        part = std::max(TextLayer::least, part - 0.04F);
        broken = lines(words, {style.size * part, style.weight}, r.w);
    }
    if (broken.size() > room()) {
        broken.resize(room());
        broken.back() += "…";
        ++ellipsized_;
    }
    const float height = line_height * part;
    for (std::size_t n = 0; n < broken.size(); ++n)
        text({r.x, r.y + static_cast<float>(n) * height, r.w, height}, broken[n],
             {style.size * part, style.weight}, color, align);
    return static_cast<float>(broken.size()) * height;
}

float Canvas::block_height(std::string_view words, TextStyle style, float line_height,
                           float width) {
    return static_cast<float>(lines(words, style, width).size()) * line_height;
}

void Canvas::draw_line(const Box& box, const ShapedLine& line, Color color, Align align) {
    const bool at_left = (align == Align::start) != layout().right_to_left();
    float x = at_left ? box.x0 : box.x1 - line.width_px;
    if (align == Align::center) x = box.x0 + (box.width() - line.width_px) / 2;
    const float baseline =
        std::round((box.y0 + box.y1) / 2 + line.middle_em * static_cast<float>(line.size_px));
    // Quarters of a pixel keep small letters evenly apart; large ones do not need them.
    constexpr int large_px = 48;
    for (const PlacedGlyph& placed : line.glyphs) {
        const float pen = x + placed.x, column = std::floor(pen);
        const int phase = line.size_px < large_px ? static_cast<int>((pen - column) * 4) : 0;
        const GlyphImage* glyph = parts_.text.glyph(placed, line.size_px, phase);
        if (glyph == nullptr || glyph->patch.empty()) continue;
        const Patch& patch = glyph->patch;
        const auto u = static_cast<float>(patch.x), v = static_cast<float>(patch.y);
        const auto w = static_cast<float>(patch.w), h = static_cast<float>(patch.h);
        const float left = column + static_cast<float>(glyph->left);
        const float top = std::round(baseline + placed.y) - static_cast<float>(glyph->top);
        draw_patch(list(), {left, top, left + w, top + h}, {u, v, u + w, v + h}, color);
    }
}

}  // namespace placet::terminal
