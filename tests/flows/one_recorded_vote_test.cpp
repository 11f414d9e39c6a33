// One recorded vote, from an empty room to the announcement, through the real screens and a real
// ledger; everything is pressed by its id.
#include "terminal/desk.h"
#include "tests/support/headless_ui.h"
#include "tests/support/kiosk.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::HeadlessUi;
using tests::Kiosk;

namespace {

class Room {
public:
    explicit Room(std::vector<std::string> delegations)
        : kiosk_(std::move(delegations)),
          desk_(kiosk_.session(), Phrases()),
          ui_([this](Canvas& canvas) { desk_.draw(canvas); }) {}

    const Conference& conference() const { return kiosk_.conference(); }
    bool shows(const std::string& id) { return ui_.items().find(id) != nullptr; }
    std::string label(const std::string& id) const { return ui_.item(id).label; }

    void press(const std::string& id) {
        INFO(id);
        REQUIRE(shows(id));
        ui_.press(id);
        settle();
    }
    /// A scanner types it.
    void scan(const std::string& person) {
        ui_.type(Kiosk::badge(person));
        ui_.key(Key::enter);
        settle();
    }
    void enter(std::string_view pin) {
        for (const char digit : pin) ui_.press(std::string("pin.") + digit);
        press("pin.enter");
    }
    void vote(const std::string& delegation, const std::string& choice) {
        scan(delegation + "-1");
        enter(Kiosk::pin);
        press("vote." + choice);
        press("vote.confirm");
        press("receipt.done");
    }

private:
    void settle() {
        kiosk_.settle();
        ui_.frame();
    }

    Kiosk kiosk_;
    Desk desk_;
    HeadlessUi ui_;
};

}  // namespace

TEST_CASE("one recorded vote on a draft article, from an empty room to the announcement",
          "[terminal][flow]") {
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
    room.press("unit.article-2");
    room.press("sitting.next");
    REQUIRE(room.conference().question);
    CHECK(room.label("sitting.next") == "Start the vote: Draft article 2");
    room.press("sitting.next");
    REQUIRE(room.conference().voting_open());

    room.vote("aaa", "yes");
    room.vote("bbb", "no");
    room.scan("ccc-1");
    room.enter(Kiosk::wrong_pin);
    CHECK_FALSE(room.shows("vote.yes"));
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
