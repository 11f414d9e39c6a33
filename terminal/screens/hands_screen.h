// hands_screen.h: a show of hands: two tellers enter their totals one after the other, and neither
// sees the other's before both are in.
//
// Ids: hands.teller.secretary, hands.teller.attendant (enters now, or signs in), hands.yes,
// hands.no, hands.abstain (the field that is typed into), hands.number.0 to hands.number.9,
// hands.number.erase, hands.number.enter (the next field), hands.confirm, hands.again,
// chair.{last_call,close}, vote.annul.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/last_call.h"
#include "terminal/screens/question_card.h"

#include <array>

namespace placet::terminal {

struct HandsView {
    struct Teller {
        ledger::Role role = ledger::Role::secretary;
        std::string title = {};   // "Secretary: Ms A. Silva"
        std::string status = {};  // "has counted"
        bool signed_in = false;
        bool counted = false;  // in this round
    };
    /// What both counted, once both have.
    struct Count {
        std::string teller = {};
        std::array<std::int64_t, 3> figures = {};  // in favour, against, abstaining
    };
    QuestionView question = {};
    std::int64_t round = 1;
    std::string round_title = {};
    std::array<Teller, 2> tellers = {};
    std::array<std::string, 3> words = {};  // of the three figures
    std::vector<Count> counts = {};         // both, or none
    bool equal = false;
    std::string verdict = {}, again = {};
    std::string instruction = {}, erase = {}, next = {}, confirm = {};
    std::string press_name = {}, type_all = {};  // why a count cannot be entered yet
    std::string annul = {}, close = {}, close_reason = {};
    bool may_enter = false, may_close = false;
    LastCallView last_call = {};
};

struct HandsDraft {
    std::optional<ledger::Role> teller = {};  // who enters now
    std::array<std::string, 3> typed = {};
    std::size_t field = 0;
    std::int64_t counted_again = 0;  // the round that is not to be the last
    IdentifyDraft badge = {};
};

/// Requires a show of hands that is open.
HandsView view_hands(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_hands(Canvas& canvas, const HandsView& view,
                                               HandsDraft& draft);

}  // namespace placet::terminal
