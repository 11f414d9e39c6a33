// ballot_screen.h: a delegate chooses, reads the choice in words, and confirms. Nothing leaves this
// screen before.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/question_card.h"

#include <array>

namespace placet::terminal {

inline constexpr std::array<ledger::Choice, 4> all_choices{ledger::Choice::yes, ledger::Choice::no,
                                                           ledger::Choice::abstain,
                                                           ledger::Choice::not_participating};

struct BallotView {
    struct Option {
        ledger::Choice choice = ledger::Choice::abstain;
        std::string label = {};
        std::string confirmation = {};  // "You chose NO. Confirm?"
        bool is_current = false;        // recorded already: nothing to confirm
    };
    QuestionView question = {};
    std::array<Option, all_choices.size()> options = {};
    std::string selected_word = {}, current_word = {};
    std::string standing_caption = {}, standing = {}, standing_detail = {};
    std::optional<ledger::Choice> standing_choice = {};
    std::string instruction = {};
    std::string confirm = {}, back = {}, leave = {};
    std::string time_left = {};  // empty: no hurry
};

/// What the delegate has chosen and not yet confirmed. Never stored.
struct BallotDraft {
    std::optional<ledger::Choice> choice = {};
};

/// Requires that a delegate stands at the kiosk and a vote is under way.
BallotView view_ballot(const AppState& state, const Phrases& phrases);
/// Returns CastBallot in the frame in which the choice is confirmed.
[[nodiscard]] std::optional<Intent> draw_ballot(Canvas& canvas, const BallotView& view,
                                                BallotDraft& draft);

}  // namespace placet::terminal
