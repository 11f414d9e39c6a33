#include "terminal/screens/ballot_screen.h"

#include "crypto/sodium.h"
#include "ledger/words.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr float tiles_height = 396, standing_width = 412;

/// Of a non-recorded vote: that the delegation took a position, never which.
void view_unrecorded_standing(BallotView& view, bool taken, const Phrases& phrases) {
    view.standing_caption = phrases("Position of your delegation");
    view.standing = taken ? phrases("Taken") : phrases("None yet");
    view.standing_detail = taken ? phrases("Choose again to replace it. It is not shown.")
                                 : phrases("Only totals are recorded.");
}

void view_standing(BallotView& view, const std::optional<RecordedChoice>& recorded,
                   const Phrases& phrases) {
    view.standing_caption = phrases("Vote of your delegation");
    if (!recorded) {
        view.standing = phrases("None yet");
        view.standing_detail = phrases("Nothing is recorded so far.");
        return;
    }
    view.standing_choice = recorded->choice;
    view.standing = choice_label(phrases, recorded->choice);
    view.standing_detail = phrases(
        "Recorded: entry {entry}, {time}",
        {{"entry", std::to_string(recorded->entry)}, {"time", clock_text(recorded->wall_ms)}});
}

std::string confirmation(const AppState& state, const Phrases& phrases, Choice choice) {
    const auto to = choice_in_capitals(phrases, choice);
    const auto& recorded = state.ballot->recorded;
    if (!recorded) return phrases("You chose {choice}. Confirm?", {{"choice", to}});
    if (recorded->choice == choice)
        return phrases("{choice} is recorded already.", {{"choice", to}});
    return phrases("Change {from} to {to}?",
                   {{"from", choice_in_capitals(phrases, recorded->choice)}, {"to", to}});
}

constexpr std::string_view option_id(Choice choice) {
    switch (choice) {
        case Choice::yes:
            return "vote.yes";
        case Choice::no:
            return "vote.no";
        case Choice::abstain:
            return "vote.abstain";
        case Choice::not_participating:
            break;
    }
    return "vote.not_participating";
}

void draw_standing(Canvas& canvas, const R& r, const BallotView& view) {
    const Theme& theme = canvas.theme();
    card(canvas, r);
    const R inner = r.inset(32);
    canvas.text({inner.x, inner.y, inner.w, 32}, view.standing_caption, type::caption, theme.ink2);
    const Sign sign = view.standing_choice ? sign_of(*view.standing_choice) : Sign::not_voting;
    draw_sign(canvas, inner.x + 36, inner.middle_y() + 4, 34, sign);
    const R words{inner.x + 92, inner.middle_y() - 18, inner.w - 92, 44};
    canvas.text(words, view.standing, type::heading, theme.ink);
    canvas.text({inner.x, inner.bottom() - 34, inner.w, 34}, view.standing_detail, type::body,
                theme.ink2);
}

void draw_tiles(Canvas& canvas, const R& r, const BallotView& view, BallotDraft& draft) {
    constexpr int big_tiles = 3;
    constexpr std::array<char, big_tiles> keys{'1', '2', '3'};
    for (int n = 0; n < big_tiles; ++n) {
        const auto& option = view.options[static_cast<std::size_t>(n)];
        if (vote_tile(canvas, column(r, big_tiles, n),
                      {.id = option_id(option.choice),
                       .label = option.label,
                       .sign = sign_of(option.choice),
                       .on = draft.choice == option.choice,
                       .on_word = option.is_current ? view.current_word : view.selected_word,
                       .shortcut = keys[static_cast<std::size_t>(n)]}))
            draft.choice = option.choice;
    }
}

std::optional<Intent> draw_before_choice(Canvas& canvas, const R& r, const BallotView& view,
                                         BallotDraft& draft) {
    const auto& aside = view.options.back();
    constexpr float leave_width = 260, aside_width = 360;
    if (button(canvas, {r.end() - aside_width, r.y, aside_width, r.h},
               {.id = option_id(aside.choice), .label = aside.label}))
        draft.choice = aside.choice;
    const bool leaves = button(canvas, {r.x, r.y, leave_width, r.h},
                               {.id = "vote.leave", .label = view.leave, .shortcut = escape_key});
    const R words{r.x + leave_width + 32, r.y, r.w - leave_width - aside_width - 64, r.h};
    canvas.text(words, view.time_left.empty() ? view.instruction : view.time_left, type::reference,
                canvas.theme().ink2, Align::center);
    if (leaves) return LeaveBallot{};
    return std::nullopt;
}

