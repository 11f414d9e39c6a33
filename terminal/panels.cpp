#include "terminal/panels.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace placet::terminal {

namespace {

constexpr float outline_width = 3;  // of a card in high contrast

// Small signs of the board, in halves of its badge: at this size a bare sign reads better than
// one in a shape.
constexpr Point small_tick[] = {{-0.5F, 0.03F}, {-0.13F, 0.4F}, {0.53F, -0.37F}};
constexpr Point small_falling[] = {{-0.4F, -0.4F}, {0.4F, 0.4F}};
constexpr Point small_rising[] = {{0.4F, -0.4F}, {-0.4F, 0.4F}};
constexpr Point small_bar[] = {{-0.5F, 0}, {0.5F, 0}};

void small_sign(Canvas& canvas, float x, float y, float half, Sign sign, Color color) {
    const float width = half * 0.21F;
    switch (sign) {
        case Sign::yes:
            return canvas.stroke(x, y, half, small_tick, width, color);
        case Sign::no:
            canvas.stroke(x, y, half, small_falling, width, color);
            return canvas.stroke(x, y, half, small_rising, width, color);
        case Sign::abstain:
            return canvas.stroke(x, y, half, small_bar, width, color);
        case Sign::not_voting:
            return canvas.disc(x, y, half * 0.17F, color);
    }
}

void board_cell(Canvas& canvas, const R& r, const BoardCell& cell) {
    const Theme& theme = canvas.theme();
    const Tone tone = tone_of(theme, cell.sign);
    const bool answered = cell.sign != Sign::not_voting;
    const R badge{r.x, r.y, r.h, r.h};
    canvas.fill(r, answered ? tone.tint : theme.surface, size::cell_radius);
    if (answered) canvas.fill(badge, tone.solid, size::cell_radius, Round::start);
    small_sign(canvas, badge.middle_x(), badge.middle_y(), r.h / 2, cell.sign,
               answered ? tone.on_solid : theme.ink3);
    const float from = badge.w + 8;
    constexpr float roomy = 40;
    canvas.text({r.x + from, r.y, r.w - from - 6, r.h}, cell.name,
                r.h < roomy ? type::cell : type::body,
                answered && !cell.faint ? theme.ink : theme.ink2);
}

}  // namespace

void card(Canvas& canvas, const R& r, float radius) {
    const Theme& theme = canvas.theme();
    canvas.shadow(r);
    canvas.fill(r, theme.surface, radius);
    if (theme.outlined) canvas.outline(r, theme.border, outline_width, radius);
}

void marked_card(Canvas& canvas, const R& r, Color mark, float radius) {
    card(canvas, r, radius);
    // The part of the rounded card that lies within the bar.
    constexpr float bar = 10, pi = std::numbers::pi_v<float>;
    const Layout& layout = canvas.layout();
    const Box box = layout.box(r);
    const float corner = layout.px(radius);
    const float angle = std::acos(std::max(0.0F, 1 - layout.px(bar) / corner));
    const float x = layout.right_to_left() ? box.x1 - corner : box.x0 + corner;
    const float side = layout.right_to_left() ? 0 : pi;
    const float above = layout.right_to_left() ? box.y1 - corner : box.y0 + corner;
    const float below = layout.right_to_left() ? box.y0 + corner : box.y1 - corner;
    ImDrawList& list = canvas.list();
    list.PathArcTo({x, below}, corner, side - angle, side);
    list.PathArcTo({x, above}, corner, side, side + angle);
    list.PathFillConvex(mark);
}

void divider(Canvas& canvas, const R& r) { canvas.fill(r, canvas.theme().border); }

