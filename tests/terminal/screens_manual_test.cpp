// The screens of votes without ballots, and of a vote that is taken back.
#include "ledger/procedure/roll_call.h"
#include "terminal/screens/annul_screen.h"
#include "terminal/screens/hands_screen.h"
#include "terminal/screens/ledger_screen.h"
#include "terminal/screens/lot_screen.h"
#include "terminal/screens/roll_call_screen.h"
#include "terminal/screens/sitting_screen.h"
#include "terminal/screens/wording.h"
#include "tests/support/on_screen.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

const Phrases english;

}  // namespace

TEST_CASE("each method of voting has its screen, and so has a vote that is taken back",
          "[terminal]") {
    const auto route = [](const char* name) { return route_of(state_named(name)); };
    CHECK(route("vote") == Route::vote);
    CHECK(route("lot") == Route::lot);
    CHECK(route("roll_call") == Route::roll_call);
    CHECK(route("hands") == Route::hands);
    CHECK(route("review_hands") == Route::review);
    CHECK(route("annul") == Route::annul);
    CHECK(route("sitting_annulled") == Route::sitting);

    // An older result is not the result of a vote that was annulled.
    auto state = changed(state_named("vote_annulled"),
                         [](Conference& c) { c.decisions.push_back(Decision{.question = 1}); });
    CHECK(route_of(state) == Route::vote);
    state = changed(state, [](Conference& c) { c.run->phase = RunPhase::announced; });
    CHECK(route_of(state) == Route::announcement);
    // Nothing is left to annul.
    state.screen = Screen::annul;
    CHECK(route_of(state) == Route::sitting);
}

TEST_CASE("one key notes the answer of the State on the screen", "[terminal]") {
    OnScreen shown(tests::roll_call_state());
    const auto called = calls_to_come(*shown.state().conference).front().delegation;
    constexpr std::pair<Key, Answer> keys[] = {{Key::f1, Answer::yes},
                                               {Key::f2, Answer::no},
                                               {Key::f3, Answer::abstain},
                                               {Key::f4, Answer::not_participating},
                                               {Key::f5, Answer::none}};
    for (const auto& [key, answer] : keys) {
        shown.ui().key(key);
        const auto noted = shown.take<NoteAnswer>();
        REQUIRE(noted);
        CHECK(noted->delegation == called);
        CHECK(noted->answer == answer);
        CHECK(noted->call == 1);
        CHECK(noted->replaces.empty());
    }
    shown.ui().touch("answer.abstain");
    CHECK(shown.take<NoteAnswer>()->answer == Answer::abstain);
}

TEST_CASE("a badge that is scanned during a roll-call answers for nobody", "[terminal]") {
    OnScreen shown(tests::roll_call_state());
    shown.ui().type("placet-00112233-bol-1-12345000000000000000000000000000");
    CHECK_FALSE(shown.take());
    shown.ui().key(Key::enter);
    CHECK(shown.take<PresentBadge>());
}

TEST_CASE("nothing can be answered while an answer is saved, and the screen says so",
          "[terminal]") {
    OnScreen shown(state_named("roll_call_saving"));
    for (const auto key : {Key::f1, Key::f2, Key::f3, Key::f4, Key::f5, Key::f6})
        shown.ui().key(key);
    shown.ui().press("answer.yes");
    shown.ui().press("rollcall.given.0");
    CHECK_FALSE(shown.take());
    CHECK(shown.ui().item("answer.no").on);
    const auto view = view_roll_call(shown.state(), english);
    CHECK(view.pressed_words == "NO: saving…");
    CHECK(view.name == "Viet Nam");
    // Saved, the State stays until everybody could see it, though the next one is due.
    auto& pressed = *shown.state().pressed_answer;
    pressed.recorded = true;
    pressed.delegation = "VEN";
    CHECK(view_roll_call(shown.state(), english).pressed_words == "Recorded: NO");
    CHECK(view_roll_call(shown.state(), english).name == "Venezuela (Bolivarian Republic of)");
}

