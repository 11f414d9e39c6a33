#include "terminal/signs.h"

#include <imgui.h>

#include <array>

namespace placet::terminal {

namespace {

// Strokes in radii from the middle.
constexpr Point tick[] = {{-0.42F, 0.04F}, {-0.12F, 0.34F}, {0.45F, -0.3F}};
constexpr Point falling[] = {{-0.34F, -0.34F}, {0.34F, 0.34F}};
constexpr Point rising[] = {{0.34F, -0.34F}, {-0.34F, 0.34F}};
constexpr Point bar[] = {{-0.4F, 0}, {0.4F, 0}};
constexpr Point stem[] = {{0, -0.42F}, {0, 0.08F}};
constexpr float stroke_width = 0.2F;

void diamond(Canvas& canvas, float x, float y, float radius, Color color) {
    const Box at = canvas.layout().box({x, y, 0, 0});
    const float reach = 1.12F * radius * canvas.layout().scale(), soft = 0.16F;
    const std::array<ImVec2, 4> corners{{{at.x0, at.y0 - reach},
                                         {at.x0 + reach, at.y0},
                                         {at.x0, at.y0 + reach},
                                         {at.x0 - reach, at.y0}}};
    ImDrawList& list = canvas.list();
    for (std::size_t n = 0; n < 4; ++n) {
        const ImVec2 before = corners[(n + 3) % 4], corner = corners[n],
                     after = corners[(n + 1) % 4];
        const auto towards = [&](const ImVec2& end) {
            return ImVec2(corner.x + (end.x - corner.x) * soft,
                          corner.y + (end.y - corner.y) * soft);
        };
        list.PathLineTo(towards(before));
        list.PathBezierQuadraticCurveTo(corner, towards(after), 8);
    }
    list.PathFillConvex(color);
}

}  // namespace

Tone tone_of(const Theme& theme, Sign sign) {
    switch (sign) {
        case Sign::yes:
            return theme.yes;
        case Sign::no:
            return theme.no;
        case Sign::abstain:
            return theme.abstain;
        case Sign::not_voting:
            break;
    }
    return {theme.ink3, theme.surface, theme.surface, theme.ink2, theme.ink3};
}

void draw_sign(Canvas& canvas, float x, float y, float radius, Sign sign, Color fill, Color ink) {
    const float width = radius * stroke_width;
    switch (sign) {
        case Sign::yes:
            canvas.disc(x, y, radius, fill);
            canvas.stroke(x, y, radius, tick, width, ink);
            return;
        case Sign::no: {
            const float half = radius * 0.9F;
            canvas.fill({x - half, y - half, 2 * half, 2 * half}, fill, radius * 0.28F);
            canvas.stroke(x, y, radius, falling, width, ink);
            canvas.stroke(x, y, radius, rising, width, ink);
            return;
        }
        case Sign::abstain:
            diamond(canvas, x, y, radius, fill);
            canvas.stroke(x, y, radius, bar, width, ink);
            return;
        case Sign::not_voting:
            canvas.arc(x, y, radius * 0.62F, 0, 1, radius * 0.16F, fill);
            return;
    }
}

void draw_sign(Canvas& canvas, float x, float y, float radius, Sign sign) {
    const Tone tone = tone_of(canvas.theme(), sign);
    draw_sign(canvas, x, y, radius, sign, tone.solid, tone.on_solid);
}

void draw_mark(Canvas& canvas, const R& r) {
    const Theme& theme = canvas.theme();
    const float unit = r.w / 64, x = r.middle_x(), y = r.middle_y();
    const auto part = [&](float from_x, float from_y, float width, float height) {
        return R{x + from_x * unit, y + from_y * unit, width * unit, height * unit};
    };
    canvas.fill(r, theme.accent, 16 * unit);
    canvas.fill(part(-11, -21, 22, 24), faded(theme.on_accent, 0.62F), 3 * unit);  // paper
    canvas.fill(part(-22, -1, 44, 22), theme.on_accent, 5 * unit);                 // box
    canvas.fill(part(-14, 4, 28, 4), theme.accent, 2 * unit);                      // slot
}

Tone tone_of(const Theme& theme, State state) {
    switch (state) {
        case State::good:
            return theme.success;
        case State::watch:
            return theme.warning;
        case State::wrong:
            return theme.danger;
        case State::unknown:
            break;
    }
    return {theme.ink3, theme.surface, theme.surface2, theme.ink2, theme.ink3};
}

void draw_state(Canvas& canvas, float x, float y, float radius, State state) {
    const Tone tone = tone_of(canvas.theme(), state);
    const float width = radius * stroke_width;
    if (state == State::unknown) {
        canvas.arc(x, y, radius * 0.7F, 0, 1, radius * 0.16F, tone.solid);
        return;
    }
    canvas.disc(x, y, radius, tone.solid);
    if (state == State::good) {
        canvas.stroke(x, y, radius, tick, width, tone.on_solid);
        return;
    }
    canvas.stroke(x, y, radius, stem, width, tone.on_solid);
    canvas.disc(x, y + radius * 0.44F, radius * 0.13F, tone.on_solid);
}

}  // namespace placet::terminal
