// One recorded vote, from an empty room to the announcement, through the real screens and a real
// ledger; everything is pressed by its id.
#include "tests/support/room.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using tests::Kiosk;
using tests::Room;

TEST_CASE("one recorded vote on a draft article, from an empty room to the announcement",
          "[terminal][flow][threads]") {
    Room room({"aaa", "bbb", "ccc", "ddd"});

    for (const auto* officer : {"chair", "clerk"}) {
        room.press("sitting.next");
        room.scan(officer);
        room.enter(Kiosk::pin);
    }
    room.press("sitting.next");
    REQUIRE(room.conference().meeting);
    CHECK(room.label("sitting.next") == "Note who is present");

    room.press("sitting.next");
    room.press("presence.mark");
    room.press("presence.ddd");  // not in the room after all
    room.press("presence.record");
    CHECK(room.conference().present == std::set<ParticipantId>{"aaa", "bbb", "ccc"});

    room.press("go.sitting");
    room.press("sitting.other");
    room.press("question.unit.article-2");
    room.press("question.put");
    REQUIRE(room.conference().question);
    CHECK(room.label("sitting.next") == "Start the vote: Draft article 2");
    room.press("sitting.next");
    REQUIRE(room.conference().voting_open());

    room.vote("aaa", "yes");
    room.vote("bbb", "no");
    room.scan("ccc-1");
    room.enter(Kiosk::wrong_pin);
    CHECK_FALSE(room.shows("vote.yes"));
    CHECK_FALSE(room.ui().item("pin.enter").enabled);
    room.wait_for_pin();
    room.enter(Kiosk::pin);
    room.press("vote.no");
    room.press("vote.confirm");
    room.press("receipt.change");
    room.press("vote.yes");
    room.press("vote.confirm");
    room.press("receipt.done");
    CHECK(room.conference().run->ballots.at("ccc").size() == 2);

    room.press("chair.close");
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().run->phase == RunPhase::closed);
    CHECK_FALSE(room.shows("chair.close"));

    room.press("review.lock");
    room.enter(Kiosk::pin);
    CHECK(room.conference().run->phase == RunPhase::closed);  // one seal is not enough
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().run->phase == RunPhase::locked);

    room.press("review.announce");
    room.enter(Kiosk::pin);
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().decisions.size() == 1);

    // Two of three are two thirds, exactly.
    const auto& result = *room.conference().decisions.front().result;
    CHECK(result.figures.yes == 2);
    CHECK(result.figures.no == 1);
    CHECK(result.outcome == Outcome::adopted);
    CHECK(result.sentence == "Draft article 2 was adopted by 2 votes to 1.");
    CHECK(room.conference().pins_refused.at("ccc-1") == 1);
    room.press("announcement.home");
    CHECK(room.shows("sitting.next"));
}
