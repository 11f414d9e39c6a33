#include "crypto/bytes.h"

#include <sodium.h>

namespace placet {
namespace {

/// Six bits for each character of the alphabet, -1 for every other.
constexpr std::array<std::int8_t, 256> base64_values = [] {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::int8_t, 256> values = {};
    values.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}();

}  // namespace

BytesView bytes_of(std::string_view text) {
    return {reinterpret_cast<const Byte*>(text.data()), text.size()};
}

std::string text_of(BytesView bytes) { return {bytes.begin(), bytes.end()}; }

std::string hex(BytesView bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

Result<Bytes> from_hex(std::string_view text) {
    Bytes bytes(text.size() / 2 + 1);  // never empty: libsodium takes no null pointer
    std::size_t size = 0;
    const bool read = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr,
                                     &size, nullptr) == 0;
    bytes.resize(read ? size : 0);
    // libsodium also reads capitals; printing again leaves one spelling.
    if (!read || hex(bytes) != text) return Error{Fault::malformed, "not lowercase hexadecimal"};
    return bytes;
}

std::string base64(BytesView bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the terminator that libsodium writes
    return text;
}

// Not libsodium's, which takes as long for every character, as secrets need it: what is read here
// is public or encrypted, and a ledger has a signature in every entry.
Result<Bytes> from_base64(std::string_view text) {
    const Error malformed{Fault::malformed, "not strict base64"};
    if (text.size() % 4 != 0) return malformed;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < text.size() - padding; ++i) {
        const auto value = base64_values[static_cast<unsigned char>(text[i])];
        if (value < 0) return malformed;
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        if (i % 4 != 0) bytes.push_back(static_cast<Byte>(bits >> (6 - 2 * (i % 4))));
    }
    const auto unused = 2 * padding;  // bits of the last character that are of no byte
    if ((bits & ((1U << unused) - 1)) != 0) return malformed;
    return bytes;
}

void append_u32(Bytes& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<Byte>(value >> shift));
}

void append_u64(Bytes& to, std::uint64_t value) {
    append_u32(to, static_cast<std::uint32_t>(value >> 32));
    append_u32(to, static_cast<std::uint32_t>(value));
}

}  // namespace placet