float chip(Canvas& canvas, float x, float y, std::string_view words, const Tone& tone, bool dot) {
    constexpr float padding = 24, dot_radius = 7;
    const float words_from = dot ? 50 : padding;
    const float width = canvas.text_width(words, type::strong) + words_from + padding;
    const R r{x, y, width, size::chip};
    canvas.fill(r, tone.tint, size::chip / 2);
    if (canvas.theme().outlined) canvas.outline(r, tone.line, outline_width, size::chip / 2);
    if (dot) canvas.disc(x + 29, r.middle_y(), dot_radius, tone.solid);
    canvas.text({x + words_from, y, width - words_from, size::chip}, words, type::strong, tone.ink);
    return width;
}

void header(Canvas& canvas, const Header& words) {
    const Theme& theme = canvas.theme();
    constexpr float accent_height = 6, mark = 64, words_from = 116;
    const R window = canvas.layout().window();
    // Over the edges of the canvas too, where the window is wider.
    const R bar{window.x, window.y, window.w, header_height - window.y};
    canvas.shadow(bar, 0, 0.10F);
    canvas.fill(bar, theme.surface);
    canvas.fill({window.x, window.y, window.w, accent_height}, theme.accent);
    draw_mark(canvas, {Layout::margin, 26, mark, mark});
    if (theme.outlined) divider(canvas, {window.x, header_height - 3, window.w, 3});

    float end = Layout::canvas_width - Layout::margin - words.reserved;
    if (!words.health.empty()) {
        constexpr float dot_and_gap = 36;
        const float width = canvas.text_width(words.health, type::body) + dot_and_gap;
        state_line(canvas, {end - width, 34, width, 52}, words.state, words.health);
        end -= width + Layout::gap;
    }
    canvas.text({words_from, 15, end - words_from, 54}, words.title, type::title, theme.ink);
    canvas.text({words_from, 66, end - words_from, 34}, words.subtitle, type::body, theme.ink2);
}

void rehearsal_banner(Canvas& canvas, std::string_view words) {
    const Tone& tone = canvas.theme().warning;
    const R window = canvas.layout().window();
    const R r{window.x, window.bottom() - banner_height, window.w, banner_height};
    const Box box = canvas.layout().box(r);
    ImDrawList& list = canvas.list();
    canvas.fill(r, tone.solid);
    list.PushClipRect({box.x0, box.y0}, {box.x1, box.y1}, true);
    // Stripes as wide as they are apart, leaning by half a right angle.
    const float height = box.height(), step = 2 * height;
    const Color stripe = mixed(tone.solid, tone.on_solid, 0.16F);
    for (float x = box.x0 - height; x < box.x1; x += step)
        list.AddQuadFilled({x, box.y1}, {x + height, box.y0}, {x + 2 * height, box.y0},
                           {x + height, box.y1}, stripe);
    list.PopClipRect();
    const float width = canvas.text_width(words, type::strong) + 64;
    const R plate{Layout::canvas_width / 2 - width / 2, r.y, width, r.h};
    canvas.fill(plate, tone.solid);
    canvas.text(plate, words, {20, Weight::bold}, tone.on_solid, Align::center);
}

void state_line(Canvas& canvas, const R& r, State state, std::string_view words) {
    constexpr float radius = 12, words_from = 36;
    draw_state(canvas, r.x + radius, r.middle_y(), radius, state);
    canvas.text({r.x + words_from, r.y, r.w - words_from, r.h}, words, type::body,
                canvas.theme().ink2);
}

void progress_bar(Canvas& canvas, const R& r, float part) {
    const Theme& theme = canvas.theme();
    const float radius = r.h / 2, width = std::max(r.h, r.w * std::clamp(part, 0.0F, 1.0F));
    canvas.fill(r, theme.outlined ? theme.surface : mixed(theme.background, theme.border, 0.5F),
                radius);
    if (theme.outlined) canvas.outline(r, theme.border, outline_width, radius);
    if (part > 0) canvas.fill({r.x, r.y, width, r.h}, theme.accent, radius);
}

