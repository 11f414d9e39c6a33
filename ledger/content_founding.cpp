#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json hashes(const std::map<std::string, Hash>& values) {
    json object = json::object();
    for (const auto& [key, value] : values) object[key] = hex(value);
    return object;
}

std::string hex_or_none(const std::optional<Hash>& value) { return value ? hex(*value) : ""; }

json write(const Charter& r) {
    json terminals = json::array();
    for (const auto& terminal : r.terminals)
        terminals.push_back({{"key", base64(terminal.key)},
                             {"name", terminal.name},
                             {"origin", terminal.origin},
                             {"post", to_text(terminal.post)}});
    json units = json::array();
    for (const auto& unit : r.units)
        units.push_back({{"id", unit.id}, {"kind", unit.kind}, {"title", unit.title}});
    json attachments = json::array();
    for (const auto& [name, hash] : r.attachments)
        attachments.push_back({{"name", name}, {"sha256", hex(hash)}});
    return {{"attachments", attachments},
            {"conference", r.conference},
            {"languages", r.languages},
            {"mode", to_text(r.mode)},
            {"nonce", r.nonce},
            {"profile", json(r.profile)},
            {"root_key", base64(r.root_key)},
            {"terminals", terminals},
            {"title", r.title},
            {"units", units}};
}

json write(const ConferenceClosed& r) {
    return {{"cut", hex(r.cut)}, {"decisions", r.decisions}, {"meetings", r.meetings}};
}

void read(ContentReader& in, Charter& r) {
    // In ascending order, so that there is one spelling.
    for (const auto& [name, hash] : in.objects("attachments", [](ContentReader& a) {
             return std::pair{a.text("name"), a.hash("sha256")};
         })) {
        if (!r.attachments.empty() && name <= r.attachments.rbegin()->first)
            in.trouble("attachments", "is not in order of names");
        r.attachments.emplace(name, hash);
    }
    r.conference = in.text("conference");
    r.languages = in.texts("languages");
    r.mode = in.choice_of<Mode>("mode");
    r.nonce = in.text("nonce");
    r.profile = in.words("profile");
    r.root_key = in.key("root_key");
    r.terminals = in.objects("terminals", [](ContentReader& t) {
        return Terminal{.name = t.text("name"),
                        .post = t.choice_of<Post>("post"),
                        .origin = t.text("origin"),
                        .key = t.key("key")};
    });
    r.title = in.text("title");
    r.units = in.objects("units", [](ContentReader& u) {
        return Unit{.id = u.text("id"), .title = u.text("title"), .kind = u.text("kind")};
    });
}

void read(ContentReader& in, ConferenceClosed& r) {
    r.cut = in.hash("cut");
    r.meetings = in.integer("meetings");
    r.decisions = in.integer("decisions");
}

json write(const RulesAdopted& r) {
    return {{"decision", hex_or_none(r.decision)}, {"profile", json(r.profile)}};
}

void read(ContentReader& in, RulesAdopted& r) {
    r.profile = in.words("profile");
    r.decision = in.hash_or_none("decision");
}

}  // namespace placet::ledger
