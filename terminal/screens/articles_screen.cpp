#include "terminal/screens/articles_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float tree_width = 640, acts_width = 412, acts_gap = 8, caption_height = 40;

std::optional<Intent> draw_tree(Canvas& canvas, const R& r, const ArticlesView& view,
                                ArticlesDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    constexpr float heading = 56, summary = 34, step_in = 36, row_gap = 6;
    card(canvas, r);
    const R inner = r.inset(24);
    canvas.text({inner.x, inner.y, inner.w - 288, heading}, view.convention, type::heading,
                theme.ink);
    canvas.text({inner.x, inner.y + heading, inner.w, summary}, view.summary, type::caption,
                theme.ink2);
    const float from = inner.y + heading + summary + 12;
    const R foot{inner.x, inner.bottom() - size::target, inner.w, size::target};
    const R rows{inner.x, from, inner.w, foot.y - 12 - from};
    const auto first = draft.page * ArticlesView::rows_per_page;
    const auto last = std::min(first + ArticlesView::rows_per_page, view.rows.size());
    for (auto n = first; n < last; ++n) {
        const auto& line = view.rows[n];
        R cell = row(rows, static_cast<int>(ArticlesView::rows_per_page),
                     static_cast<int>(n - first), row_gap);
        const float in = step_in * static_cast<float>(std::min(line.depth, 3));
        cell = {cell.x + in, cell.y, cell.w - in, cell.h};
        const auto id = "articles." + line.id;
        if (tile(canvas, cell,
                 {.id = id,
                  .label = line.label,
                  .detail = line.status,
                  .on = n == view.chosen,
                  .state = line.sign}))
            intent = OpenScreen{Screen::articles, line.id};
    }
    if (view.pages.size() > 1)
        pager(canvas, foot,
              {.id = "articles.page",
               .back = view.back,
               .more = view.more,
               .position = view.pages[draft.page]},
              view.pages.size(), draft.page);
    if (!view.register_proposal.empty() &&
        button(canvas, {inner.end() - 272, inner.y, 272, size::target},
               {.id = "articles.register", .label = view.register_proposal}))
        intent = OpenScreen{Screen::registration};
    return intent;
}

/// One press; or it asks first.
std::optional<Intent> pressed(const TextAct& act, ArticlesDraft& draft) {
    if (act.asks == TextAct::Asks::nothing) return intent_of(act);
    draft.asking = act.id;
    draft.words.clear();
    draft.filter = {};
    return std::nullopt;
}

std::optional<Intent> draw_acts(Canvas& canvas, const R& r, const ArticlesView& view,
                                ArticlesDraft& draft) {
    std::optional<Intent> intent;
    canvas.text({r.x, r.y, r.w, caption_height}, view.acts_caption, type::caption,
                canvas.theme().ink2);
    R cell{r.x, r.y + caption_height, r.w, size::target};
    for (const auto& act : view.acts) {
        if (button(canvas, cell, {.id = act.id, .label = act.label})) intent = pressed(act, draft);
        cell.y += cell.h + acts_gap;
    }
    return intent;
}

/// What it puts, and what follows if it is carried and if not; else what is left to do.
float draw_left(Canvas& canvas, const R& r, const ArticlesView& view) {
    const Theme& theme = canvas.theme();
    constexpr float line = 32;
    const auto& effects = view.next.effects;
    float height = 0;
    for (const auto& effect : effects)
        height += canvas.block_height(effect, type::body, line, r.w) + 6;
    if (effects.empty() && !view.left.empty())
        height = canvas.block_height(view.left, type::body, line, r.w);
    if (height == 0) return 0;
    float y = r.bottom() - height;
    canvas.text({r.x, y - 38, r.w, 34}, view.left_caption, type::caption, theme.ink2);
    divider(canvas, {r.x, y - 52, r.w, 2});
    if (effects.empty())
        canvas.text_block({r.x, y, r.w, height}, view.left, type::body, line, theme.ink);
    for (const auto& effect : effects)
        y += 6 +
             canvas.text_block({r.x, y, r.w, r.bottom() - y}, effect, type::body, line, theme.ink);
    return height + 60;
}

std::optional<Intent> draw_chosen(Canvas& canvas, const R& r, const ArticlesView& view,
                                  ArticlesDraft& draft) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 32);
    const R text{inner.x, inner.y, inner.w - acts_width - Layout::gap, inner.h};
    chip(canvas, text.x, text.y, view.status,
         view.sign == State::watch ? theme.warning : theme.success, true);
    float y = text.y + size::chip + 20;
    canvas.text({text.x, y, text.w, 36}, view.text.heading, type::reference, theme.ink2);
    y += 40;
    y += canvas.text_block({text.x, y, text.w, 3 * type::heading_line}, view.text.title,
                           type::heading, type::heading_line, theme.ink) +
         16;
    float bottom = text.bottom();
    if (!view.next.label.empty()) {
        constexpr float step_height = 96;
        if (button(canvas, {text.x, bottom - step_height, text.w, step_height},
                   {.id = view.next.id,
                    .label = view.next.label,
                    .kind = ButtonKind::primary,
                    .enabled = view.next.refusal.empty(),
                    .reason = view.next.refusal}))
            intent = pressed(view.next, draft);
        bottom -= step_height + 24;
    }
    bottom -= draw_left(canvas, {text.x, y, text.w, bottom - y}, view);
    if (!view.record.empty()) {
        if (button(canvas, {text.x, bottom - size::target, text.w, size::target},
                   {.id = "articles.record", .label = view.record_label}))
            intent = OpenScreen{Screen::decision, view.record};
        bottom -= size::target + 16;
    }
    for (const auto& fact : shown_facts(canvas, text.w, bottom - y, view.text))
        y += 10 + canvas.text_block({text.x, y, text.w, bottom - y}, fact, type::body,
                                    type::body_line, theme.ink2);
    if (auto asked = draw_acts(canvas, {inner.end() - acts_width, inner.y, acts_width, inner.h},
                               view, draft))
        intent = std::move(asked);
    return intent;
}

