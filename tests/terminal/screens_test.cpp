// Every screen, without a window: what it shows fits, can be touched, and can be used by keyboard.
#include "terminal/screens/ballot_screen.h"
#include "tests/support/on_screen.h"

#include <catch2/catch.hpp>
#include <set>

using namespace placet;
using namespace placet::terminal;
using ledger::Choice;
using tests::all_drawn_states;
using tests::arabic;
using tests::OnScreen;
using tests::state_named;

TEST_CASE("no screen cuts a text, and all that is pressed is large enough and apart",
          "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        INFO(name);
        OnScreen shown(std::move(state));
        CHECK(shown.ui().ellipsized() == 0);
        CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
        CHECK_FALSE(shown.take());
    }
}

TEST_CASE("a vote leaves the screen only after it is confirmed", "[terminal]") {
    OnScreen shown(tests::ballot_state());
    CHECK(shown.ui().items().find("vote.confirm") == nullptr);
    shown.ui().press("vote.no");
    CHECK_FALSE(shown.take());
    CHECK(shown.ui().item("vote.no").on);
    shown.ui().press("vote.yes");  // a change of mind before the confirmation
    shown.ui().press("vote.back");
    CHECK_FALSE(shown.take());
    CHECK_FALSE(shown.ui().item("vote.yes").on);

    shown.ui().touch("vote.no");
    shown.ui().touch("vote.confirm");
    const auto cast = shown.take<terminal::CastBallot>();
    REQUIRE(cast);
    CHECK(cast->choice == Choice::no);
}

TEST_CASE("a finger that slides from one answer to another has chosen none", "[terminal]") {
    OnScreen shown(tests::ballot_state());
    shown.ui().slide("vote.yes", "vote.no");
    CHECK_FALSE(shown.ui().item("vote.yes").on);
    CHECK_FALSE(shown.ui().item("vote.no").on);
}

TEST_CASE("what is recorded already cannot be confirmed again", "[terminal]") {
    auto state = state_named("ballot_change");  // YES is recorded
    OnScreen shown(std::move(state));
    shown.ui().press("vote.yes");
    CHECK_FALSE(shown.ui().item("vote.confirm").enabled);
    shown.ui().press("vote.back");
    shown.ui().press("vote.not_participating");
    shown.ui().press("vote.confirm");
    const auto cast = shown.take<terminal::CastBallot>();
    REQUIRE(cast);
    CHECK(cast->choice == Choice::not_participating);
}

TEST_CASE("a choice does not outlive the screen on which it was made", "[terminal]") {
    OnScreen shown(tests::ballot_state());
    shown.ui().press("vote.no");
    REQUIRE(shown.ui().items().find("vote.confirm") != nullptr);
    shown.state() = tests::voting_state();
    shown.ui().frame();
    shown.state() = tests::ballot_state();
    shown.ui().frame();
    CHECK(shown.ui().items().find("vote.confirm") == nullptr);
}

TEST_CASE("everything on every screen is reached by the keyboard alone", "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        INFO(name);
        OnScreen shown(std::move(state));
        std::set<std::string> wanted, focused;
        for (const auto& item : shown.ui().items().seen())
            if (item.enabled) wanted.insert(item.id);
        for (std::size_t n = 0; n < wanted.size(); ++n) {
            shown.ui().key(Key::tab);
            focused.insert(shown.ui().items().focus());
        }
        CHECK(focused == wanted);
    }
}

TEST_CASE("the keys alone cast a ballot and enter a PIN", "[terminal]") {
    OnScreen ballot(tests::ballot_state());
    ballot.ui().type("3");
    while (ballot.ui().items().focus() != "vote.confirm") ballot.ui().key(Key::tab);
    ballot.ui().key(Key::enter);
    const auto cast = ballot.take<terminal::CastBallot>();
    REQUIRE(cast);
    CHECK(cast->choice == Choice::abstain);

    OnScreen pad(state_named("pin_cast"));
    pad.ui().type("246810");
    pad.ui().key(Key::enter);
    const auto pin = pad.take<EnterPin>();
    REQUIRE(pin);
    CHECK(std::ranges::equal(pin->digits.bytes(), bytes_of("246810")));
    pad.ui().key(Key::escape);
    CHECK(pad.take<Cancel>());
}

TEST_CASE("a scanner types a badge wherever the focus is", "[terminal]") {
    OnScreen shown(tests::voting_state());
    shown.ui().type("placet-00112233-bol-1-00000000000000000000000000000000");
    shown.ui().key(Key::enter);
    const auto badge = shown.take<PresentBadge>();
    REQUIRE(badge);
    CHECK(std::ranges::equal(badge->badge.bytes(),
                             bytes_of("placet-00112233-bol-1-00000000000000000000000000000000")));
    CHECK_FALSE(shown.ui().item("badge").on);  // nothing of it is left
}

