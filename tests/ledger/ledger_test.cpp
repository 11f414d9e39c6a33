// Source: architecture, "The record, exactly" and "The ledger".
#include "ledger/ledger.h"

#include "ledger/acts.h"
#include "ledger/canonical.h"
#include "tests/support/child.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sys/resource.h>

#include <csignal>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

/// A conference of three in a folder of its own.
struct Founded {
    TempFolder folder = {};
    fs::path path = folder / "ledger";
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    std::optional<Ledger> ledger = found_ledger(path, builder);

    const Conference& conference() const { return ledger->conference(); }
    Draft sealed(const Record& record) const { return builder.sealed(conference(), record); }
    /// As after a power cut: what is on disk is all there is.
    void restart() {
        ledger.reset();
        ledger = value_of(reopen_ledger(path, builder));
    }
    /// A vote with these choices, announced.
    void vote(Choice a, Choice b, Choice c) {
        start_vote(*ledger, builder);
        cast(*ledger, builder, "AAA", a);
        cast(*ledger, builder, "BBB", b);
        cast(*ledger, builder, "CCC", c);
        finish_vote(*ledger, builder);
    }
};

/// Everything that bears on what may follow, told apart from a restored conference by nothing.
std::string essence(const Conference& conference) {
    std::string text = std::to_string(conference.size) + ' ' + hex(conference.charter_leaf);
    text += ' ' + std::to_string(conference.next_question()) + ' ' +
            std::to_string(conference.next_run());
    for (const auto& [id, participant] : conference.participants) text += ' ' + participant.name;
    for (const auto& [id, person] : conference.persons) text += ' ' + hex(person.key);
    for (const auto& id : conference.present) text += " present:" + id;
    for (const auto& decision : conference.decisions) text += ' ' + decision.result.sentence;
    if (conference.meeting) text += " meeting" + std::to_string(conference.meeting->number);
    if (conference.question) text += " question:" + conference.question->put.sentence;
    if (conference.vote_under_way()) {
        text += " phase" + std::to_string(static_cast<int>(conference.run->phase));
        for (const auto& [id, cast] : conference.run->ballots)
            for (const auto& one : cast)
                text += ' ' + one.ballot.id + std::to_string(static_cast<int>(one.ballot.choice));
        for (const auto& id : conference.run->present_at_close) text += " voted:" + id;
    }
    for (const auto& [id, count] : conference.pins_refused) text += " pin:" + id;
    return text;
}

/// Changes the choice inside the stored bytes of the ballot with this id.
void change_choice(const fs::path& path, const std::string& id) {
    auto content = content_of(path);
    const auto at = content.find("\"id\":\"" + id);
    REQUIRE(at != std::string::npos);
    const auto choice = content.rfind("\"choice\":\"yes\"", at);
    REQUIRE(choice != std::string::npos);
    content[choice + 10] = 'z';
    write_file(path, content);
}

}  // namespace

TEST_CASE("a vote goes from its founding to the announcement, entry by entry", "[ledger]") {
    Founded founded;
    open_meeting(*founded.ledger, founded.builder);
    founded.vote(Choice::yes, Choice::yes, Choice::no);
    REQUIRE(founded.conference().decisions.size() == 1);
    // Two thirds of 3 present and voting are 2.
    CHECK(founded.conference().decisions.front().result.outcome == Outcome::adopted);
    // Charter, participants, persons, texts; meeting, presence, question, start; 3 ballots; close,
    // lock, announcement.
    CHECK(founded.ledger->position().size == 14);
    CHECK(value_of(open_checkpoint(founded.ledger->checkpoint_note(),
                                   founded.ledger->verifier_key()))
              .size == 14);
}

TEST_CASE("after a restart the conference is what it was, at every entry of a vote", "[ledger]") {
    Founded founded;
    const auto check_restart = [&](std::string_view where) {
        INFO(where);
        const auto before = essence(founded.conference());
        founded.restart();
        CHECK(essence(founded.conference()) == before);
    };
    check_restart("founded");
    open_meeting(*founded.ledger, founded.builder);
    check_restart("meeting open");
    founded.vote(Choice::yes, Choice::no, Choice::abstain);
    check_restart("announced");
    start_vote(*founded.ledger, founded.builder);
    check_restart("voting");
    cast(*founded.ledger, founded.builder, "BBB", Choice::yes);
    check_restart("one ballot");
    append(*founded.ledger, founded.sealed(PinRefused{.person = "AAA-1"}));
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
    cast(*founded.ledger, founded.builder, "BBB", Choice::no);
    check_restart("a ballot changed");
    append(*founded.ledger, founded.sealed(value_of(close_of_vote(founded.conference()))));
    check_restart("closed");
    append(*founded.ledger, founded.sealed(value_of(lock_of_vote(founded.conference(),
                                                                 founded.ledger->position()))));
    check_restart("locked");
    append(*founded.ledger, founded.sealed(value_of(announcement_of(founded.conference())).record));
    check_restart("announced again");
    founded.vote(Choice::no, Choice::no, Choice::no);
    check_restart("after the vote that followed");
}

