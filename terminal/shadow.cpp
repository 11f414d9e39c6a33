#include "terminal/shadow.h"

#include "terminal/theme.h"

#include <algorithm>
#include <cmath>

namespace placet::terminal {

namespace {

// How much of a pixel of a rounded square of `side` pixels, `border` from the edge, is covered.
std::vector<float> rounded_square(int side, int border, int radius) {
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const auto from_core = [&](int at) {
        const float middle = static_cast<float>(at) + 0.5F;
        const auto low = static_cast<float>(border + radius);
        const auto high = static_cast<float>(side - border - radius);
        return std::max({low - middle, middle - high, 0.0F});
    };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            result.push_back(std::clamp(
                static_cast<float>(radius) + 0.5F - std::hypot(from_core(x), from_core(y)), 0.0F,
                1.0F));
    return result;
}

// Blurs every row and turns the picture on its side: twice, and it is blurred both ways.
std::vector<float> blurred_and_turned(const std::vector<float>& picture, int side,
                                      const std::vector<float>& weights) {
    const int reach = static_cast<int>(weights.size()) / 2;
    std::vector<float> result(picture.size());
    const auto at = [&](int x, int y) { return static_cast<std::size_t>(y * side + x); };
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            float sum = 0;
            for (int i = std::max(-reach, -x); i <= std::min(reach, side - 1 - x); ++i)
                sum += weights[static_cast<std::size_t>(i + reach)] * picture[at(x + i, y)];
            result[at(y, x)] = sum;
        }
    }
    return result;
}

std::vector<float> gauss(int reach, float sigma) {
    std::vector<float> result;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        result.push_back(std::exp(-static_cast<float>(i * i) / (2 * sigma * sigma)));
        sum += result.back();
    }
    for (float& weight : result) weight /= sum;
    return result;
}

}  // namespace

const ShadowPatch& Shadow::at(float scale, GlyphAtlas& atlas) {
    if (scale == scale_ && generation_ == atlas.generation()) return shadow_;
    const int spread = std::max(2, static_cast<int>(std::lround(size::shadow_spread * scale)));
    const int radius = std::max(1, static_cast<int>(std::lround(size::card_radius * scale)));
    const int border = spread + radius, side = 2 * border + 2;
    const auto weights = gauss(spread - 1, static_cast<float>(spread) / 2.6F);
    const auto once = blurred_and_turned(rounded_square(side, spread, radius), side, weights);
    std::vector<std::uint8_t> coverage;
    for (const float part : blurred_and_turned(once, side, weights))
        coverage.push_back(static_cast<std::uint8_t>(part * 255 + 0.5F));
    scale_ = scale;
    generation_ = atlas.generation();
    shadow_ = {atlas.add(side, side, coverage.data()).value_or(Patch{}), border};
    return shadow_;
}

}  // namespace placet::terminal
