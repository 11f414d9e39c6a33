#include "terminal/text/code_points.h"

#include <utf8proc.h>

namespace placet::terminal {

namespace {
constexpr char32_t not_a_character = 0xFFFD;
constexpr std::string_view left_to_right_isolate = "\u2066", first_strong_isolate = "\u2068",
                           pop_isolate = "\u2069";
}  // namespace

std::u32string decode_utf8(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(
            bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        result.push_back(length > 0 ? static_cast<char32_t>(code_point) : not_a_character);
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return result;
}

std::string encode_utf8(std::u32string_view text) {
    std::string result;
    for (const char32_t code_point : text) {
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
        result.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    return result;
}

std::string isolated_code(std::string_view code) {
    return std::string(left_to_right_isolate).append(code).append(pop_isolate);
}

std::string isolated_text(std::string_view text) {
    return std::string(first_strong_isolate).append(text).append(pop_isolate);
}

bool reads_right_to_left(std::string_view language) { return language == "ar"; }

}  // namespace placet::terminal