TEST_CASE("\"was it recorded?\" is answered after a restart", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto receipt = cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
    const auto id = founded.conference().run->ballots.at("AAA").front().ballot.id;
    const auto never = founded.builder.ballot(founded.conference(), "BBB", Choice::yes).id;
    founded.restart();

    const auto found = value_of(founded.ledger->recorded(id));
    REQUIRE(found.has_value());
    CHECK(found->entry.seq == receipt.entry.seq);
    CHECK(found->entry.leaf == receipt.entry.leaf);
    CHECK_FALSE(value_of(founded.ledger->recorded(never)).has_value());
}

TEST_CASE("a storage error stops the ledger until it is opened again", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    founded.ledger.reset();
    const auto outcome = in_child([&]() -> std::string {
        ::signal(SIGXFSZ, SIG_IGN);
        const auto room = static_cast<rlim_t>(fs::file_size(founded.path));
        auto ledger = reopen_ledger(founded.path, founded.builder);
        const rlimit limit{room, room};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto before = essence(ledger->conference());
        for (int recorded = 0;; ++recorded) {
            const auto ballot = founded.builder.ballot(ledger->conference(), "AAA", Choice::yes);
            const auto written =
                ledger->append(founded.builder.sealed(ledger->conference(), ballot));
            if (written) continue;
            const bool again = static_cast<bool>(
                ledger->append(founded.builder.sealed(ledger->conference(), ballot)));
            const bool answers = static_cast<bool>(ledger->recorded(ballot.id));
            return std::to_string(recorded) + (again ? " wrote again" : " stopped") +
                   (answers ? ", trusted what it read" : ", asks to be opened") + ' ' + ballot.id;
        }
    });
    INFO(outcome);
    CHECK(outcome.find(" stopped, asks to be opened") != std::string::npos);
    auto ledger = value_of(reopen_ledger(founded.path, founded.builder));
    const auto unsure = outcome.substr(outcome.rfind(' ') + 1);
    const auto stands = value_of(ledger.recorded(unsure)).has_value();
    CHECK(ledger.conference().size == 8 + std::stoull(outcome) + (stands ? 1 : 0));
}

TEST_CASE("ballots of decided votes are not read again; the open vote's are", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
    const auto id = founded.conference().run->ballots.at("AAA").front().ballot.id;

    SECTION("a changed ballot of the open vote is found at once") {
        founded.ledger.reset();
        change_choice(founded.path, id);
        CHECK(fault_of(reopen_ledger(founded.path, founded.builder)) == Fault::corrupt);
    }
    SECTION("one of a decided vote is the audit's to find") {
        finish_vote(*founded.ledger, founded.builder);
        founded.ledger.reset();
        change_choice(founded.path, id);
        CHECK(reopen_ledger(founded.path, founded.builder));
    }
}

TEST_CASE("a stored entry that the rules refuse is not folded in", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    Hash charter;
    {
        auto ledger = found_ledger(folder / "ledger", builder);
        charter = ledger.conference().charter_leaf;
    }
    Conference conference;
    conference.charter_leaf = charter;
    for (const Record& record :
         {Record{VoteClosed{.run = 1}}, Record{VoteLocked{.run = 1}},
          Record{ResultAnnounced{.run = 1}}}) {
        fs::copy_file(folder / "ledger", folder / "broken", fs::copy_options::overwrite_existing);
        {
            auto log = value_of(Log::open(folder / "broken", {}));
            const auto draft = builder.sealed(conference, record);
            const auto bytes = value_of(
                encode_entry(draft, ConferenceBuilder::origin(), log.size(), 1));
            const NewEntry entry{.data = bytes, .type = draft.type, .run = 1};
            value_of(log.append({&entry, 1}, builder.terminal_key()));
        }
        const auto error = error_of(reopen_ledger(folder / "broken", builder));
        CHECK(error.fault == Fault::corrupt);
        CHECK(error.detail.find("breaks the rules") != std::string::npos);
    }
}

