#include "terminal/panels.h"
#include "terminal/widgets.h"

namespace placet::terminal {

namespace {

constexpr float panel_width = 1120, padding = 48, sign_radius = 34;
constexpr float words_from = padding + 2 * sign_radius + 32;
constexpr float words_width = panel_width - words_from - padding;
constexpr float part_gap = 28, label_line = 30, words_line = 36;

// A small heading and the words below it.
struct Part {
    std::string_view label = {}, words = {};
};

float height_of(Canvas& canvas, const Part& part) {
    if (part.words.empty()) return 0;
    return part_gap + (part.label.empty() ? 0 : label_line) +
           canvas.block_height(part.words, type::reference, words_line, words_width);
}

void draw(Canvas& canvas, float x, float y, const Part& part) {
    const float bottom = y + height_of(canvas, part);
    y += part_gap;
    if (!part.label.empty()) {
        canvas.text({x, y, words_width, label_line}, part.label, type::caption,
                    canvas.theme().ink2);
        y += label_line;
    }
    canvas.text_block({x, y, words_width, bottom - y}, part.words, type::reference, words_line,
                      canvas.theme().ink);
}

}  // namespace

bool notice_panel(Canvas& canvas, const NoticePanel& what) {
    const Tone tone = tone_of(canvas.theme(), what.state);
    const Part parts[] = {{what.safe_label, what.safe}, {what.now_label, what.now}};
    const float title_height =
        canvas.block_height(what.what, type::heading, type::heading_line, words_width);
    float height = padding + title_height + padding;
    for (const Part& part : parts) height += height_of(canvas, part);
    if (!what.dismiss.empty()) height += 40 + size::button;

    // The rest of the screen steps back, in every theme.
    canvas.fill(canvas.layout().window(), faded(rgb(0x081726), 0.55F));
    const R r{(Layout::canvas_width - panel_width) / 2, (Layout::canvas_height - height) / 2,
              panel_width, height};
    marked_card(canvas, r, tone.solid);
    draw_state(canvas, r.x + padding + sign_radius, r.y + padding + sign_radius, sign_radius,
               what.state);
    float y = r.y + padding;
    canvas.text_block({r.x + words_from, y, words_width, title_height}, what.what, type::heading,
                      type::heading_line, canvas.theme().ink);
    y += title_height;
    for (const Part& part : parts) {
        if (part.words.empty()) continue;
        draw(canvas, r.x + words_from, y, part);
        y += height_of(canvas, part);
    }
    if (what.dismiss.empty()) return false;
    constexpr float button_width = 320;
    return button(canvas,
                  {r.end() - padding - button_width, r.bottom() - padding - size::button,
                   button_width, size::button},
                  {.id = "notice.dismiss",
                   .label = what.dismiss,
                   .kind = ButtonKind::primary,
                   .shortcut = escape_key});
}

}  // namespace placet::terminal
