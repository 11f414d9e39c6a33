// code_points.h: UTF-8 as code points, and the marks that keep codes whole in Arabic. Pure.
#pragma once

#include <string>
#include <string_view>

namespace placet::terminal {

/// What is not UTF-8 becomes U+FFFD, byte by byte.
std::u32string decode_utf8(std::string_view text);
std::string encode_utf8(std::u32string_view text);

/// A code such as a document symbol, kept from left to right whatever stands around it:
/// U+2066 … U+2069 (UAX #9).
std::string isolated_code(std::string_view code);
/// A name or other text that keeps its own direction: U+2068 … U+2069.
std::string isolated_text(std::string_view text);

/// True for Arabic, the one official language that is.
bool reads_right_to_left(std::string_view language);

}  // namespace placet::terminal
