#include "terminal/screens/ruling_screen.h"

#include "ledger/procedure/floor_acts.h"
#include "terminal/panels.h"
#include "terminal/screens/frame.h"
#include "terminal/text/code_points.h"
#include "terminal/widgets.h"

#include <algorithm>
#include <array>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float kinds_width = 440, gap = 16, field_height = 152, give_height = 88;
constexpr std::size_t words_most = 400;

const RulingView::Kind* chosen_kind(const RulingView& view, const RulingDraft& draft) {
    if (draft.kind && !view.kinds[*draft.kind].choices.empty()) return &view.kinds[*draft.kind];
    const auto allowed =
        std::ranges::find_if(view.kinds, [](const auto& kind) { return !kind.choices.empty(); });
    return allowed == view.kinds.end() ? nullptr : &*allowed;
}

const RulingView::Choice& chosen_of(const RulingView::Kind& kind, const RulingDraft& draft) {
    return kind.choices[std::min(draft.choice, kind.choices.size() - 1)];
}

bool is_order(const RulingView::Kind& kind) {
    return kind.choices.front().ruling.kind == RulingKind::order;
}

/// The ruling as proposed; an officer's own words stay as long as it is this one.
RulingGiven proposed(const RulingView::Kind& kind, RulingDraft& draft) {
    const auto& choice = chosen_of(kind, draft);
    auto ruling = choice.ruling;
    if (is_order(kind)) {
        std::erase_if(draft.first,
                      [&](const auto& id) { return std::ranges::count(ruling.order, id) == 0; });
        put_first(ruling, draft.first, choice.within);
    }
    if (draft.proposed_words != ruling.words || draft.proposed_reasons != ruling.reasons) {
        draft.words = draft.proposed_words = ruling.words;
        draft.reasons = draft.proposed_reasons = ruling.reasons;
    }
    return ruling;
}

void draw_kinds(Canvas& canvas, const R& r, const RulingView& view, RulingDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(28, 24);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.kinds_title, type::heading,
                canvas.theme().ink);
    const R buttons{inner.x, inner.y + 56, inner.w, inner.h - 56};
    const auto* chosen = chosen_kind(view, draft);
    for (std::size_t n = 0; n < view.kinds.size(); ++n) {
        const auto& kind = view.kinds[n];
        const auto id = "ruling.kind." + kind.id;
        if (button(canvas,
                   row(buttons, static_cast<int>(view.kinds.size()), static_cast<int>(n), 10),
                   {.id = id,
                    .label = kind.label,
                    .kind = &kind == chosen ? ButtonKind::primary : ButtonKind::secondary,
                    .enabled = !kind.choices.empty(),
                    .reason = kind.refusal}))
            draft = {.kind = n};
    }
}

/// The amendments, pressed in their order; pressed again one is taken out of it.
void draw_order(Canvas& canvas, const R& r, const RulingView::Choice& choice, RulingDraft& draft) {
    for (std::size_t n = 0; n < choice.ruling.order.size(); ++n) {
        const auto& amendment = choice.ruling.order[n];
        const auto found = std::ranges::find(draft.first, amendment);
        const bool on = found != draft.first.end();
        const auto place = std::to_string(found - draft.first.begin() + 1);
        const auto id = "ruling.first." + amendment;
        if (!tile(canvas, grid_cell(r, 4, 3, static_cast<int>(n)),
                  {.id = id,
                   .label = on ? place + ". " + amendment : amendment,
                   .on = on,
                   .role = ItemRole::toggle}))
            continue;
        if (on)
            draft.first.erase(found);
        else
            draft.first.push_back(amendment);
    }
}

void draw_choices(Canvas& canvas, const R& r, const RulingView& view, const RulingView::Kind& kind,
                  RulingDraft& draft) {
    const bool order = is_order(kind);
    canvas.text({r.x, r.y, r.w, 44}, order ? view.order_title : view.choices_title, type::heading,
                canvas.theme().ink);
    R tiles{r.x, r.y + 56, r.w, r.h - 56};
    const bool paged = kind.pages.size() > 1;
    if (paged) {
        draft.page = std::min(draft.page, kind.pages.size() - 1);
        pager(canvas, {r.end() - 540, r.y - 6, 540, pager_height},
              {.id = "ruling.page",
               .back = view.back,
               .more = view.more,
               .position = kind.pages[draft.page]},
              kind.pages.size(), draft.page);
    }
    if (order && kind.choices.size() == 1)
        return draw_order(canvas, tiles, kind.choices.front(), draft);
    const auto from = draft.page * RulingView::choices_per_page;
    const auto to = std::min(from + RulingView::choices_per_page, kind.choices.size());
    const R choices = order ? R{tiles.x, tiles.y, tiles.w, 64} : tiles;
    for (auto n = from; n < to; ++n) {
        const int place = static_cast<int>(n - from);
        const R cell = order ? column(choices, static_cast<int>(to - from), place, 10)
                             : grid_cell(choices, 3, 3, place);
        if (tile(canvas, cell,
                 {.id = "ruling.choice." + std::to_string(n + 1),
                  .label = kind.choices[n].label,
                  .on = n == std::min(draft.choice, kind.choices.size() - 1)})) {
            draft.choice = n;
            draft.first.clear();
        }
    }
    if (order)
        draw_order(canvas, {tiles.x, tiles.y + 76, tiles.w, tiles.h - 76}, chosen_of(kind, draft),
                   draft);
}

