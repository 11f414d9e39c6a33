#include "crypto/text_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace placet {
namespace {

struct CodePoint {
    std::uint32_t value;
    std::size_t length;
};

/// Of two bytes or more.
std::optional<CodePoint> first_beyond_ascii(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = at(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return std::nullopt;
    std::uint32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0U) != 0x80U) return std::nullopt;
        value = value << 6U | (at(i) & 0x3FU);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    return CodePoint{value, length};
}

/// Nearly all that is read here is ASCII: that must not cost a call.
inline std::optional<CodePoint> first_code_point(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    return lead < 0x80 ? CodePoint{lead, 1} : first_beyond_ascii(text);
}

bool is_white_space(std::uint32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

}  // namespace

bool is_well_formed_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto c = first_code_point(text);
        if (!c) return false;
        text.remove_prefix(c->length);
    }
    return true;
}

bool has_white_space(std::string_view text) {
    while (!text.empty()) {
        const auto c = first_code_point(text);
        if (!c || is_white_space(c->value)) return true;
        text.remove_prefix(c->length);
    }
    return false;
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
    if (text.empty() || text.size() > 19 || (text[0] == '0' && text.size() > 1))
        return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (value >> 63U != 0) return std::nullopt;
    return value;
}

}  // namespace placet
