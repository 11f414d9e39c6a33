#include "terminal/screens/sticks_screen.h"

#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

namespace {

constexpr float side_width = 620, heading_height = 48, tile_height = 84;

/// The stick that is chosen: the last that was put in, unless a person pressed another.
std::size_t chosen(const SticksView& view, const SticksDraft& draft) {
    const auto found = std::ranges::find(view.sticks, draft.selected, &SticksView::Choice::id);
    return found == view.sticks.end() ? 0 : static_cast<std::size_t>(found - view.sticks.begin());
}

void draw_choice(Canvas& canvas, const R& r, const SticksView& view, SticksDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, heading_height}, view.title, type::heading,
                canvas.theme().ink);
    float y = inner.y + heading_height + 16;
    if (!view.none.empty())
        canvas.text_block({inner.x, y, inner.w, 3 * type::body_line}, view.none, type::body,
                          type::body_line, canvas.theme().ink2);
    const auto on = chosen(view, draft);
    for (std::size_t n = 0; n < view.sticks.size(); ++n) {
        const auto& stick = view.sticks[n];
        if (tile(canvas, {inner.x, y, inner.w, tile_height},
                 {.id = fmt::format("stick.{}", stick.id),
                  .label = stick.label,
                  .detail = stick.detail,
                  .on = n == on,
                  .enabled = !view.only}))
            draft.selected = stick.id;
        y += tile_height + 12;
    }
}

void draw_last_copy(Canvas& canvas, const R& r, const SticksView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, 40}, view.last_title, type::strong, theme.ink2);
    canvas.text_block({inner.x, inner.y + 44, inner.w, 2 * type::body_line}, view.last, type::body,
                      type::body_line, theme.ink);
    if (!view.since.words.empty())
        state_line(canvas, {inner.x, inner.bottom() - 40, inner.w, 40}, view.since.state,
                   view.since.words);
}

/// Each part below the other, from y on.
void draw_parts(Canvas& canvas, const R& r, float y, const SticksView::Card& card) {
    const Theme& theme = canvas.theme();
    for (const auto& part : card.parts) {
        canvas.text({r.x, y, r.w, 30}, part.label, type::caption, theme.ink2);
        y += 34;
        y += canvas.text_block({r.x, y, r.w, r.bottom() - y}, part.words, type::reference, 36,
                               theme.ink);
        y += 24;
    }
}

void draw_headline(Canvas& canvas, const R& r, const SticksView::Card& card) {
    constexpr float radius = 28, words_from = 2 * radius + 24;
    draw_state(canvas, r.x + radius, r.y + radius, radius, card.state);
    const R words{r.x + words_from, r.y + 4, r.w - words_from, r.h - 4};
    // A word that is waited for is large; a sentence that explains need not be.
    const bool word = card.state == State::good || card.state == State::unknown;
    const auto style = word ? type::title : type::heading;
    const float line = word ? type::title_line : type::heading_line;
    const float height = canvas.block_height(card.headline, style, line, words.w);
    canvas.text_block({words.x, words.y, words.w, height}, card.headline, style, line,
                      canvas.theme().ink);
    draw_parts(canvas, words, words.y + height + 32, card);
}

void draw_steps(Canvas& canvas, const R& r, const SticksView::Card& card) {
    const Theme& theme = canvas.theme();
    constexpr float line = 72, radius = 22;
    float y = r.y;
    for (const auto& step : card.steps) {
        draw_state(canvas, r.x + radius, y + radius + 4, radius, step.state);
        const bool now = step.state == State::watch;
        canvas.text({r.x + 72, y, r.w - 72, 56}, step.words, now ? type::heading : type::large,
                    now ? theme.ink : theme.ink2);
        y += line;
    }
    progress_bar(canvas, {r.x, y + 24, r.w, 24}, card.progress);
    canvas.text({r.x, y + 64, r.w, 40}, card.progress_words, type::reference, theme.ink2);
}

std::optional<Intent> draw_buttons(Canvas& canvas, const R& r, const SticksView::Card& card) {
    std::optional<Intent> intent;
    if (!card.stop.empty() &&
        button(canvas, column(r, 2, 0, 24), {.id = "sticks.stop", .label = card.stop}))
        intent = UseStick{StickAct::stop, card.stick};
    if (!card.take_in.empty() && button(canvas, column(r, 2, 0, 24),
                                        {.id = "sticks.take_in",
                                         .label = card.take_in,
                                         .enabled = card.take_in_reason.empty(),
                                         .reason = card.take_in_reason}))
        intent = UseStick{StickAct::take_in, card.stick};
    if (!card.copy.empty() && button(canvas, column(r, 2, 1, 24),
                                     {.id = "sticks.copy",
                                      .label = card.copy,
                                      .kind = ButtonKind::primary,
                                      .enabled = card.copy_reason.empty(),
                                      .reason = card.copy_reason}))
        intent = UseStick{StickAct::copy_to, card.stick};
    return intent;
}

std::optional<Intent> draw_card(Canvas& canvas, const R& r, const SticksView::Card& what) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding);
    constexpr float buttons_height = 96;
    float y = inner.y;
    if (!what.heading.empty()) {
        canvas.text({inner.x, y, inner.w, 52}, what.heading, type::heading, theme.ink);
        canvas.text({inner.x, y + 52, inner.w, 36}, what.detail, type::body, theme.ink2);
        divider(canvas, {inner.x, y + 108, inner.w, 2});
        y += 140;
    }
    const R buttons{inner.x, inner.bottom() - buttons_height, inner.w, buttons_height};
    const R middle{inner.x, y, inner.w, buttons.y - 24 - y};
    if (what.steps.empty())
        draw_headline(canvas, middle, what);
    else
        draw_steps(canvas, middle, what);
    // A press is for the stick that stands here, and for no other that comes in its place.
    canvas.set_subject(fmt::format("stick {}", what.stick));
    return draw_buttons(canvas, buttons, what);
}

}  // namespace

std::optional<Intent> draw_sticks(Canvas& canvas, const SticksView& view, SticksDraft& draft) {
    const R& all = content_area;
    constexpr float last_height = 204;
    const R side{all.x, all.y, side_width, all.h - last_height - Layout::gap};
    draw_choice(canvas, side, view, draft);
    draw_last_copy(canvas, {all.x, all.bottom() - last_height, side_width, last_height}, view);
    const auto& shown = view.only ? *view.only : view.cards[chosen(view, draft)];
    return draw_card(
        canvas, {all.x + side_width + Layout::gap, all.y, all.w - side_width - Layout::gap, all.h},
        shown);
}

}  // namespace placet::terminal