void draw_words(Canvas& canvas, const R& r, const RulingView& view, RulingDraft& draft) {
    const std::array<Segment, 2> segments{
        {{"ruling.type.words", view.words}, {"ruling.type.reasons", view.reasons}}};
    const auto on = draft.typing_reasons ? std::size_t{1} : std::size_t{0};
    if (const auto pressed = segmented(canvas, {r.x, r.y, r.w, size::button}, segments, on))
        draft.typing_reasons = *pressed == 1;
    const R fields{r.x, r.y + size::button + 12, r.w, r.h - size::button - 12};
    text_field(canvas, column(fields, 2, 0, gap),
               {.id = "ruling.words",
                .prompt = view.words_prompt,
                .enabled = !draft.typing_reasons,
                .most = words_most},
               draft.words);
    text_field(canvas, column(fields, 2, 1, gap),
               {.id = "ruling.reasons",
                .prompt = view.reasons_prompt,
                .enabled = draft.typing_reasons,
                .most = words_most},
               draft.reasons);
}

void draw_last(Canvas& canvas, const R& r, const RulingView& view, RulingDraft& draft) {
    if (view.last.empty()) return;
    const Theme& theme = canvas.theme();
    constexpr float appeal_width = 420;
    const R words{r.x, r.y, r.w - appeal_width - 24, r.h};
    canvas.text({words.x, words.y, words.w, 28}, view.last_title, type::caption, theme.ink2);
    canvas.text_block({words.x, words.y + 30, words.w, words.h - 30}, isolated_text(view.last),
                      type::body, 28, theme.ink);
    if (button(canvas, {r.end() - appeal_width, r.y, appeal_width, r.h},
               {.id = "ruling.appeal",
                .label = view.appeal,
                .enabled = view.appeal_refusal.empty() && view.may_press,
                .reason = view.appeal_refusal}))
        draft.appealing = true;
}

std::optional<Intent> draw_appeal(Canvas& canvas, const RulingView& view, RulingDraft& draft) {
    const R& all = content_area;
    constexpr float back_width = 260, pages_width = 540;
    const R line{all.x, all.bottom() - size::button, all.w, size::button};
    const R pages{line.end() - back_width - 24 - pages_width, line.y + 8, pages_width,
                  pager_height};
    const auto chosen = draw_name_choice(canvas, {all.x, all.y, all.w, all.h - line.h - gap}, pages,
                                         view.names, "ruling.by", view.may_press, draft.filter);
    canvas.text({line.x, line.y, pages.x - line.x - 24, line.h}, view.appeal_question,
                type::reference, canvas.theme().ink);
    if (button(canvas, {line.end() - back_width, line.y, back_width, line.h},
               {.id = "ruling.back", .label = view.back, .shortcut = escape_key}))
        draft = {};
    else if (chosen) {
        draft = {};
        return NoteRecord{RulingAppealed{.ruling = view.last_ruling, .delegation = *chosen}};
    }
    return std::nullopt;
}

std::optional<Intent> draw_give(Canvas& canvas, const R& r, const RulingView& view,
                                const RulingView::Kind* kind, RulingDraft& draft) {
    constexpr float back_width = 260;
    if (button(canvas, {r.x, r.y, back_width, r.h},
               {.id = "ruling.back", .label = view.back, .shortcut = escape_key}))
        return OpenScreen{Screen::floor};
    const bool worded =
        !draft.words.empty() && (draft.proposed_reasons.empty() || !draft.reasons.empty());
    const bool may = kind != nullptr && worded && view.may_press;
    if (!button(canvas, {r.x + back_width + gap, r.y, r.w - back_width - gap, r.h},
                {.id = "ruling.give",
                 .label = view.give,
                 .kind = ButtonKind::primary,
                 .enabled = may,
                 .reason = kind == nullptr ? view.none
                           : worded        ? ""
                                           : view.give_reason}))
        return std::nullopt;
    auto ruling = proposed(*kind, draft);
    ruling.words = draft.words;
    ruling.reasons = draft.reasons;
    draft = {};
    return NoteRecord{ruling};
}

}  // namespace

std::optional<Intent> draw_ruling(Canvas& canvas, const RulingView& view, RulingDraft& draft) {
    if (draft.appealing) return draw_appeal(canvas, view, draft);
    const R& all = content_area;
    draw_kinds(canvas, {all.x, all.y, kinds_width, all.h}, view, draft);
    const R side{all.x + kinds_width + Layout::gap, all.y, all.w - kinds_width - Layout::gap,
                 all.h};
    card(canvas, side);
    const R inner = side.inset(32, 24);
    const R give{inner.x, inner.bottom() - give_height, inner.w, give_height};
    constexpr float last_height = 88;
    const R last{inner.x, give.y - gap - last_height, inner.w, last_height};
    const R words{inner.x, last.y - gap - size::button - 12 - field_height, inner.w,
                  size::button + 12 + field_height};
    const auto* kind = chosen_kind(view, draft);
    if (kind != nullptr) {
        draw_choices(canvas, {inner.x, inner.y, inner.w, words.y - gap - inner.y}, view, *kind,
                     draft);
        proposed(*kind, draft);
        draw_words(canvas, words, view, draft);
    }
    draw_last(canvas, last, view, draft);
    return draw_give(canvas, give, view, kind, draft);
}

}  // namespace placet::terminal
