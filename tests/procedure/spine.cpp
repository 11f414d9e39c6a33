#include "tests/procedure/spine.h"

#include "ledger/procedure/majority.h"
#include "ledger/procedure/tally.h"
#include "ledger/record_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace placet::tests {

using namespace placet::ledger;

namespace {

constexpr const char* origin = "test.example/conference/desk";

void fill(std::array<Byte, 32>& bytes, std::string_view label) {
    for (std::size_t i = 0; i < std::min(bytes.size(), label.size()); ++i)
        bytes[i] = static_cast<Byte>(label[i]);
}

std::string padded(int number, std::size_t digits) {
    const auto text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
}

Person officer(const std::string& id, Role role) {
    return {.id = id, .name = "Officer " + id, .role = role, .key = key_named(id)};
}

Person delegate(const ParticipantId& participant, const std::string& id) {
    return {.id = id,
            .name = "Delegate " + id,
            .role = Role::delegate,
            .participant = participant,
            .key = key_named(id)};
}

TextUnit article(const std::string& number) {
    return {.id = "article-" + number,
            .number = number,
            .label = "Draft article " + number,
            .title = "A title",
            .texts = {{"en", hash_named("text of article " + number)}}};
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

/// Seals as they must be, if `presiding` presides.
std::vector<Seal> seals_for(const Record& record, const PersonId& presiding) {
    const auto& alternatives = required_seals(record);
    std::vector<Seal> seals;
    if (alternatives.empty()) return seals;
    for (const Role role : alternatives.front()) {
        Seal seal{.role = role, .person = "root"};
        if (role == Role::presiding_officer) seal.person = presiding;
        if (role == Role::secretary) seal.person = "clerk";
        if (role == Role::attendant) seal.person = "usher";
        if (role == Role::delegate) seal.person = delegation_of(record) + "-1";
        seals.push_back(seal);
    }
    return seals;
}

bool for_the_whole_conference(const Record& record) {
    return std::holds_alternative<Charter>(record) ||
           std::holds_alternative<Participation>(record) ||
           std::holds_alternative<Accreditation>(record) ||
           std::holds_alternative<TextRegister>(record) ||
           std::holds_alternative<SessionOpened>(record) ||
           std::holds_alternative<OrganComposed>(record) ||
           std::holds_alternative<VotingRightChanged>(record) ||
           std::holds_alternative<RulesAdopted>(record) ||
           std::holds_alternative<ConferenceClosed>(record) ||
           std::holds_alternative<PinRefused>(record);
}

/// Each call of `offer` is with one thing wrong in the record.
template <class Offer>
void wrong_in_one_thing(const auto& record, const Offer& offer) {
    auto twin = record;
    const auto offer_and_restore = [&](const char* what) {
        offer(what, Record{twin});
        twin = record;
    };
    if constexpr (requires { twin.meeting; }) {
        ++twin.meeting;
        offer_and_restore("of another meeting");
    }
    if constexpr (requires { twin.run; }) {
        ++twin.run;
        offer_and_restore("of another run");
    }
    if constexpr (requires { twin.start.bytes; }) {
        twin.start.bytes[0] ^= 1U;
        offer_and_restore("of another start");
    }
    if constexpr (requires { twin.words; }) {
        twin.words.assign(4001, 'x');
        offer_and_restore("with words without end");
    }
    if constexpr (requires { twin.report; }) {
        twin.report.assign(4001, 'x');
        offer_and_restore("with a report without end");
    }
}

bool of_any_organ(const Record& record) {
    return std::holds_alternative<PinRefused>(record) ||
           std::holds_alternative<NotUnderstood>(record);
}

/// Whatever a spine takes would be refused with one thing wrong: without a seal, of an organ that
/// there is not, of another meeting, run or start, or with words without end.
void check_twins(const Conference& conference, const Entry& entry) {
    const auto refuse = [&](const char* what, const Entry& twin) {
        if (may_append(conference, twin)) FAIL(type_of(entry.record) << " is allowed " << what);
    };
    auto twin = entry;
    if (!entry.seals.empty()) {
        twin.seals.pop_back();
        refuse("without a seal", twin);
        twin = entry;
    }
    if (!of_any_organ(entry.record)) {
        twin.unit = "no organ";
        refuse("of an organ that there is not", twin);
        twin = entry;
    }
    std::visit(
        [&](const auto& record) {
            wrong_in_one_thing(record, [&](const char* what, const Record& changed) {
                twin.record = changed;
                refuse(what, twin);
            });
        },
        entry.record);
}

}  // namespace

PublicKey key_named(std::string_view label) {
    PublicKey key = {};
    fill(key, label);
    return key;
}

Hash hash_named(std::string_view label) {
    Hash hash;
    fill(hash.bytes, label);
    return hash;
}

Spine opened(const std::function<void(RuleProfile&)>& rules) {
    Spine spine({.rules = rules});
    spine.open();
    return spine;
}

std::vector<std::string> numbered_participants(int count) {
    std::vector<std::string> ids;
    for (int i = 1; i <= count; ++i) ids.push_back("P" + padded(i, 3));
    return ids;
}

Charter charter_record(const RuleProfile& rules) {
    Charter charter{.conference = "test",
                    .title = "Test conference",
                    .nonce = std::string(32, 'a'),
                    .root_key = key_named("root"),
                    .languages = {"en"}};
    charter.terminals = {{.name = "desk", .origin = origin, .key = key_named("desk")},
                         {.name = "seat", .origin = "test.example/seat", .key = key_named("seat")}};
    charter.units = {{.id = "plenary", .title = "Plenary", .kind = "plenary"},
                     {.id = "committee", .title = "Committee", .kind = "committee"}};
    charter.profile = profile_fields(rules);
    return charter;
}

Spine::Spine(const Options& options) : participants(options.participants) {
    RuleProfile rules;
    rules.id = rules.title = rules.source_symbol = "test";
    rules.version = "1";
    options.rules(rules);
    take(charter_record(rules));
    Participation participation;
    Accreditation accreditation{
        {officer("chair", Role::presiding_officer), officer("vice", Role::presiding_officer),
         officer("clerk", Role::secretary), officer("scribe", Role::secretary),
         officer("usher", Role::attendant)}};
    for (const auto& id : participants) {
        Participant participant{.id = id, .name = "State " + id, .board = id};
        participant.credentials = Credentials::accepted;
        options.participant(participant);
        participation.registered.push_back(participant);
        for (const char* number : {"-1", "-2"})
            accreditation.persons.push_back(delegate(id, id + number));
    }
    take(participation);
    take(accreditation);
    take(TextRegister{{article("2"), article("3")}});
}

Entry Spine::entry(const Record& record) const {
    const auto seq = conference.size;
    PersonId presiding = conference.meeting ? conference.meeting->presiding : "chair";
    if (const auto* opened = std::get_if<MeetingOpened>(&record)) presiding = opened->presiding;
    if (const auto* changed = std::get_if<PresidingChanged>(&record))
        presiding = changed->presiding;
    return {.feed = origin,
            .seq = seq,
            .type = std::string(type_of(record)),
            .unit = for_the_whole_conference(record) ? "conference" : unit_,
            .seals = seals_for(record, presiding),
            .record = record,
            .leaf = hash_named("entry " + std::to_string(seq))};
}

Result<Done> Spine::offer(const Entry& entry) const { return may_append(conference, entry); }

std::string Spine::refusal(const Entry& entry) const {
    const auto answer = may_append(conference, entry);
    if (answer) {
        FAIL("the rules allow this " << type_of(entry.record));
        return {};
    }
    CHECK(answer.error().fault == Fault::refused);
    return answer.error().detail;
}

Entry Spine::take(const Entry& entry) {
    if (const auto allowed = may_append(conference, entry); !allowed) FAIL(allowed.error().detail);
    check_twins(conference, entry);
    apply(conference, entry);
    return entry;
}

MeetingOpened Spine::meeting() const {
    return {.number = conference.last_meeting + 1, .presiding = "chair"};
}

PresenceNoted Spine::presence(std::vector<std::string> arrived) const {
    return {.meeting = conference.meeting ? conference.meeting->number : 0,
            .arrived = std::move(arrived)};
}

QuestionPut Spine::question(const std::string& id) const {
    const auto* proposal = conference.proposal(id);
    return question(Subject{
        .kind = proposal != nullptr ? kind_of(*proposal) : QuestionKind::proposal, .proposal = id});
}

QuestionPut Spine::question(const Subject& subject) const {
    const auto* proposal =
        decides_on_proposal(subject.kind) ? conference.proposal(subject.proposal) : nullptr;
    const auto matter = matter_of(conference, subject);
    const bool decides = decides_on_proposal(subject.kind);
    return {.question = decides ? conference.next_question() : conference.last_question + 1,
            .meeting = conference.meeting ? conference.meeting->number : 0,
            .proposal = subject.proposal,
            .text_unit = proposal != nullptr ? proposal->registered.text_unit : "",
            .part = subject.part,
            .motion = subject.motion,
            .ruling = subject.ruling,
            .kind = subject.kind,
            .matter = matter,
            .majority = std::string(to_text(majority_asked(subject, matter))),
            .profile_version = conference.profile.version,
            .subject = proposal != nullptr ? proposal->registered.title : "The motion",
            .sentence = "Do you approve it?",
            .if_carried = "It is adopted.",
            .if_not_carried = "It is not adopted.",
            .texts = proposal != nullptr ? proposal->texts : std::map<std::string, Hash>{},
            .participating = conference.participating()};
}

Majority Spine::majority_asked(const Subject& subject, MatterClass matter) const {
    if (conference.meeting) return majority_of(conference, subject, matter);
    return majority_for(conference.profile, conference.unit(unit_)->kind, matter);
}

VoteStarted Spine::start() const {
    const Question question = conference.question.value_or(Question{});
    VoteStarted start{.run = conference.next_run(),
                      .question = question.put.question,
                      .put = question.entry.leaf,
                      .sentence = question.put.sentence,
                      .majority = question.put.majority,
                      .method = question.put.method,
                      .texts = question.put.texts,
                      .participating = conference.participating(),
                      .suspended = conference.suspended_here(),
                      .build = "test"};
    for (const auto& [id, participant] : conference.participants)
        if (conference.takes_part(id)) start.roll.emplace(id, participant.credentials);
    return start;
}

Ballot Spine::ballot(const std::string& delegation, Choice choice) {
    const Run run = conference.run.value_or(Run{});
    Ballot ballot{.run = run.start.run,
                  .start = run.start_entry.leaf,
                  .delegation = delegation,
                  .id = padded(++ballots_, 32),
                  .choice = choice};
    for (const auto& standing : run.position(delegation).standing)
        ballot.replaces.push_back(standing.ballot.id);
    return ballot;
}

VoteClosed Spine::close() const {
    const Run run = conference.run.value_or(Run{});
    return {.run = run.start.run, .start = run.start_entry.leaf};
}

VoteLocked Spine::lock() const {
    const Run run = conference.run.value_or(Run{});
    return {.run = run.start.run, .close = run.close_entry.value_or(EntryRef{}).leaf};
}

ResultAnnounced Spine::announcement() const {
    const Run run = conference.run.value_or(Run{});
    auto result = result_of(conference);
    ResultAnnounced announced = result ? *result : ResultAnnounced{.run = run.start.run};
    announced.lock = run.lock_entry.value_or(EntryRef{}).leaf;
    return announced;
}

void Spine::open(const std::string& organ) {
    if (conference.meeting) take(MeetingClosed{.meeting = conference.meeting->number});
    unit_ = organ;
    take(meeting());
    std::vector<std::string> present;
    for (const auto& [id, participant] : conference.participants)
        if (participant.credentials != Credentials::rejected && conference.takes_part(id))
            present.push_back(id);
    take(presence(present));
}

void Spine::put(const std::string& text_unit, Method method) {
    auto put = question(text_unit);
    put.method = method;
    take(put);
}

void Spine::cast(const std::string& delegation, Choice choice) { take(ballot(delegation, choice)); }

void Spine::cast(int count, Choice choice) {
    for (const auto& id : participants) {
        if (count == 0) return;
        if (conference.run->ballots.contains(id)) continue;
        cast(id, choice);
        --count;
    }
    REQUIRE(count == 0);
}

ResultAnnounced Spine::finish() {
    take(close());
    take(lock());
    return std::get<ResultAnnounced>(take(announcement()).record);
}

}  // namespace placet::tests
