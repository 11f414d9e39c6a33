#include "tests/support/conference_builder.h"

#include "ledger/acts.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/show_of_hands.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace placet::tests {

using namespace placet::ledger;

namespace {

// The classic codification conference: two thirds for substance, simple majority for procedure.
std::map<std::string, std::string> profile(RuleProfile rules) {
    std::map<std::string, std::string> fields;
    rules.id = "test";
    rules.version = "1";
    rules.title = "Rules for tests";
    rules.source_symbol = "none";
    for (auto& [name, value] : profile_fields(rules)) fields.emplace(name, value);
    return fields;
}

Charter charter_record(const RuleProfile& rules, const std::vector<Unit>& organs) {
    Charter charter;
    charter.conference = "test";
    charter.title = "Test conference";
    charter.nonce = "00112233445566778899aabbccddeeff";
    charter.root_key = key_from_label("root").public_key();
    charter.terminals = {{.name = "desk",
                          .post = Post::desk,
                          .origin = ConferenceBuilder::origin(),
                          .key = key_from_label("desk").public_key()}};
    charter.units = {{.id = "plenary", .title = "Plenary", .kind = "plenary"}};
    charter.units.insert(charter.units.end(), organs.begin(), organs.end());
    charter.languages = {"en"};
    charter.profile = profile(rules);
    return charter;
}

Person officer(const std::string& id, Role role) {
    return {.id = id, .name = id, .role = role, .key = key_from_label(id).public_key()};
}

Draft drafted(const Record& record, std::string_view unit) {
    auto draft = draft_of(record, unit);
    if (!draft) FAIL(draft.error().detail);
    return *std::move(draft);
}

bool sealed_by_root(const Record& record) {
    const auto& roles = required_seals(record);
    return !roles.empty() && roles.front().front() == Role::root;
}

/// Does this teller count after the other?
bool second_teller(const Conference& conference, const Record& record) {
    return std::holds_alternative<HandsCounted>(record) && conference.run &&
           last_round(*conference.run).counts.size() == 1;
}

/// Who presides, over the meeting or after this record.
PersonId presiding(const Conference& conference, const Record& record) {
    if (const auto* opened = std::get_if<MeetingOpened>(&record)) return opened->presiding;
    if (const auto* changed = std::get_if<PresidingChanged>(&record)) return changed->presiding;
    return conference.meeting ? conference.meeting->presiding : "chair";
}

ParticipantId delegation_of(const Record& record) {
    return std::visit(
        [](const auto& what) -> ParticipantId {
            if constexpr (requires { what.delegation; }) return what.delegation;
            if constexpr (requires { what.mover; }) return what.mover;
            return {};
        },
        record);
}

/// Those who must seal this record, as they do it first.
std::vector<std::pair<Role, PersonId>> sealers(const Conference& conference, const Record& record) {
    if (second_teller(conference, record)) return {{Role::secretary, "clerk"}};
    std::vector<std::pair<Role, PersonId>> all;
    if (required_seals(record).empty()) return all;
    for (const Role role : required_seals(record).front()) {
        if (role == Role::root) all.emplace_back(role, root_person);
        if (role == Role::presiding_officer) all.emplace_back(role, presiding(conference, record));
        if (role == Role::secretary) all.emplace_back(role, "clerk");
        if (role == Role::attendant) all.emplace_back(role, "usher");
        if (role == Role::delegate) all.emplace_back(role, delegation_of(record) + "-1");
    }
    return all;
}

}  // namespace

SigningKey key_from_label(std::string_view label) {
    return SigningKey::from_seed(sha256(bytes_of(label)));
}

ConferenceBuilder::ConferenceBuilder(std::vector<std::string> participants, RuleProfile rules)
    : participants_(std::move(participants)), rules_(std::move(rules)) {}

const std::string& ConferenceBuilder::origin() {
    static const std::string origin = "test.example/conference/desk";
    return origin;
}

Draft ConferenceBuilder::charter() const {
    Draft draft = drafted(charter_record(rules_, organs_), conference_unit);
    seal_draft(draft, std::nullopt, Role::root, std::string(root_person), key_from_label("root"));
    return draft;
}

std::vector<Draft> ConferenceBuilder::founding(const Hash& charter_leaf) const {
    Participation participation;
    Accreditation accreditation{{officer("chair", Role::presiding_officer),
                                 officer("clerk", Role::secretary),
                                 officer("usher", Role::attendant)}};
    for (const auto& id : participants_) {
        participation.registered.push_back({.id = id,
                                            .name = "State " + id,
                                            .board = "State " + id,
                                            .credentials = Credentials::accepted});
        accreditation.persons.push_back({.id = fmt::format("{}-1", id),
                                         .name = "Delegate of " + id,
                                         .role = Role::delegate,
                                         .participant = id,
                                         .key = key_from_label(id + "-1").public_key()});
    }
    TextRegister texts{{{.id = "article-2",
                         .number = "2",
                         .label = "Draft article 2",
                         .title = "A title",
                         .texts = {{"en", sha256(bytes_of("[text to be imported]"))}}}}};
    std::vector<Draft> drafts;
    for (const Record& record : {Record{participation}, Record{accreditation}, Record{texts}}) {
        drafts.push_back(drafted(record, conference_unit));
        seal_draft(drafts.back(), charter_leaf, Role::root, std::string(root_person),
                   key_from_label("root"));
    }
    return drafts;
}

