// theme.h: colours and sizes. Each colour has a role; screens name roles, never values.
//
// Checked by test: text at least 4.5:1 on what it stands on, outlines 3:1 (WCAG 2.2, 1.4.3 and
// 1.4.11), and Yes, No and Abstain apart for every kind of colour vision.
#pragma once

#include <cstdint>

namespace placet::terminal {

/// Red in the lowest byte, then green, blue and opacity, as ImGui packs them.
using Color = std::uint32_t;

/// From the customary 0xRRGGBB.
constexpr Color rgb(std::uint32_t hex, std::uint32_t opacity = 255) {
    return (hex >> 16 & 255) | (hex >> 8 & 255) << 8 | (hex & 255) << 16 | opacity << 24;
}
/// The same colour with a part of its opacity, 0 to 1.
constexpr Color faded(Color color, float part) {
    return (color & 0x00FFFFFF) | static_cast<Color>(static_cast<float>(color >> 24) * part + 0.5F)
                                      << 24;
}
/// From a (0) to b (1).
Color mixed(Color a, Color b, float part);

/// A colour that means something, and what may stand with it.
struct Tone {
    Color solid = 0;     // fill of what is chosen, signs
    Color on_solid = 0;  // text and signs on solid
    Color tint = 0;      // a faint fill
    Color ink = 0;       // text on tint
    Color line = 0;      // an outline on surface
};

struct Theme {
    const char* name = "";
    bool outlined = false;  // cards have an outline instead of a shadow
    Color background = 0, surface = 0, surface2 = 0, border = 0;
    Color ink = 0, ink2 = 0, ink3 = 0;
    Color accent = 0, on_accent = 0;  // dark theme: accent for graphics and large text only
    Color focus = 0, shadow = 0;
    Tone yes = {}, no = {}, abstain = {};
    // "No" is an answer and not a fault, so danger has a red of its own.
    Tone success = {}, warning = {}, danger = {};
};

const Theme& light_theme();          // kiosk, desk, podium
const Theme& dark_theme();           // hall
const Theme& high_contrast_theme();  // on demand of the person

enum class Weight { regular, bold };

/// Size in dp of the em, as FreeType and CSS count it.
struct TextStyle {
    float size = 0;
    Weight weight = Weight::regular;
};

namespace type {
inline constexpr TextStyle vote_label{68, Weight::bold};
inline constexpr TextStyle tally{66, Weight::bold};
inline constexpr TextStyle timer{50, Weight::bold};
inline constexpr TextStyle title{40, Weight::bold};
inline constexpr float title_line = 52;
inline constexpr TextStyle heading{32, Weight::bold};
inline constexpr float heading_line = 44;
inline constexpr TextStyle large{27, Weight::regular};
inline constexpr TextStyle reference{24, Weight::regular};
inline constexpr TextStyle body{22, Weight::regular};
inline constexpr float body_line = 34;
inline constexpr TextStyle strong{22, Weight::bold};
inline constexpr TextStyle caption{20, Weight::regular};
inline constexpr TextStyle cell{18, Weight::regular};
}  // namespace type

namespace size {
inline constexpr float card_radius = 20;
inline constexpr float tile_radius = 28;
inline constexpr float control_radius = 16;
inline constexpr float cell_radius = 7;
inline constexpr float target = 56;  // no touch target is smaller
inline constexpr float button = 72;
inline constexpr float chip = 46;
inline constexpr float shadow_spread = 32;
inline constexpr float focus_ring = 5;
inline constexpr float focus_gap = 7;
}  // namespace size

}  // namespace placet::terminal
