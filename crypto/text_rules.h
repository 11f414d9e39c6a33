// text_rules.h: which texts may stand in signed notes (C2SP signed-note 1.0.0), and how C2SP
// spells numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace placet {

/// No overlong forms, no surrogates, nothing beyond U+10FFFF (Unicode 15, table 3-7).
bool is_well_formed_utf8(std::string_view text);

/// Any character of Unicode's White_Space property. Requires well-formed UTF-8.
bool has_white_space(std::string_view text);

/// Any byte below 0x20.
bool has_control_character(std::string_view text);

/// Decimal, without sign and leading zero, below 2^63; nothing for any other text.
std::optional<std::uint64_t> parse_decimal(std::string_view text);

}  // namespace placet
