// drawn_states.h: the conference of the package, with all its States and texts, at every point at
// which a screen looks different. No ledger: plain data, as screens read it.
#pragma once

#include "terminal/app_state.h"

#include <memory>
#include <string>
#include <vector>

namespace placet::tests {

struct DrawnState {
    std::string name = {};  // of the picture
    terminal::AppState state = {};
};

/// Before the first meeting, nobody signed in.
terminal::AppState founded_state();
/// Officers signed in, a meeting open, 160 States present, article 2 put and its vote open; the
/// first 60 present have voted yes, no, abstain in turn.
terminal::AppState voting_state();
/// The same, with a delegate of Bolivia at the kiosk.
terminal::AppState ballot_state();

/// A roll-call with seven answers, four of which were yes, none, no, abstain in turn.
terminal::AppState roll_call_state();
/// A show of hands in which the attendant has counted 84, 40 and 20.
terminal::AppState hands_state();

std::vector<DrawnState> all_drawn_states();

/// The same vote after its last call, so many milliseconds ago; ten seconds must pass.
terminal::AppState last_called(terminal::AppState state, std::int64_t kept_ms);

/// The same state with its conference changed.
template <class Change>
terminal::AppState changed(terminal::AppState state, Change change) {
    auto conference = std::make_shared<ledger::Conference>(*state.conference);
    change(*conference);
    state.conference = std::move(conference);
    ++state.revision;
    return state;
}

}  // namespace placet::tests
