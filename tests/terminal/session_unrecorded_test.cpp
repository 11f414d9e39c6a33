// The session in a vote that is not recorded: one shared kiosk, positions in memory, totals alone.
#include "tests/support/kiosk.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

Kiosk& begun(Kiosk& kiosk) {
    kiosk.start_vote(Method::non_recorded);
    return kiosk;
}

void give(Kiosk& kiosk, const std::string& delegation, Choice choice) {
    kiosk.cast(delegation, choice);
    REQUIRE(kiosk.state().ballot);
    REQUIRE(kiosk.state().ballot->stage == BallotStage::taken);
    kiosk.handle(LeaveBallot{});
}

void refuses_badge(Kiosk& kiosk, const std::string& person, const std::string& words) {
    const auto size = kiosk.state().position.size;
    kiosk.present(person);
    REQUIRE(kiosk.state().notice);
    CHECK_THAT(kiosk.state().notice->what, Catch::Matchers::Contains(words));
    CHECK_FALSE(kiosk.state().pin);
    CHECK(kiosk.state().position.size == size);
    kiosk.handle(DismissNotice{});
}

const TotalsTaken* totals(const Kiosk& kiosk) {
    const auto& run = kiosk.conference().run;
    return run && run->totals ? &*run->totals : nullptr;
}

}  // namespace

TEST_CASE("positions at the shared kiosk become totals when the chair closes the vote",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc", "ddd", "eee", "fff"});
    begun(kiosk);
    const auto size = kiosk.state().position.size;
    give(kiosk, "aaa", Choice::yes);
    give(kiosk, "bbb", Choice::yes);
    give(kiosk, "ccc", Choice::no);
    give(kiosk, "ddd", Choice::abstain);
    give(kiosk, "eee", Choice::not_participating);
    CHECK(kiosk.state().positions_taken == 5);
    CHECK(kiosk.state().position.size == size);  // nothing is recorded while positions are taken
    CHECK(kiosk.conference().run->ballots.empty());

    kiosk.handle(CloseVote{});
    kiosk.settle();
    REQUIRE(totals(kiosk) != nullptr);
    CHECK(totals(kiosk)->yes == 2);
    CHECK(totals(kiosk)->no == 1);
    CHECK(totals(kiosk)->abstaining == 1);
    CHECK_FALSE(kiosk.state().positions_taken);
    REQUIRE(kiosk.state().pin);  // and the close itself wants the presiding officer's PIN
    CHECK(kiosk.state().pin->purpose == PinPurpose::close);
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().run->phase == RunPhase::closed);
    CHECK(kiosk.state().position.size == size + 2);

    kiosk.handle(LockVote{});
    kiosk.enter_both_pins();
    kiosk.handle(AnnounceResult{});
    kiosk.enter_both_pins();
    const auto decision = kiosk.conference().decisions.back();
    CHECK(decision.result->figures.yes == 2);
    CHECK(decision.result->figures.no == 1);
    CHECK(decision.result->figures.abstaining == 1);
    CHECK(decision.result->figures.not_voting == 2);
}

TEST_CASE("a delegation that takes its position again has only the last in the totals",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb"});
    begun(kiosk);
    give(kiosk, "aaa", Choice::yes);
    kiosk.identify("aaa-1");
    CHECK(kiosk.state().ballot->has_taken);
    CHECK_FALSE(kiosk.state().ballot->recorded);  // which position it was, nothing shows
    CHECK_FALSE(kiosk.state().ballot->asked);
    kiosk.handle(terminal::CastBallot{Choice::no});
    kiosk.handle(ChooseAgain{});
    CHECK(kiosk.state().ballot->stage == BallotStage::choosing);
    kiosk.handle(terminal::CastBallot{Choice::abstain});
    kiosk.handle(LeaveBallot{});
    CHECK(kiosk.state().positions_taken == 1);
    kiosk.handle(CloseVote{});
    kiosk.settle();
    REQUIRE(totals(kiosk) != nullptr);
    CHECK(totals(kiosk)->yes == 0);
    CHECK(totals(kiosk)->no == 0);
    CHECK(totals(kiosk)->abstaining == 1);
}

TEST_CASE("a kiosk that serves one delegation takes no position that is not recorded",
          "[terminal]") {
    Kiosk alone({"aaa"});
    begun(alone);
    refuses_badge(alone, "aaa-1", "serves one delegation alone");
    Kiosk shared({"aaa", "bbb"});
    begun(shared);
    shared.identify("aaa-1");
    CHECK(shared.state().ballot);
}

TEST_CASE("a vote that is not recorded is void after the kiosk was started again", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    begun(kiosk);
    give(kiosk, "aaa", Choice::yes);
    kiosk.restart();
    CHECK_FALSE(kiosk.state().positions_taken);
    REQUIRE(kiosk.state().notice);
    CHECK_THAT(kiosk.state().notice->now, Catch::Matchers::Contains("Annul it"));
    kiosk.handle(DismissNotice{});
    refuses_badge(kiosk, "bbb-1", "held in its memory alone and are gone");
    kiosk.sign_in_officers();
    kiosk.refuses(CloseVote{}, "has not yet given the totals");

    kiosk.handle(AnnulVote{"The equipment failed."});
    kiosk.enter_both_pins();
    CHECK(kiosk.conference().run->phase == RunPhase::annulled);
    kiosk.act(StartVote{});
    give(kiosk, "bbb", Choice::no);
    kiosk.handle(CloseVote{});
    kiosk.settle();
    REQUIRE(totals(kiosk) != nullptr);
    CHECK(totals(kiosk)->yes == 0);  // what was taken before the restart counts nowhere
    CHECK(totals(kiosk)->no == 1);
}

TEST_CASE("totals that are recorded stand through a restart and admit no further position",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    begun(kiosk);
    give(kiosk, "aaa", Choice::yes);
    kiosk.handle(CloseVote{});
    kiosk.settle();
    kiosk.handle(Cancel{});  // the PIN of the close
    refuses_badge(kiosk, "bbb-1", "totals of this vote are recorded");
    kiosk.restart();
    kiosk.handle(DismissNotice{});
    kiosk.sign_in_officers();
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().run->phase == RunPhase::closed);
    CHECK(totals(kiosk)->yes == 1);
}

TEST_CASE("the totals wait for what the close waits for", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb"}, std::filesystem::temp_directory_path(), {},
                {.last_call_seconds = 10});
    begun(kiosk);
    give(kiosk, "aaa", Choice::yes);
    kiosk.refuses(CloseVote{}, "last call");
    const auto& run = *kiosk.conference().run;
    const LastCalled called{.run = run.start.run, .start = run.start_entry.leaf};
    kiosk.act(NoteRecord{called});
    kiosk.refuses(CloseVote{}, "second");
    give(kiosk, "bbb", Choice::no);  // until the close
    kiosk.advance(10'000);
    kiosk.handle(CloseVote{});
    kiosk.settle();
    REQUIRE(totals(kiosk) != nullptr);
    CHECK(totals(kiosk)->yes == 1);
    CHECK(totals(kiosk)->no == 1);
}

TEST_CASE("whoever is not noted as present takes no position that is not recorded", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    begun(kiosk);
    kiosk.act(NotePresence{.left = {"ccc"}});
    refuses_badge(kiosk, "ccc-1", "not noted as present");
    kiosk.act(NotePresence{.arrived = {"ccc"}});
    give(kiosk, "ccc", Choice::yes);
}
