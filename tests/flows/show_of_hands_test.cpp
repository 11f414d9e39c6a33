// A show of hands through the real session and the real screens: two tellers who differ, a recount,
// the result.
#include "tests/support/room.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using tests::Kiosk;
using tests::Room;

namespace {

void count(Room& room, const std::string& teller, const std::string& yes, const std::string& no,
           const std::string& abstaining) {
    room.press("hands.teller." + teller);
    const std::pair<const char*, std::string> fields[] = {
        {"hands.yes", yes}, {"hands.no", no}, {"hands.abstain", abstaining}};
    for (const auto& [field, digits] : fields) {
        room.press(field);
        room.ui().type(digits);
    }
    room.press("hands.confirm");
}

}  // namespace

TEST_CASE("a show of hands whose tellers differ is counted again and then announced",
          "[terminal][flow]") {
    Room room({"aaa", "bbb", "ccc", "ddd", "eee"});
    room.kiosk().start_vote(Method::hands);
    room.settle();
    room.press("hands.teller.attendant");  // signs in where it is asked for
    room.scan("usher");
    room.enter(Kiosk::pin);

    count(room, "attendant", "3", "1", "1");
    CHECK_FALSE(room.ui().item("hands.teller.attendant").enabled);
    count(room, "secretary", "3", "1", "0");
    CHECK(room.shows("hands.again"));
    CHECK_FALSE(room.ui().item("chair.close").enabled);
    room.press("hands.again");
    count(room, "secretary", "3", "1", "1");
    count(room, "attendant", "3", "1", "1");
    CHECK(room.conference().run->hand_counts.size() == 4);

    room.press("chair.close");
    room.enter(Kiosk::pin);
    for (const char* step : {"review.lock", "review.announce"}) {
        room.press(step);
        room.enter(Kiosk::pin);
        room.enter(Kiosk::pin);
    }
    REQUIRE(room.conference().decisions.size() == 1);
    // Three of four present and voting are two thirds.
    const auto& result = *room.conference().decisions.front().result;
    CHECK(result.outcome == Outcome::adopted);
    CHECK(result.figures.yes == 3);
    CHECK(result.figures.no == 1);
    CHECK(result.figures.abstaining == 1);
}
