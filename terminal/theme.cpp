#include "terminal/theme.h"

#include <initializer_list>

namespace placet::terminal {

Color mixed(Color a, Color b, float part) {
    Color result = 0;
    for (const int shift : {0, 8, 16, 24}) {
        const auto from = static_cast<float>(a >> shift & 255);
        const auto to = static_cast<float>(b >> shift & 255);
        result |= static_cast<Color>(from + (to - from) * part + 0.5F) << shift;
    }
    return result;
}

const Theme& light_theme() {
    static constexpr Theme theme{
        .name = "light",
        .background = rgb(0xEEF2F7),
        .surface = rgb(0xFFFFFF),
        .surface2 = rgb(0xF6F8FB),
        .border = rgb(0xD3DBE6),
        .ink = rgb(0x10243A),
        .ink2 = rgb(0x4A5D73),
        .ink3 = rgb(0x5A6B7F),
        .accent = rgb(0x0077B6),
        .on_accent = rgb(0xFFFFFF),
        .focus = rgb(0x0B3C8C),
        .shadow = rgb(0x0B2239),
        // Green leans to teal: plain green and red are one colour to one man in twelve.
        .yes = {rgb(0x00756B), rgb(0xFFFFFF), rgb(0xE0F3F0), rgb(0x005F57), rgb(0x00756B)},
        .no = {rgb(0xC8301C), rgb(0xFFFFFF), rgb(0xFCE9E5), rgb(0xA62816), rgb(0xC8301C)},
        .abstain = {rgb(0xF2B01E), rgb(0x2B1D00), rgb(0xFEF5DC), rgb(0x7A5200), rgb(0xB27800)},
        .success = {rgb(0x1B6E3C), rgb(0xFFFFFF), rgb(0xE3F4E8), rgb(0x14572F), rgb(0x1B6E3C)},
        .warning = {rgb(0x8F5A00), rgb(0xFFFFFF), rgb(0xFFF4DA), rgb(0x6B4300), rgb(0x8F5A00)},
        .danger = {rgb(0x9B1C3C), rgb(0xFFFFFF), rgb(0xFBE9EE), rgb(0x7E1530), rgb(0x9B1C3C)}};
    return theme;
}

const Theme& dark_theme() {
    static constexpr Theme theme{
        .name = "dark",
        .background = rgb(0x081726),
        .surface = rgb(0x102840),
        .surface2 = rgb(0x16334F),
        .border = rgb(0x24425F),
        .ink = rgb(0xF2F6FA),
        .ink2 = rgb(0xA9BBCD),
        .ink3 = rgb(0x8CA0B4),
        .accent = rgb(0x009EDB),
        .on_accent = rgb(0x04121F),
        .focus = rgb(0x7FD4FF),
        .shadow = rgb(0x000000),
        .yes = {rgb(0x0F9F8F), rgb(0xFFFFFF), rgb(0x0A5C66), rgb(0x7CEBDC), rgb(0x0F9F8F)},
        .no = {rgb(0xD8432E), rgb(0xFFFFFF), rgb(0x641A1A), rgb(0xFF9382), rgb(0xE5604D)},
        .abstain = {rgb(0xF2B01E), rgb(0x2B1D00), rgb(0x6B5510), rgb(0xFFD469), rgb(0xF2B01E)},
        .success = {rgb(0x46B36F), rgb(0x04121F), rgb(0x123D2A), rgb(0x8CE0AB), rgb(0x46B36F)},
        .warning = {rgb(0xE0A030), rgb(0x2B1D00), rgb(0x4A3710), rgb(0xFFD78A), rgb(0xE0A030)},
        .danger = {rgb(0xF0708F), rgb(0x2A0410), rgb(0x54172A), rgb(0xFFB3C4), rgb(0xF0708F)}};
    return theme;
}

const Theme& high_contrast_theme() {
    static constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF);
    static constexpr Theme theme{
        .name = "high contrast",
        .outlined = true,
        .background = black,
        .surface = black,
        .surface2 = black,
        .border = white,
        .ink = white,
        .ink2 = white,
        .ink3 = white,
        .accent = white,
        .on_accent = black,
        .focus = rgb(0xFFE600),
        .shadow = black,
        .yes = {rgb(0x35F0D8), black, black, rgb(0x35F0D8), rgb(0x35F0D8)},
        .no = {rgb(0xFF8A73), black, black, rgb(0xFF8A73), rgb(0xFF8A73)},
        .abstain = {rgb(0xFFD23D), black, black, rgb(0xFFD23D), rgb(0xFFD23D)},
        .success = {rgb(0x7CFFA8), black, black, rgb(0x7CFFA8), rgb(0x7CFFA8)},
        .warning = {rgb(0xFFD23D), black, black, rgb(0xFFD23D), rgb(0xFFD23D)},
        .danger = {rgb(0xFF9DB3), black, black, rgb(0xFF9DB3), rgb(0xFF9DB3)}};
    return theme;
}

}  // namespace placet::terminal
