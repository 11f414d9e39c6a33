// The store of persons' keys: what was loaded is written again line for line, in order.
#include "ledger/badge.h"
#include "tests/fuzz/scratch.h"

#include <algorithm>

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::string_view nonce = "4f1d2c3b5a69788796a5b4c3d2e1f00f";  // of the corpus

std::vector<std::string> sorted_lines(std::string_view text) {
    auto lines = split(text, '\n');
    std::ranges::sort(lines);
    return lines;
}

}  // namespace

bool hold(std::string_view input) {
    const auto store = KeyStore::load(scratch().file("persons.keys", input), nonce);
    if (!store) return false;
    const auto again = scratch() / "again.keys";
    std::filesystem::remove(again);
    require(static_cast<bool>(store->write_new(again)), "a store can be written");
    require(sorted_lines(content_of(again)) == sorted_lines(input), "nothing is lost or added");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    if (dice.one_in(2)) return mutated_lines(input, other, '\t', dice);
    auto lines = split(input, '\n');
    auto& line = dice.pick(lines);
    auto cells = split(line, '\t');
    cells.back() = mutated_json(cells.back(), cells.back(), dice);
    line = joined(cells, '\t');
    return joined(lines, '\n');
}

}  // namespace placet::fuzz
