// Paths of tiles: what is accepted is written again as it was, and lies within the limits of a log.
#include "crypto/tile.h"
#include "tests/fuzz/target.h"

#include <array>

namespace placet::fuzz {

bool hold(std::string_view input) {
    const auto tile = parse_tile_path(input);
    if (!tile) return false;
    require(tile_path(*tile) == input, "a path has one spelling");
    require(tile->level >= 0 && tile->level < 64, "a level of 0 to 63");
    require(tile->width >= 1 && tile->width <= 256, "a width of 1 to 256");
    require(tile->index >> 55U == 0, "an index of a log");
    require(tile->kind == TileKind::hashes || tile->level == 0, "entries are at level 0");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 8> words = {"tile", "entries", "x000", "x999",
                                                       "000",  "000.p",   "255",  "256"};
    return mutated_lines(input, other, '/', dice, words);
}

}  // namespace placet::fuzz
