// lot_screen.h: a roll-call before its first name: the State that is called first is drawn by lot,
// by hand or from a number that the presiding officer says aloud after the terminal has fixed one.
//
// Ids: lot.hand.ID (of the State), lot.page.N, lot.commit, lot.number.0 to lot.number.9,
// lot.number.erase, lot.number.enter, vote.annul.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/identify_screen.h"

namespace placet::terminal {

struct LotView {
    struct StateName {
        ledger::ParticipantId id = {};
        std::string name = {};
    };
    std::string reference = {};  // "Question 1. Draft article 2"
    std::string by_hand = {}, by_hand_how = {};
    std::vector<StateName> states = {};   // among whom the lot is drawn, in the order of the roll
    std::vector<std::string> pages = {};  // "A–C": the names that a page begins and ends with
    std::string by_number = {};
    std::vector<std::string> by_number_how = {};  // one paragraph each
    std::string commit = {};                      // empty: a number is fixed
    bool number_held = false;                     // the number pad is shown
    std::string number_label = {}, erase = {}, draw = {};
    std::string annul = {};
    bool may_draw = false;
};

struct LotDraft {
    std::size_t page = 0;
    std::string number = {};
    IdentifyDraft badge = {};
};

/// Requires a roll-call that is open and not drawn.
LotView view_lot(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_lot(Canvas& canvas, const LotView& view, LotDraft& draft);

}  // namespace placet::terminal
