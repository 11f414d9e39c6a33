#include "ledger/canonical_value.h"

#include <algorithm>
#include <charconv>

namespace placet::ledger {
namespace {

/// Where the string that begins at `at` ends: after the first quotation mark that is not escaped.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    const auto first = at + 1;
    for (auto end = text.find('"', first); end != std::string_view::npos;
         end = text.find('"', end + 1)) {
        auto escapes = end;  // back to where the backslashes before it begin
        while (escapes > first && text[escapes - 1] == '\\') --escapes;
        if ((end - escapes) % 2 == 0) return end + 1;
    }
    return text.size();
}

/// Where the value that begins at `at` ends.
std::size_t end_of_value(std::string_view text, std::size_t at) {
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = end_of_string(text, at);
            if (depth == 0) return at;
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') {
            if (depth == 0) return at;  // of what holds the value
            if (--depth == 0) return at + 1;
        }
        if (c == ',' && depth == 0) return at;
        ++at;
    }
    return at;
}

/// Within any text, also one that ends too early.
std::string_view between(std::string_view text, std::size_t from, std::size_t end) {
    end = std::min(end, text.size());
    return from < end ? text.substr(from, end - from) : std::string_view{};
}

}  // namespace

std::vector<Member> CanonicalValue::members() const {
    std::vector<Member> members;
    members.reserve(8);
    for (std::size_t at = 1; at + 1 < text_.size();) {
        const auto name_end = end_of_string(text_, at);
        const auto end = end_of_value(text_, name_end + 1);
        members.push_back({.name = between(text_, at + 1, name_end - 1),
                           .value = between(text_, name_end + 1, end)});
        at = end + 1;
    }
    return members;
}

std::vector<CanonicalValue> CanonicalValue::items() const {
    std::vector<CanonicalValue> items;
    for (std::size_t at = 1; at + 1 < text_.size();) {
        const auto end = end_of_value(text_, at);
        items.emplace_back(between(text_, at, end));
        at = end + 1;
    }
    return items;
}

std::string CanonicalValue::text() const {
    const auto quoted = between(text_, 1, text_.size() - (is_text() ? 1 : 0));
    if (quoted.find('\\') == std::string_view::npos) return std::string(quoted);
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const bool escaped = quoted[i] == '\\' && i + 1 < quoted.size();
        if (escaped) ++i;
        text += escaped && quoted[i] == 'n' ? '\n' : quoted[i];
    }
    return text;
}

std::int64_t CanonicalValue::integer() const {
    std::int64_t value = 0;
    std::from_chars(text_.data(), text_.data() + text_.size(), value);
    return value;
}

}  // namespace placet::ledger
