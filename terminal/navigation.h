// navigation.h: which screen stands before the person, and what it remembers while it stands there.
#pragma once

#include "terminal/screens/frame.h"

#include <memory>

namespace placet::terminal {

enum class Route {
    sitting,
    presence,
    vote,
    review,
    announcement,
    ledger,
    identify,
    ballot,
    receipt,
    annul,
    lot,
    roll_call,
    hands,
    consensus,
    delegations,
    delegation,
    question,
    sticks,
    articles,
    registration,
    placement,
    floor,
    ruling,
    election,
};

/// Pure.
Route route_of(const AppState& state);

/// A screen with its view and its draft.
class Shown {
public:
    virtual ~Shown() = default;
    virtual void make_view(const AppState& state, const Phrases& phrases) = 0;
    virtual std::optional<Intent> draw(Canvas& canvas) = 0;
};

/// Draws the screen of the state. What a frame shows is made anew when the state has changed, and
/// only then; a draft dies when another screen comes, unless that asks for the PINs of what is
/// filled in on a screen that knows by itself when it is out of date.
class Navigation {
public:
    explicit Navigation(Phrases phrases) : phrases_(std::move(phrases)) {}

    [[nodiscard]] std::optional<Intent> draw(Canvas& canvas, const AppState& state);
    const Phrases& phrases() const { return phrases_; }

private:
    void change_to(Route route);
    void make_views(const AppState& state, Route route);

    Phrases phrases_;
    Route route_ = Route::sitting;
    std::uint64_t revision_ = 0;
    std::unique_ptr<Shown> shown_ = {};    // nothing before the first frame
    std::unique_ptr<Shown> waiting_ = {};  // of the election, while PINs are asked
    FrameView frame_ = {};
    std::optional<NoticeView> notice_ = {};
};

}  // namespace placet::terminal
