#include "ledger/encoding.h"

#include "ledger/canonical_value.h"
#include "ledger/content.h"
#include "ledger/record_text.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace placet::ledger {
namespace {

constexpr std::array<std::string_view, 8> envelope_members = {
    "content", "feed", "seals", "seq", "type", "unit", "v", "wall_ms"};
constexpr std::array<std::string_view, 3> seal_members = {"person", "role", "sig"};

Error malformed(std::string_view what) {
    return {Fault::malformed, fmt::format("not an entry of this format: {}", what)};
}

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

/// `<name>/<version>`: lower-case letters and underscores, and a number without leading zeros.
bool is_type(std::string_view type) {
    const auto slash = type.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash > 32) return false;
    const auto name = type.substr(0, slash);
    const auto version = type.substr(slash + 1);
    return std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }) &&
           !version.empty() && version.size() <= 4 && version[0] != '0' &&
           std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; });
}

Result<Seal> read_seal(CanonicalValue object) {
    if (!object.is_object()) return malformed("a seal has three members");
    const auto members = object.members();
    if (members.size() != seal_members.size() ||
        !std::ranges::equal(members, seal_members, {}, &Member::name))
        return malformed("a seal has three members");
    const auto text = [&](std::size_t i) {
        const CanonicalValue value(members[i].value);
        return value.is_text() ? value.text() : std::string();
    };
    Seal seal{.person = text(0)};
    const auto role = from_text<Role>(text(1));
    const auto signature = from_base64(text(2));
    if (!role || seal.person.empty() || !signature || signature->size() != seal.signature.size())
        return malformed("a seal with a role, a person and a signature in base64 was expected");
    seal.role = *role;
    std::ranges::copy(*signature, seal.signature.begin());
    return seal;
}

Result<std::vector<Seal>> read_seals(CanonicalValue list) {
    if (!list.is_list()) return malformed("seals is a list of at most eight");
    const auto items = list.items();
    if (items.size() > 8) return malformed("seals is a list of at most eight");
    std::vector<Seal> seals;
    seals.reserve(items.size());
    for (const auto& object : items) {
        auto seal = read_seal(object);
        if (!seal) return seal.error();
        seals.push_back(std::move(*seal));
    }
    return seals;
}

}  // namespace

Result<Draft> draft_of(const Record& record, std::string_view unit) {
    auto content = encode_content(record);
    if (!content) return content.error();
    return Draft{.type = std::string(type_of(record)),
                 .unit = std::string(unit),
                 .content = std::move(*content)};
}

Result<std::string> encode_entry(const Draft& draft, std::string_view feed, std::uint64_t seq,
                                 std::int64_t wall_ms) {
    std::string seals;
    for (const auto& seal : draft.seals)
        seals += fmt::format("{}{{\"person\":{},\"role\":\"{}\",\"sig\":\"{}\"}}",
                             seals.empty() ? "" : ",", json_string(seal.person), to_text(seal.role),
                             base64(seal.signature));
    auto bytes = fmt::format(
        "{{\"content\":{},\"feed\":{},\"seals\":[{}],\"seq\":{},\"type\":{},\"unit\":{},\"v\":1,"
        "\"wall_ms\":{}}}",
        draft.content, json_string(feed), seals, seq, json_string(draft.type),
        json_string(draft.unit), wall_ms);
    // Reading back what was written is the one check that covers every member.
    if (const auto entry = decode_entry(bytes); !entry) return entry.error();
    return bytes;
}

Result<Entry> decode_entry(std::string_view bytes) {
    const auto members = scan_object(bytes);
    if (!members) return members.error();
    if (members->size() != envelope_members.size() ||
        !std::ranges::equal(*members, envelope_members, {}, &Member::name))
        return malformed("the envelope has other members");
    const auto value = [&](std::size_t i) { return CanonicalValue((*members)[i].value); };
    for (const std::size_t i : {1, 4, 5})
        if (!value(i).is_text()) return malformed("feed, type and unit are texts");
    if (!value(0).is_object()) return malformed("the content is no object");
    auto seals = read_seals(value(2));
    if (!seals) return seals.error();
    for (const std::size_t i : {3, 7})
        if (!value(i).is_integer()) return malformed("seq, v and wall_ms are integers");
    const auto seq = value(3).integer();
    if (seq < 0) return malformed("seq is negative");
    if ((*members)[6].value != "1") return malformed("the envelope has another version");

    Entry entry{.feed = value(1).text(),
                .seq = static_cast<std::uint64_t>(seq),
                .type = value(4).text(),
                .unit = value(5).text(),
                .wall_ms = value(7).integer(),
                .seals = *std::move(seals),
                .content = std::string((*members)[0].value)};
    if (!is_type(entry.type)) return malformed("the type is no name with a version");
    if (entry.unit.empty() || entry.unit.size() > 64) return malformed("the unit is no name");
    if (!is_key_name(entry.feed)) return malformed("the feed is no origin");
    auto record = decode_content(entry.type, entry.content);
    if (!record) return record.error();
    entry.record = std::move(*record);
    entry.leaf = leaf_hash(bytes_of(bytes));
    return entry;
}

}  // namespace placet::ledger
