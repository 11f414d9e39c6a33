// desk.h: the scene of a terminal: the session's state, drawn by the navigation, and what a person
// asks for given back to the session.
#pragma once

#include "terminal/navigation.h"
#include "terminal/scene.h"
#include "terminal/session.h"

namespace placet::terminal {

class Desk : public Scene {
public:
    /// The session outlives the desk.
    Desk(Session& session, Phrases phrases) : session_(session), navigation_(std::move(phrases)) {}

    Appearance appearance() const override {
        return {.language = navigation_.phrases().language()};
    }
    void draw(Canvas& canvas) override;
    void touched() override { session_.touched(); }
    void poll() override { session_.poll(); }
    std::optional<std::int64_t> due_in_ms() const override { return session_.due_in_ms(); }

private:
    Session& session_;
    Navigation navigation_;
};

}  // namespace placet::terminal