Draft ConferenceBuilder::sealed(const Conference& conference, const Record& record,
                                const std::string& unit) const {
    Draft draft = drafted(record, sealed_by_root(record) ? std::string(conference_unit) : unit);
    for (const auto& [role, person] : sealers(conference, record))
        seal_draft(draft, conference.charter_leaf, role, person, key_from_label(person));
    return draft;
}

Ballot ConferenceBuilder::ballot(const Conference& conference, const std::string& delegation,
                                 Choice choice) {
    Ballot ballot{.run = conference.run->start.run,
                  .start = conference.run->start_entry.leaf,
                  .delegation = delegation,
                  .id = fmt::format("{:032x}", ++ballots_),
                  .choice = choice};
    for (const auto& standing : conference.run->position(delegation).standing)
        ballot.replaces.push_back(standing.ballot.id);
    return ballot;
}

Receipt append(Ledger& ledger, const Draft& draft) {
    auto receipt = ledger.append(draft);
    if (!receipt) FAIL(receipt.error().detail);
    return *receipt;
}

Ledger found_ledger(const std::filesystem::path& path, const ConferenceBuilder& builder,
                    Ledger::Options options) {
    options.clock = fixed_clock;
    auto ledger = Ledger::found(path, builder.charter(), ConferenceBuilder::origin(),
                                builder.terminal_key(), std::move(options));
    if (!ledger) FAIL(ledger.error().detail);
    for (const auto& draft : builder.founding(ledger->conference().charter_leaf))
        append(*ledger, draft);
    return *std::move(ledger);
}

Result<Ledger> reopen_ledger(const std::filesystem::path& path, const ConferenceBuilder& builder,
                             Ledger::Options options) {
    options.clock = fixed_clock;
    return Ledger::open(path, builder.terminal_key(), std::move(options));
}

void open_meeting(Ledger& ledger, const ConferenceBuilder& builder) {
    const auto record = [&](const Record& what) {
        append(ledger, builder.sealed(ledger.conference(), what));
    };
    if (const auto& open = ledger.conference().meeting)
        record(MeetingClosed{.meeting = open->number});
    record(next_meeting(ledger.conference(), "chair"));
    record(PresenceNoted{.meeting = ledger.conference().meeting->number,
                         .arrived = builder.participants()});
}

namespace {

/// Draft article 2; once it is decided, a motion of substance of the presiding officer.
Result<QuestionPut> question_for_a_vote(const Conference& conference) {
    if (conference.decision_on("article-2") == nullptr)
        return question_of_adopting(conference, "article-2");
    auto question = question_of_own_motion(conference, "to go on", Method::recorded);
    if (!question) return question.error();
    question->matter = MatterClass::substance;
    question->majority = to_text(conference.profile.plenary.substance);
    return question;
}

}  // namespace

void start_vote(Ledger& ledger, const ConferenceBuilder& builder) {
    if (!ledger.conference().question) {
        const auto question = question_for_a_vote(ledger.conference());
        if (!question) FAIL(question.error().detail);
        append(ledger, builder.sealed(ledger.conference(), *question));
    }
    const auto start = start_of_vote(ledger.conference(), "test");
    if (!start) FAIL(start.error().detail);
    append(ledger, builder.sealed(ledger.conference(), *start));
}

void bring_to_vote(Ledger& ledger, const ConferenceBuilder& builder) {
    open_meeting(ledger, builder);
    start_vote(ledger, builder);
}

void finish_vote(Ledger& ledger, const ConferenceBuilder& builder) {
    const auto record = [&](const auto& what) {
        if (!what) FAIL(what.error().detail);
        append(ledger, builder.sealed(ledger.conference(), *what));
    };
    record(close_of_vote(ledger.conference()));
    record(lock_of_vote(ledger.conference(), ledger.position()));
    const auto announcement = announcement_of(ledger.conference());
    if (!announcement) FAIL(announcement.error().detail);
    append(ledger, builder.sealed(ledger.conference(), announcement->record));
}

Receipt cast(Ledger& ledger, ConferenceBuilder& builder, const std::string& delegation,
             Choice choice) {
    const auto ballot = builder.ballot(ledger.conference(), delegation, choice);
    return append(ledger, builder.sealed(ledger.conference(), ballot));
}

}  // namespace placet::tests
