// From an intent to a record, over a real ledger file.
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <sys/resource.h>
#include <catch2/catch.hpp>
#include <csignal>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using placet::tests::Kiosk;

namespace {

/// No file may grow from here on: the real failure of a full disk, for this process alone.
class NoRoom {
public:
    NoRoom() {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        previous_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{0, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    ~NoRoom() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, previous_);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit before_ = {};
    void (*previous_)(int) = nullptr;
};

std::int64_t ballots_of(const Kiosk& kiosk, const std::string& delegation) {
    const auto& ballots = kiosk.conference().run->ballots;
    const auto found = ballots.find(delegation);
    return found == ballots.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

}  // namespace

TEST_CASE("a ballot is shown as recorded only when the ledger says so", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.identify("aaa-1");
    REQUIRE(kiosk.state().ballot);
    CHECK(kiosk.state().ballot->stage == BallotStage::choosing);
    CHECK_FALSE(kiosk.state().ballot->recorded);

    kiosk.handle(terminal::CastBallot{Choice::no});
    CHECK(kiosk.state().ballot->stage == BallotStage::saving);
    CHECK_FALSE(kiosk.state().ballot->recorded);

    kiosk.settle();
    CHECK(kiosk.state().ballot->stage == BallotStage::recorded);
    REQUIRE(kiosk.state().ballot->recorded);
    CHECK(kiosk.state().ballot->recorded->choice == Choice::no);
    CHECK(kiosk.state().ballot->recorded->entry == kiosk.conference().size - 1);
    CHECK(ballots_of(kiosk, "aaa") == 1);
}

TEST_CASE("a second press while a ballot is being saved records nothing", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.identify("aaa-1");
    kiosk.handle(terminal::CastBallot{Choice::no});
    kiosk.handle(terminal::CastBallot{Choice::yes});
    kiosk.settle();
    CHECK(ballots_of(kiosk, "aaa") == 1);
    CHECK(kiosk.state().ballot->recorded->choice == Choice::no);
}

TEST_CASE("a delegate changes its ballot and both stand in the ledger", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    const auto first = kiosk.state().ballot->recorded->entry;

    kiosk.handle(ChooseAgain{});
    CHECK(kiosk.state().ballot->stage == BallotStage::choosing);
    kiosk.handle(terminal::CastBallot{Choice::abstain});
    kiosk.settle();
    CHECK(kiosk.state().ballot->recorded->choice == Choice::abstain);
    CHECK(kiosk.state().ballot->recorded->entry > first);
    CHECK(ballots_of(kiosk, "aaa") == 2);
    CHECK(kiosk.conference().run->position("aaa").counted() == Choice::abstain);
}

TEST_CASE("a wrong PIN opens nothing and is recorded", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.present("aaa-1");
    kiosk.enter(Kiosk::wrong_pin);
    REQUIRE(kiosk.state().pin);
    CHECK(kiosk.state().pin->wrong);
    CHECK(kiosk.state().pin->refused == 1);
    CHECK_FALSE(kiosk.state().ballot);

    kiosk.until([&] { return kiosk.conference().pins_refused.contains("aaa-1"); });
    CHECK(kiosk.conference().pins_refused.at("aaa-1") == 1);

    kiosk.advance(1'000);
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.state().ballot);
}

TEST_CASE("after every wrong PIN the next is taken later, and nobody else waits", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.present("aaa-1");
    for (const std::int64_t wait : {1, 2, 4, 8, 16, 16}) {
        kiosk.enter(Kiosk::wrong_pin);
        REQUIRE(kiosk.state().pin);
        CHECK(kiosk.state().pin->wait_s == wait);
        CHECK(kiosk.session().due_in_ms() == 1'000);  // counted down
        const int wrong = kiosk.state().pin->refused;
        kiosk.advance(1'000 * wait - 1);
        kiosk.enter(Kiosk::pin);  // not looked at
        REQUIRE(kiosk.state().pin);
        CHECK(kiosk.state().pin->wait_s == 1);
        CHECK(kiosk.state().pin->refused == wrong);
        kiosk.handle(Cancel{});  // and coming again does not help
        kiosk.present("aaa-1");
        CHECK(kiosk.state().pin->wait_s == 1);
        kiosk.advance(1);
    }
    kiosk.enter(Kiosk::wrong_pin);
    kiosk.handle(Cancel{});
    kiosk.identify("bbb-1");
    CHECK(kiosk.state().ballot);
    kiosk.handle(LeaveBallot{});

    kiosk.advance(16'000);
    kiosk.identify("aaa-1");
    CHECK(kiosk.state().ballot);
    kiosk.handle(LeaveBallot{});
    kiosk.present("aaa-1");
    kiosk.enter(Kiosk::wrong_pin);
    CHECK(kiosk.state().pin->wait_s == 1);  // the first again
}

TEST_CASE("a wrong PIN between close and announcement is recorded after it", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    kiosk.handle(LeaveBallot{});
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.conference().run->phase == RunPhase::closed);
    const auto closed_at = kiosk.conference().size;

    kiosk.handle(LockVote{});
    kiosk.enter(Kiosk::wrong_pin);
    CHECK(kiosk.state().pin->refused == 1);
    kiosk.advance(1'000);
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->phase == RunPhase::locked);
    CHECK(kiosk.conference().size == closed_at + 1);
    CHECK(kiosk.conference().pins_refused.empty());

    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->phase == RunPhase::announced);
    kiosk.until([&] { return kiosk.conference().pins_refused.contains("chair"); });
    CHECK(kiosk.conference().size == closed_at + 3);
    CHECK(kiosk.conference().pins_refused.at("chair") == 1);
}

TEST_CASE("lock and announcement bear the seals of both officers, each after a PIN", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    kiosk.cast("bbb", Choice::yes);
    kiosk.cast("ccc", Choice::no);
    kiosk.handle(LeaveBallot{});
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.conference().run->phase == RunPhase::closed);

    kiosk.handle(LockVote{});
    CHECK(kiosk.state().pin->role == Role::presiding_officer);
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.state().pin->role == Role::secretary);
    CHECK(kiosk.conference().run->phase == RunPhase::closed);
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.conference().run->phase == RunPhase::locked);

    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.conference().run->phase == RunPhase::announced);
    // Two thirds of three is two.
    CHECK(kiosk.conference().decisions.back().result->outcome == Outcome::adopted);
    CHECK(kiosk.state().voting_tables.at(kiosk.conference().decisions.back().result->table) ==
          "aaa\tyes\tState aaa\nbbb\tyes\tState bbb\n"
          "ccc\tno\tState ccc\n");
}

