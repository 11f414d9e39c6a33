// line_breaks.h: where a text is broken into lines. Breaks are chosen in the order of reading;
// every line is shaped afterwards. Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace placet::terminal {

/// The width in pixels of a piece of text.
using Measure = std::function<float(std::string_view)>;

/// The pieces between which a line may end: after spaces, and around ideographs, but so that no
/// line starts with a closing mark or ends with an opening one. A "\n" ends its piece.
std::vector<std::string> breakable_pieces(std::string_view text);

/// As few lines as the width allows, as even as that number allows, so that no word is left alone
/// on the last. A word wider than a line is broken between characters. An isolate that goes over
/// several lines is one on each.
std::vector<std::string> balanced_lines(std::string_view text, float width_px,
                                        const Measure& measure);

}  // namespace placet::terminal