TEST_CASE("the last answer is put right by two keys, any of those before by two presses",
          "[terminal]") {
    OnScreen shown(tests::roll_call_state());
    const auto view = view_roll_call(shown.state(), english);
    REQUIRE(view.given.size() == 5);
    shown.ui().key(Key::f6);
    CHECK_FALSE(shown.take());
    shown.ui().key(Key::f1);
    auto noted = shown.take<NoteAnswer>();
    REQUIRE(noted);
    CHECK(noted->delegation == "VEN");
    CHECK(noted->replaces == view.given[0].correction.replaces);

    shown.ui().press("rollcall.given.2");
    shown.ui().press("answer.no");
    noted = shown.take<NoteAnswer>();
    REQUIRE(noted);
    CHECK(noted->delegation == "UZB");
    CHECK(noted->replaces == view.given[2].correction.replaces);

    // The twin: what is left as it is changes nothing, and the next answer is the called State's.
    shown.ui().key(Key::f6);
    shown.ui().press("rollcall.keep");
    shown.ui().key(Key::f1);
    noted = shown.take<NoteAnswer>();
    REQUIRE(noted);
    CHECK(noted->delegation == "VNM");
    CHECK(noted->replaces.empty());
}

TEST_CASE("the roll-call shows which name of which call it is and closes only complete",
          "[terminal]") {
    // 195 States; seven have answered, so it is the eighth's turn.
    auto view = view_roll_call(tests::roll_call_state(), english);
    CHECK(view.call == "First call");
    CHECK(view.place == "8 of 195");
    CHECK(view.next == std::vector<std::string>{"Yemen", "Zambia", "Zimbabwe"});
    CHECK_FALSE(view.may_close);

    // Every fourth, from the second, did not answer: 49 of 195. Five were called again.
    view = view_roll_call(state_named("roll_call_second"), english);
    CHECK(view.call == "Second call");
    CHECK(view.place == "6 of 49");

    auto complete = state_named("roll_call_complete");
    view = view_roll_call(complete, english);
    CHECK_FALSE(view.called);
    CHECK_FALSE(view.may_answer);
    CHECK_FALSE(view.may_close);  // the rules ask for a last call first
    CHECK(view.last_call.may_press);
    const auto called = tests::last_called(complete, 10'000);
    CHECK(view_roll_call(called, english).may_close);
    complete.officers.erase(Role::presiding_officer);
    CHECK_FALSE(view_roll_call(complete, english).last_call.may_press);
    auto nobody_presides = called;
    nobody_presides.officers.erase(Role::presiding_officer);
    CHECK_FALSE(view_roll_call(nobody_presides, english).may_close);
    complete.officers.erase(Role::secretary);
    CHECK_FALSE(view_roll_call(complete, english).may_correct);
}

TEST_CASE("running figures are shown only where the rules show positions before the close",
          "[terminal]") {
    // Of seven answers in turn yes, none, no, abstain: two yes, two no, one abstention.
    auto state = tests::roll_call_state();
    CHECK(view_roll_call(state, english).figures.empty());
    state = changed(state, [](Conference& c) { c.profile.live_positions_visible = true; });
    CHECK(view_roll_call(state, english).figures == "In favour 2, against 2, abstaining 1");
}

TEST_CASE("an electronic lot is shown with all that anyone needs to repeat it", "[terminal]") {
    const auto state = state_named("roll_call_first");
    const auto view = view_roll_call(state, english);
    const auto& lot = *state.conference->run->lot;
    REQUIRE(view.lot.size() == 4);
    CHECK(view.lot[1] + view.lot[2] == lot.nonce);
    // printf 'placet/lot/v1\n%s\n%s\n' NONCE 42 | sha256sum, the first 15 digits modulo 195.
    CHECK(view.lot[3].find("divided by 195, leave 168.") != std::string::npos);
    CHECK(may_be_called(*state.conference)[168] == lot.first);
    CHECK(view_roll_call(tests::roll_call_state(), english).lot.empty());
}

TEST_CASE("the lot is drawn by a press on the State, on whatever page it stands", "[terminal]") {
    OnScreen shown(state_named("lot"));
    const auto pages = view_lot(shown.state(), english).pages.size();
    for (std::size_t page = 0; page < pages; ++page) {
        shown.ui().press("lot.page." + std::to_string(page));
        CHECK(shown.ui().ellipsized() == 0);
        CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
    }
    shown.ui().press("lot.hand.ZWE");
    const auto drawn = shown.take<DrawLotByHand>();
    REQUIRE(drawn);
    CHECK(drawn->first == "ZWE");
    shown.ui().type("42");
    shown.ui().press("lot.commit");
    CHECK(shown.take<CommitLot>());
}

TEST_CASE("a number is typed once the terminal's own is fixed, and not after a restart",
          "[terminal]") {
    OnScreen shown(state_named("lot_committed"));
    CHECK_FALSE(shown.shows("lot.commit"));
    CHECK_FALSE(shown.ui().item("lot.number.enter").enabled);
    shown.ui().press("lot.number.4");
    shown.ui().type("2");
    shown.ui().press("lot.number.enter");
    const auto drawn = shown.take<DrawLotByNumber>();
    REQUIRE(drawn);
    CHECK(drawn->number == 42);
    CHECK_FALSE(shown.ui().item("lot.number.enter").enabled);  // the number is gone

    OnScreen lost(state_named("lot_lost"));
    CHECK_FALSE(lost.shows("lot.commit"));
    CHECK_FALSE(lost.shows("lot.number.enter"));
    lost.ui().press("lot.hand.AFG");
    CHECK(lost.take<DrawLotByHand>());
}

TEST_CASE("a teller's count is entered in three fields under the teller's own name", "[terminal]") {
    OnScreen shown(tests::hands_state());
    CHECK_FALSE(shown.ui().item("hands.teller.attendant").enabled);  // has counted
    CHECK_FALSE(shown.ui().item("hands.number.1").enabled);
    shown.ui().press("hands.teller.secretary");
    shown.ui().type("84");
    shown.ui().press("hands.number.enter");
    shown.ui().press("hands.number.4");
    shown.ui().press("hands.number.1");
    CHECK_FALSE(shown.ui().item("hands.confirm").enabled);
    shown.ui().press("hands.abstain");
    shown.ui().type("19");
    shown.ui().press("hands.confirm");
    const auto counted = shown.take<EnterHands>();
    REQUIRE(counted);
    CHECK(counted->teller == Role::secretary);
    CHECK(counted->yes == 84);
    CHECK(counted->no == 41);
    CHECK(counted->abstaining == 19);
    // Nothing of it is left for the next who comes to this screen.
    CHECK_FALSE(shown.ui().item("hands.confirm").enabled);
    shown.ui().press("hands.teller.secretary");
    CHECK_FALSE(shown.ui().item("hands.confirm").enabled);
    CHECK_FALSE(shown.ui().item("hands.number.erase").enabled);
}

TEST_CASE("a teller who is not signed in is asked to", "[terminal]") {
    auto state = tests::hands_state();
    state.officers.erase(Role::secretary);
    OnScreen shown(std::move(state));
    shown.ui().press("hands.teller.secretary");
    const auto signing_in = shown.take<SignIn>();
    REQUIRE(signing_in);
    CHECK(signing_in->role == Role::secretary);
}

TEST_CASE("no screen shows the first teller's figures before the second has counted",
          "[terminal]") {
    const auto state = tests::hands_state();
    const auto other = changed(state, [](Conference& c) {
        c.run->hand_counts.front().counted.yes = 12;
        c.run->hand_counts.front().counted.no = 34;
        c.run->hand_counts.front().counted.abstaining = 56;
    });
    CHECK(view_hands(state, english).counts.empty());
    CHECK(view_hands(other, english).verdict == view_hands(state, english).verdict);
    CHECK(view_hands(other, english).may_close == view_hands(state, english).may_close);
    for (const auto place : {Screen::vote, Screen::ledger, Screen::sitting, Screen::presence}) {
        auto a = state, b = other;
        a.screen = b.screen = place;
        OnScreen first(std::move(a)), second(std::move(b));
        CHECK(first.ui().items().json() == second.ui().items().json());
    }
    // The twin: once both have counted, both are seen.
    const auto differ = view_hands(state_named("hands_differ"), english);
    REQUIRE(differ.counts.size() == 2);
    CHECK(differ.counts[0].figures == std::array<std::int64_t, 3>{84, 40, 20});
    CHECK(differ.counts[1].figures == std::array<std::int64_t, 3>{85, 40, 20});
    CHECK_FALSE(differ.equal);
    CHECK_FALSE(differ.may_close);
    CHECK_FALSE(differ.last_call.due());
    const auto equal = state_named("hands_equal");
    CHECK(view_hands(equal, english).last_call.may_press);
    CHECK_FALSE(view_hands(equal, english).may_close);
    CHECK(view_hands(tests::last_called(equal, 10'000), english).may_close);
    CHECK_FALSE(view_hands(tests::last_called(equal, 9'000), english).may_close);
}

TEST_CASE("counts that differ are counted again, from empty fields", "[terminal]") {
    OnScreen shown(state_named("hands_differ"));
    CHECK_FALSE(shown.shows("hands.confirm"));
    CHECK_FALSE(shown.ui().item("chair.close").enabled);
    shown.ui().press("hands.again");
    CHECK_FALSE(shown.ui().item("hands.confirm").enabled);
    shown.ui().press("hands.teller.attendant");
    for (const char* field : {"hands.yes", "hands.no", "hands.abstain"}) {
        shown.ui().press(field);
        shown.ui().type("7");
    }
    shown.ui().press("hands.confirm");
    CHECK(shown.take<EnterHands>()->teller == Role::attendant);
}

TEST_CASE("a vote is annulled only for a reason", "[terminal]") {
    OnScreen shown(state_named("annul"));
    CHECK_FALSE(shown.ui().item("annul.confirm").enabled);
    shown.ui().press("annul.reason.1");
    shown.ui().press("annul.confirm");
    CHECK(shown.take<AnnulVote>()->reason == "The text on the screen was wrong.");

    shown.ui().press("annul.reason.3");
    CHECK_FALSE(shown.ui().item("annul.confirm").enabled);
    shown.ui().type(" A delegation was locked out. ");
    shown.ui().press("annul.confirm");
    CHECK(shown.take<AnnulVote>()->reason == "A delegation was locked out.");
    shown.ui().press("annul.back");
    CHECK(shown.take<OpenScreen>()->screen == Screen::vote);

    auto unsigned_state = state_named("annul");
    unsigned_state.officers.erase(Role::secretary);
    OnScreen alone(std::move(unsigned_state));
    alone.ui().press("annul.reason.0");
    CHECK_FALSE(alone.ui().item("annul.confirm").enabled);
}

TEST_CASE("every screen of a vote under way leads to its annulment", "[terminal]") {
    for (const char* name : {"vote", "lot", "roll_call", "hands", "hands_equal", "review_closed",
                             "review_locked", "review_hands"}) {
        INFO(name);
        OnScreen shown(state_named(name));
        shown.ui().press("vote.annul");
        const auto opened = shown.take<OpenScreen>();
        REQUIRE(opened);
        CHECK(opened->screen == Screen::annul);
    }
}

TEST_CASE("the sitting says which vote was annulled and why, and starts the next", "[terminal]") {
    const auto state = state_named("sitting_annulled");
    const auto view = view_sitting(state, english);
    REQUIRE(view.current);
    const auto& unit = view.units[*view.current];
    CHECK(std::ranges::find(unit.facts, "Vote 1 was annulled. The equipment failed.") !=
          unit.facts.end());
    CHECK(unit.step == NextStep::start_vote);
}

TEST_CASE("the method of a vote is named with its majority", "[terminal]") {
    CHECK(method_and_majority(english, Method::roll_call, "two_thirds") ==
          "Roll-call vote. Majority required: two thirds of those present and voting.");
    CHECK(method_and_majority(english, Method::hands, "simple") ==
          "Show of hands. Majority required: more than half of those present and voting.");
    CHECK(method_and_majority(english, Method::recorded, "") == "Recorded vote.");
}
