// What screens show, as plain data.
#include "terminal/navigation.h"
#include "terminal/notices.h"
#include "terminal/screens/ballot_screen.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/receipt_screen.h"
#include "terminal/screens/review_screen.h"
#include "terminal/screens/sitting_screen.h"
#include "terminal/screens/vote_screen.h"
#include "tests/support/drawn_states.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::ballot_state;
using tests::changed;
using tests::founded_state;
using tests::voting_state;

namespace {

const Phrases english;

}  // namespace

TEST_CASE("there is one next step, and it follows the meeting", "[terminal]") {
    auto state = founded_state();
    const auto step = [&] { return next_step(state, "article-2"); };
    CHECK(step() == NextStep::sign_in_presiding_officer);
    state.officers[Role::presiding_officer] = {};
    CHECK(step() == NextStep::sign_in_secretary);
    state.officers[Role::secretary] = {};
    CHECK(step() == NextStep::open_meeting);
    state =
        changed(state, [](Conference& c) { c.meeting = Meeting{.number = 1, .unit = "plenary"}; });
    CHECK(step() == NextStep::note_presence);

    // More than half of 195 are 98.
    const auto note = [](std::size_t present) {
        return [present](Conference& c) {
            c.present.clear();
            for (const auto& [id, participant] : c.participants)
                if (c.present.size() < present) c.present.insert(id);
        };
    };
    state = changed(state, note(97));
    CHECK(step() == NextStep::note_presence);
    state = changed(state, note(98));
    CHECK(step() == NextStep::propose_adoption);
    state = changed(state, [](Conference& c) { c.profile.consensus = ConsensusRule::none; });
    CHECK(step() == NextStep::put_question);
    state = changed(state, [](Conference& c) { c.meeting->suspended = true; });
    CHECK(step() == NextStep::resume_meeting);
    CHECK(next_step(voting_state(), "article-2") == NextStep::go_to_vote);
}

TEST_CASE("while a vote is open the room sees who has voted and never how", "[terminal]") {
    const auto one = voting_state();
    const auto other = changed(one, [](Conference& c) {
        for (auto& [id, ballots] : c.run->ballots)
            ballots.change().front().ballot.choice = Choice::no;
    });
    const auto a = view_vote(one, english), b = view_vote(other, english);
    CHECK(a.voted == 60);
    CHECK(a.of == 160);
    CHECK(a.missing.cells.size() == 100);
    CHECK(a.missing_title == b.missing_title);
    CHECK(a.voted == b.voted);
    for (const auto& cell : a.missing.cells) CHECK(cell.sign == Sign::not_voting);
}

TEST_CASE("the confirmation says in words what will be sealed", "[terminal]") {
    auto state = ballot_state();
    const auto words = [&](std::size_t n) {
        return view_ballot(state, english).options[n].confirmation;
    };
    CHECK(words(1) == "You chose NO. Confirm?");
    state.ballot->recorded = RecordedChoice{.choice = Choice::yes, .entry = 71};
    CHECK(words(1) == "Change YES to NO?");
    CHECK(words(0) == "YES is recorded already.");
}

TEST_CASE("only what the ledger has recorded is called recorded", "[terminal]") {
    auto state = ballot_state();
    state.ballot->asked = Choice::no;
    const auto headline = [&](BallotStage stage) {
        state.ballot->stage = stage;
        return view_receipt(state, english).headline;
    };
    CHECK(headline(BallotStage::saving) == "Saving… not yet recorded");
    CHECK(headline(BallotStage::not_recorded) == "NOT recorded");
    CHECK(headline(BallotStage::unknown) == "Not known whether it is recorded");
    for (const auto stage :
         {BallotStage::saving, BallotStage::not_recorded, BallotStage::unknown}) {
        state.ballot->stage = stage;
        CHECK_FALSE(view_receipt(state, english).sign);
        CHECK(view_receipt(state, english).state != State::good);
    }
    state.ballot->recorded =
        RecordedChoice{.choice = Choice::no, .entry = 41, .wall_ms = 50'527'000};
    CHECK(headline(BallotStage::recorded) == "Recorded: NO");
    CHECK(view_receipt(state, english).detail == "Entry 41, 14:02:07 UTC");
    CHECK(headline(BallotStage::closed) == "Voting is closed.");
    CHECK(view_receipt(state, english).detail == "Your recorded vote is NO, entry 41.");
}

TEST_CASE("whose PIN it is and what it is for is said before it is entered", "[terminal]") {
    auto state = voting_state();
    state.pin = PinEntry{
        .person = "bol-1", .name = "Bolivia (Plurinational State of)", .purpose = PinPurpose::cast};
    CHECK(view_identify(state, english).title == "Bolivia (Plurinational State of)");
    CHECK(view_identify(state, english).warning.empty());
    state.pin->wrong = true;
    state.pin->refused = 1;
    CHECK(view_identify(state, english).warning ==
          "Not correct. 1 wrong PIN of this badge so far; each is recorded.");
    state.pin = PinEntry{.role = Role::presiding_officer, .purpose = PinPurpose::close};
    CHECK(view_identify(state, english).warning ==
          "100 delegations that are present have not voted.");
}

TEST_CASE("two ballots of one delegation that differ are shown to the officers", "[terminal]") {
    const auto state = changed(voting_state(), [](Conference& c) {
        auto& ballots = c.run->ballots.begin()->second;
        auto second = ballots.front();
        second.ballot.id = std::string(32, '0');
        second.ballot.choice = second.ballot.choice == Choice::yes ? Choice::no : Choice::yes;
        ballots.push_back(second);
        c.run->phase = RunPhase::closed;
        c.run->present_at_close = c.present;
    });
    const auto view = view_review(state, english);
    CHECK(view.aside_title == "Contested 1, not voting 100");
    CHECK(view.aside.cells.front().name.ends_with(": two ballots"));
}

TEST_CASE("every message that stops the writing has its three parts", "[terminal]") {
    for (const auto fault : {Fault::storage, Fault::full, Fault::corrupt, Fault::forked}) {
        const auto notice = notice_of({fault, "the disk said no"});
        CHECK(notice.grave);
        CHECK_FALSE(notice.safe.empty());
        CHECK_FALSE(notice.now.empty());
        CHECK(english(notice.what, notice.values).find("the disk said no") != std::string::npos);
    }
    CHECK_FALSE(notice_of({Fault::refused, "No vote is open."}).grave);
}
