#include "terminal/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace placet::terminal {

namespace {

const char* name_of(ItemRole role) {
    switch (role) {
        case ItemRole::button:
            return "button";
        case ItemRole::radio:
            return "radio";
        case ItemRole::toggle:
            return "toggle";
        case ItemRole::field:
            return "field";
        case ItemRole::table:
            return "table";
    }
    return "";
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') result += '\\';
        if (byte < 0x20)
            result += fmt::format("\\u{:04x}", byte);
        else
            result += c;
    }
    return result + '"';
}

// How far an item lies in a direction: straight ahead counts once, aside twice. Nothing if it is
// not in that direction at all.
std::optional<float> distance(const Box& from, const Box& to, FocusMove move) {
    const Point a = from.middle(), b = to.middle();
    const float dx = b.x - a.x, dy = b.y - a.y;
    const float ahead = move == FocusMove::left    ? -dx
                        : move == FocusMove::right ? dx
                        : move == FocusMove::up    ? -dy
                                                   : dy;
    const bool sideways = move == FocusMove::left || move == FocusMove::right;
    const float aside = std::abs(sideways ? dy : dx);
    const float reach =
        sideways ? (from.width() + to.width()) / 4 : (from.height() + to.height()) / 4;
    if (ahead < reach) return std::nullopt;
    return ahead + 2 * aside;
}

}  // namespace

void Items::begin_frame() { drawn_.clear(); }

void Items::add(Item item) {
    assert(std::none_of(drawn_.begin(), drawn_.end(),
                        [&](const Item& other) { return other.id == item.id; }));
    drawn_.push_back(std::move(item));
}

void Items::end_frame() {
    seen_ = drawn_;
    press_ = false;
}

bool Items::was_shown(const std::string& id, const std::string& subject, const Box& box) const {
    const auto here = [&](const Item& item) {
        return item.enabled && item.id == id && item.subject == subject && item.box.overlaps(box);
    };
    // Mostly the screen is as it was, and so is the place in the list.
    const std::size_t n = drawn_.size();
    if (n < shown_items_.size() && here(shown_items_[n])) return true;
    return std::any_of(shown_items_.begin(), shown_items_.end(), here);
}

const Item* Items::find(const std::string& id) const {
    const auto found =
        std::find_if(seen_.begin(), seen_.end(), [&](const Item& item) { return item.id == id; });
    return found == seen_.end() ? nullptr : &*found;
}

void Items::move_focus(FocusMove move) {
    std::vector<const Item*> enabled;
    for (const Item& item : seen_)
        if (item.enabled) enabled.push_back(&item);
    if (enabled.empty()) return;
    ring_ = true;
    const auto at = std::find_if(enabled.begin(), enabled.end(),
                                 [&](const Item* item) { return item->id == focus_; });
    if (at == enabled.end()) {
        focus_ = move == FocusMove::previous ? enabled.back()->id : enabled.front()->id;
        return;
    }
    if (move == FocusMove::next) {
        focus_ = (at + 1 == enabled.end() ? enabled.front() : *(at + 1))->id;
    } else if (move == FocusMove::previous) {
        focus_ = (at == enabled.begin() ? enabled.back() : *(at - 1))->id;
    } else {
        std::optional<float> nearest;
        const Box from = (*at)->box;
        for (const Item* item : enabled) {
            const auto far = distance(from, item->box, move);
            if (!far || (nearest && *far >= *nearest)) continue;
            nearest = far;
            focus_ = item->id;
        }
    }
}

void Items::press_focused() {
    // A stray Enter, as scanners send it, never presses what nobody sees to have the focus.
    press_ = ring_;
    ring_ = true;
}

bool Items::take_press(const std::string& id) {
    if (!press_ || id != focus_) return false;
    press_ = false;
    return true;
}

std::string Items::json() const {
    std::string result = "{\"items\":[";
    for (const Item& item : seen_) {
        if (result.back() == '}') result += ',';
        result += fmt::format(R"({{"id":{},"role":"{}","label":{},"rect":[{},{},{},{}],)",
                              quoted(item.id), name_of(item.role), quoted(item.label), item.box.x0,
                              item.box.y0, item.box.width(), item.box.height());
        result += fmt::format(R"("enabled":{},"focused":{},"on":{}}})", item.enabled, item.focused,
                              item.on);
    }
    return result + "]}";
}

}  // namespace placet::terminal
