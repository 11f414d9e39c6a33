// What officers note at the desk: who of those signed in seals it, and what is refused before
// anything is asked.
#include "ledger/procedure/election_rules.h"
#include "terminal/screens/noting.h"
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

MotionMoved to_suspend_the_meeting() {
    return {.motion = 1,
            .meeting = 1,
            .kind = MotionKind::suspend_meeting,
            .mover = "aaa",
            .words = "to suspend the meeting"};
}

TextPlaced renumbered() {
    return {.text_unit = "article-2",
            .number = "1 bis",
            .label = "Draft article 1 bis",
            .title = "General obligations"};
}

}  // namespace

TEST_CASE("a motion from the floor is noted with one press, sealed by who signed in",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.refuses(NoteRecord{to_suspend_the_meeting()},
                  "An attendant or the secretary signs in first.");
    kiosk.open_meeting();
    kiosk.act(NoteRecord{to_suspend_the_meeting()});
    REQUIRE(kiosk.conference().motions.size() == 1);
    CHECK(kiosk.conference().motions.front().moved == to_suspend_the_meeting());
    kiosk.refuses(NoteRecord{to_suspend_the_meeting()}, "Motions are counted");
}

TEST_CASE("what two officers seal asks both for their PINs and says what it is", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.open_meeting();
    kiosk.handle(NoteRecord{renumbered()});
    REQUIRE(kiosk.state().pin);
    CHECK(kiosk.state().pin->purpose == PinPurpose::note);
    CHECK_THAT(kiosk.state().pin->values.at(0).second,
               Catch::Matchers::Contains("Draft article 1 bis"));
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().text_unit("article-2")->number == "2");  // one seal is not enough
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().text_unit("article-2")->number == "1 bis");
    kiosk.handle(SignOut{Role::secretary});
    kiosk.refuses(NoteRecord{renumbered()}, "The secretary signs in first.");
}

TEST_CASE("what the rules refuse is refused before anybody is asked for a PIN", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.start_vote();
    kiosk.refuses(NoteRecord{renumbered()}, "stay as they are from the start of a vote");
    CHECK_FALSE(may_note(kiosk.state(), renumbered()));
    CHECK_FALSE(note_refusal(kiosk.state(), {}, renumbered()).empty());
}

TEST_CASE("the voting is closed when the time after its last call was seen to pass", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(), {},
                {.last_call_seconds = 10});
    kiosk.start_vote();
    kiosk.refuses(CloseVote{}, "The voting is closed after a last call.");
    const auto& run = *kiosk.conference().run;
    const LastCalled call{.run = run.start.run, .start = run.start_entry.leaf};
    kiosk.act(NoteRecord{call});
    REQUIRE(kiosk.state().last_call);
    kiosk.refuses(NoteRecord{call}, "The last call is made already.");
    kiosk.advance(9'999);
    CHECK_FALSE(kiosk.state().last_call->over());
    kiosk.refuses(CloseVote{}, "at least 10 seconds after the last call");

    // Whoever starts the terminal again has seen nothing of the time before.
    kiosk.restart();
    kiosk.sign_in_officers();
    kiosk.advance(9'999);
    kiosk.refuses(CloseVote{}, "at least 10 seconds after the last call");
    kiosk.advance(1);
    CHECK(kiosk.state().last_call->over());
    kiosk.handle(CloseVote{});
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().run->phase == RunPhase::closed);
    CHECK_FALSE(kiosk.state().last_call);
}

TEST_CASE("who goes to a screen for a text finds it there", "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.handle(OpenScreen{Screen::question, "article-2"});
    CHECK(kiosk.state().about == "article-2");
    kiosk.handle(OpenScreen{Screen::sitting});
    CHECK(kiosk.state().about.empty());
}

TEST_CASE("an election is held at the desk: both officers seal what the tellers found",
          "[terminal]") {
    Kiosk kiosk({"aaa", "bbb", "ccc"});
    kiosk.open_meeting();
    auto opening = next_election(kiosk.conference());
    opening.office = "to the office of President";
    opening.candidates = {{"aaa", "State aaa"}, {"bbb", "State bbb"}};
    kiosk.act(NoteRecord{opening});
    auto protocol = next_protocol(kiosk.conference());
    protocol.distributed = protocol.found = 3;
    protocol.votes[0].votes = 2;
    protocol.votes[1].votes = 1;
    protocol.tellers = "Ms Silva";
    auto wrong = protocol;
    wrong.votes[1].votes = 2;
    kiosk.refuses(NoteRecord{wrong}, "There are more votes than names on the valid papers");
    kiosk.handle(NoteRecord{protocol});
    REQUIRE(kiosk.state().pin);
    CHECK_THAT(kiosk.state().pin->values.at(0).second,
               Catch::Matchers::Contains("3 papers, 0 invalid, 0 blank; State aaa 2, State bbb 1"));
    kiosk.enter_both_pins();
    CHECK(kiosk.conference().elections.front().elected() ==
          std::vector<Candidate>{{"aaa", "State aaa"}});
    kiosk.refuses(NoteRecord{protocol}, "Election 1 is complete.");
}
