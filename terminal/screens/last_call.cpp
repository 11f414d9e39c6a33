#include "terminal/screens/last_call.h"

#include "terminal/screens/noting.h"

namespace placet::terminal {

using namespace placet::ledger;

LastCallView view_last_call(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const auto& run = *conference.run;
    if (conference.profile.last_call_seconds == 0 || run.last_call) return {};
    LastCallView view{.label = phrases("Have all delegations voted?"),
                      .record = {.run = run.start.run, .start = run.start_entry.leaf}};
    view.reason = note_refusal(state, phrases, view.record);
    view.may_press = view.reason.empty() && !state.saving;
    return view;
}

std::string last_call_wait(const AppState& state, const Phrases& phrases) {
    if (!state.last_call || state.last_call->over()) return {};
    const auto left_ms = state.last_call->least_ms - state.last_call->kept_ms;
    return phrases("The voting can be closed in {n} second.",
                   "The voting can be closed in {n} seconds.", (left_ms + 999) / 1000);
}

std::optional<Intent> draw_close(Canvas& canvas, const R& r, const LastCallView& last_call,
                                 const Button& close) {
    if (!last_call.due()) {
        // Whoever presses twice has made the last call and closed nothing.
        if (button(canvas, r, close)) return CloseVote{};
        return std::nullopt;
    }
    if (button(canvas, r,
               {.id = "chair.last_call",
                .label = last_call.label,
                .kind = ButtonKind::primary,
                .enabled = last_call.may_press,
                .reason = last_call.reason}))
        return NoteRecord{last_call.record};
    return std::nullopt;
}

}  // namespace placet::terminal
