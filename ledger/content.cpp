#include "ledger/content.h"

#include "ledger/canonical.h"
#include "ledger/content_reader.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

using nlohmann::json;

json hashes(const std::map<std::string, Hash>& values) {
    json object = json::object();
    for (const auto& [key, value] : values) object[key] = hex(value);
    return object;
}

// ---- writing: one overload per record
// ------------------------------------------------------------

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

json write(const Participation& r) {
    json registered = json::array();
    for (const auto& participant : r.registered)
        registered.push_back({{"board", participant.board},
                              {"credentials", to_text(participant.credentials)},
                              {"id", participant.id},
                              {"name", participant.name}});
    return {{"registered", registered}, {"withdrawn", r.withdrawn}};
}

json write(const Accreditation& r) {
    json persons = json::array();
    for (const auto& person : r.persons)
        persons.push_back({{"id", person.id},
                           {"key", base64(person.key)},
                           {"name", person.name},
                           {"participant", person.participant},
                           {"role", to_text(person.role)}});
    return {{"persons", persons}};
}

json write(const TextRegister& r) {
    json units = json::array();
    for (const auto& unit : r.units)
        units.push_back({{"id", unit.id},
                         {"label", unit.label},
                         {"number", unit.number},
                         {"texts", hashes(unit.texts)},
                         {"title", unit.title}});
    return {{"units", units}};
}

json write(const MeetingOpened& r) { return {{"number", r.number}, {"presiding", r.presiding}}; }

json write(const PresenceNoted& r) {
    return {{"arrived", r.arrived}, {"left", r.left}, {"meeting", r.meeting}};
}

json write(const QuestionPut& r) {
    return {{"if_carried", r.if_carried},
            {"if_not_carried", r.if_not_carried},
            {"kind", to_text(r.kind)},
            {"majority", r.majority},
            {"matter", to_text(r.matter)},
            {"meeting", r.meeting},
            {"method", to_text(r.method)},
            {"participating", r.participating},
            {"profile_version", r.profile_version},
            {"question", r.question},
            {"sentence", r.sentence},
            {"subject", r.subject},
            {"text_unit", r.text_unit},
            {"texts", hashes(r.texts)}};
}

// Grouped by status: a roll of 200 States stays far below the size limit of an entry.
json write(const VoteStarted& r) {
    json roll = json::object();
    for (const auto& [id, credentials] : r.roll)
        roll[std::string(to_text(credentials))].push_back(id);
    return {{"build", r.build},
            {"majority", r.majority},
            {"method", to_text(r.method)},
            {"participating", r.participating},
            {"put", hex(r.put)},
            {"question", r.question},
            {"roll", roll},
            {"run", r.run},
            {"sentence", r.sentence},
            {"texts", hashes(r.texts)}};
}

json write(const Ballot& r) {
    return {{"choice", to_text(r.choice)},
            {"delegation", r.delegation},
            {"id", r.id},
            {"replaces", r.replaces},
            {"run", r.run},
            {"start", hex(r.start)}};
}

json write(const VoteClosed& r) { return {{"run", r.run}, {"start", hex(r.start)}}; }

json write(const VoteLocked& r) {
    return {{"behind", r.behind}, {"close", hex(r.close)}, {"cut", hex(r.cut)}, {"run", r.run}};
}

json write(const ResultAnnounced& r) {
    json clauses = json::array();
    for (const auto& clause : r.clauses)
        clauses.push_back({{"met", clause.met},
                           {"name", clause.name},
                           {"needed", clause.needed},
                           {"received", clause.received}});
    const auto& f = r.figures;
    return {{"clauses", clauses},
            {"figures",
             {{"abstaining", f.abstaining},
              {"no", f.no},
              {"not_voting", f.not_voting},
              {"participating", f.participating},
              {"present", f.present},
              {"yes", f.yes}}},
            {"lock", hex(r.lock)},
            {"outcome", to_text(r.outcome)},
            {"run", r.run},
            {"sentence", r.sentence},
            {"table", hex(r.table)}};
}

json write(const PinRefused& r) { return {{"person", r.person}}; }

json write(const NotUnderstood&) { return json::object(); }

// ---- reading: one overload per record, in the same order
// -----------------------------------------