TEST_CASE("a ledger whose charter enrols another key for its terminal does not open", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    const auto stranger = key_from_label("stranger");
    {
        auto log = value_of(Log::create(
            folder / "ledger",
            {.name = ConferenceBuilder::origin(), .key = stranger.public_key()}, {}));
        const auto charter = builder.charter();
        const NewEntry entry{
            .data = value_of(encode_entry(charter, ConferenceBuilder::origin(), 0, 1)),
            .type = charter.type};
        value_of(log.append({&entry, 1}, stranger));
    }
    CHECK(error_of(Ledger::open(folder / "ledger", key_from_label("stranger"), {}))
              .detail.find("another key") != std::string::npos);
}

TEST_CASE("an entry that stands under columns of another is found", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    Conference conference;
    {
        auto ledger = found_ledger(folder / "ledger", builder);
        conference = ledger.conference();
    }
    {
        auto log = value_of(Log::open(folder / "ledger", {}));
        const auto draft = builder.sealed(conference, next_meeting(conference, "chair"));
        const NewEntry entry{
            .data = value_of(encode_entry(draft, ConferenceBuilder::origin(), log.size(), 1)),
            .type = "presence/1"};
        value_of(log.append({&entry, 1}, builder.terminal_key()));
    }
    const auto error = error_of(reopen_ledger(folder / "ledger", builder));
    CHECK(error.fault == Fault::corrupt);
    CHECK(error.detail.find("not its own") != std::string::npos);
}

TEST_CASE("what the rules refuse is not written", "[ledger]") {
    Founded founded;
    const auto note = founded.ledger->checkpoint_note();
    const Record too_early = PresenceNoted{.meeting = 1, .arrived = {"AAA"}};
    CHECK(fault_of(founded.ledger->append(founded.sealed(too_early))) == Fault::refused);

    auto unsealed = founded.sealed(next_meeting(founded.conference(), "chair"));
    unsealed.seals.front().signature[0] ^= 1;
    CHECK(fault_of(founded.ledger->append(unsealed)) == Fault::unverified);

    Draft large{.type = "future/1", .unit = "plenary",
                .content = "{\"a\":\"" + std::string(entry_size_limit, 'a') + "\"}"};
    CHECK(fault_of(founded.ledger->append(large)) == Fault::malformed);
    CHECK(founded.ledger->checkpoint_note() == note);
    founded.restart();
    CHECK(founded.ledger->checkpoint_note() == note);
}

TEST_CASE("one ballot is recorded once, in whatever vote it is offered again", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto ballot = founded.builder.ballot(founded.conference(), "AAA", Choice::yes);
    append(*founded.ledger, founded.sealed(ballot));
    CHECK(fault_of(founded.ledger->append(founded.sealed(ballot))) == Fault::refused);

    finish_vote(*founded.ledger, founded.builder);
    start_vote(*founded.ledger, founded.builder);
    auto again = founded.builder.ballot(founded.conference(), "AAA", Choice::yes);
    again.id = ballot.id;
    const auto error = error_of(founded.ledger->append(founded.sealed(again)));
    CHECK(error.fault == Fault::refused);
    CHECK(error.detail.find("recorded already") != std::string::npos);
    // The twin: a ballot of its own.
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
}

TEST_CASE("a batch is one transaction, judged entry by entry", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto size = founded.ledger->position().size;
    Batch batch(*founded.ledger);
    const auto first = founded.builder.ballot(batch.conference(), "AAA", Choice::yes);
    value_of(batch.add(founded.builder.sealed(batch.conference(), first)));
    // As if the first were recorded: this one replaces it.
    const auto second = founded.builder.ballot(batch.conference(), "AAA", Choice::no);
    CHECK(second.replaces == std::vector{first.id});
    value_of(batch.add(founded.builder.sealed(batch.conference(), second)));
    CHECK(fault_of(batch.add(founded.builder.sealed(batch.conference(), second))) ==
          Fault::refused);
    CHECK(batch.position().size == size + 2);
    CHECK(founded.ledger->position().size == size);
    value_of(batch.commit());

    CHECK(founded.ledger->position().size == size + 2);
    CHECK(founded.ledger->position().root == batch.position().root);
    const auto checkpoints = value_of(
        founded.ledger->log().store().checkpoints_above(static_cast<std::int64_t>(size)));
    CHECK(checkpoints.size() == 1);
    // The same batch goes on.
    const auto third = founded.builder.ballot(batch.conference(), "BBB", Choice::yes);
    value_of(batch.add(founded.builder.sealed(batch.conference(), third)));
    value_of(batch.commit());
    const auto before = essence(founded.conference());
    founded.restart();
    CHECK(essence(founded.conference()) == before);
}

