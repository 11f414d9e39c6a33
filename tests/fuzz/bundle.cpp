// Bundles of entries: the number of entries in decimal, LF, then the bundle. What is accepted is
// written again as it was, and holds so many entries.
#include "crypto/tile.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <charconv>

namespace placet::fuzz {

namespace {

struct Input {
    int width = 0;
    std::string bundle = {};
};

Input taken_apart(std::string_view input) {
    Input parts;
    const auto end = std::min(input.find('\n'), input.size());
    std::from_chars(input.data(), input.data() + end, parts.width);
    parts.bundle = input.substr(std::min(end + 1, input.size()));
    return parts;
}

}  // namespace

bool hold(std::string_view input) {
    const auto [width, bundle] = taken_apart(input);
    const auto entries = split_bundle(bytes_of(bundle), width);
    if (!entries) return false;
    require(entries->size() == static_cast<std::size_t>(width),
            "so many entries as were asked for");
    Bytes again;
    for (const auto entry : *entries) append_to_bundle(again, entry);
    require(text_of(again) == bundle, "a bundle is its entries");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    auto parts = taken_apart(input);
    const auto entries = split_bundle(bytes_of(parts.bundle), parts.width);
    const auto other_parts = taken_apart(other);
    if (!entries || dice.one_in(4))
        return std::to_string(parts.width + static_cast<int>(dice.below(3)) - 1) + '\n' +
               mutated_bytes(parts.bundle);
    std::vector<std::string> texts;
    for (const auto entry : *entries) texts.push_back(text_of(entry));
    if (texts.empty() || dice.one_in(2))
        texts.push_back(other_parts.bundle.substr(0, bundled_entry_limit));
    else
        dice.pick(texts) = mutated_bytes(dice.pick(texts)).substr(0, bundled_entry_limit);
    Bytes again;
    for (const auto& text : texts) append_to_bundle(again, bytes_of(text));
    return std::to_string(texts.size()) + '\n' + text_of(again);
}

}  // namespace placet::fuzz
