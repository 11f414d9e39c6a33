// What of a canvas can be pressed and typed into.
#include "terminal/canvas.h"

#define IMGUI_DEFINE_MATH_OPERATORS
#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace placet::terminal {

Press Canvas::item(const ItemSpec& spec, const R& r) {
    const Box box = layout().box(r);
    const std::string id(spec.id);
    const bool enabled = spec.enabled && !behind_;
    Press press;
    if (enabled) {
        if (parts_.items.was_shown(id, box)) {
            const ImRect area(box.x0, box.y0, box.x1, box.y1);
            const ImGuiID number = ImGui::GetID(id.c_str());
            ImGui::ItemAdd(area, number);
            // On release, and only where it was pressed: a finger that slides off has not chosen.
            press.pressed = ImGui::ButtonBehavior(area, number, &press.hovered, &press.held,
                                                  ImGuiButtonFlags_PressedOnClickRelease);
        }
        if (parts_.items.take_press(id) || take_shortcut(spec.shortcut)) press.pressed = true;
        if (press.pressed) parts_.items.set_focus(id);
        press.focused = parts_.items.shows_focus(id);
    }
    parts_.items.add({.id = id,
                      .role = spec.role,
                      .label = std::string(spec.label),
                      .box = box,
                      .enabled = enabled,
                      .focused = press.focused,
                      .on = spec.on});
    return press;
}

bool Canvas::take_shortcut(char shortcut) {
    Typed& typed = parts_.typed;
    if (shortcut == escape_key) return std::exchange(typed.escape, false);
    if (shortcut == 0 || typed.for_listener) return false;
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
    for (; typed.erased > 0 && !content.empty(); --typed.erased) content.pop_back();
    for (const char c : std::exchange(typed.text, {})) {
        const bool wanted = accept == Accept::digits ? c >= '0' && c <= '9' : c > ' ' && c <= '~';
        if (wanted && content.size() < most) content += c;
    }
    typed.listening = true;
    typed.holds_text = !content.empty();
    return std::exchange(typed.enter, false) && !content.empty();
}

}  // namespace placet::terminal
