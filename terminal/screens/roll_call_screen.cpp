#include "terminal/screens/roll_call_screen.h"

#include "terminal/screens/annul_screen.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/question_card.h"
#include "terminal/screens/wording.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float side_width = 480, gap = 24, tiles_height = 212, next_height = 260;
constexpr std::array<std::string_view, all_answers.size()> answer_ids{
    "answer.yes", "answer.no", "answer.abstain", "answer.not_participating", "answer.none"};
constexpr std::array<std::string_view, all_answers.size() + 1> key_names{"F1", "F2", "F3",
                                                                         "F4", "F5", "F6"};
constexpr std::size_t tiles = 3;  // answers with a sign of their own

/// The key that presses it, in the corner at the start.
void key_name(Canvas& canvas, const R& r, std::size_t n) {
    const Theme& theme = canvas.theme();
    const R key{r.x + 18, r.y + 18, 52, 36};
    canvas.fill(key, theme.surface, size::cell_radius);
    canvas.outline(key, theme.border, 2, size::cell_radius);
    canvas.text(key, key_names[n], type::cell, theme.ink2, Align::center);
}

/// The answer that is put right; nothing if it no longer can be.
const RollCallView::Given* corrected(const RollCallView& view, const RollCallDraft& draft) {
    if (draft.correcting.empty()) return nullptr;
    const auto found = std::ranges::find_if(view.given, [&](const RollCallView::Given& given) {
        return given.correction.replaces == draft.correcting;
    });
    return found == view.given.end() ? nullptr : &*found;
}

void draw_name(Canvas& canvas, const R& r, const RollCallView& view,
               const RollCallView::Given* correction) {
    const Theme& theme = canvas.theme();
    constexpr float largest = 96, smallest = 64, line_of_size = 1.2F, words_height = 60, sign = 26;
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 28);
    const auto& label = correction != nullptr ? view.correction : view.call;
    const float width = chip(canvas, inner.x, inner.y, label,
                             correction != nullptr ? theme.warning : theme.success, true);
    const float place_width = inner.w / 4;
    draw_reference(canvas,
                   {inner.x + width + 24, inner.y, inner.w - width - place_width - 48, size::chip},
                   view.reference);
    canvas.text({inner.end() - place_width, inner.y, place_width, size::chip},
                correction != nullptr ? "" : view.place, type::heading, theme.ink, Align::end);
    progress_bar(canvas, {inner.x, inner.bottom() - 12, inner.w, 12}, view.progress);

    const auto& name = correction != nullptr ? correction->name : view.name;
    const auto& words = correction != nullptr ? correction->noted
                        : view.pressed        ? view.pressed_words
                                              : view.reason;
    const R place{inner.x, inner.y + size::chip + 12, inner.w,
                  inner.bottom() - 24 - words_height - (inner.y + size::chip + 12)};
    TextStyle style{largest, Weight::bold};
    const auto height = [&] {
        return canvas.block_height(name, style, style.size * line_of_size, place.w);
    };
    while (height() > place.h && style.size > smallest) style.size -= 4;
    const float used = std::min(place.h, height());
    canvas.text_block({place.x, place.middle_y() - used / 2, place.w, used + 1}, name, style,
                      style.size * line_of_size, theme.ink, Align::center);
    if (words.empty()) return;
    const R below{inner.x, inner.bottom() - 24 - words_height, inner.w, words_height};
    const auto shown = correction != nullptr ? std::optional(correction->value) : view.pressed;
    const float words_width = canvas.text_width(words, type::heading);
    const float from = below.middle_x() - words_width / 2;
    if (shown) draw_sign(canvas, from - 20 - sign, below.middle_y(), sign, sign_of(*shown));
    canvas.text(below, words, type::heading, theme.ink, Align::center);
}

/// Those with a sign stand above, the others below.
std::optional<Answer> draw_answers(Canvas& canvas, const R& r, const RollCallView& view,
                                   bool enabled) {
    std::optional<Answer> pressed;
    const R above{r.x, r.y, r.w, tiles_height};
    const R below{r.x, r.y + tiles_height + 16, r.w, r.h - tiles_height - 16};
    for (std::size_t n = 0; n < all_answers.size(); ++n) {
        const char key = function_key(static_cast<int>(n) + 1);
        const bool tiled = n < tiles;
        const R cell = tiled ? column(above, static_cast<int>(tiles), static_cast<int>(n), gap)
                             : column(below, 2, static_cast<int>(n - tiles), gap);
        const bool done = tiled ? vote_tile(canvas, cell,
                                            {.id = answer_ids[n],
                                             .label = view.answers[n],
                                             .sign = sign_of(all_answers[n]),
                                             .on = !enabled && view.pressed == all_answers[n],
                                             .enabled = enabled,
                                             .shortcut = key})
                                : button(canvas, cell,
                                         {.id = answer_ids[n],
                                          .label = view.answers[n],
                                          .enabled = enabled,
                                          .shortcut = key});
        key_name(canvas, cell, n);
        if (done) pressed = all_answers[n];
    }
    return pressed;
}

