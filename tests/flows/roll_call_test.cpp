// A roll-call through the real session and the real screens: the lot, names at speed, a badge that
// is scanned meanwhile, an answer put right, the second call, the result; and a vote annulled on
// the way.
#include "ledger/procedure/roll_call.h"
#include "tests/support/room.h"

#include <catch2/catch.hpp>
#include <random>

using namespace placet;
using namespace placet::ledger;
using terminal::Key;
using tests::Kiosk;
using tests::Room;

namespace {

constexpr std::pair<Key, Answer> answer_keys[] = {{Key::f1, Answer::yes},
                                                  {Key::f2, Answer::no},
                                                  {Key::f3, Answer::abstain},
                                                  {Key::f4, Answer::not_participating},
                                                  {Key::f5, Answer::none}};

void begin(Room& room) {
    room.kiosk().start_vote(Method::roll_call);
    room.settle();
}

void draw(Room& room, const std::string& first) {
    room.press("lot.hand." + first);
    room.enter(Kiosk::pin);
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().run->lot);
}

Answer standing(Room& room, const std::string& delegation) {
    const auto* noted = standing_answer(*room.conference().run, delegation);
    REQUIRE(noted);
    return noted->answer.answer;
}

}  // namespace

TEST_CASE("a roll-call from the lot to the announcement, with an answer put right",
          "[terminal][flow]") {
    Room room({"aaa", "bbb", "ccc", "ddd"});
    begin(room);
    room.press("lot.commit");
    REQUIRE(room.conference().run->lot_commitment);
    room.press("lot.number.7");
    room.press("lot.number.enter");
    room.enter(Kiosk::pin);
    CHECK_FALSE(room.conference().run->lot);
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().run->lot);
    const auto order = call_order(room.conference());
    REQUIRE(order.size() == 4);

    room.ui().key(Key::f1);
    room.next_name();
    room.press("answer.none");
    room.next_name();
    // A delegate takes it for a vote by badges.
    room.scan(order[2] + "-1");
    REQUIRE(room.kiosk().state().notice);
    CHECK(room.kiosk().state().notice->what.find("by roll-call") != std::string::npos);
    room.press("notice.dismiss");
    room.ui().key(Key::f2);
    room.next_name();
    room.ui().key(Key::f6);  // it was not "no"
    room.ui().key(Key::f1);
    room.next_name();
    room.ui().key(Key::f2);
    room.next_name();
    CHECK_FALSE(room.ui().item("chair.close").enabled);
    CHECK(calls_to_come(room.conference()) == std::vector<Call>{{order[1], 2}});
    room.ui().key(Key::f3);
    room.next_name();

    CHECK(standing(room, order[0]) == Answer::yes);
    CHECK(standing(room, order[1]) == Answer::abstain);
    CHECK(standing(room, order[2]) == Answer::yes);
    CHECK(room.conference().run->answers.at(order[2]).size() == 2);  // the wrong one stands too
    CHECK(standing(room, order[3]) == Answer::no);

    room.press("chair.close");
    room.enter(Kiosk::pin);
    for (const char* step : {"review.lock", "review.announce"}) {
        room.press(step);
        room.enter(Kiosk::pin);
        room.enter(Kiosk::pin);
    }
    REQUIRE(room.conference().decisions.size() == 1);
    CHECK(room.conference().decisions.front().sentence ==
          "Draft article 2 was adopted by 2 votes to 1, with 1 abstention.");
}

TEST_CASE("a vote annulled during the roll-call is taken again from its lot", "[terminal][flow]") {
    Room room({"aaa", "bbb", "ccc"});
    begin(room);
    draw(room, "bbb");
    room.ui().key(Key::f1);
    room.next_name();

    room.press("vote.annul");
    room.press("annul.back");
    CHECK(room.shows("answer.yes"));
    room.press("vote.annul");
    room.press("annul.reason.2");
    room.press("annul.confirm");
    room.enter(Kiosk::pin);
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().run->phase == RunPhase::annulled);
    CHECK(room.label("sitting.next") == "Start the vote: Draft article 2");

    room.press("sitting.next");
    CHECK(room.conference().run->start.run == 2);
    CHECK(room.shows("lot.hand.aaa"));
    CHECK(room.conference().run->answers.empty());
}

TEST_CASE("whatever is pressed at whatever speed, each answer is of the State that was seen",
          "[terminal][flow]") {
    const std::vector<std::string> delegations{"aaa", "bbb", "ccc", "ddd", "eee", "fff"};
    Room room(delegations);
    begin(room);
    draw(room, "ddd");
    const auto seed = Catch::rngSeed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto roll = [&](unsigned sides) { return static_cast<unsigned>(random()) % sides; };

    // What a person who sees only frames that were shown must find in the ledger afterwards.
    std::vector<std::pair<Call, Answer>> pressed;
    const auto seen = [&]() -> std::optional<Call> {
        if (!room.ui().item("answer.yes").enabled) return std::nullopt;
        return calls_to_come(room.conference()).front();
    };
    std::optional<Call> shown = seen();
    for (int n = 0; n < 400 && !roll_call_complete(room.conference()); ++n) {
        const auto what = roll(8);
        if (what < 4) {  // one press, or several that waited behind a slow frame
            const auto& [key, answer] = answer_keys[roll(5)];
            std::vector<terminal::InputEvent> waiting(1 + roll(3), terminal::KeyPressed{key});
            if (what == 0) {
                const auto at = room.ui().middle("answer.no");
                waiting = {terminal::PointerButton{at, true}, terminal::PointerButton{at, false},
                           terminal::PointerButton{at, true}, terminal::PointerButton{at, false}};
            }
            const auto before = room.kiosk().state().pressed_answer.has_value();
            if (shown && !before) pressed.emplace_back(*shown, what == 0 ? Answer::no : answer);
            room.ui().send_all(waiting);
        } else if (what == 4) {
            room.kiosk().settle();  // no frame is shown
        } else if (what == 5) {
            room.kiosk().advance(1 + roll(500));
        } else {
            room.ui().frame();
        }
        if (what < 4 || what > 5) shown = seen();
        REQUIRE_FALSE(room.kiosk().state().notice);
    }
    room.next_name();

    std::vector<std::pair<std::uint64_t, std::pair<Call, Answer>>> noted;
    for (const auto& [id, answers] : room.conference().run->answers)
        for (const auto& one : answers)
            noted.push_back({one.entry.seq, {{id, one.answer.call}, one.answer.answer}});
    std::ranges::sort(noted, {}, [](const auto& one) { return one.first; });
    REQUIRE(noted.size() == pressed.size());
    for (std::size_t n = 0; n < noted.size(); ++n) {
        CHECK(noted[n].second.first == pressed[n].first);
        CHECK(noted[n].second.second == pressed[n].second);
    }
    CHECK(noted.size() >= delegations.size());
}
