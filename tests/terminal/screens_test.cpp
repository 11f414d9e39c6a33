// Every screen, without a window: what it shows fits, can be touched, and can be used by keyboard.
#include "terminal/navigation.h"
#include "tests/support/drawn_states.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>
#include <chrono>

using namespace placet;
using namespace placet::terminal;
using tests::all_drawn_states;
using tests::HeadlessUi;

TEST_CASE("no screen cuts a text, and all that is pressed is large enough and apart",
          "[terminal]") {
    for (const auto& [name, state] : all_drawn_states()) {
        INFO(name);
        Navigation navigation{Phrases()};
        HeadlessUi ui([&](Canvas& canvas) { REQUIRE_FALSE(navigation.draw(canvas, state)); });
        CHECK(ui.ellipsized() == 0);
        CHECK(tests::targets_at_fault(ui.items(), 1) == "");
    }
}