// ---- an act that asks for words, or for a delegation

std::optional<Intent> draw_words(Canvas& canvas, const R& r, const ArticlesView& view,
                                 const TextAct& act, ArticlesDraft& draft) {
    const Theme& theme = canvas.theme();
    canvas.text({r.x, r.y, r.w, 36}, act.prompt, type::reference, theme.ink2);
    float y = r.y + 56;
    for (std::size_t n = 0; n < act.suggestions.size(); ++n) {
        const auto& [words, shown] = act.suggestions[n];
        const auto id = fmt::format("articles.suggestion.{}", n + 1);
        if (tile(canvas, {r.x, y, r.w, 64}, {.id = id, .label = shown, .on = draft.words == words}))
            draft.words = words;
        y += 76;
    }
    text_field(canvas, {r.x, y, r.w, 104}, {.id = "articles.words", .prompt = view.words_first},
               draft.words);
    const R confirm{r.end() - 420, r.bottom() - 96, 420, 96};
    if (!button(canvas, confirm,
                {.id = "articles.confirm",
                 .label = view.confirm,
                 .kind = ButtonKind::primary,
                 .enabled = !draft.words.empty(),
                 .reason = view.words_first}))
        return std::nullopt;
    auto intent = with_words(act, draft.words);
    draft.asking.clear();
    return intent;
}

std::optional<Intent> draw_delegations(Canvas& canvas, const R& r, const ArticlesView& view,
                                       const TextAct& act, ArticlesDraft& draft) {
    constexpr int columns = 7, rows = 7;
    constexpr std::size_t per_page = columns * rows;
    std::vector<NamedState> states;
    for (const auto& state : view.states)
        if (std::ranges::find(act.delegations, state.id) != act.delegations.end())
            states.push_back(state);
    draw_name_filter(canvas, {r.x, r.y, r.w, size::target}, "articles.state", first_letters(states),
                     view.all, draft.filter);
    const auto shown = shown_names(states, draft.filter);
    const auto pages = std::max<std::size_t>(1, (shown.size() + per_page - 1) / per_page);
    draft.filter.page = std::min(draft.filter.page, pages - 1);
    const R names{r.x, r.y + size::target + 20, r.w, r.h - size::target - 20 - 96 - 20};
    const auto from = draft.filter.page * per_page;
    std::optional<Intent> intent;
    for (auto n = from; n < std::min(from + per_page, shown.size()); ++n) {
        const auto& state = states[shown[n]];
        const auto id = "articles.state." + state.id;
        const R cell = column_cell(names, columns, rows, static_cast<int>(n - from), 8, 8);
        if (!tile(canvas, cell,
                  {.id = id,
                   .label = readable_name(canvas, state, cell.w - 48),
                   .role = ItemRole::button}))
            continue;
        intent = with_delegation(act, state.id);
        draft.asking.clear();
    }
    draw_name_pager(canvas, {r.end() - 560, r.bottom() - 76, 560, pager_height}, "articles.state",
                    view.back, view.more, pages, draft.filter);
    return intent;
}

std::optional<Intent> draw_asking(Canvas& canvas, const R& r, const ArticlesView& view,
                                  const TextAct& act, ArticlesDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 32);
    canvas.text({inner.x, inner.y, inner.w, 36}, view.text.heading, type::reference,
                canvas.theme().ink2);
    canvas.text({inner.x, inner.y + 40, inner.w, 48}, act.label, type::heading, canvas.theme().ink);
    const R below{inner.x, inner.y + 108, inner.w, inner.h - 108};
    auto intent = act.asks == TextAct::Asks::words
                      ? draw_words(canvas, below, view, act, draft)
                      : draw_delegations(canvas, below, view, act, draft);
    if (button(canvas, {inner.x, inner.bottom() - 96, 300, 96},
               {.id = "articles.cancel", .label = view.cancel, .shortcut = escape_key}))
        draft.asking.clear();
    return intent;
}

const TextAct* asked(const ArticlesView& view, const ArticlesDraft& draft) {
    if (draft.asking.empty()) return nullptr;
    if (view.next.id == draft.asking && view.next.refusal.empty()) return &view.next;
    const auto found = std::ranges::find(view.acts, draft.asking, &TextAct::id);
    return found == view.acts.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Intent> draw_articles(Canvas& canvas, const ArticlesView& view,
                                    ArticlesDraft& draft) {
    const R& all = content_area;
    if (draft.about != view.id)
        draft = {.about = view.id, .page = view.chosen / ArticlesView::rows_per_page};
    draft.page = std::min(draft.page, std::max<std::size_t>(1, view.pages.size()) - 1);
    const auto* act = asked(view, draft);
    if (act != nullptr) return draw_asking(canvas, all, view, *act, draft);
    auto intent = draw_tree(canvas, {all.x, all.y, tree_width, all.h}, view, draft);
    if (view.rows.empty()) return intent;
    const R side{all.x + tree_width + Layout::gap, all.y, all.w - tree_width - Layout::gap, all.h};
    if (auto from_card = draw_chosen(canvas, side, view, draft)) intent = std::move(from_card);
    return intent;
}

}  // namespace placet::terminal
