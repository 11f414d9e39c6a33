#include "terminal/input.h"

#include <imgui.h>

#include <cfloat>

namespace placet::terminal {

namespace {

constexpr Point nowhere{-FLT_MAX, -FLT_MAX};

void point_at(Point at) { ImGui::GetIO().MousePos = {at.x, at.y}; }

// The screen learns where the pointer is before it learns that the button has changed.
void edge(Point at, bool down, const Input::Frame& frame) {
    point_at(at);
    frame();
    ImGui::GetIO().MouseDown[0] = down;
    frame();
}

/// The shortcut that this key is; 0 if it is none.
char shortcut_of(Key key) {
    switch (key) {
        case Key::escape:
            return escape_key;
        case Key::f1:
            return function_key(1);
        case Key::f2:
            return function_key(2);
        case Key::f3:
            return function_key(3);
        case Key::f4:
            return function_key(4);
        case Key::f5:
            return function_key(5);
        case Key::f6:
            return function_key(6);
        default:
            return 0;
    }
}

std::optional<FocusMove> focus_move(Key key) {
    switch (key) {
        case Key::tab:
            return FocusMove::next;
        case Key::back_tab:
            return FocusMove::previous;
        case Key::left:
            return FocusMove::left;
        case Key::right:
            return FocusMove::right;
        case Key::up:
            return FocusMove::up;
        case Key::down:
            return FocusMove::down;
        default:
            return std::nullopt;
    }
}

}  // namespace

void Input::apply(const InputEvent& event, Items& items, const Frame& frame) {
    std::visit([&](const auto& what) { on(what, items, frame); }, event);
}

void Input::end_frame() {
    const bool listening = typed_.listening;
    holds_text_ = typed_.holds_text;
    takes_spaces_ = typed_.takes_spaces;
    typed_ = {.for_listener = listening};
}

void Input::on(const PointerMoved& event, Items&, const Frame&) { point_at(event.at); }

void Input::on(const PointerButton& event, Items& items, const Frame& frame) {
    items.hide_focus();
    edge(event.at, event.down, frame);
}

void Input::on(const FingerMoved& event, Items&, const Frame&) {
    if (finger_ == event.finger) point_at(event.at);
}

void Input::on(const FingerTouch& event, Items& items, const Frame& frame) {
    if (event.down ? finger_.has_value() : finger_ != event.finger) return;
    finger_ = event.down ? std::optional(event.finger) : std::nullopt;
    items.hide_focus();
    edge(event.at, event.down, frame);
    if (!event.down) point_at(nowhere);  // a finger that has left hovers over nothing
}

void Input::on(const KeyPressed& event, Items& items, const Frame& frame) {
    if (const auto move = focus_move(event.key)) {
        items.move_focus(*move);
        typing_ = false;
        return;
    }
    if (event.key == Key::backspace) {
        ++typed_.erased;
    } else if (event.repeated) {
        return;
    } else if (const char shortcut = shortcut_of(event.key); shortcut != 0) {
        typed_.shortcut = shortcut;
    } else if (event.key == Key::space && takes_spaces_) {
        return;
    } else if (event.key == Key::enter && holds_text_ && (typing_ || !items.shows_focus())) {
        typed_.enter = true;
        typing_ = false;
    } else {
        items.press_focused();
    }
    frame();
}

void Input::on(const TextTyped& event, Items&, const Frame& frame) {
    typed_.text += event.text;
    typing_ = true;
    frame();
}

void Input::on(const PointerLost&, Items&, const Frame& frame) {
    finger_.reset();
    edge(nowhere, false, frame);
}

}  // namespace placet::terminal
