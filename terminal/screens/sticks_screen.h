// sticks_screen.h: sticks and copies: what is in, one press to copy to it or to take in from it,
// how far that is, and how old the last copy is.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/signs.h"

namespace placet::terminal {

struct SticksView {
    static constexpr std::size_t sticks_at_most = 5;  // to choose from; those put in last

    struct Choice {
        std::uint64_t id = 0;
        std::string label = {}, detail = {};
    };
    /// A small heading and what stands below it.
    struct Part {
        std::string label = {}, words = {};
    };
    struct Step {
        State state = State::unknown;
        std::string words = {};
    };
    /// What is said about a stick, and what can be done with it: an empty label is not offered.
    struct Card {
        std::uint64_t stick = 0;
        std::string heading = {}, detail = {};
        std::string headline = {};  // with the sign of its state
        State state = State::unknown;
        std::vector<Part> parts = {};
        std::vector<Step> steps = {};  // while something is under way
        std::string progress_words = {};
        float progress = 0;
        std::string copy = {}, copy_reason = {}, take_in = {}, take_in_reason = {}, stop = {};
    };
    std::string title = {};
    std::vector<Choice> sticks = {};  // the last that was put in first
    std::string none = {};            // in their place
    std::vector<Card> cards = {};     // of each
    std::optional<Card> only = {};    // in place of them: nothing is in, or something is under way
    std::string last_title = {}, last = {};
    Step since = {};  // no words without a copy
};

struct SticksDraft {
    std::uint64_t selected = 0;  // else the last that was put in
};

/// "12.4 GB": in thousands, as sticks are sold; never more than there is.
std::string size_text(std::uint64_t bytes);

SticksView view_sticks(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_sticks(Canvas& canvas, const SticksView& view,
                                                SticksDraft& draft);

}  // namespace placet::terminal
