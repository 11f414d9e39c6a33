#include "terminal/screens/annul_screen.h"

#include "terminal/screens/frame.h"
#include "terminal/widgets.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::array<std::string_view, annulment_reasons.size() + 1> reason_ids{
    "annul.reason.0", "annul.reason.1", "annul.reason.2", "annul.reason.3"};
constexpr std::size_t own_words = annulment_reasons.size();
constexpr float effects_width = 640, gap = 24;

void draw_reasons(Canvas& canvas, const R& r, const AnnulView& view, AnnulDraft& draft) {
    card(canvas, r);
    const R inner = r.inset(Layout::card_padding, 32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.reasons_title, type::heading,
                canvas.theme().ink);
    constexpr float tile_height = 72, spacing = 14;
    float y = inner.y + 64;
    for (std::size_t n = 0; n <= own_words; ++n) {
        if (tile(canvas, {inner.x, y, inner.w, tile_height},
                 {.id = reason_ids[n],
                  .label = n == own_words ? view.other : view.reasons[n],
                  .on = draft.chosen == n}))
            draft.chosen = n;
        y += tile_height + spacing;
    }
    if (draft.chosen == own_words)
        text_field(canvas, {inner.x, y, inner.w, inner.bottom() - y},
                   {.id = "annul.words", .prompt = view.words_prompt}, draft.words);
}

void draw_effects(Canvas& canvas, const R& r, const AnnulView& view) {
    const Theme& theme = canvas.theme();
    marked_card(canvas, r, theme.warning.solid);
    const R inner = r.inset(Layout::card_padding, 32);
    canvas.text({inner.x, inner.y, inner.w, 44}, view.effects_title, type::heading, theme.ink);
    float y = inner.y + 72;
    for (const auto& effect : view.effects) {
        canvas.disc(inner.x + 6, y + 18, 5, theme.ink2);
        y += 20 + canvas.text_block({inner.x + 32, y, inner.w - 32, 4 * 36.0F}, effect,
                                    type::reference, 36, theme.ink);
    }
}

/// Nothing as long as none is chosen, or the officer has not stated it.
std::string reason_of(const AnnulDraft& draft) {
    if (!draft.chosen) return {};
    if (*draft.chosen < own_words) return std::string(annulment_reasons[*draft.chosen]);
    const auto end = draft.words.find_last_not_of(' ');
    return end == std::string::npos ? std::string() : draft.words.substr(0, end + 1);
}

}  // namespace

AnnulView view_annul(const AppState& state, const Phrases& phrases) {
    AnnulView view{
        .question = view_question(state, phrases),
        .reasons_title = phrases("Why is this vote annulled?"),
        .other = phrases("Another reason, in your own words"),
        .words_prompt = phrases("Type the reason in a few words"),
        .effects_title = phrases("What this does"),
        .effects = {phrases("This vote has no result. No figure of it is announced."),
                    phrases("All of it stays in the record, with the reason."),
                    phrases("The question stays before the meeting and can be put to the vote "
                            "again, as a new vote."),
                    phrases("The presiding officer and the secretary both enter their PIN.")},
        .back = phrases("Go back"),
        .confirm = phrases("Annul this vote"),
        .confirm_reason = phrases("Choose a reason first."),
        .may_annul = !state.saving};
    for (std::size_t n = 0; n < annulment_reasons.size(); ++n)
        view.reasons[n] = phrases(annulment_reasons[n]);
    for (const Role role : {Role::presiding_officer, Role::secretary})
        if (!state.officers.contains(role)) {
            view.may_annul = false;
            view.confirm_reason = role == Role::secretary
                                      ? phrases("The secretary signs in first.")
                                      : phrases("The presiding officer signs in first.");
            break;
        }
    return view;
}

std::optional<Intent> draw_annul(Canvas& canvas, const AnnulView& view, AnnulDraft& draft) {
    const R& all = content_area;
    const R bar{all.x, all.bottom() - size::button, all.w, size::button};
    draw_question_lines(canvas, {all.x, all.y, all.w, question_lines_height}, view.question);
    const float from = all.y + question_lines_height + gap, height = bar.y - gap - from;
    draw_reasons(canvas, {all.x, from, all.w - effects_width - Layout::gap, height}, view, draft);
    draw_effects(canvas, {all.end() - effects_width, from, effects_width, height}, view);

    constexpr float back_width = 300;
    std::optional<Intent> intent;
    if (button(canvas, {bar.x, bar.y, back_width, bar.h},
               {.id = "annul.back", .label = view.back, .shortcut = escape_key}))
        intent = OpenScreen{Screen::vote};
    const auto reason = reason_of(draft);
    if (button(canvas, {all.end() - effects_width, bar.y, effects_width, bar.h},
               {.id = "annul.confirm",
                .label = view.confirm,
                .kind = ButtonKind::danger,
                .enabled = view.may_annul && !reason.empty(),
                .reason = view.confirm_reason}))
        intent = AnnulVote{reason};
    return intent;
}

std::optional<Intent> draw_annul_button(Canvas& canvas, const R& r, std::string_view label) {
    if (button(canvas, r, {.id = "vote.annul", .label = label})) return OpenScreen{Screen::annul};
    return std::nullopt;
}

}  // namespace placet::terminal
