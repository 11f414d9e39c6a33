// items.h: everything on the screen that can be pressed or told apart, in the order of the screen.
//
// ImGui decides what is pressed; this list serves focus by keyboard, tests, and later speech. Ids
// such as "vote.yes" do not depend on the language and are a promise to all three.
#pragma once

#include "terminal/layout.h"

#include <optional>
#include <string>
#include <vector>

namespace placet::terminal {

enum class ItemRole { button, radio, toggle, field, table };

struct Item {
    std::string id = {};
    ItemRole role = ItemRole::button;
    std::string label = {};
    std::string subject = {};  // Canvas::set_subject
    Box box = {};              // pixels
    bool enabled = true;
    bool focused = false;
    bool on = false;
    std::string reason = {};  // why it is not enabled, where that stands on the item itself
};

/// Where the focus is asked to go. Arrows mean what the eye sees, so that Arabic needs no rule.
enum class FocusMove { next, previous, left, right, up, down };

class Items {
public:
    /// The frame that was drawn becomes the one that is seen; a new, empty one begins.
    void begin_frame();
    /// Adds to the frame being drawn. Ids must differ within a frame.
    void add(Item item);
    /// Ends the frame: `seen` is what has just been drawn.
    void end_frame();

    /// The last frame stands on the screen now, and a person can answer to it.
    void set_shown() { shown_items_ = seen_; }
    /// True if the item that is added next stood there, enabled and about the same subject, where
    /// a person could see it. A touch or a key that waited behind a slow frame was meant for the
    /// screen before: it presses nothing new.
    bool was_shown(const std::string& id, const std::string& subject, const Box& box) const;

    /// What the last finished frame has.
    const std::vector<Item>& seen() const { return seen_; }
    const Item* find(const std::string& id) const;

    /// Moves the focus among the enabled items of the last frame and shows it from now on.
    /// An arrow with nothing in its direction leaves it where it is.
    void move_focus(FocusMove move);
    /// The focused item is pressed when the next frame draws it; if the ring is not shown, the
    /// ring is shown and nothing is pressed.
    void press_focused();
    /// Touch and mouse hide the ring until a key is used again.
    void hide_focus() { ring_ = false; }

    const std::string& focus() const { return focus_; }
    bool shows_focus() const { return ring_; }
    bool shows_focus(const std::string& id) const { return ring_ && focus_ == id; }
    void set_focus(std::string id) { focus_ = std::move(id); }
    /// True once after press_focused, for the item that has the focus.
    bool take_press(const std::string& id);

    /// {"items":[{"id":…,"role":…,"label":…,"rect":[x,y,w,h],"enabled":…,"focused":…,"on":…}]}
    /// of the last frame, in one line.
    std::string json() const;

private:
    std::vector<Item> drawn_, seen_, shown_items_;
    std::string focus_;
    bool ring_ = false, press_ = false;
};

}  // namespace placet::terminal
