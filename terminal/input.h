// input.h: what a person does to the terminal, free of any window system.
//
// Every edge of a button is one frame of its own, at the place where it happened: a click never
// reaches what the pointer has moved to since, however slow the frames are.
#pragma once

#include "terminal/canvas.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <variant>

namespace placet::terminal {

struct PointerMoved {
    Point at = {};  // pixels
};
struct PointerButton {
    Point at = {};
    bool down = false;
};
struct FingerMoved {
    std::int64_t finger = 0;
    Point at = {};
};
struct FingerTouch {
    std::int64_t finger = 0;
    Point at = {};
    bool down = false;
};
enum class Key {
    tab,
    back_tab,
    left,
    right,
    up,
    down,
    space,
    enter,
    escape,
    backspace,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
};
struct KeyPressed {
    Key key = Key::enter;
    bool repeated = false;  // held down: moves and erases, but never presses
};
struct TextTyped {
    std::string text = {};
};
/// The window has lost the pointer and every finger: what is held is let go and not pressed.
struct PointerLost {};
using InputEvent = std::variant<PointerMoved, PointerButton, FingerMoved, FingerTouch, KeyPressed,
                                TextTyped, PointerLost>;

/// Turns events into frames of the screen.
class Input {
public:
    using Frame = std::function<void()>;

    /// `frame` draws one frame without showing it; it is called once or twice for an edge and not
    /// at all for a movement: the caller's next frame shows that.
    void apply(const InputEvent& event, Items& items, const Frame& frame);

    /// For the frame being drawn.
    Typed& typed() { return typed_; }
    /// Forgets what was typed and not taken.
    void end_frame();

private:
    void on(const PointerMoved& event, Items& items, const Frame& frame);
    void on(const PointerButton& event, Items& items, const Frame& frame);
    void on(const FingerMoved& event, Items& items, const Frame& frame);
    void on(const FingerTouch& event, Items& items, const Frame& frame);
    void on(const KeyPressed& event, Items& items, const Frame& frame);
    void on(const TextTyped& event, Items& items, const Frame& frame);
    void on(const PointerLost& event, Items& items, const Frame& frame);

    Typed typed_;
    bool holds_text_ = false;             // some widget does, after the last frame
    bool takes_spaces_ = false;           // some widget does: the space bar writes
    bool typing_ = false;                 // characters came after the last movement of the focus
    std::optional<std::int64_t> finger_;  // only the first finger counts
};

}  // namespace placet::terminal
