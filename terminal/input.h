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
enum class Key { tab, back_tab, left, right, up, down, space, enter, escape, backspace };
struct KeyPressed {
    Key key = Key::enter;
    bool repeated = false;  // held down: moves and erases, but never presses
};
struct TextTyped {
    std::string text = {};
};
using InputEvent =
    std::variant<PointerMoved, PointerButton, FingerMoved, FingerTouch, KeyPressed, TextTyped>;

/// Turns events into frames of the screen.
class Input {
public:
    /// `frame` draws one frame without showing it; it is called once or twice for an edge and not
    /// at all for a movement: the caller's next frame shows that.
    void apply(const InputEvent& event, Items& items, const std::function<void()>& frame);

    /// For the next frame; emptied by end_frame.
    Typed& typed() { return typed_; }
    void end_frame();

private:
    void on(const PointerMoved& event);
    void on(const PointerButton& event);
    void on(const FingerMoved& event);
    void on(const FingerTouch& event);
    void on(const KeyPressed& event);
    void on(const TextTyped& event);
    void edge(Point at, bool down);

    Items* items_ = nullptr;
    const std::function<void()>* frame_ = nullptr;
    Typed typed_;
    bool listener_holds_text_ = false;
    std::optional<std::int64_t> finger_;  // only the first finger counts
};

}  // namespace placet::terminal
