#include "ledger/encoding.h"

#include "ledger/canonical.h"
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

Error malformed(std::string_view what) {
    return {Fault::malformed, fmt::format("not an entry of this format: {}", what)};
}

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

std::string unquoted(std::string_view canonical) {
    return nlohmann::json::parse(canonical).get<std::string>();
}

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

Result<Seal> read_seal(const nlohmann::json& object) {
    if (!object.is_object() || object.size() != 3) return malformed("a seal has three members");
    const auto text = [&](const char* name) -> std::string {
        const auto found = object.find(name);
        return found != object.end() && found->is_string() ? found->get<std::string>() : "";
    };
    const auto role = from_text<Role>(text("role"));
    const auto signature = from_base64(text("sig"));
    if (!role || text("person").empty() || !signature ||
        signature->size() != std::tuple_size_v<Signature>)
        return malformed("a seal with a role, a person and a signature in base64 was expected");
    Seal seal{.role = *role, .person = text("person")};
    std::copy(signature->begin(), signature->end(), seal.signature.begin());
    return seal;
}

Result<std::vector<Seal>> read_seals(std::string_view canonical) {
    const auto list = nlohmann::json::parse(canonical);
    if (!list.is_array() || list.size() > 8) return malformed("seals is a list of at most eight");
    std::vector<Seal> seals;
    for (const auto& object : list) {
        auto seal = read_seal(object);
        if (!seal) return seal.error();
        seals.push_back(std::move(*seal));
    }
    return seals;
}

Result<std::int64_t> read_integer(std::string_view canonical) {
    const auto value = nlohmann::json::parse(canonical);
    if (!value.is_number_integer()) return malformed("seq, v and wall_ms are integers");
    return value.get<std::int64_t>();
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
    const auto value = [&](std::size_t i) { return (*members)[i].value; };
    for (const std::size_t i : {1, 4, 5})
        if (value(i).front() != '"') return malformed("feed, type and unit are texts");
    if (value(0).front() != '{') return malformed("the content is no object");

    Entry entry;
    entry.content = value(0);
    entry.feed = unquoted(value(1));
    auto seals = read_seals(value(2));
    if (!seals) return seals.error();
    entry.seals = std::move(*seals);
    const auto seq = read_integer(value(3));
    const auto wall_ms = read_integer(value(7));
    if (!seq) return seq.error();
    if (!wall_ms) return wall_ms.error();
    if (*seq < 0) return malformed("seq is negative");
    if (value(6) != "1") return malformed("the envelope has another version");
    entry.seq = static_cast<std::uint64_t>(*seq);
    entry.wall_ms = *wall_ms;
    entry.type = unquoted(value(4));
    entry.unit = unquoted(value(5));
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
