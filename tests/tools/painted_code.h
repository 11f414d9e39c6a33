// painted_code.h: a QR code printed for a terminal, as a picture.
#pragma once

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace placet::tests {

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// The code as a scanner sees it: the characters of the terminal painted, four pixels a module.
inline std::string painted(const std::string& text) {
    const std::string start = "\x1b[38;5;16;48;5;231m";
    const std::string end = "\x1b[0m";
    std::vector<std::string> rows;  // one character per module: '1' is dark
    for (const auto& line : lines_of(text)) {
        REQUIRE(line.starts_with(start));
        REQUIRE(line.ends_with(end));
        std::string upper;
        std::string lower;
        for (std::size_t i = start.size(); i < line.size() - end.size();) {
            const auto rest = std::string_view(line).substr(i);
            const bool space = rest.starts_with(" ");
            const bool full = rest.starts_with("█");
            upper += full || rest.starts_with("▀") ? '1' : '0';
            lower += full || rest.starts_with("▄") ? '1' : '0';
            i += space ? 1 : 3;
        }
        rows.push_back(upper);
        rows.push_back(lower);
    }
    constexpr std::size_t scale = 4;
    auto image = "P1\n" + std::to_string(rows.front().size() * scale) + " " +
                 std::to_string(rows.size() * scale) + "\n";
    for (const auto& row : rows)
        for (std::size_t y = 0; y < scale; ++y) {
            for (const char module : row) image += std::string(scale, module);
            image += "\n";
        }
    return image;
}

}  // namespace placet::tests