void read(ContentReader& in, Charter& r) {
    for (const auto& [name, hash] : in.objects("attachments", [](ContentReader& a) {
             return std::pair{a.text("name"), a.hash("sha256")};
         }))
        if (!r.attachments.emplace(name, hash).second) in.trouble("attachments", "repeats a name");
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

void read(ContentReader& in, Participation& r) {
    r.registered = in.objects("registered", [](ContentReader& p) {
        return Participant{.id = p.text("id"),
                           .name = p.text("name"),
                           .board = p.text("board"),
                           .credentials = p.choice_of<Credentials>("credentials")};
    });
    r.withdrawn = in.texts("withdrawn");
}

void read(ContentReader& in, Accreditation& r) {
    r.persons = in.objects("persons", [](ContentReader& p) {
        return Person{.id = p.text("id"),
                      .name = p.text("name"),
                      .role = p.choice_of<Role>("role"),
                      .participant = p.text("participant"),
                      .key = p.key("key")};
    });
}

void read(ContentReader& in, TextRegister& r) {
    r.units = in.objects("units", [](ContentReader& u) {
        return TextUnit{.id = u.text("id"),
                        .number = u.text("number"),
                        .label = u.text("label"),
                        .title = u.text("title"),
                        .texts = u.hashes("texts")};
    });
}

void read(ContentReader& in, MeetingOpened& r) {
    r.number = in.integer("number");
    r.presiding = in.text("presiding");
}

void read(ContentReader& in, PresenceNoted& r) {
    r.meeting = in.integer("meeting");
    r.arrived = in.texts("arrived");
    r.left = in.texts("left");
}

void read(ContentReader& in, QuestionPut& r) {
    r.question = in.integer("question");
    r.meeting = in.integer("meeting");
    r.text_unit = in.text("text_unit");
    r.kind = in.choice_of<QuestionKind>("kind");
    r.matter = in.choice_of<MatterClass>("matter");
    r.method = in.choice_of<Method>("method");
    r.majority = in.text("majority");
    r.profile_version = in.text("profile_version");
    r.subject = in.text("subject");
    r.sentence = in.text("sentence");
    r.if_carried = in.text("if_carried");
    r.if_not_carried = in.text("if_not_carried");
    r.texts = in.hashes("texts");
    r.participating = in.integer("participating");
}

void read_roll(ContentReader& in, const json& roll, VoteStarted& r) {
    for (const auto& [status, ids] : roll.items()) {
        const auto credentials = from_text<Credentials>(status);
        if (!credentials || !ids.is_array() || ids.empty())
            return in.trouble("roll", "has a status of no known form");
        for (const auto& id : ids)
            if (!id.is_string() || !r.roll.emplace(id.get<std::string>(), *credentials).second)
                return in.trouble("roll", "repeats a State or holds something else");
    }
}

void read(ContentReader& in, VoteStarted& r) {
    r.run = in.integer("run");
    r.question = in.integer("question");
    r.put = in.hash("put");
    r.sentence = in.text("sentence");
    r.majority = in.text("majority");
    r.method = in.choice_of<Method>("method");
    r.texts = in.hashes("texts");
    read_roll(in, in.raw("roll"), r);
    r.participating = in.integer("participating");
    r.build = in.text("build");
}

void read(ContentReader& in, Ballot& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
    r.delegation = in.text("delegation");
    r.id = in.text("id");
    r.replaces = in.texts("replaces");
    r.choice = in.choice_of<Choice>("choice");
}

void read(ContentReader& in, VoteClosed& r) {
    r.run = in.integer("run");
    r.start = in.hash("start");
}

void read(ContentReader& in, VoteLocked& r) {
    r.run = in.integer("run");
    r.close = in.hash("close");
    r.cut = in.hash("cut");
    r.behind = in.texts("behind");
}

void read(ContentReader& in, ResultAnnounced& r) {
    r.run = in.integer("run");
    r.lock = in.hash("lock");
    ContentReader figures(in.raw("figures"));
    r.figures = {.yes = figures.integer("yes"),
                 .no = figures.integer("no"),
                 .abstaining = figures.integer("abstaining"),
                 .not_voting = figures.integer("not_voting"),
                 .present = figures.integer("present"),
                 .participating = figures.integer("participating")};
    if (!figures.finish()) in.trouble("figures", "has not the six figures");
    r.clauses = in.objects("clauses", [](ContentReader& c) {
        return Clause{.name = c.text("name"),
                      .needed = c.integer("needed"),
                      .received = c.integer("received"),
                      .met = c.boolean("met")};
    });
    r.outcome = in.choice_of<Outcome>("outcome");
    r.sentence = in.text("sentence");
    r.table = in.hash("table");
}

void read(ContentReader& in, PinRefused& r) { r.person = in.text("person"); }

template <class T>
Result<Record> read_whole(const json& content) {
    T record;
    ContentReader in(content);
    read(in, record);
    if (const auto done = in.finish(); !done) return done.error();
    return Record{std::move(record)};
}

/// One reader per type, in the order of the variant.
template <std::size_t... index>
constexpr auto readers(std::index_sequence<index...>) {
    return std::array<Result<Record> (*)(const json&), sizeof...(index)>{
        &read_whole<std::variant_alternative_t<index, Record>>...};
}
constexpr auto reader_by_type =
    readers(std::make_index_sequence<std::variant_size_v<Record> - 1>{});

}  // namespace

Result<std::string> encode_content(const Record& record) {
    const json content = std::visit([](const auto& r) { return write(r); }, record);
    std::string text;
    try {
        text = content.dump();
    } catch (const json::type_error&) {  // the library's only way to say that a text is not UTF-8
        return Error{Fault::malformed, "a text is not UTF-8"};
    }
    if (const auto scanned = scan_object(text); !scanned) return scanned.error();
    return text;
}

Result<Record> decode_content(std::string_view type, std::string_view content) {
    const auto types = known_types();
    const auto found = std::find(types.begin(), types.end(), type);
    if (found == types.end()) return Record{NotUnderstood{}};
    const json parsed = json::parse(content, nullptr, false);
    if (parsed.is_discarded()) return Error{Fault::malformed, "the content is not JSON"};
    auto record = reader_by_type[static_cast<std::size_t>(found - types.begin())](parsed);
    if (!record) return Error{Fault::malformed, fmt::format("{}: {}", type, record.error().detail)};
    return record;
}

}  // namespace placet::ledger
