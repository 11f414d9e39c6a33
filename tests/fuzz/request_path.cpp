// Paths that are asked for over HTTP: one that is accepted is the only name of a file below the
// directory.
#include "ledger/exchange/static_path.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>

namespace placet::fuzz {

using namespace placet::ledger;

bool hold(std::string_view input) {
    const auto path = parse_static_path(input);
    if (!path) return false;
    require(format_static_path(*path) == input, "a file has one name");
    require(input.front() != '/' && input.back() != '/', "a name is relative, and no folder's");
    require(input.find("..") == std::string_view::npos, "no name leads up");
    require(input.find("//") == std::string_view::npos, "no part of a name is empty");
    require(std::ranges::all_of(input,
                                [](char c) {
                                    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                           c == '/' || c == '.';
                                }),
            "a name holds no character that a file system or a shell takes for another");
    require(input.size() <= 150, "a name is short");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 14> words = {
        "..",       ".",    "",    "tile",  "entries", "checkpoint", "blob",
        "evidence", "x000", "063", "000.p", "256",     "%2e%2e",     "\\"};
    return mutated_lines(input, other, '/', dice, words);
}

}  // namespace placet::fuzz
