// Hexadecimal, base64 and UTF-8: one spelling each, and two readers of UTF-8 that agree.
#include "crypto/hash.h"
#include "crypto/text_rules.h"
#include "ledger/canonical.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace placet::fuzz {

bool hold(std::string_view input) {
    if (const auto bytes = from_hex(input)) require(hex(*bytes) == input, "one hexadecimal");
    if (const auto bytes = from_base64(input)) require(base64(*bytes) == input, "one base64");
    if (const auto hash = hash_from_hex(input)) require(hex(*hash) == input, "one hash in digits");
    if (const auto hash = hash_from_base64(input))
        require(base64(*hash) == input, "one hash in base64");

    const bool utf8 = is_well_formed_utf8(input);
    const bool controls = std::ranges::any_of(
        input, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
    require(ledger::is_plain_text(input) == (utf8 && !controls), "the readers of UTF-8 agree");
    if (utf8 && has_white_space(input)) require(!input.empty(), "nothing holds no white space");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return dice.one_in(4) ? mutated_lines(input, other, ' ', dice) : mutated_field(input, dice, {});
}

}  // namespace placet::fuzz
