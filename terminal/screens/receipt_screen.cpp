#include "terminal/screens/receipt_screen.h"

#include "ledger/words.h"
#include "terminal/screens/frame.h"
#include "terminal/screens/wording.h"
#include "terminal/widgets.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

void say_recorded(ReceiptView& view, const RecordedChoice& recorded, const Phrases& phrases) {
    view.state = State::good;
    view.sign = sign_of(recorded.choice);
    view.headline =
        phrases("Recorded: {choice}", {{"choice", choice_in_capitals(phrases, recorded.choice)}});
    view.detail = phrases("Entry {entry}, {time} UTC", {{"entry", std::to_string(recorded.entry)},
                                                        {"time", clock_text(recorded.wall_ms)}});
    view.advice = phrases("You may change your vote until the presiding officer closes the vote.");
    view.change = phrases("Change my vote");
    view.done = phrases("Done");
}

/// Which one it was is not said again: the delegate has read it before confirming.
void say_taken(ReceiptView& view, const Phrases& phrases) {
    view.state = State::good;
    view.headline = phrases("Position taken");
    view.detail = phrases("It is in the totals alone: no record names your delegation.");
    view.advice = phrases("You may change it until the presiding officer closes the vote.");
    view.change = phrases("Change my position");
    view.done = phrases("Done");
}

/// What counts of the delegation now.
std::string standing_vote(const std::optional<RecordedChoice>& recorded, const Phrases& phrases) {
    if (!recorded) return phrases("No vote of your delegation is recorded.");
    return phrases("Your recorded vote is {choice}, entry {entry}.",
                   {{"choice", choice_in_capitals(phrases, recorded->choice)},
                    {"entry", std::to_string(recorded->entry)}});
}

void say_closed(ReceiptView& view, const std::optional<RecordedChoice>& recorded,
                const Phrases& phrases) {
    view.headline = phrases("Voting is closed.");
    view.done = phrases("Done");
    view.detail = standing_vote(recorded, phrases);
    view.state = recorded ? State::good : State::watch;
    if (recorded) view.sign = sign_of(recorded->choice);
}

}  // namespace

ReceiptView view_receipt(const AppState& state, const Phrases& phrases) {
    const auto& desk = *state.ballot;
    ReceiptView view;
    if (state.seconds_left)
        view.time_left = phrases("This closes in {n} second.", "This closes in {n} seconds.",
                                 *state.seconds_left);
    switch (desk.stage) {
        case BallotStage::recorded:
            say_recorded(view, *desk.recorded, phrases);
            break;
        case BallotStage::taken:
            say_taken(view, phrases);
            break;
        case BallotStage::closed:
            say_closed(view, desk.recorded, phrases);
            break;
        case BallotStage::choosing:
        case BallotStage::saving:
            view.state = State::unknown;
            view.headline = phrases("Saving… not yet recorded");
            view.advice = phrases("Wait until this screen says that your vote is recorded.");
            break;
        case BallotStage::not_recorded:
            view.state = State::wrong;
            view.headline = phrases("NOT recorded");
            view.detail = standing_vote(desk.recorded, phrases);
            view.advice = phrases("Choose again. If this repeats, raise your plate.");
            view.change = phrases("Choose again");
            view.change_first = true;
            view.done = phrases("Leave");
            break;
        case BallotStage::unknown:
            view.state = State::wrong;
            view.headline = phrases("Not known whether it is recorded");
            view.detail = phrases("Everything that was shown as recorded is safe.");
            view.advice = phrases(
                "Raise your plate. Once this kiosk has been started again, "
                "present your badge: it then shows your recorded vote.");
            view.done = phrases("Leave");
            break;
    }
    return view;
}

std::optional<Intent> draw_receipt(Canvas& canvas, const ReceiptView& view) {
    std::optional<Intent> intent;
    const Theme& theme = canvas.theme();
    const R& all = delegate_area;
    // The colour says whether it is recorded; the sign alone says what.
    const Tone tone = tone_of(theme, view.state);
    constexpr float sign_radius = 120;
    canvas.shadow(all);
    canvas.fill(all, tone.tint, size::tile_radius);
    canvas.outline(all, tone.line, 6, size::tile_radius);
    const float sign_y = all.y + 72 + sign_radius;
    if (view.sign)
        draw_sign(canvas, all.middle_x(), sign_y, sign_radius, *view.sign);
    else
        draw_state(canvas, all.middle_x(), sign_y, sign_radius, view.state);

    const R words = all.inset(96, 0);
    float y = sign_y + sign_radius + 40;
    canvas.text({words.x, y, words.w, 96}, view.headline, type::vote_label, theme.ink,
                Align::center);
    y += 104;
    canvas.text({words.x, y, words.w, 52}, view.detail, type::heading, theme.ink, Align::center);
    y += 68;
    canvas.text_block({words.x, y, words.w, 72}, view.advice, type::reference, 36, theme.ink2,
                      Align::center);

    const R buttons{all.x + 56, all.bottom() - 48 - 96, all.w - 112, 96};
    constexpr float width = 420;
    const auto kind = [](bool first) {
        return first ? ButtonKind::primary : ButtonKind::secondary;
    };
    if (!view.change.empty() &&
        button(canvas, {buttons.x, buttons.y, width, buttons.h},
               {.id = "receipt.change", .label = view.change, .kind = kind(view.change_first)}))
        intent = ChooseAgain{};
    if (!view.done.empty() && button(canvas, {buttons.end() - width, buttons.y, width, buttons.h},
                                     {.id = "receipt.done",
                                      .label = view.done,
                                      .kind = kind(!view.change_first),
                                      .shortcut = escape_key}))
        intent = LeaveBallot{};
    canvas.text({buttons.x + width, buttons.y, buttons.w - 2 * width, buttons.h}, view.time_left,
                type::body, theme.ink2, Align::center);
    return intent;
}

}  // namespace placet::terminal
