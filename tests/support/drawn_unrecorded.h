// drawn_unrecorded.h: the states of drawn_states.h in which a vote is taken that is not recorded.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

/// A vote that is not recorded is open; so many of 160 took a position at this kiosk, or its
/// positions are lost.
terminal::AppState unrecorded_state(std::optional<std::int64_t> taken);

std::vector<DrawnState> drawn_unrecorded_states();

}  // namespace placet::tests
