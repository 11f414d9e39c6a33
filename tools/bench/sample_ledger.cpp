#include "tools/bench/sample_ledger.h"

#include "ledger/index_columns.h"
#include "ledger/person_list.h"
#include "tools/bench/sync_count.h"

#include <fmt/format.h>
#include <iostream>

namespace placet::bench {

using namespace placet::ledger;

namespace {

SigningKey labelled_key(std::string_view label) {
    return SigningKey::from_seed(sha256(bytes_of(fmt::format("placet-bench {}", label))));
}

/// Who seals what, beside the presiding officer.
std::vector<std::pair<Role, PersonId>> sealers_of(const Record& record) {
    if (std::holds_alternative<PresenceNoted>(record)) return {{Role::attendant, "attendant"}};
    std::vector<std::pair<Role, PersonId>> sealers = {{Role::presiding_officer, "president"}};
    if (std::holds_alternative<VoteLocked>(record) ||
        std::holds_alternative<ResultAnnounced>(record))
        sealers.emplace_back(Role::secretary, "secretary");
    return sealers;
}

constexpr std::string_view unit = "plenary";

/// Writes to the log directly, many entries a transaction, and folds them unasked.
class Generator {
public:
    Generator(Log log, Conference conference, std::size_t per_transaction)
        : log_(std::move(log)),
          conference_(std::move(conference)),
          tree_(log_.tree()),
          per_transaction_(per_transaction) {}

    Recorder recorder() {
        return {.attach =
                    [this](std::string_view table) {
                        return log_.attach(sha256(bytes_of(table)), bytes_of(table));
                    },
                .record = [this](const Draft& draft) { return add(draft); },
                .conference = [this]() -> const Conference& { return conference_; },
                .position =
                    [this] {
                        return FeedPosition{
                            .origin = log_.key().name, .size = tree_.size(), .root = tree_.root()};
                    }};
    }

    Result<Done> flush() {
        if (waiting_.empty()) return Done{};
        const auto appended = log_.append(waiting_, SampleConference::terminal_key());
        waiting_.clear();
        if (!appended) return appended.error();
        return Done{};
    }

private:
    Result<Done> add(const Draft& draft) {
        auto bytes = encode_entry(draft, log_.key().name, tree_.size(), system_wall_ms());
        if (!bytes) return bytes.error();
        const auto entry = decode_entry(*bytes);
        if (!entry) return entry.error();
        auto columns = index_columns(*entry);
        apply(conference_, *entry);
        tree_.append(entry->leaf);
        waiting_.push_back({.data = *std::move(bytes),
                            .type = std::move(columns.type),
                            .run = columns.run,
                            .ballot = std::move(columns.ballot)});
        if (waiting_.size() >= per_transaction_) return flush();
        return Done{};
    }

