// typed_words.h: which characters may stand in words that are typed at the desk. Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace placet::terminal {

/// Can the screen show this character? What it cannot show nobody can check.
using CanShow = std::function<bool(char32_t)>;

/// The words with what was typed behind them, in NFC: letters with their marks, numbers,
/// punctuation and symbols of any script, with single spaces between. Control characters, those
/// that turn the direction of a text and those that nobody sees are dropped, and so is what goes
/// beyond `most` characters, where an ideograph counts as two.
std::string with_typed(std::string_view words, std::string_view typed, std::size_t most,
                       const CanShow& can_show);

/// Without the last character, as NFC has it.
std::string without_last(std::string_view words);

}  // namespace placet::terminal
