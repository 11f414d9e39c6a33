// color_vision.h: how colours look to people, for tests of the theme.
//
// Contrast as in WCAG 2.2; protan, deutan and tritan vision after Machado, Oliveira and Fernandes
// (2009) at full severity; distance as CIE 1976 dE in Lab under D65.
#pragma once

#include "terminal/theme.h"

#include <array>
#include <cmath>

namespace placet::tests {

using Channels = std::array<double, 3>;
using Vision = std::array<Channels, 3>;  // a matrix over linear red, green, blue

inline constexpr Vision normal_vision{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
inline constexpr Vision protan_vision{{{0.152286, 1.052583, -0.204868},
                                       {0.114503, 0.786281, 0.099216},
                                       {-0.003882, -0.048116, 1.051998}}};
inline constexpr Vision deutan_vision{{{0.367322, 0.860646, -0.227968},
                                       {0.280085, 0.672501, 0.047413},
                                       {-0.011820, 0.042940, 0.968881}}};
inline constexpr Vision tritan_vision{{{1.255528, -0.076749, -0.178779},
                                       {-0.078411, 0.930809, 0.147602},
                                       {0.004733, 0.691367, 0.303900}}};

inline Channels linear(terminal::Color color) {
    Channels result{};
    for (unsigned n = 0; n < 3; ++n) {
        const double c = static_cast<double>(color >> (8 * n) & 255) / 255;
        result[n] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    return result;
}

inline double contrast(terminal::Color a, terminal::Color b) {
    const auto luminance = [](terminal::Color color) {
        const auto [red, green, blue] = linear(color);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

inline Channels lab(terminal::Color color, const Vision& vision) {
    const Channels from = linear(color);
    Channels seen{};
    for (unsigned i = 0; i < 3; ++i) {
        for (unsigned j = 0; j < 3; ++j) seen[i] += vision[i][j] * from[j];
        seen[i] = std::min(1.0, std::max(0.0, seen[i]));
    }
    const auto f = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const auto [r, g, b] = seen;
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double distance(terminal::Color a, terminal::Color b, const Vision& vision) {
    const Channels one = lab(a, vision), other = lab(b, vision);
    return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

}  // namespace placet::tests
