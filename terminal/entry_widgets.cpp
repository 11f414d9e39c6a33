// Widgets that take what is typed: by touch, by keyboard, or by a scanner that types like one.
#include "terminal/panels.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <array>
#include <string>

namespace placet::terminal {

namespace {

// What is typed is nobody's to read: a dot for each character.
void dots(Canvas& canvas, const R& r, std::size_t count, std::size_t most_shown, float spacing,
          float radius) {
    const std::size_t shown = std::min(count, most_shown);
    const float width = spacing * static_cast<float>(shown);
    for (std::size_t n = 0; n < shown; ++n)
        canvas.disc(r.middle_x() - width / 2 + spacing * (static_cast<float>(n) + 0.5F),
                    r.middle_y(), radius, canvas.theme().ink);
}

constexpr std::string_view digit_labels = "0123456789";

// A key of a pad: larger words than a button, no kinds.
bool digit_key(Canvas& canvas, const R& r, const NumberPad& pad, std::size_t digit) {
    const Theme& theme = canvas.theme();
    const std::string_view label = digit_labels.substr(digit, 1);
    const std::string id = std::string(pad.id).append(".").append(label);
    const Press press = canvas.item({.id = id, .label = label, .enabled = pad.enabled}, r);
    Color fill = theme.surface2;
    if (press.hovered) fill = mixed(fill, theme.ink, 0.06F);
    if (press.held) fill = mixed(theme.surface2, theme.ink, 0.16F);
    canvas.fill(r, fill, size::control_radius);
    canvas.outline(r, theme.border, 2, size::control_radius);
    canvas.text(r, label, {34, Weight::bold}, pad.enabled ? theme.ink : theme.ink3, Align::center);
    if (press.focused) canvas.focus_ring(r.inset(4), size::control_radius - 4);
    return press.pressed;
}

}  // namespace

bool number_pad(Canvas& canvas, const R& r, const NumberPad& what, std::string& digits) {
    constexpr float gap = 14;
    const std::string id(what.id);
    // The order of a telephone, from left to right in every language.
    const auto place = [&](int n) {
        return canvas.layout().left_to_right(r, grid_cell(r, 3, 4, n, gap));
    };
    for (std::size_t digit = 1; digit <= 9; ++digit)
        if (digit_key(canvas, place(static_cast<int>(digit) - 1), what, digit) &&
            digits.size() < what.most)
            digits += digit_labels[digit];
    if (button(
            canvas, place(9),
            {.id = id + ".erase", .label = what.erase, .enabled = what.enabled && !digits.empty()}))
        digits.pop_back();
    if (digit_key(canvas, place(10), what, 0) && digits.size() < what.most)
        digits += digit_labels[0];
    return button(canvas, place(11),
                  {.id = id + ".enter",
                   .label = what.enter,
                   .kind = ButtonKind::primary,
                   .enabled = what.enabled && digits.size() >= what.least});
}

bool pin_pad(Canvas& canvas, const R& r, const PinPad& what, std::string& digits) {
    const Theme& theme = canvas.theme();
    constexpr float label_height = 44, dots_height = 64;
    canvas.text({r.x, r.y, r.w, label_height}, what.label, type::body, theme.ink2, Align::center);
    const R field{r.x, r.y + label_height, r.w, dots_height};
    canvas.fill(field, theme.surface2, size::control_radius);
    canvas.outline(field, theme.border, 2, size::control_radius);

    const bool typed = what.enabled && canvas.listen(digits, Accept::digits, what.most);
    const float keys_from = label_height + dots_height + 20;
    const bool entered = number_pad(canvas, {r.x, r.y + keys_from, r.w, r.h - keys_from},
                                    {.id = "pin",
                                     .erase = what.erase,
                                     .enter = what.enter,
                                     .enabled = what.enabled,
                                     .least = what.least,
                                     .most = what.most},
                                    digits);
    dots(canvas, field, digits.size(), what.most, 30, 9);
    return (typed || entered) && digits.size() >= what.least;
}

void text_field(Canvas& canvas, const R& r, const TextField& what, std::string& typed) {
    const Theme& theme = canvas.theme();
    canvas.item({.id = what.id,
                 .label = what.prompt,
                 .role = ItemRole::field,
                 .enabled = false,
                 .on = !typed.empty()},
                r);
    if (what.enabled) canvas.listen(typed, Accept::words, what.most);
    canvas.fill(r, theme.surface2, size::control_radius);
    canvas.outline(r, what.enabled ? theme.accent : theme.border, what.enabled ? 3.0F : 2.0F,
                   size::control_radius);
    const R inner = r.inset(24, 12);
    if (typed.empty())
        canvas.text(inner, what.prompt, type::reference, theme.ink2);
    else
        canvas.text_block(inner, isolated_text(typed), type::reference, 34, theme.ink);
}

bool badge_field(Canvas& canvas, const R& r, const BadgeField& what, std::string& typed) {
    const Theme& theme = canvas.theme();
    canvas.item({.id = what.id,
                 .label = what.prompt,
                 .role = ItemRole::field,
                 .enabled = false,
                 .on = !typed.empty()},
                r);
    const bool ended = what.enabled && canvas.listen(typed, Accept::printable, what.most);
    canvas.fill(r, theme.surface2, size::control_radius);
    canvas.outline(r, what.enabled ? theme.accent : theme.border, 3, size::control_radius);
    if (typed.empty())
        canvas.text(r.inset(24, 0), what.prompt, type::reference, theme.ink2, Align::center);
    else
        dots(canvas, r, typed.size(), 24, 18, 6);
    return ended;
}

}  // namespace placet::terminal
