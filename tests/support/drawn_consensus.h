// drawn_consensus.h: the states of drawn_states.h in which a decision is taken without a vote, and
// what stands around it.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

std::vector<DrawnState> drawn_consensus_states();

}  // namespace placet::tests
