// What a badge opens when the conference moves on while its PIN is checked.
#include "ledger/acts.h"
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>
#include <future>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;
using tests::value_of;

namespace {

/// A PIN is checked for as long as the test wants.
struct SlowCheck {
    OpenKey open_key() {
        return [this](const Badge& badge, std::string_view digits) {
            const auto held = hold;
            if (held.valid()) held.wait();
            return tests::open_at_no_cost(badge, digits);
        };
    }
    void begin() { hold = done.emplace().get_future().share(); }
    void end() { std::exchange(done, std::nullopt)->set_value(); }

    std::optional<std::promise<void>> done = {};
    std::shared_future<void> hold = {};
};

struct Slow : SlowCheck, Kiosk {
    Slow() : Kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(), open_key()) {
        open_meeting();
    }
    ~Slow() {
        if (done) end();
    }
    void adopt_without_a_vote() {
        act(ProposeAdoption{"article-2"});
        advance(conference().profile.silence_seconds * 1000);
        act(Gavel{});
        handle(ConfirmConsensus{});
        enter(pin);
        REQUIRE(conference().decisions.size() == 1);
    }
    void put_a_motion() { act(PutQuestion{.words = "to close the debate"}); }
    /// The PIN of this badge is being checked; what is it asked for?
    PinPurpose check_begins(const std::string& person) {
        present(person);
        REQUIRE(state().pin);
        const auto purpose = state().pin->purpose;
        begin();
        const auto bytes = bytes_of(pin);
        handle(EnterPin{Secret(bytes)});
        REQUIRE(state().pin->checking);
        return purpose;
    }
    void check_ends() {
        end();
        settle();
        REQUIRE_FALSE(state().pin);
    }
};

}  // namespace

TEST_CASE("a delegate whose PIN is checked while a vote starts votes in it", "[terminal]") {
    Slow kiosk;
    kiosk.adopt_without_a_vote();
    kiosk.put_a_motion();
    CHECK(kiosk.check_begins("bbb-1") == PinPurpose::speak);
    kiosk.handle(StartVote{});
    kiosk.until([&] { return kiosk.conference().voting_open(); });
    kiosk.check_ends();
    CHECK_FALSE(kiosk.state().delegation);
    REQUIRE(kiosk.state().ballot);
    kiosk.act(terminal::CastBallot{Choice::no});
    CHECK(kiosk.conference().run->position("bbb").counted() == Choice::no);
}

TEST_CASE("a delegate whose PIN is checked while the vote goes away is told so", "[terminal]") {
    Slow kiosk;
    kiosk.put_a_motion();
    kiosk.act(StartVote{});
    CHECK(kiosk.check_begins("bbb-1") == PinPurpose::cast);
    SECTION("closed") {
        kiosk.writer().append(kiosk.builder().sealed(kiosk.conference(),
                                                     value_of(close_of_vote(kiosk.conference()))));
        kiosk.until([&] { return !kiosk.conference().voting_open(); });
        kiosk.check_ends();
        CHECK_THAT(kiosk.state().notice->what, Catch::Matchers::Contains("The voting is closed."));
    }
    SECTION("annulled") {
        kiosk.writer().append(kiosk.builder().sealed(
            kiosk.conference(), value_of(annulment_of_vote(kiosk.conference(), "An error."))));
        kiosk.until([&] { return !kiosk.conference().vote_under_way(); });
        kiosk.check_ends();
        CHECK_THAT(kiosk.state().notice->what, Catch::Matchers::Contains("No vote is open."));
    }
    CHECK_FALSE(kiosk.state().ballot);
    CHECK_FALSE(kiosk.state().delegation);
}

TEST_CASE("no memory to check a PIN is no failure of the disk", "[terminal]") {
    bool full = false;
    Kiosk kiosk({"aaa", "bbb"}, std::filesystem::temp_directory_path(),
                [&](const Badge& badge, std::string_view digits) -> Result<SigningKey> {
                    if (full) return Error{Fault::full, "not enough memory to open the key"};
                    return tests::open_at_no_cost(badge, digits);
                });
    kiosk.start_vote();
    full = true;
    kiosk.present("aaa-1");
    kiosk.enter(Kiosk::pin);
    REQUIRE(kiosk.state().notice);
    CHECK_FALSE(kiosk.state().notice->grave);
    CHECK_THAT(kiosk.state().notice->what, Catch::Matchers::Contains("not enough memory"));
    CHECK_FALSE(kiosk.state().health.writing_stopped);
    CHECK(kiosk.conference().pins_refused.empty());
    full = false;
    kiosk.handle(DismissNotice{});
    kiosk.cast("aaa", Choice::yes);
    CHECK(kiosk.state().ballot->stage == BallotStage::recorded);
}

TEST_CASE("a wrong PIN or another badge's secret opens nothing in tests either", "[terminal]") {
    const auto nonce = std::string("00112233445566778899aabbccddeeff");
    const auto badge = value_of(parse_badge(Kiosk::badge("aaa-1"), nonce));
    const Badge other{.person = "bbb-1", .secret = Secret(badge.secret.bytes())};
    CHECK(tests::open_at_no_cost(badge, Kiosk::pin));
    CHECK(tests::fault_of(tests::open_at_no_cost(badge, Kiosk::wrong_pin)) == Fault::unverified);
    CHECK(tests::fault_of(tests::open_at_no_cost(other, Kiosk::pin)) == Fault::unverified);
}

TEST_CASE("a badge that is scanned into words does not come into the ledger", "[terminal]") {
    Slow kiosk;
    const auto badge = Kiosk::badge("clerk");
    const auto recorded = [&] {
        return tests::content_of(kiosk.file()).find(badge.substr(0, badge.size() - 20)) !=
               std::string::npos;
    };
    const auto size = kiosk.state().position.size;
    // The field takes forty characters: with less than all of it, guessing is less.
    for (const auto& words : {badge, "A/C.6/1 " + badge, badge.substr(0, 40)}) {
        kiosk.handle(PutQuestion{.words = words});
        kiosk.settle();
        REQUIRE(kiosk.state().notice);
        CHECK_THAT(kiosk.state().notice->what,
                   Catch::Matchers::Contains("A badge was scanned into these words"));
        kiosk.handle(DismissNotice{});
    }
    CHECK(kiosk.state().position.size == size);
    kiosk.put_a_motion();
    kiosk.act(StartVote{});
    kiosk.handle(AnnulVote{"An error. " + badge});
    CHECK_FALSE(kiosk.state().pin);
    REQUIRE(kiosk.state().notice);
    kiosk.handle(DismissNotice{});
    CHECK_FALSE(recorded());
    kiosk.handle(AnnulVote{"A badge of placet- was lost."});  // words are words
    CHECK(kiosk.state().pin);
}