TEST_CASE("the table of an earlier decision is read from the ledger when it is shown",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    const auto decide = [&](Choice choice) {
        for (const auto* id : {"aaa", "bbb", "ccc"}) kiosk.cast(id, choice);
        kiosk.handle(LeaveBallot{});
        kiosk.handle(CloseVote{});
        kiosk.enter(Kiosk::pin);
        kiosk.handle(LockVote{});
        kiosk.enter_both_pins();
        kiosk.handle(AnnounceResult{});
        kiosk.enter_both_pins();
        return hex(kiosk.conference().decisions.back().entry.leaf);
    };
    kiosk.start_vote();
    const auto first = decide(Choice::yes);
    kiosk.act(PutQuestion{.words = "to close the debate"});
    kiosk.act(StartVote{});
    const auto second = decide(Choice::no);
    const auto table = [&](const std::string& leaf) {
        const auto hash = kiosk.conference().decision_of_entry(*hash_from_hex(leaf))->result->table;
        const auto found = kiosk.state().voting_tables.find(hash);
        return found == kiosk.state().voting_tables.end() ? std::nullopt : found->second;
    };
    kiosk.restart();
    CHECK_FALSE(table(first));
    CHECK(table(second));  // of the last result, which is shown at once
    kiosk.handle(OpenScreen{Screen::decision, first});
    kiosk.until([&] { return table(first).has_value(); });
    CHECK(*table(first) == "aaa\tyes\tState aaa\nbbb\tyes\tState bbb\nccc\tyes\tState ccc\n");
    CHECK(table(second)->starts_with("aaa\tno\t"));
}

TEST_CASE("a table that the ledger does not have is looked for once", "[terminal]") {
    std::atomic<int> woken = 0;  // outlives the thread that counts
    Kiosk kiosk({"aaa"});
    TableReader reader(kiosk.writer(), [&] { ++woken; });
    const auto absent = sha256(bytes_of("nobody announced it"));
    for (int n = 0; n < 3; ++n) reader.want(absent);
    std::vector<TableReader::Table> read;
    while (read.empty()) {
        std::this_thread::yield();
        read = reader.take();
    }
    REQUIRE(read.size() == 1);
    CHECK(read.front().hash == absent);
    CHECK_FALSE(placet::tests::value_of(read.front().bytes));
}

