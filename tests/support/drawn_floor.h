// drawn_floor.h: the states of drawn_states.h in which something was raised from the floor, or
// ruled.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

/// A meeting in which three motions on article 2 wait: to close its debate, to divide it, and to
/// adjourn its debate, on which one delegation spoke.
terminal::AppState motions_state();

std::vector<DrawnState> drawn_floor_states();

/// A page that is reached by pressing on the screen of a state.
struct PressedPage {
    std::string name = {};   // of the picture
    std::string state = {};  // by its name
    std::vector<std::string> pressed = {};
};
std::vector<PressedPage> pressed_pages();

}  // namespace placet::tests
