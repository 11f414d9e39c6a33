// bytes.h: byte strings, and their strict hex and base64 spellings.
//
// Strict: one byte string has exactly one accepted spelling, so that text can be compared as text.
#pragma once

#include "crypto/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace placet {

using Byte = std::uint8_t;
using Bytes = std::vector<Byte>;
using BytesView = std::span<const Byte>;

/// The bytes of a text, without copying; valid as long as the text is.
BytesView bytes_of(std::string_view text);

/// The bytes as text, copied, whatever they hold.
std::string text_of(BytesView bytes);

/// Lowercase hexadecimal, two digits per byte.
std::string hex(BytesView bytes);

/// Fails (malformed) on anything but an even number of lowercase hexadecimal digits.
Result<Bytes> from_hex(std::string_view text);

/// Standard alphabet with padding (RFC 4648, section 4).
std::string base64(BytesView bytes);

/// Fails (malformed) on white space, missing padding, foreign characters or unused bits that are
/// not zero.
Result<Bytes> from_base64(std::string_view text);

/// Appends the number in big-endian order.
void append_u32(Bytes& to, std::uint32_t value);
void append_u64(Bytes& to, std::uint64_t value);

}  // namespace placet