    Log log_;
    Conference conference_;
    CompactRange tree_;
    std::size_t per_transaction_;
    std::vector<NewEntry> waiting_ = {};
};

Result<Done> generate(const std::filesystem::path& path, const SampleConference& sample,
                      Shape shape) {
    const Unsynced unsynced;
    if (const auto founded = sample.found(path); !founded) return founded.error();
    auto conference = [&]() -> Result<Conference> {
        const auto ledger = Ledger::open(path, SampleConference::terminal_key(), {});
        if (!ledger) return ledger.error();
        return ledger->conference();
    }();
    if (!conference) return conference.error();
    auto log = Log::open(path, {});
    if (!log) return log.error();
    Generator generator(*std::move(log), *std::move(conference), shape.per_transaction);
    const auto to = generator.recorder();
    auto done = open_meeting(sample, to);
    while (done && to.position().size < shape.entries) {
        done = start_vote(sample, to);
        if (done) done = cast_all(sample, to);
        if (done) done = finish_vote(sample, to);
    }
    if (!done) return done.error();
    return generator.flush();
}

/// Records what was made, or says why it could not be made.
template <class T>
Result<Done> record_sealed(const SampleConference& sample, const Recorder& to,
                           const Result<T>& record) {
    if (!record) return record.error();
    const auto draft = sample.sealed(to.conference(), *record);
    if (!draft) return draft.error();
    return to.record(*draft);
}

}  // namespace

Result<SampleConference> SampleConference::read(const std::filesystem::path& package) {
    SampleConference sample;
    auto read = read_conference_package(package);
    if (!read) return read.error();
    sample.plan_.package = *std::move(read);
    sample.plan_.persons = demonstration_persons(sample.plan_.package, 1000);
    for (auto& person : sample.plan_.persons) {
        const auto& key = sample.keys_.emplace(person.id, labelled_key(person.id)).first->second;
        person.key = key.public_key();
        if (person.role != Role::delegate) continue;
        sample.delegations_.push_back(person.participant);
        sample.delegates_.emplace(person.participant, person.id);
    }
    return sample;
}

SigningKey SampleConference::key_of(const PersonId& person) { return labelled_key(person); }

SigningKey SampleConference::terminal_key() { return labelled_key("desk"); }

Result<Done> SampleConference::found(const std::filesystem::path& path,
                                     const std::vector<Terminal>& more) const {
    const auto root = labelled_key("root");
    std::vector<NewBadge> badges;
    for (const auto& person : plan_.persons)
        badges.push_back({.person = person, .key = labelled_key(person.id), .secret = Secret(16)});
    auto charter = charter_of(plan_, root.public_key(), terminal_key().public_key());
    charter.terminals.insert(charter.terminals.end(), more.begin(), more.end());
    auto unnamed = found_conference(path, plan_, charter, badges, root, terminal_key());
    if (!unnamed) return unnamed.error();
    return unnamed->give_name(path);
}

Result<Draft> SampleConference::sealed(const Conference& conference, const Record& record) const {
    auto draft = draft_of(record, unit);
    if (!draft) return draft.error();
    for (const auto& [role, person] : sealers_of(record))
        seal_draft(*draft, conference.charter_leaf, role, person, keys_.at(person));
    return draft;
}

Result<Draft> SampleConference::ballot(const Conference& conference,
                                       const ParticipantId& delegation) const {
    const auto choice = delegation < "E" ? Choice::no : Choice::yes;
    const auto ballot = ballot_of(conference, delegation, choice);
    if (!ballot) return ballot.error();
    auto draft = draft_of(*ballot, unit);
    if (!draft) return draft.error();
    const auto& person = delegates_.at(delegation);
    seal_draft(*draft, conference.charter_leaf, Role::delegate, person, keys_.at(person));
    return draft;
}

Recorder recorder_of(Ledger& ledger) {
    return {.attach = [&ledger](std::string_view table) -> Result<Done> {
                const auto attached = ledger.attach(bytes_of(table));
                if (!attached) return attached.error();
                return Done{};
            },
            .record = [&ledger](const Draft& draft) -> Result<Done> {
                const auto appended = ledger.append(draft);
                if (!appended) return appended.error();
                return Done{};
            },
            .conference = [&ledger]() -> const Conference& { return ledger.conference(); },
            .position = [&ledger] { return ledger.position(); }};
}

Result<Done> open_meeting(const SampleConference& sample, const Recorder& to) {
    const auto opened =
        record_sealed(sample, to, Result(next_meeting(to.conference(), "president")));
    if (!opened) return opened.error();
    return record_sealed(sample, to,
                         Result(PresenceNoted{.meeting = to.conference().meeting->number,
                                              .arrived = sample.delegations()}));
}

/// On this unit of text; once it is decided, on a motion of substance.
Result<QuestionPut> question_on(const Conference& conference, const TextUnitId& id) {
    if (conference.decision_on(id) == nullptr) return question_of_adopting(conference, id);
    auto question = question_of_own_motion(conference, "to go on", Method::recorded);
    if (!question) return question.error();
    question->matter = MatterClass::substance;
    question->majority = to_text(conference.profile.plenary.substance);
    return question;
}

Result<Done> start_vote(const SampleConference& sample, const Recorder& to) {
    const auto& texts = to.conference().text_units;
    const auto& text = texts[to.conference().decisions.size() % texts.size()];
    const auto put = record_sealed(sample, to, question_on(to.conference(), text.id));
    if (!put) return put.error();
    return record_sealed(sample, to, start_of_vote(to.conference(), "bench"));
}

Result<Done> cast_all(const SampleConference& sample, const Recorder& to) {
    for (const auto& delegation : sample.delegations()) {
        const auto draft = sample.ballot(to.conference(), delegation);
        if (!draft) return draft.error();
        if (const auto recorded = to.record(*draft); !recorded) return recorded.error();
    }
    return Done{};
}

Result<Done> finish_vote(const SampleConference& sample, const Recorder& to) {
    const auto& run = *to.conference().run;
    const auto called = record_sealed(
        sample, to, Result(LastCalled{.run = run.start.run, .start = run.start_entry.leaf}));
    if (!called) return called.error();
    auto close = close_of_vote(to.conference());
    if (close) close->waited_ms = 1'000 * to.conference().profile.last_call_seconds;
    const auto closed = record_sealed(sample, to, close);
    if (!closed) return closed.error();
    const auto locked = record_sealed(sample, to, lock_of_vote(to.conference(), to.position()));
    if (!locked) return locked.error();
    const auto announcement = announcement_of(to.conference());
    if (!announcement) return announcement.error();
    if (const auto attached = to.attach(announcement->table); !attached) return attached.error();
    return record_sealed(sample, to, Result(announcement->record));
}

Result<std::filesystem::path> sample_ledger(const Settings& settings,
                                            const SampleConference& sample, Shape shape) {
    const auto path = settings.folder /
                      fmt::format("sample-{}-by-{}.ledger", shape.entries, shape.per_transaction);
    if (std::filesystem::exists(path)) return path;
    std::cerr << fmt::format("making {} ...\n", path.string());
    const auto unfinished = path.string() + ".unfinished";
    std::filesystem::remove(unfinished);
    if (const auto made = generate(unfinished, sample, shape); !made) return made.error();
    std::filesystem::rename(unfinished, path);
    return path;
}

}  // namespace placet::bench
