#include "crypto/bytes.h"

#include <sodium.h>

namespace placet {

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

Result<Bytes> from_base64(std::string_view text) {
    Bytes bytes(text.size() / 4 * 3 + 1);
    std::size_t size = 0;
    const bool read =
        sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
    bytes.resize(read ? size : 0);
    // libsodium is strict already; printing again keeps it so, whatever its next version does.
    if (!read || base64(bytes) != text) return Error{Fault::malformed, "not strict base64"};
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
