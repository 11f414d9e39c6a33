#include "ledger/exchange/static_path.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

using Kind = StaticPath::Kind;

constexpr unsigned level_limit = 64;
constexpr std::uint64_t index_limit = std::uint64_t{1} << 56U;  // 2^64 entries

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hash(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// Takes `start` off the text if it begins so.
bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

/// A number below the limit without leading zeros, which is the whole text.
std::optional<unsigned> small_number(std::string_view text, unsigned limit) {
    if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, is_digit)) return {};
    if (text.size() > 1 && text[0] == '0') return {};
    unsigned number = 0;
    for (const char c : text) number = number * 10 + static_cast<unsigned>(c - '0');
    if (number >= limit) return {};
    return number;
}

/// "x001/x234/067" from the start of the text: groups of three digits, all but the last with an x.
std::optional<std::uint64_t> take_index(std::string_view& text) {
    std::uint64_t index = 0;
    for (bool first = true;; first = false) {
        const bool more = take(text, "x");
        if (text.size() < 3 || !std::ranges::all_of(text.substr(0, 3), is_digit)) return {};
        unsigned group = 0;
        for (const char c : text.substr(0, 3)) group = group * 10 + static_cast<unsigned>(c - '0');
        if (first && more && group == 0) return {};
        index = index * 1000 + group;
        if (index >= index_limit) return {};
        text.remove_prefix(3);
        if (!more) return index;
        if (!take(text, "/")) return {};
    }
}

/// What follows "tile/".
bool parse_tile(std::string_view text, StaticPath& path) {
    path.kind = Kind::entries;
    if (!take(text, "entries/")) {
        path.kind = Kind::tile;
        const auto slash = text.find('/');
        if (slash == std::string_view::npos) return false;
        const auto level = small_number(text.substr(0, slash), level_limit);
        if (!level) return false;
        path.level = *level;
        text.remove_prefix(slash + 1);
    }
    const auto index = take_index(text);
    if (!index) return false;
    path.index = *index;
    if (text.empty()) return true;
    if (!take(text, ".p/")) return false;
    const auto width = small_number(text, full_tile);
    if (!width || *width == 0) return false;
    path.width = *width;
    return true;
}

std::string format_index(std::uint64_t index) {
    auto text = fmt::format("{:03}", index % 1000);
    for (index /= 1000; index > 0; index /= 1000)
        text = fmt::format("x{:03}/", index % 1000) + text;
    return text;
}

std::string format_tile(const StaticPath& path) {
    const auto part = path.width < full_tile ? fmt::format(".p/{}", path.width) : std::string{};
    return format_index(path.index) + part;
}

}  // namespace

std::optional<StaticPath> parse_static_path(std::string_view text) {
    StaticPath path;
    if (text.size() > 64 && text[64] == '/' && is_hash(text.substr(0, 64))) {
        path.feed = text.substr(0, 64);
        text.remove_prefix(65);
    }
    if (text == "checkpoint") return path;
    if (take(text, "tile/")) return parse_tile(text, path) ? std::optional(path) : std::nullopt;
    // Attachments and evidence of all feeds lie together.
    if (!path.feed.empty()) return {};
    if (take(text, "blob/")) {
        path.kind = Kind::blob;
    } else if (take(text, "evidence/") && text.ends_with(".json")) {
        path.kind = Kind::evidence;
        text.remove_suffix(5);
    } else {
        return {};
    }
    if (!is_hash(text)) return {};
    path.hash = text;
    return path;
}

std::string format_static_path(const StaticPath& path) {
    auto text = path.feed.empty() ? std::string{} : path.feed + "/";
    switch (path.kind) {
        case Kind::checkpoint:
            return text + "checkpoint";
        case Kind::tile:
            return text + fmt::format("tile/{}/{}", path.level, format_tile(path));
        case Kind::entries:
            return text + "tile/entries/" + format_tile(path);
        case Kind::blob:
            return text + "blob/" + path.hash;
        case Kind::evidence:
            return text + "evidence/" + path.hash + ".json";
    }
    return text;
}

}  // namespace placet::ledger