/// What was chosen does not stay behind in memory that is given back.
void forget(BallotDraft& draft) {
    wipe({reinterpret_cast<Byte*>(&draft.choice), sizeof draft.choice});
}

std::optional<Intent> draw_confirmation(Canvas& canvas, const R& r, const BallotView& view,
                                        BallotDraft& draft) {
    const auto& option =
        *std::ranges::find(view.options, *draft.choice, &BallotView::Option::choice);
    constexpr float back_width = 260, confirm_width = 420;
    const bool back = button(canvas, {r.x, r.y, back_width, r.h},
                             {.id = "vote.back", .label = view.back, .shortcut = escape_key});
    const bool confirmed = button(canvas, {r.end() - confirm_width, r.y, confirm_width, r.h},
                                  {.id = "vote.confirm",
                                   .label = view.confirm,
                                   .kind = ButtonKind::primary,
                                   .enabled = !option.is_current});
    const R words{r.x + back_width + 40, r.y, r.w - back_width - confirm_width - 80, r.h};
    const Sign sign = sign_of(option.choice);
    const float width = std::min(words.w - 72, canvas.text_width(option.confirmation, type::title));
    const float from = words.middle_x() - (width + 72) / 2;
    const float line = view.time_left.empty() ? r.h : r.h - 32;
    draw_sign(canvas, from + 26, r.y + line / 2, 26, sign);
    canvas.text({from + 72, r.y, words.end() - from - 72, line}, option.confirmation, type::title,
                canvas.theme().ink);
    canvas.text({words.x, r.y + line - 6, words.w, 34}, view.time_left, type::body,
                canvas.theme().ink2, Align::center);
    if (back) draft.choice.reset();
    if (!confirmed) return std::nullopt;
    forget(draft);
    return terminal::CastBallot{option.choice};
}

}  // namespace

BallotView view_ballot(const AppState& state, const Phrases& phrases) {
    const auto& desk = *state.ballot;
    BallotView view{.selected_word = phrases("Selected"),
                    .current_word = phrases("Current"),
                    .instruction = phrases("Choose, then confirm."),
                    .confirm = phrases("Confirm"),
                    .back = phrases("Back"),
                    .leave = phrases("Leave")};
    view.question = view_question(state, phrases);
    for (std::size_t n = 0; n < all_choices.size(); ++n) {
        const auto choice = all_choices[n];
        view.options[n] = {.choice = choice,
                           .label = choice_label(phrases, choice),
                           .confirmation = confirmation(state, phrases, choice),
                           .is_current = desk.recorded && desk.recorded->choice == choice};
    }
    if (state.conference->run->start.method == Method::non_recorded)
        view_unrecorded_standing(view, desk.has_taken, phrases);
    else
        view_standing(view, desk.recorded, phrases);
    if (state.seconds_left)
        view.time_left =
            phrases("No press for a while: this closes in {n} second. Nothing is cast.",
                    "No press for a while: this closes in {n} seconds. Nothing is cast.",
                    *state.seconds_left);
    return view;
}

std::optional<Intent> draw_ballot(Canvas& canvas, const BallotView& view, BallotDraft& draft) {
    const R& all = delegate_area;
    const float gap = Layout::gap;
    draw_question(canvas, {all.x, all.y, all.w - standing_width - gap, question_card_height},
                  view.question);
    draw_standing(canvas, {all.end() - standing_width, all.y, standing_width, question_card_height},
                  view);
    const R tiles{all.x, all.y + question_card_height + gap, all.w, tiles_height};
    draw_tiles(canvas, tiles, view, draft);
    const R bar{all.x, tiles.bottom() + gap, all.w, all.bottom() - tiles.bottom() - gap};
    card(canvas, bar);
    const R inner = bar.inset(Layout::card_padding, 30);
    return draft.choice ? draw_confirmation(canvas, inner, view, draft)
                        : draw_before_choice(canvas, inner, view, draft);
}

}  // namespace placet::terminal
