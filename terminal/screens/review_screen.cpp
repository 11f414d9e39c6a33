#include "terminal/screens/review_screen.h"

#include "ledger/procedure/permission.h"
#include "ledger/procedure/tally.h"
#include "terminal/screens/annul_screen.h"
#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr int columns = 2, rows = 9;
constexpr float aside_width = 640, figures_height = 108, script_height = 236, gap = 24;

void view_aside(ReviewView& view, const Conference& conference, const Phrases& phrases) {
    const auto& run = *conference.run;
    if (run.start.method == Method::hands) {
        view.aside_title = phrases("Totals only: hands have no names");
        return;
    }
    if (run.start.method == Method::non_recorded) {
        view.aside_title = phrases("Totals only: no position by name");
        return;
    }
    std::vector<NameBoard::Cell> contested, silent;
    for (const auto& id : in_order_of_roll(conference)) {
        const auto name = board_name(conference, id);
        if (run.position(id).contested())
            contested.push_back({.name = phrases("{name}: two ballots", {{"name", name}})});
        else if (run.present_at_close.contains(id) && !run.ballots.contains(id))
            silent.push_back({.name = name});
    }
    const auto not_voting = static_cast<std::int64_t>(silent.size());
    view.aside_title = contested.empty() ? phrases("{n} present did not vote",
                                                   "{n} present did not vote", not_voting)
                                         : phrases("Contested {contested}, not voting {silent}",
                                                   {{"contested", std::to_string(contested.size())},
                                                    {"silent", std::to_string(not_voting)}});
    std::ranges::move(silent, std::back_inserter(contested));
    view.aside = name_board(std::move(contested), columns, rows, phrases);
}

void draw_outcome(Canvas& canvas, const R& r, const ReviewView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 28);
    canvas.text({inner.x, inner.y, inner.w, 30}, view.outcome_caption, type::caption, theme.ink2);
    if (!view.fault.empty()) {
        canvas.text_block({inner.x, inner.y + 40, inner.w, inner.h - 40}, view.fault,
                          type::reference, 36, theme.danger.ink);
        return;
    }
    const float used = canvas.text_block({inner.x, inner.y + 34, inner.w, 3 * 40.0F}, view.outcome,
                                         type::heading, 40, theme.ink);
    const float from = inner.y + 34 + used + 12;
    draw_reasons(canvas, {inner.x, from, inner.w, inner.bottom() - from}, view.reasons);
}

void draw_aside(Canvas& canvas, const R& r, const ReviewView& view, ReviewDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.aside_title, type::heading,
                canvas.theme().ink);
    const R below{inner.x, inner.y + 60, inner.w, inner.h - 60};
    canvas.text_block(below, view.aside_note, type::reference, 36, canvas.theme().ink2);
    draw_name_board(canvas, below, view.aside, "review.page", draft.page);
}

}  // namespace

std::vector<Figure> figures_in_words(const Figures& figures, const Phrases& phrases) {
    return {{Sign::yes, phrases("In favour"), static_cast<int>(figures.yes)},
            {Sign::no, phrases("Against"), static_cast<int>(figures.no)},
            {Sign::abstain, phrases("Abstaining"), static_cast<int>(figures.abstaining)},
            {Sign::not_voting, phrases("Not voting"), static_cast<int>(figures.not_voting)}};
}

std::string note_on_positions(const Phrases& phrases, Method method, const Figures& figures) {
    if (method != Method::non_recorded) return {};
    if (total_shows_positions(method, figures))
        return phrases(
            "All who voted took the same position: this total shows how each of them voted.");
    return phrases("How each delegation voted is kept nowhere.");
}

void draw_figures(Canvas& canvas, const R& r, std::span<const Figure> figures) {
    for (std::size_t n = 0; n < figures.size(); ++n)
        tally_card(canvas, column(r, static_cast<int>(figures.size()), static_cast<int>(n), 16),
                   figures[n].sign, figures[n].word, figures[n].count);
}

