// What of a canvas can be pressed and typed into.
#include "terminal/canvas.h"
#include "terminal/text/text_layer.h"
#include "terminal/text/typed_words.h"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace placet::terminal {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_taken(char c, Accept accept) {
    return accept == Accept::digits ? is_digit(c) : c > ' ' && c <= '~';
}

}  // namespace

Press Canvas::item(const ItemSpec& spec, const R& r) {
    const Box box = layout().box(r);
    const std::string id(spec.id);
    const std::string meant = id + subject_;  // not the same button once it is about another thing
    const bool enabled = spec.enabled && !behind_;
    Press press;
    if (enabled) {
        const bool shown = parts_.items.was_shown(id, subject_, box);
        if (shown) {
            const ImRect area(box.x0, box.y0, box.x1, box.y1);
            const ImGuiID number = ImGui::GetID(meant.c_str());
            ImGui::ItemAdd(area, number);
            // On release, and only where it was pressed: a finger that slides off has not chosen.
            press.pressed = ImGui::ButtonBehavior(area, number, &press.hovered, &press.held,
                                                  ImGuiButtonFlags_PressedOnClickRelease);
        }
        if (shown && (parts_.items.take_press(id) || take_shortcut(spec.shortcut)))
            press.pressed = true;
        if (press.pressed) parts_.items.set_focus(id);
        press.focused = parts_.items.shows_focus(id);
    }
    parts_.items.add({.id = id,
                      .role = spec.role,
                      .label = std::string(spec.label),
                      .subject = subject_,
                      .box = box,
                      .enabled = enabled,
                      .focused = press.focused,
                      .on = spec.on,
                      .reason = std::string(spec.reason)});
    return press;
}

bool Canvas::take_shortcut(char shortcut) {
    Typed& typed = parts_.typed;
    if (shortcut == 0) return false;
    if (shortcut == typed.shortcut) {
        typed.shortcut = 0;
        return true;
    }
    if (typed.for_listener) return false;
    const auto at = typed.text.find(shortcut);
    if (at == std::string::npos) return false;
    typed.text.erase(at, 1);
    return true;
}

void Canvas::focus_ring(const R& r, float radius) {
    const float out = size::focus_gap + size::focus_ring / 2;
    outline(r.inset(-out), theme().focus, size::focus_ring, radius + out);
}

bool Canvas::listen(std::string& content, Accept accept, std::size_t most) {
    if (behind_) return false;
    Typed& typed = parts_.typed;
    const bool words = accept == Accept::words;
    for (; typed.erased > 0 && !content.empty(); --typed.erased) {
        if (words)
            content = without_last(content);
        else
            content.pop_back();
    }
    const auto text = std::exchange(typed.text, {});
    if (words && !text.empty())
        content =
            with_typed(content, text, most, [this](char32_t c) { return parts_.text.covers(c); });
    for (const char c : text)
        if (!words && is_taken(c, accept) && content.size() < most) content += c;
    typed.takes_spaces = words;
    typed.listening = true;
    typed.holds_text = !content.empty();
    return std::exchange(typed.enter, false) && !content.empty();
}

bool Canvas::listen_for_digits_or_badge(std::string& digits, std::size_t most, std::string& badge) {
    constexpr std::size_t most_of_badge = 256;
    Typed& typed = parts_.typed;
    if (badge.empty() && !behind_) {
        for (; typed.erased > 0 && !digits.empty(); --typed.erased) digits.pop_back();
        while (!typed.text.empty() && is_digit(typed.text.front())) {
            if (digits.size() < most) digits += typed.text.front();
            typed.text.erase(0, 1);
        }
    }
    return listen(badge, Accept::printable, most_of_badge);
}

}  // namespace placet::terminal
