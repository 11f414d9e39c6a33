#include "ledger/exchange/static_path.h"

#include <algorithm>

namespace placet::ledger {
namespace {

using Kind = StaticPath::Kind;

constexpr std::string_view checkpoint = "checkpoint", attachments = "blob/", evidence = "evidence/",
                           json = ".json";
constexpr std::size_t hash_digits = 64;

bool is_hash(std::string_view text) {
    return text.size() == hash_digits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Takes `start` off the text if it begins so.
bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

}  // namespace

std::optional<StaticPath> parse_static_path(std::string_view text) {
    StaticPath path;
    if (text.size() > hash_digits && text[hash_digits] == '/' &&
        is_hash(text.substr(0, hash_digits))) {
        path.feed = text.substr(0, hash_digits);
        text.remove_prefix(hash_digits + 1);
    }
    if (text == checkpoint) return path;
    if (const auto tile = parse_tile_path(text)) {
        path.kind = Kind::tile;
        path.tile = *tile;
        return path;
    }
    // Attachments and evidence of all feeds lie together.
    if (!path.feed.empty()) return {};
    if (take(text, attachments)) {
        path.kind = Kind::attachment;
    } else if (take(text, evidence) && text.ends_with(json)) {
        path.kind = Kind::evidence;
        text.remove_suffix(json.size());
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
            return text.append(checkpoint);
        case Kind::tile:
            return text + tile_path(path.tile);
        case Kind::attachment:
            return text.append(attachments).append(path.hash);
        case Kind::evidence:
            return text.append(evidence).append(path.hash).append(json);
    }
    return text;
}

}  // namespace placet::ledger