TEST_CASE("a batch that is dropped leaves no trace", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto before = essence(founded.conference());
    const auto note = founded.ledger->checkpoint_note();
    {
        Batch batch(*founded.ledger);
        const auto ballot = founded.builder.ballot(batch.conference(), "AAA", Choice::yes);
        value_of(batch.add(founded.builder.sealed(batch.conference(), ballot)));
    }
    CHECK(essence(founded.conference()) == before);
    CHECK(founded.ledger->checkpoint_note() == note);
    founded.restart();
    CHECK(essence(founded.conference()) == before);
    value_of(Batch(*founded.ledger).commit());  // nothing to record is no entry
    CHECK(founded.ledger->checkpoint_note() == note);
}

TEST_CASE("a snapshot does not change when something is recorded", "[ledger]") {
    Founded founded;
    bring_to_vote(*founded.ledger, founded.builder);
    const auto snapshot = founded.ledger->snapshot();
    cast(*founded.ledger, founded.builder, "AAA", Choice::yes);
    CHECK(snapshot->run->ballots.empty());
    CHECK(founded.ledger->snapshot()->run->ballots.size() == 1);
}

TEST_CASE("a ledger opens under the key of its terminal and no other", "[ledger]") {
    Founded founded;
    founded.ledger.reset();
    const auto before = sha256_of_file(founded.path);
    CHECK(fault_of(Ledger::open(founded.path, key_from_label("another conference's desk"), {})) ==
          Fault::refused);
    CHECK(sha256_of_file(founded.path) == before);
    CHECK(reopen_ledger(founded.path, founded.builder));
    CHECK(sha256_of_file(founded.path) == before);
}

TEST_CASE("a conference that cannot be founded leaves no file", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    auto charter = builder.charter();
    charter.seals.clear();
    CHECK(fault_of(Ledger::found(folder / "ledger", charter, ConferenceBuilder::origin(),
                                 builder.terminal_key(), {})) == Fault::unverified);
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), "test.example/other/desk",
                                 builder.terminal_key(), {})) == Fault::refused);
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), ConferenceBuilder::origin(),
                                 key_from_label("other"), {})) == Fault::refused);
    CHECK(fs::is_empty(folder.path()));
    { found_ledger(folder / "ledger", builder); }
    const auto before = sha256_of_file(folder / "ledger");
    CHECK(fault_of(Ledger::found(folder / "ledger", builder.charter(), ConferenceBuilder::origin(),
                                 builder.terminal_key(), {})) == Fault::refused);
    CHECK(sha256_of_file(folder / "ledger") == before);
}

TEST_CASE("a ledger whose founding was cut off says so", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    {
        value_of(Log::create(folder / "ledger",
                             {.name = ConferenceBuilder::origin(),
                              .key = builder.terminal_key().public_key()},
                             {}));
    }
    const auto error = error_of(reopen_ledger(folder / "ledger", builder));
    CHECK(error.fault == Fault::malformed);
    CHECK(error.detail.find("never founded") != std::string::npos);
}

TEST_CASE("attachments come back as they were given, or not at all", "[ledger]") {
    Founded founded;
    const std::string text = "The table by State, for instance.";
    const auto hash = value_of(founded.ledger->attach(bytes_of(text)));
    CHECK(hash == sha256(bytes_of(text)));
    CHECK(value_of(founded.ledger->attach(bytes_of(text))) == hash);
    CHECK(fault_of(founded.ledger->attach(Bytes(attachment_size_limit + 1))) == Fault::malformed);
    founded.restart();
    CHECK(text_of(*value_of(founded.ledger->attachment(hash))) == text);
    CHECK_FALSE(value_of(founded.ledger->attachment(sha256({}))).has_value());

    founded.ledger.reset();
    auto content = content_of(founded.path);
    content[content.find(text)] = 't';
    write_file(founded.path, content);
    founded.ledger = value_of(reopen_ledger(founded.path, founded.builder));
    CHECK(fault_of(founded.ledger->attachment(hash)) == Fault::corrupt);
}