TEST_CASE("a decision goes to the printer, and paper that fails stops nothing", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    kiosk.handle(LeaveBallot{});
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    kiosk.handle(LockVote{});
    kiosk.enter_both_pins();
    CHECK(kiosk.printer().decisions.empty());
    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    REQUIRE(kiosk.printer().decisions.size() == 1);
    CHECK(kiosk.printer().decisions.front() == "Draft article 2 was adopted by 1 vote to none.");
    CHECK(kiosk.printer().checkpoint_note == kiosk.state().checkpoint_note);

    kiosk.printer().trouble = Error{Fault::full, "no space is left"};
    kiosk.session().poll();
    REQUIRE(kiosk.state().notice);
    CHECK(kiosk.state().notice->safe == "The decision is recorded. Paper changes nothing in it.");
    CHECK_FALSE(kiosk.state().notice->grave);
    CHECK_FALSE(kiosk.state().health.writing_stopped);
}

TEST_CASE("an officer who is not signed in is asked to, and nothing is recorded", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    const auto before = kiosk.conference().size;
    kiosk.handle(OpenMeeting{});
    REQUIRE(kiosk.state().notice);
    CHECK_FALSE(kiosk.state().notice->grave);
    CHECK_FALSE(kiosk.state().saving);

    kiosk.identify("chair");
    kiosk.handle(OpenMeeting{});
    kiosk.settle();
    CHECK(kiosk.conference().size == before + 1);

    kiosk.handle(SignOut{Role::presiding_officer});
    kiosk.handle(PutQuestion{"article-2"});
    CHECK(kiosk.state().notice);
    CHECK(kiosk.conference().size == before + 1);
}

TEST_CASE("a badge of another conference is refused before a PIN is asked", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    auto foreign = Kiosk::badge("aaa-1");
    foreign.replace(foreign.find("00112233"), 8, "99999999");
    kiosk.handle(PresentBadge{Secret(bytes_of(foreign))});
    CHECK_FALSE(kiosk.state().pin);
    REQUIRE(kiosk.state().notice);
    CHECK(kiosk.state().notice->what.find("another conference") != std::string::npos);

    kiosk.present("aaa-1");
    CHECK(kiosk.state().pin);
    CHECK_FALSE(kiosk.state().notice);
}

TEST_CASE("a delegate's badge does not sign in an officer", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.handle(SignIn{Role::presiding_officer});
    kiosk.present("aaa-1");
    CHECK_FALSE(kiosk.state().pin);
    CHECK(kiosk.state().notice);
    kiosk.present("clerk");
    CHECK_FALSE(kiosk.state().pin);
    kiosk.identify("chair");
    CHECK(kiosk.state().officers.contains(Role::presiding_officer));
    CHECK_FALSE(kiosk.state().signing_in);
}

