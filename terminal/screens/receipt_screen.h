// receipt_screen.h: what became of a ballot, over the whole screen: being saved, recorded, not
// recorded, unknown, or too late.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/signs.h"

namespace placet::terminal {

struct ReceiptView {
    State state = State::unknown;   // good: recorded
    std::optional<Sign> sign = {};  // of the recorded choice, and of nothing else
    std::string headline = {};      // "Recorded: NO"
    std::string detail = {};        // "Entry 41, 14:02:07 UTC"
    std::string advice = {};
    std::string change = {}, done = {};  // empty: no such button
    bool change_first = false;           // it is what the advice advises
    std::string time_left = {};
};

/// Requires that a delegate stands at the kiosk and does not choose.
ReceiptView view_receipt(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_receipt(Canvas& canvas, const ReceiptView& view);

}  // namespace placet::terminal