void draw_next(Canvas& canvas, const R& r, const RollCallView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.next_title, type::heading, theme.ink);
    const R lines{inner.x, inner.y + 52, inner.w, inner.h - 52};
    for (std::size_t n = 0; n < view.next.size(); ++n)
        canvas.label(row(lines, 3, static_cast<int>(n), 0), isolated_text(view.next[n]),
                     n == 0 ? TextStyle{27, Weight::bold} : type::large,
                     n == 0 ? theme.ink : theme.ink2);
}

void draw_given(Canvas& canvas, const R& r, const RollCallView& view, RollCallDraft& draft) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32, 24);
    canvas.text({inner.x, inner.y, inner.w, 44},
                view.given.empty() ? view.lot_title : view.given_title, type::heading, theme.ink);
    float y = inner.y + 56;
    for (const auto& words : view.given.empty() ? view.lot : std::vector<std::string>())
        y += 10 + canvas.text_block({inner.x, y, inner.w, 8 * 30.0F}, words, type::caption, 30,
                                    theme.ink2);
    if (!view.figures.empty()) {
        canvas.text({inner.x, y, inner.w, 30}, view.figures, type::caption, theme.ink2);
        y += 40;
    }
    constexpr float tile_height = 72, spacing = 10;
    for (std::size_t n = 0; n < view.given.size(); ++n) {
        const auto& given = view.given[n];
        const std::string id = "rollcall.given." + std::to_string(n);
        canvas.set_subject(given.correction.replaces);
        if (tile(canvas, {inner.x, y, inner.w, tile_height},
                 {.id = id,
                  .label = given.name,
                  .detail = given.answer,
                  .on = given.correction.replaces == draft.correcting,
                  .enabled = view.may_correct}))
            draft.correcting = given.correction.replaces;
        canvas.set_subject({});
        y += tile_height + spacing;
    }
}

std::optional<Intent> draw_bar(Canvas& canvas, const R& r, const RollCallView& view,
                               bool correcting, RollCallDraft& draft) {
    std::optional<Intent> intent;
    const R back = column(r, 3, 0, gap);
    if (correcting) {
        if (button(canvas, back,
                   {.id = "rollcall.keep", .label = view.keep, .shortcut = escape_key}))
            draft.correcting.clear();
    } else {
        const bool may = view.may_correct && !view.given.empty();
        canvas.set_subject(view.given.empty() ? "" : view.given.front().correction.replaces);
        if (button(canvas, back,
                   {.id = "rollcall.back",
                    .label = view.back,
                    .enabled = may,
                    .reason = view.given.empty() ? view.back_reason : "",
                    .shortcut = function_key(6)}))
            draft.correcting = view.given.front().correction.replaces;
        canvas.set_subject({});
        key_name(canvas, back, all_answers.size());
    }
    const bool may_close = view.may_close && !correcting;
    if (auto asked = draw_close(canvas, column(r, 3, 1, gap), view.last_call,
                                {.id = "chair.close",
                                 .label = view.close,
                                 .kind = ButtonKind::primary,
                                 .enabled = may_close,
                                 .reason = view.may_close ? "" : view.close_reason}))
        intent = std::move(asked);
    if (auto asked = draw_annul_button(canvas, column(r, 3, 2, gap), view.annul))
        intent = std::move(asked);
    return intent;
}

}  // namespace

std::optional<Intent> draw_roll_call(Canvas& canvas, const RollCallView& view,
                                     RollCallDraft& draft) {
    std::optional<Intent> intent;
    constexpr std::size_t most_of_badge = 256;
    if (canvas.listen(draft.badge.typed, Accept::printable, most_of_badge))
        intent = PresentBadge{take_secret(draft.badge.typed)};
    const auto* correction = corrected(view, draft);
    const R& all = content_area;
    const R main{all.x, all.y, all.w - side_width - Layout::gap, all.h};
    const R bar{main.x, main.bottom() - size::button, main.w, size::button};
    constexpr float answers_height = tiles_height + 16 + size::button;
    const R answers{main.x, bar.y - gap - answers_height, main.w, answers_height};
    draw_name(canvas, {main.x, main.y, main.w, answers.y - gap - main.y}, view, correction);

    // The answer is for the State that stands above it, and for no other.
    const auto about = correction != nullptr ? std::optional(correction->correction) : view.called;
    if (about)
        canvas.set_subject(about->delegation + std::to_string(about->call) + about->replaces);
    const bool may = correction != nullptr ? view.may_correct : view.may_answer;
    const auto answer = draw_answers(canvas, answers, view, may);
    canvas.set_subject({});
    if (answer) {
        auto note = *about;
        note.answer = *answer;
        intent = std::move(note);
    }
    if (auto asked = draw_bar(canvas, bar, view, correction != nullptr, draft))
        intent = std::move(asked);
    const R side{all.end() - side_width, all.y, side_width, all.h};
    draw_next(canvas, {side.x, side.y, side.w, next_height}, view);
    draw_given(canvas, {side.x, side.y + next_height + gap, side.w, side.h - next_height - gap},
               view, draft);
    if (answer) draft.correcting.clear();
    return intent;
}

}  // namespace placet::terminal
