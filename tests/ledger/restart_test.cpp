// The program ends, by itself or not, and the ledger is opened again. Source: architecture, "The
// ledger".
#include "tests/ledger/founded.h"
#include "tests/support/child.h"

#include <sys/resource.h>

#include <csignal>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

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
    append(
        *founded.ledger,
        founded.sealed(value_of(lock_of_vote(founded.conference(), founded.ledger->position()))));
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
    for (const Record& record : {Record{VoteClosed{.run = 1}}, Record{VoteLocked{.run = 1}},
                                 Record{ResultAnnounced{.run = 1}}}) {
        fs::copy_file(folder / "ledger", folder / "broken", fs::copy_options::overwrite_existing);
        {
            auto log = value_of(Log::open(folder / "broken", {}));
            const auto draft = builder.sealed(conference, record);
            const auto bytes =
                value_of(encode_entry(draft, ConferenceBuilder::origin(), log.size(), 1));
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
        auto log = value_of(
            Log::create(folder / "ledger",
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

TEST_CASE("a ledger whose founding was cut off says so", "[ledger]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA"});
    {
        value_of(Log::create(
            folder / "ledger",
            {.name = ConferenceBuilder::origin(), .key = builder.terminal_key().public_key()}, {}));
    }
    const auto error = error_of(reopen_ledger(folder / "ledger", builder));
    CHECK(error.fault == Fault::malformed);
    CHECK(error.detail.find("never founded") != std::string::npos);
}
