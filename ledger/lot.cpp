#include "ledger/lot.h"

#include "crypto/sodium.h"
#include "ledger/procedure/roll_call.h"

#include <fmt/format.h>
#include <array>

namespace placet::ledger {

std::string random_nonce() {
    std::array<Byte, 32> bytes = {};
    fill_random(bytes);
    return hex(BytesView{bytes});
}

Hash lot_commitment(std::string_view nonce) {
    // 64 hex digits are read as 32 bytes, which is what a hash is made of too.
    const auto bytes = hash_from_hex(nonce);
    return bytes ? sha256(bytes->bytes) : Hash{};
}

std::size_t drawn_place(std::string_view nonce, std::int64_t number, std::size_t count) {
    constexpr std::size_t digits = 15;  // 60 bits: what a shell can count with
    const auto digest =
        hex(sha256(bytes_of(fmt::format("placet/lot/v1\n{}\n{}\n", nonce, number))));
    return static_cast<std::size_t>(std::stoull(digest.substr(0, digits), nullptr, 16) % count);
}

bool lot_follows(const Conference& conference, const LotDrawn& drawn) {
    if (drawn.way == LotWay::by_hand) return true;
    if (lot_commitment(drawn.nonce) != conference.run->lot_commitment->commitment) return false;
    const auto among = may_be_called(conference);
    return among[drawn_place(drawn.nonce, drawn.number, among.size())] == drawn.first;
}

}  // namespace placet::ledger
