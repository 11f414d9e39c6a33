// mutation.h: changes of one field of a text: of a JSON value, of a cell of a line, of a number, a
// hexadecimal or base64 spelling. What is changed, and how, follows from the dice alone.
#pragma once

#include "crypto/bytes.h"

#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace placet::fuzz {

class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}

    /// 0 to count - 1. Requires count > 0.
    std::size_t below(std::size_t count) { return engine_() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    /// Requires something to pick from.
    auto& pick(auto& from) { return from[below(std::size(from))]; }

private:
    std::minstd_rand engine_;
};

/// Words of the format under test, as fields hold them.
using Words = std::span<const std::string_view>;

/// As libFuzzer changes bytes; at most 64 longer.
std::string mutated_bytes(std::string bytes);

/// A field: as bytes, or as the number, hexadecimal or base64 that it spells, or another word.
std::string mutated_field(const std::string& field, Dice& dice, Words words);

/// One value of a JSON text, or one element or member more or fewer, what comes in being taken from
/// `other`; written without blanks and with its members in order. Bytes of what is no JSON.
std::string mutated_json(const std::string& text, const std::string& other, Dice& dice,
                         Words words = {});

/// One cell of one line, cells being what stands between separators, or one line or cell more,
/// fewer, elsewhere or of `other`.
std::string mutated_lines(const std::string& text, const std::string& other, char separator,
                          Dice& dice, Words words = {});

/// The parts of a text between separators, and the text of such parts.
std::vector<std::string> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, char separator);

}  // namespace placet::fuzz
