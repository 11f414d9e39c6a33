// last_call.h: the last call before the voting is closed, where the rules ask for one: in the place
// of the close, until it is made. Then the time in which votes may be checked is seen to pass.
//
// Ids: chair.last_call, chair.close.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/widgets.h"

namespace placet::terminal {

struct LastCallView {
    std::string label = {};   // empty: none is due
    std::string reason = {};  // why it cannot be made now
    ledger::LastCalled record = {};
    bool may_press = false;

    bool due() const { return !label.empty(); }
};

/// Requires that the voting is open.
LastCallView view_last_call(const AppState& state, const Phrases& phrases);
/// "The voting can be closed in 7 seconds."; empty when no time must pass.
std::string last_call_wait(const AppState& state, const Phrases& phrases);

/// One button: the last call while it is due, else the close.
[[nodiscard]] std::optional<Intent> draw_close(Canvas& canvas, const R& r,
                                               const LastCallView& last_call, const Button& close);

}  // namespace placet::terminal
