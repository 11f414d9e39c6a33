#include "terminal/text/text_layer.h"

#include "terminal/text/code_points.h"
#include "terminal/text/line_breaks.h"

#include <algorithm>
#include <cmath>

namespace placet::terminal {

namespace {

// Many times what one screen shows; a kiosk that runs all day must not grow.
constexpr std::size_t most_kept = 4000;
// A flush between two languages costs one frame; in the middle of a vote it would cost two.
constexpr float crowded = 0.7F;

constexpr std::string_view ellipsis = "…";

}  // namespace

std::size_t TextKeyHash::operator()(const TextKey& key) const {
    const auto words = std::hash<std::string>()(key.words);
    const auto shape = static_cast<std::size_t>(key.size_px) << 16 |
                       static_cast<std::size_t>(key.width_px) << 1 |
                       static_cast<std::size_t>(key.weight);
    return words ^ shape * 0x9E3779B97F4A7C15U;
}

void TextLayer::begin_frame(std::string_view language) {
    const bool other = language != language_;
    language_ = language;
    if (other || fitted_.size() > most_kept) fitted_.clear();
    if (other || lines_.size() > most_kept) lines_.clear();
    if (other && atlas_.used() > crowded) atlas_.flush();
}

ShapedLine TextLayer::shape(std::string_view words, int size_px, Weight weight) const {
    return shape_line(fonts_, words, size_px, weight, language_);
}

const FittedLine& TextLayer::fit(const TextKey& key) {
    const auto known = fitted_.find(key);
    if (known != fitted_.end()) return known->second;

    FittedLine result{.line = shape(key.words, key.size_px, key.weight)};
    const auto limit = static_cast<float>(key.width_px);
    const auto too_wide = [&] { return key.width_px > 0 && result.line.width_px > limit; };
    if (too_wide()) {
        const float size = static_cast<float>(key.size_px);
        const float part = std::max(least, limit / result.line.width_px);
        int shrunk = std::max(1, static_cast<int>(std::ceil(size * part)));
        const int smallest = std::max(1, static_cast<int>(std::ceil(size * least)));
        result.line = shape(key.words, shrunk, key.weight);
        while (too_wide() && shrunk > smallest)
            result.line = shape(key.words, --shrunk, key.weight);
    }
    if (too_wide()) {
        result.cut = true;
        const int size_px = result.line.size_px;
        const std::u32string all = decode_utf8(key.words);
        // The longest beginning that fits with its ellipsis, found by halving.
        std::size_t fits = 0, wide = all.size();
        const auto beginning = [&](std::size_t length) {
            auto words = encode_utf8(std::u32string_view(all).substr(0, length));
            return shape(words.append(ellipsis), size_px, key.weight);
        };
        while (fits + 1 < wide) {
            const std::size_t middle = (fits + wide) / 2;
            (beginning(middle).width_px <= limit ? fits : wide) = middle;
        }
        result.line = beginning(fits);
    }
    return fitted_.emplace(key, std::move(result)).first->second;
}

const std::vector<std::string>& TextLayer::lines(const TextKey& key) {
    const auto known = lines_.find(key);
    if (known != lines_.end()) return known->second;
    auto broken = balanced_lines(
        key.words, static_cast<float>(key.width_px),
        [&](std::string_view words) { return shape(words, key.size_px, key.weight).width_px; });
    return lines_.emplace(key, std::move(broken)).first->second;
}

bool TextLayer::covers(char32_t character) const {
    constexpr std::array<Family, families> all = {Family::latin, Family::arabic, Family::chinese};
    const auto in = [&](Weight weight) {
        return std::ranges::any_of(
            all, [&](Family family) { return fonts_.covers(face_id(family, weight), character); });
    };
    return in(Weight::regular) && in(Weight::bold);
}

const GlyphImage* TextLayer::glyph(const PlacedGlyph& placed, int size_px, int phase) {
    if (generation_ != atlas_.generation()) {
        glyphs_.clear();
        generation_ = atlas_.generation();
    }
    const auto key = static_cast<std::uint64_t>(placed.face) << 56 |
                     static_cast<std::uint64_t>(size_px) << 36 |
                     static_cast<std::uint64_t>(phase) << 32 | placed.glyph;
    const auto known = glyphs_.find(key);
    if (known != glyphs_.end()) return &known->second;

    const GlyphBitmap bitmap = fonts_.rasterise(placed.face, placed.glyph, size_px, phase);
    GlyphImage image{.left = bitmap.left, .top = bitmap.top};
    if (!bitmap.coverage.empty()) {
        const auto patch = atlas_.add(bitmap.width, bitmap.height, bitmap.coverage.data());
        if (!patch) return nullptr;
        image.patch = *patch;
    }
    return &glyphs_.emplace(key, image).first->second;
}

}  // namespace placet::terminal
