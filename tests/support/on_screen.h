// on_screen.h: a state on its screen, without a window and without a session; keeps the last
// intent.
#pragma once

#include "terminal/navigation.h"
#include "tests/support/drawn_states.h"
#include "tests/support/headless_ui.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

namespace placet::tests {

class OnScreen {
public:
    explicit OnScreen(terminal::AppState state, terminal::Phrases phrases = {})
        : state_(std::move(state)),
          navigation_(std::move(phrases)),
          ui_(
              [this](terminal::Canvas& canvas) {
                  if (auto intent = navigation_.draw(canvas, state_)) asked_ = std::move(intent);
              },
              {.language = navigation_.phrases().language()}) {}

    HeadlessUi& ui() { return ui_; }
    terminal::AppState& state() { return state_; }
    const terminal::Phrases& phrases() const { return navigation_.phrases(); }
    bool shows(const std::string& id) const { return ui_.items().find(id) != nullptr; }
    std::optional<terminal::Intent> take() { return std::exchange(asked_, std::nullopt); }
    template <class T>
    std::optional<T> take() {
        auto intent = take();
        if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
        return std::get<T>(std::move(*intent));
    }

private:
    terminal::AppState state_;
    terminal::Navigation navigation_;
    std::optional<terminal::Intent> asked_;
    HeadlessUi ui_;
};

inline terminal::AppState state_named(const std::string& name) {
    for (auto& drawn : all_drawn_states())
        if (drawn.name == name) return std::move(drawn.state);
    FAIL("no state " << name);
    return {};
}

inline terminal::Phrases arabic() {
    return value_of(terminal::Phrases::load(PLACET_SOURCE_DIR "/tests/data/ar.po"));
}

}  // namespace placet::tests