TEST_CASE("presence is marked first and noted together", "[terminal]") {
    OnScreen shown(state_named("presence"));
    CHECK_FALSE(shown.ui().item("presence.record").enabled);
    shown.ui().press("presence.AFG");  // noted as present: leaves
    shown.ui().press("presence.letter.Z");
    shown.ui().press("presence.ZWE");  // not noted: arrives
    CHECK_FALSE(shown.take());
    shown.ui().press("presence.record");
    const auto noted = shown.take<NotePresence>();
    REQUIRE(noted);
    CHECK(noted->arrived == std::vector<ledger::ParticipantId>{"ZWE"});
    CHECK(noted->left == std::vector<ledger::ParticipantId>{"AFG"});
}

TEST_CASE("the voting is closed when the time after the last call is seen to be over",
          "[terminal]") {
    OnScreen before(tests::voting_state());
    CHECK_FALSE(before.shows("chair.close"));
    before.ui().press("chair.last_call");
    const auto noted = before.take<NoteRecord>();
    REQUIRE(noted);
    const auto& run = *before.state().conference->run;
    CHECK(std::get<ledger::LastCalled>(noted->record) ==
          ledger::LastCalled{.run = run.start.run, .start = run.start_entry.leaf});

    OnScreen waiting(state_named("vote_last_call"));  // 2.6 of 10 seconds have passed
    CHECK_FALSE(waiting.ui().item("chair.close").enabled);
    CHECK(waiting.ui().item("chair.close").reason == "The voting can be closed in 8 seconds.");
    OnScreen over(state_named("vote_last_called"));
    over.ui().press("chair.close");
    CHECK(over.take<CloseVote>());
}

TEST_CASE("why nobody may be noted as present now is said in full", "[terminal]") {
    auto closed = state_named("review_hands");
    closed.screen = Screen::presence;
    OnScreen shown(std::move(closed));
    CHECK_FALSE(shown.shows("presence.record"));
    CHECK(shown.ui().ellipsized() == 0);
}

TEST_CASE("why the gavel may not fall is said in full on its button", "[terminal]") {
    auto proposed = state_named("consensus_unopposed");
    auto emptied = *proposed.conference;
    emptied.present.clear();  // everybody left: no quorum
    proposed.conference = std::make_shared<const ledger::Conference>(std::move(emptied));
    OnScreen shown(std::move(proposed));
    CHECK_FALSE(shown.ui().item("consensus.gavel").enabled);
    CHECK(shown.ui().ellipsized() == 0);
}

TEST_CASE("names are found by letter and by typing", "[terminal]") {
    OnScreen shown(state_named("presence"));
    shown.ui().type("guinea");
    CHECK(shown.ui().items().find("presence.GNQ") != nullptr);
    CHECK(shown.ui().items().find("presence.PNG") != nullptr);
    CHECK(shown.ui().items().find("presence.AFG") == nullptr);
    shown.ui().press("presence.letter.A");
    CHECK(shown.ui().items().find("presence.GNQ") == nullptr);
    CHECK(shown.ui().items().find("presence.AFG") != nullptr);
    shown.ui().press("presence.all");
    shown.ui().press("presence.page.more");
    shown.ui().press("presence.page.more");
    CHECK(shown.ui().items().find("presence.ZWE") != nullptr);
}

TEST_CASE("a message lies over everything, and only what is dismissed goes", "[terminal]") {
    auto state = tests::voting_state();
    state.notice = Notice{.what = "No vote is open.", .safe = "All stands."};
    OnScreen shown(std::move(state));
    CHECK_FALSE(shown.ui().item("chair.last_call").enabled);
    shown.ui().press("notice.dismiss");
    CHECK(shown.take<DismissNotice>());

    OnScreen grave(state_named("notice_grave"));
    CHECK(grave.ui().items().find("notice.dismiss") == nullptr);
    CHECK_FALSE(grave.ui().item("chair.last_call").enabled);
}

TEST_CASE("in Arabic the ballot is mirrored, and what is pressed is what is meant", "[terminal]") {
    OnScreen english(tests::ballot_state()), shown(tests::ballot_state(), arabic());
    const auto middle = [](OnScreen& on, const char* id) { return on.ui().middle(id).x; };
    CHECK(middle(english, "vote.yes") < middle(english, "vote.no"));
    CHECK(middle(english, "vote.no") < middle(english, "vote.abstain"));
    CHECK(middle(shown, "vote.yes") > middle(shown, "vote.no"));
    CHECK(middle(shown, "vote.no") > middle(shown, "vote.abstain"));
    CHECK(shown.ui().item("vote.yes").label == "نعم");
    CHECK(shown.ui().ellipsized() == 0);

    shown.ui().press("vote.yes");
    CHECK(middle(shown, "vote.back") > middle(shown, "vote.confirm"));
    shown.ui().press("vote.confirm");
    const auto cast = shown.take<terminal::CastBallot>();
    REQUIRE(cast);
    CHECK(cast->choice == Choice::yes);
}

TEST_CASE("views are made when the state has changed and not with every frame", "[terminal]") {
    OnScreen shown(tests::ballot_state());
    shown.state().ballot->recorded =
        RecordedChoice{.choice = Choice::yes, .entry = 71, .wall_ms = 0};
    shown.ui().frame();
    shown.ui().press("vote.yes");
    CHECK(shown.ui().item("vote.confirm").enabled);  // the view is that of the revision before
    ++shown.state().revision;
    shown.ui().frame();
    CHECK_FALSE(shown.ui().item("vote.confirm").enabled);
}
