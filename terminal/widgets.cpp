#include "terminal/widgets.h"

#include "terminal/panels.h"

#include <algorithm>
#include <string>

namespace placet::terminal {

namespace {

// A surface that answers to the pointer.
Color under(const Theme& theme, const Press& press, Color rest) {
    if (press.held) return mixed(rest, theme.ink, 0.16F);
    if (press.hovered) return mixed(rest, theme.ink, 0.06F);
    return rest;
}

struct Look {
    Color fill = 0, ink = 0, line = 0;
};

Look look_of(const Theme& theme, ButtonKind kind, bool enabled) {
    if (!enabled) return {theme.surface2, theme.ink3, theme.border};
    switch (kind) {
        case ButtonKind::primary:
            return {theme.accent, theme.on_accent, theme.accent};
        case ButtonKind::danger:
            return {theme.danger.solid, theme.danger.on_solid, theme.danger.solid};
        case ButtonKind::secondary:
            break;
    }
    return {theme.surface, theme.ink, theme.border};
}

void pill(Canvas& canvas, const VoteTile& what, const R& tile, const Tone& tone) {
    const float width = canvas.text_width(what.on_word, type::strong) + 48;
    const R r{tile.end() - width - 28, tile.y + 28, width, size::chip};
    canvas.fill(r, faded(tone.on_solid, 0.2F), size::chip / 2);
    canvas.text(r, what.on_word, type::strong, tone.on_solid, Align::center);
}

}  // namespace

bool button(Canvas& canvas, const R& r, const Button& what) {
    const Theme& theme = canvas.theme();
    const Press press = canvas.item({.id = what.id,
                                     .label = what.label,
                                     .enabled = what.enabled,
                                     .shortcut = what.shortcut,
                                     .reason = what.enabled ? "" : what.reason},
                                    r);
    const Look look = look_of(theme, what.kind, what.enabled);
    const bool edged = !what.enabled || what.kind == ButtonKind::secondary || theme.outlined;
    canvas.fill(r, under(theme, press, look.fill), size::control_radius);
    if (edged) canvas.outline(r, look.line, theme.outlined ? 3 : 2, size::control_radius);

    constexpr float padding = 20, label_line = 32, reason_line = 26;
    const R words = r.inset(padding, 0);
    if (what.reason.empty() || what.enabled) {
        canvas.label(words, what.label, type::strong, look.ink, Align::center);
    } else {
        const float reason_height =
            std::min(canvas.block_height(what.reason, type::cell, reason_line, words.w),
                     std::max(reason_line, r.h - label_line));
        const float top = r.middle_y() - (label_line + reason_height) / 2;
        canvas.text({words.x, top, words.w, label_line}, what.label, type::strong, look.ink,
                    Align::center);
        canvas.text_block({words.x, top + label_line, words.w, reason_height}, what.reason,
                          type::cell, reason_line, theme.ink2, Align::center);
    }
    if (press.focused) canvas.focus_ring(r, size::control_radius);
    return press.pressed;
}

bool tile(Canvas& canvas, const R& r, const Tile& what) {
    const Theme& theme = canvas.theme();
    const Press press = canvas.item({.id = what.id,
                                     .label = what.label,
                                     .role = what.role,
                                     .enabled = what.enabled,
                                     .on = what.on},
                                    r);
    constexpr float radius = size::control_radius, padding = 24, sign_radius = 15;
    const Color rest = what.enabled ? theme.surface : theme.surface2;
    canvas.fill(r, under(theme, press, what.on ? mixed(rest, theme.accent, 0.10F) : rest), radius);
    canvas.outline(r, what.on ? theme.accent : theme.border, what.on ? 4 : 2, radius);

    R words = r.inset(padding, 0);
    if (what.state) {
        words.w -= 2 * sign_radius + 12;
        draw_state(canvas, r.end() - padding - sign_radius, r.middle_y(), sign_radius, *what.state);
    }
    const Color ink = what.enabled ? theme.ink : theme.ink2;
    if (what.detail.empty()) {
        canvas.label(words, what.label, type::strong, ink);
    } else {
        constexpr float label_line = 34, detail_line = 28;
        const float top = r.middle_y() - (label_line + detail_line) / 2;
        canvas.text({words.x, top, words.w, label_line}, what.label, type::strong, ink);
        canvas.text({words.x, top + label_line, words.w, detail_line}, what.detail, type::caption,
                    theme.ink2);
    }
    if (press.focused) canvas.focus_ring(r, radius);
    return press.pressed;
}

bool toggle(Canvas& canvas, const R& r, const Toggle& what) {
    const Theme& theme = canvas.theme();
    const Press press = canvas.item({.id = what.id,
                                     .label = what.label,
                                     .role = ItemRole::toggle,
                                     .enabled = what.enabled,
                                     .on = what.on},
                                    r);
    constexpr float radius = size::control_radius, padding = 18, sign_radius = 14;
    const Tone& tone = theme.success;
    canvas.fill(r, under(theme, press, what.on ? tone.tint : theme.surface), radius);
    canvas.outline(r, what.on ? tone.line : theme.border, 2, radius);
    draw_state(canvas, r.x + padding + sign_radius, r.middle_y(), sign_radius,
               what.on ? State::good : State::unknown);
    const float from = padding + 2 * sign_radius + 12;
    const float word =
        what.word.empty() ? 0 : std::min(canvas.text_width(what.word, type::cell), r.w / 3);
    canvas.text({r.end() - padding - word, r.y, word, r.h}, what.word, type::cell, theme.ink2,
                Align::end);
    canvas.label({r.x + from, r.y, r.w - from - padding - word - (word > 0 ? 12 : 0), r.h},
                 what.label, what.on ? type::strong : type::body, theme.ink);
    if (press.focused) canvas.focus_ring(r, radius);
    return press.pressed;
}

bool vote_tile(Canvas& canvas, const R& r, const VoteTile& what) {
    const Theme& theme = canvas.theme();
    const Tone tone = tone_of(theme, what.sign);
    const Press press = canvas.item({.id = what.id,
                                     .label = what.label,
                                     .role = ItemRole::radio,
                                     .enabled = what.enabled,
                                     .on = what.on,
                                     .shortcut = what.shortcut},
                                    r);
    constexpr float radius = size::tile_radius;
    Color fill = what.on ? tone.solid : theme.surface;
    if (press.held)
        fill = what.on ? mixed(tone.solid, theme.ink, 0.15F) : mixed(tone.tint, tone.solid, 0.18F);
    else if (press.hovered && !what.on)
        fill = tone.tint;
    canvas.shadow(r, what.on ? 10 : 6, what.on ? 0.30F : 0.16F);
    canvas.fill(r, fill, radius);
    if (!what.on) canvas.outline(r, what.enabled ? tone.line : theme.border, 4, radius);

    // Sign above word, in proportion to the height, together in the middle.
    const float sign_radius = r.h * 0.192F, word_height = std::min(96.0F, r.h * 0.25F);
    const float gap = r.h * 0.07F, top = r.middle_y() - (2 * sign_radius + gap + word_height) / 2;
    if (what.on)
        draw_sign(canvas, r.middle_x(), top + sign_radius, sign_radius, what.sign, tone.on_solid,
                  tone.solid);
    else
        draw_sign(canvas, r.middle_x(), top + sign_radius, sign_radius, what.sign);
    const Color ink = what.enabled ? theme.ink : theme.ink2;
    canvas.text({r.x + 32, top + 2 * sign_radius + gap, r.w - 64, word_height}, what.label,
                {std::min(type::vote_label.size, r.h * 0.172F), Weight::bold},
                what.on ? tone.on_solid : ink, Align::center);
    if (what.on && !what.on_word.empty()) pill(canvas, what, r, tone);
    if (press.focused) canvas.focus_ring(r, radius);
    return press.pressed;
}

std::optional<std::size_t> segmented(Canvas& canvas, const R& r, std::span<const Segment> segments,
                                     std::size_t on) {
    const Theme& theme = canvas.theme();
    constexpr float edge = 6, radius = 14;
    std::optional<std::size_t> chosen;
    canvas.fill(r, theme.background, radius + edge - 2);
    if (theme.outlined) canvas.outline(r, theme.border, 3, radius + edge - 2);
    for (std::size_t n = 0; n < segments.size(); ++n) {
        const R part =
            column(r.inset(edge), static_cast<int>(segments.size()), static_cast<int>(n), 0);
        const bool is_on = n == on;
        const Press press = canvas.item({.id = segments[n].id,
                                         .label = segments[n].label,
                                         .role = ItemRole::radio,
                                         .on = is_on},
                                        part);
        if (is_on)
            canvas.fill(part, theme.accent, radius);
        else if (press.hovered || press.held)
            canvas.fill(part, theme.border, radius);
        canvas.text(part.inset(10, 0), segments[n].label, is_on ? type::strong : type::body,
                    is_on ? theme.on_accent : theme.ink, Align::center);
        if (press.focused) canvas.focus_ring(part.inset(4), radius - 2);
        if (press.pressed) chosen = n;
    }
    return chosen;
}

void pager(Canvas& canvas, const R& r, const Pager& what, std::size_t pages, std::size_t& page) {
    if (pages <= 1) {
        page = 0;
        return;
    }
    page = std::min(page, pages - 1);
    constexpr float widest = 220, around = 24;  // free on both sides of the position
    const float position = canvas.text_width(what.position, type::body) + 2 * around;
    const float width = std::min(widest, std::max(size::target, (r.w - position) / 2));
    const std::string id(what.id);
    const bool back = button(canvas, {r.x, r.y, width, r.h},
                             {.id = id + ".back", .label = what.back, .enabled = page > 0});
    const bool more = button(canvas, {r.end() - width, r.y, width, r.h},
                             {.id = id + ".more", .label = what.more, .enabled = page + 1 < pages});
    canvas.text({r.x + width, r.y, r.w - 2 * width, r.h}, what.position, type::body,
                canvas.theme().ink2, Align::center);
    if (back) --page;
    if (more) ++page;
}

}  // namespace placet::terminal
