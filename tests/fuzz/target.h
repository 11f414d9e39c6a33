// target.h: a fuzz target: one parser of bytes from outside, what must hold of whatever it accepts,
// and how its inputs are changed field by field.
//
// A target is one source file that defines `hold` and `mutated`; entry_points.cpp and mutator.cpp
// give them to libFuzzer (https://llvm.org/docs/LibFuzzer.html). Corpora: tests/data/fuzz/<target>.
#pragma once

#include "tests/fuzz/mutation.h"

#include <string>
#include <string_view>

namespace placet::fuzz {

/// Gives the input to the parser; true if it was accepted. Ends the program (`require`) if it
/// accepts what it must not.
bool hold(std::string_view input);

/// The input decoded, changed in a field, and encoded again, fields that come in being taken from
/// `other`; checksums and signatures that would keep a change from being seen further in are made
/// anew.
std::string mutated(const std::string& input, const std::string& other, Dice& dice);

/// Some inputs that were accepted: changed again, they reach furthest.
const std::vector<std::string>& accepted();

/// Ends the program, saying what did not hold.
void require(bool holds, std::string_view what);

}  // namespace placet::fuzz