void tally_card(Canvas& canvas, const R& r, Sign sign, std::string_view word, int count) {
    const Theme& theme = canvas.theme();
    constexpr float bar = 10, radius = size::control_radius, sign_radius = 28, words_from = 112;
    card(canvas, r, radius);
    canvas.fill({r.x, r.y, bar, r.h}, tone_of(theme, sign).solid, bar / 2, Round::start);
    draw_sign(canvas, r.x + 62, r.middle_y(), sign_radius, sign);
    const float width = r.w - words_from - 16, top = r.middle_y() - 46;
    canvas.text({r.x + words_from, top, width, 34}, word, type::body, theme.ink2);
    canvas.text({r.x + words_from, top + 32, width, 62}, fmt::format("{}", count), type::timer,
                theme.ink);
}

void timer_ring(Canvas& canvas, const R& r, float left, std::string_view clock,
                std::string_view caption) {
    const Theme& theme = canvas.theme();
    constexpr float caption_height = 40, width_of_radius = 0.175F;
    const float radius = std::min(r.w, r.h - caption_height) / 2 * 0.87F;
    const float x = r.middle_x(), y = r.y + (r.h - caption_height) / 2;
    const float width = radius * width_of_radius;
    canvas.arc(x, y, radius, 0, 1, width, theme.outlined ? theme.surface : theme.background);
    if (left > 0) canvas.arc(x, y, radius, 0, std::min(left, 1.0F), width, theme.accent);
    const float inner = radius - width;
    canvas.text({x - inner, y - inner, 2 * inner, 2 * inner}, clock, {radius * 0.63F, Weight::bold},
                theme.ink, Align::center);
    canvas.text({r.x, r.bottom() - caption_height, r.w, caption_height}, caption, type::body,
                theme.ink2, Align::center);
}

int qr_code(Canvas& canvas, const R& r, const QrCode& code) {
    constexpr int quiet = 4;  // modules of white around, ISO/IEC 18004
    const Box box = canvas.layout().box(r);
    const float room = std::min(box.width(), box.height());
    if (code.side == 0) return 0;
    const int module = static_cast<int>(room) / (code.side + 2 * quiet);
    if (module < 2) return 0;
    const auto m = static_cast<float>(module);
    const float side = m * static_cast<float>(code.side + 2 * quiet);
    const float left = std::round(box.middle().x - side / 2);
    const float top = std::round(box.middle().y - side / 2);
    ImDrawList& list = canvas.list();
    const ImDrawListFlags flags = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // edges as sharp as the pixels are
    list.AddRectFilled({left, top}, {left + side, top + side}, rgb(0xFFFFFF));
    const float x0 = left + quiet * m, y0 = top + quiet * m;
    for (int y = 0; y < code.side; ++y) {
        const float line = y0 + static_cast<float>(y) * m;
        for (int x = 0; x < code.side; ++x) {
            if (!code.at(x, y)) continue;
            const int from = x;
            while (x < code.side && code.at(x, y)) ++x;
            list.AddRectFilled({x0 + static_cast<float>(from) * m, line},
                               {x0 + static_cast<float>(x) * m, line + m}, rgb(0x000000));
        }
    }
    list.Flags = flags;
    return module;
}

void board(Canvas& canvas, const R& r, int columns, int rows, std::span<const BoardCell> cells) {
    const std::size_t shown = std::min(cells.size(), static_cast<std::size_t>(columns * rows));
    for (std::size_t n = 0; n < shown; ++n)
        board_cell(canvas, column_cell(r, columns, rows, static_cast<int>(n)), cells[n]);
}

R grid_cell(const R& whole, int columns, int rows, int n, float gap) {
    return column(row(whole, rows, n / columns, gap), columns, n % columns, gap);
}

R column_cell(const R& whole, int columns, int rows, int n, float gap_x, float gap_y) {
    return row(column(whole, columns, n / rows, gap_x), rows, n % rows, gap_y);
}

}  // namespace placet::terminal
