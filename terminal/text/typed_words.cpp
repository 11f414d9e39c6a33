#include "terminal/text/typed_words.h"

#include "terminal/text/code_points.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace placet::terminal {

namespace {

constexpr char32_t not_a_character = 0xFFFD;

utf8proc_category_t category_of(char32_t character) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(character));
}

bool is_mark(char32_t character) {
    const auto category = category_of(character);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

bool is_space(char32_t character) { return category_of(character) == UTF8PROC_CATEGORY_ZS; }

/// Seen, and no control of anything: neither unassigned nor for private use.
bool is_visible(char32_t character) {
    const auto category = category_of(character);
    const bool written = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_SO;
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(character));
    return written && property->ignorable == 0 && character != not_a_character;
}

std::size_t width_of(char32_t character) {
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(character)) == 2 ? 2 : 1;
}

std::string in_nfc(const std::string& text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &composed,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(composed, &std::free);
    if (length < 0) return {};
    return {reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(length)};
}

}  // namespace

std::string with_typed(std::string_view words, std::string_view typed, std::size_t most,
                       const CanShow& can_show) {
    auto all = decode_utf8(words);
    for (const char32_t character : decode_utf8(typed)) {
        const bool after_word = !all.empty() && all.back() != U' ';
        if (is_space(character) && after_word)
            all.push_back(U' ');
        else if (is_visible(character) && (after_word || !is_mark(character)) &&
                 can_show(character))
            all.push_back(character);
    }
    all = decode_utf8(in_nfc(encode_utf8(all)));
    std::size_t width = 0, taken = 0;
    while (taken < all.size() && width + width_of(all[taken]) <= most)
        width += width_of(all[taken++]);
    return encode_utf8(std::u32string_view(all).substr(0, taken));
}

std::string without_last(std::string_view words) {
    auto all = decode_utf8(words);
    if (!all.empty()) all.pop_back();
    return encode_utf8(all);
}

}  // namespace placet::terminal
