// drawn_sticks.h: the states of drawn_states.h in which sticks are in, copied to, pulled out.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

/// A stick of 16 GB called PLACET-1, as it was put in.
terminal::Stick drawn_stick(std::uint64_t id = 1);

std::vector<DrawnState> drawn_stick_states();

}  // namespace placet::tests
