// drawn_elections.h: the states of drawn_states.h in which an election is held.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

std::vector<DrawnState> drawn_election_states();

}  // namespace placet::tests