void draw_reasons(Canvas& canvas, const R& r, std::span<const Reason> reasons) {
    const Theme& theme = canvas.theme();
    const float height = std::min(56.0F, r.h / std::max(1.0F, static_cast<float>(reasons.size())));
    for (std::size_t n = 0; n < reasons.size(); ++n) {
        const R line{r.x, r.y + height * static_cast<float>(n), r.w, height};
        draw_state(canvas, line.x + 14, line.middle_y(), 14,
                   reasons[n].met ? State::good : State::watch);
        canvas.text({line.x + 44, line.y, line.w * 0.56F - 44, height}, reasons[n].name, type::body,
                    theme.ink);
        canvas.text({line.x + line.w * 0.56F, line.y, line.w * 0.44F, height},
                    reasons[n].arithmetic, type::strong, theme.ink, Align::end);
    }
}

ReviewView view_review(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    ReviewView view{.question = view_question(state, phrases),
                    .script = view_chair_script(conference, phrases),
                    .outcome_caption = phrases("Provisional result, counted twice"),
                    .annul = phrases("Annul this vote"),
                    .lock = phrases("Lock the vote"),
                    .announce = phrases("Announce the result"),
                    .may_lock = may_lock(conference) && !state.saving,
                    .may_announce = may_announce(conference) && !state.saving};
    if (conference.run->phase == RunPhase::locked)
        view.lock_reason = phrases("The vote is locked.");
    else
        view.announce_reason = phrases("The vote is locked first.");
    view_aside(view, conference, phrases);
    const auto result = provisional_result_of(conference);
    if (!result) {
        view.fault = phrases(result.error().detail);
        view.may_lock = view.may_announce = false;
        view.lock_reason = view.announce_reason = phrases("There is no result.");
        return view;
    }
    view.figures = figures_in_words(result->figures, phrases);
    view.aside_note = note_on_positions(phrases, conference.run->start.method, result->figures);
    view.outcome = phrases(result->sentence);
    view.reasons = reasons_of(phrases, result->clauses);
    return view;
}

std::optional<Intent> draw_review(Canvas& canvas, const ReviewView& view, ReviewDraft& draft) {
    std::optional<Intent> intent;
    const R& all = content_area;
    const R main{all.x, all.y, all.w - aside_width - Layout::gap, all.h};
    draw_question(canvas, {main.x, main.y, main.w, question_card_height}, view.question);
    const R figures{main.x, main.y + question_card_height + gap, main.w, figures_height};
    draw_figures(canvas, figures, view.figures);
    constexpr float buttons_height = 96;
    constexpr float annul_width = 260;
    const R annul{main.x, main.bottom() - buttons_height, annul_width, buttons_height};
    const R buttons{annul.end() + gap, annul.y, main.w - annul_width - gap, buttons_height};
    draw_outcome(canvas,
                 {main.x, figures.bottom() + gap, main.w, buttons.y - 2 * gap - figures.bottom()},
                 view);
    const R aside{all.end() - aside_width, all.y, aside_width, all.h};
    draw_chair_script(canvas, {aside.x, aside.y, aside.w, script_height}, view.script);
    const float from = script_height + gap;
    draw_aside(canvas, {aside.x, aside.y + from, aside.w, aside.h - from}, view, draft);
    const auto kind = [](bool next) { return next ? ButtonKind::primary : ButtonKind::secondary; };
    if (auto asked = draw_annul_button(canvas, annul, view.annul)) intent = std::move(asked);
    if (button(canvas, column(buttons, 2, 0, gap),
               {.id = "review.lock",
                .label = view.lock,
                .kind = kind(view.may_lock),
                .enabled = view.may_lock,
                .reason = view.lock_reason}))
        intent = LockVote{};
    if (button(canvas, column(buttons, 2, 1, gap),
               {.id = "review.announce",
                .label = view.announce,
                .kind = kind(view.may_announce),
                .enabled = view.may_announce,
                .reason = view.announce_reason}))
        intent = AnnounceResult{};
    return intent;
}

}  // namespace placet::terminal
