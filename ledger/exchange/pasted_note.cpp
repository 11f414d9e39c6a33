#include "ledger/exchange/pasted_note.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace placet::ledger {
namespace {

constexpr std::string_view dash = "\u2014 ";
constexpr std::size_t longest_dash = 12;  // bytes: three, each read as two letters, and a blank

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = std::string(text.substr(0, end));
        std::erase(line, '\r');
        lines.push_back(std::move(line));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

/// A signature line of this name, whatever stands for its dash.
std::optional<std::string> signature_line(const std::string& line, std::string_view name) {
    const auto at = line.find(std::string(name) + " ");
    if (at == std::string::npos || at == 0 || at > longest_dash) return std::nullopt;
    const bool blank_or_letters = std::ranges::all_of(
        line.substr(0, at), [](char c) { return c == ' ' || c == '-' || (c & 0x80) != 0; });
    if (!blank_or_letters) return std::nullopt;
    return std::string(dash) + line.substr(at);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

}  // namespace

std::string with_signature_dashes(std::string_view text, std::string_view name) {
    auto lines = lines_of(text);
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    for (auto& line : lines)
        if (auto signature = signature_line(line, name)) line = *std::move(signature);
    return joined(lines);
}

std::string note_within(std::string_view text, std::string_view name) {
    const auto lines = lines_of(with_signature_dashes(text, name));
    const auto start = std::ranges::find(lines, name);
    if (start == lines.end()) return std::string(text);
    auto end = std::find(start, lines.end(), "");
    if (end == lines.end()) return std::string(text);
    ++end;
    while (end != lines.end() && end->starts_with(dash)) ++end;
    return joined({start, end});
}

}  // namespace placet::ledger
