// Badges, as scanned or typed: one that is accepted is printed again as it was.
#include "ledger/badge.h"
#include "tests/fuzz/target.h"

#include <array>

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::string_view nonce = "4f1d2c3b5a69788796a5b4c3d2e1f00f";  // of the corpus

}  // namespace

bool hold(std::string_view input) {
    const auto badge = parse_badge(input, nonce);
    if (!badge) return false;
    require(is_person_id(badge->person), "a badge names a person");
    require(format_badge(nonce, badge->person, badge->secret) == input, "a badge has one spelling");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 3> words = {"placet", nonce.substr(0, 8), "bra-1"};
    return mutated_lines(input, other, '-', dice, words);
}

}  // namespace placet::fuzz
