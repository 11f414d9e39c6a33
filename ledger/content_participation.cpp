#include "ledger/content_records.h"

namespace placet::ledger {

using nlohmann::json;

json write(const Participation& r) {
    json registered = json::array();
    for (const auto& participant : r.registered)
        registered.push_back({{"board", participant.board},
                              {"credentials", to_text(participant.credentials)},
                              {"id", participant.id},
                              {"name", participant.name},
                              {"standing", to_text(participant.standing)}});
    return {{"decision", hex_or_none(r.decision)},
            {"registered", registered},
            {"withdrawn", r.withdrawn}};
}

json write(const Accreditation& r) {
    json persons = json::array();
    for (const auto& person : r.persons)
        persons.push_back({{"id", person.id},
                           {"key", base64(person.key)},
                           {"name", person.name},
                           {"participant", person.participant},
                           {"role", to_text(person.role)}});
    return {{"decision", hex_or_none(r.decision)}, {"persons", persons}};
}

json write(const SessionOpened& r) { return json{{"session", r.session}}; }

json write(const OrganComposed& r) { return {{"members", r.members}, {"organ", r.organ}}; }

json write(const VotingRightChanged& r) {
    return {{"authority", r.authority},
            {"decision", hex_or_none(r.decision)},
            {"delegation", r.delegation},
            {"reason", r.reason},
            {"suspended", r.suspended}};
}

void read(ContentReader& in, Participation& r) {
    r.registered = in.objects("registered", [](ContentReader& p) {
        return Participant{.id = p.text("id"),
                           .name = p.text("name"),
                           .board = p.text("board"),
                           .credentials = p.choice_of<Credentials>("credentials"),
                           .standing = p.choice_of<Standing>("standing")};
    });
    r.withdrawn = in.texts("withdrawn");
    r.decision = in.hash_or_none("decision");
}

void read(ContentReader& in, Accreditation& r) {
    r.persons = in.objects("persons", [](ContentReader& p) {
        return Person{.id = p.text("id"),
                      .name = p.text("name"),
                      .role = p.choice_of<Role>("role"),
                      .participant = p.text("participant"),
                      .key = p.key("key")};
    });
    r.decision = in.hash_or_none("decision");
}

void read(ContentReader& in, SessionOpened& r) { r.session = in.integer("session"); }

void read(ContentReader& in, OrganComposed& r) {
    r.organ = in.text("organ");
    r.members = in.texts("members");
}

void read(ContentReader& in, VotingRightChanged& r) {
    r.delegation = in.text("delegation");
    r.suspended = in.boolean("suspended");
    r.reason = in.text("reason");
    r.authority = in.text("authority");
    r.decision = in.hash_or_none("decision");
}

}  // namespace placet::ledger