TEST_CASE("who walks away is warned, and then nothing is cast and the key is gone", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.identify("aaa-1");
    const auto before = kiosk.conference().size;
    CHECK(kiosk.session().due_in_ms() == Session::idle_limit_ms);

    kiosk.advance(Session::idle_limit_ms - 1);
    CHECK_FALSE(kiosk.state().seconds_left);
    kiosk.advance(1);
    CHECK(kiosk.state().seconds_left == 15);
    kiosk.advance(1'000);
    CHECK(kiosk.state().seconds_left == 14);
    CHECK(kiosk.session().due_in_ms() == 1'000);

    SECTION("a touch calls the warning off") {
        kiosk.session().touched();
        CHECK_FALSE(kiosk.state().seconds_left);
        kiosk.advance(Session::idle_limit_ms - 1);
        CHECK(kiosk.state().ballot);
    }
    SECTION("nobody touches it") {
        kiosk.advance(Session::warning_ms - 1'000);
        CHECK_FALSE(kiosk.state().ballot);
        CHECK_FALSE(kiosk.session().due_in_ms());
        CHECK(kiosk.conference().size == before);
        kiosk.handle(terminal::CastBallot{Choice::yes});  // no key is left to seal it
        kiosk.settle();
        CHECK(kiosk.conference().size == before);
    }
}

TEST_CASE("a PIN pad that is left open goes away", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.present("aaa-1");
    kiosk.advance(Session::idle_limit_ms + Session::warning_ms);
    CHECK_FALSE(kiosk.state().pin);
    kiosk.handle(EnterPin{Secret(bytes_of(Kiosk::pin))});
    kiosk.settle();
    CHECK_FALSE(kiosk.state().ballot);
}

TEST_CASE("a vote closed under a delegate's hand shows what stands", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::no);
    const auto entry = kiosk.state().ballot->recorded->entry;
    kiosk.handle(ChooseAgain{});

    // Another hand at the writer: what a second terminal will be.
    auto& conference = kiosk.conference();
    kiosk.writer().append(kiosk.builder().sealed(
        conference, VoteClosed{.run = 1, .start = conference.run->start_entry.leaf}));
    kiosk.until([&] { return kiosk.conference().run->phase == RunPhase::closed; });

    REQUIRE(kiosk.state().ballot);
    CHECK(kiosk.state().ballot->stage == BallotStage::closed);
    CHECK(kiosk.state().ballot->recorded->choice == Choice::no);
    CHECK(kiosk.state().ballot->recorded->entry == entry);
    kiosk.handle(terminal::CastBallot{Choice::yes});
    kiosk.settle();
    CHECK(kiosk.conference().run->position("aaa").counted() == Choice::no);
}

TEST_CASE("a ballot that comes after the close is not recorded, and the screen says so",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.identify("aaa-1");
    auto& conference = kiosk.conference();
    kiosk.writer().append(kiosk.builder().sealed(
        conference, VoteClosed{.run = 1, .start = conference.run->start_entry.leaf}));
    kiosk.handle(terminal::CastBallot{Choice::yes});  // the kiosk does not know of the close yet
    kiosk.settle();
    REQUIRE(kiosk.state().ballot);
    CHECK(kiosk.state().ballot->stage == BallotStage::not_recorded);
    CHECK_FALSE(kiosk.state().ballot->recorded);
    CHECK(ballots_of(kiosk, "aaa") == 0);
}

TEST_CASE("a disk that fails stops the writing and says so, without a false word", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.cast("aaa", Choice::yes);
    kiosk.handle(LeaveBallot{});
    const auto recorded = kiosk.conference().size;
    kiosk.identify("bbb-1");
    {
        const NoRoom no_room;
        kiosk.handle(terminal::CastBallot{Choice::yes});
        kiosk.settle();
    }
    REQUIRE(kiosk.state().ballot);
    CHECK(kiosk.state().ballot->stage == BallotStage::unknown);
    CHECK_FALSE(kiosk.state().ballot->recorded);
    REQUIRE(kiosk.state().notice);
    const Notice notice = *kiosk.state().notice;
    CHECK(notice.grave);
    CHECK_FALSE(notice.what.empty());
    CHECK_FALSE(notice.safe.empty());
    CHECK_FALSE(notice.now.empty());
    CHECK(kiosk.state().health.writing_stopped);

    kiosk.handle(DismissNotice{});
    CHECK(kiosk.state().notice);
    kiosk.handle(LeaveBallot{});
    kiosk.handle(NotePresence{.left = {"ccc"}});
    CHECK_FALSE(kiosk.state().saving);
    CHECK(kiosk.conference().size == recorded);

    SECTION("after a restart the ledger says what was recorded") {
        kiosk.restart();
        REQUIRE(kiosk.state().notice);
        CHECK_FALSE(kiosk.state().notice->grave);
        CHECK(kiosk.conference().size == recorded);
        kiosk.identify("aaa-1");
        REQUIRE(kiosk.state().ballot->recorded);
        CHECK(kiosk.state().ballot->recorded->choice == Choice::yes);
        kiosk.handle(LeaveBallot{});
        kiosk.identify("bbb-1");
        CHECK_FALSE(kiosk.state().ballot->recorded);
    }
}

TEST_CASE("a kiosk that starts between votes has nothing to say about one", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.restart();
    CHECK_FALSE(kiosk.state().notice);
    CHECK(kiosk.state().screen == Screen::sitting);
}

TEST_CASE("every change of the state has a revision of its own, and idling has none",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    const auto before = kiosk.state().revision;
    kiosk.session().poll();
    kiosk.advance(500);
    CHECK(kiosk.state().revision == before);

    kiosk.handle(OpenScreen{Screen::ledger});
    const auto after = kiosk.state().revision;
    CHECK(after > before);
    kiosk.handle(RunAudit{});
    CHECK(kiosk.auditor().started == 1);
    kiosk.auditor().shown.running = true;
    kiosk.session().poll();
    CHECK(kiosk.state().audit.running);
    CHECK(kiosk.state().revision > after + 1);
}
