// The voting table that goes with an announcement, as the screen reads it from its attachment.
#include "terminal/screens/announcement_screen.h"
#include "tests/fuzz/target.h"
#include "tests/support/drawn_states.h"

#include <algorithm>
#include <array>

namespace placet::fuzz {

using namespace placet::terminal;

bool hold(std::string_view input) {
    static AppState state = [] {
        auto all = tests::all_drawn_states();
        const auto announced = std::ranges::find_if(
            all, [](const auto& drawn) { return !drawn.state.voting_tables.empty(); });
        require(announced != all.end(), "there is an announcement to draw");
        return announced->state;
    }();
    state.voting_tables.begin()->second = input;
    const auto view = view_announcement(state, {});
    require(
        view.table.cells.size() <= static_cast<std::size_t>(std::ranges::count(input, '\n')) + 1,
        "no line is two States");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 6> words = {"yes",       "no",     "abstain",
                                                       "contested", "absent", "not_voting"};
    return mutated_lines(input, other, '\t', dice, words);
}

}  // namespace placet::fuzz
