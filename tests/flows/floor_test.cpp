// What is raised from the floor, through the real session and the real screens: motions in two
// presses, granted or put, with what they bring about; a point of order, its ruling, an appeal that
// overrules it. What is not in order is refused in words.
#include "tests/flows/flow_room.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

/// Everybody is there, nothing is before the meeting, and the floor is on the screen.
struct Floor : tests::FlowRoom {
    Floor() {
        kiosk().open_meeting();
        ui().frame();
        press("sitting.floor");
        REQUIRE(shows("floor.raise.point_of_order"));
    }

    void raise(const std::string& what, const std::string& delegation) {
        press("floor.raise." + what);
        press("floor.by." + delegation);
        CHECK_FALSE(state().notice);
    }
    /// The vote on what is put, by badges; then back to the sitting.
    void decide(const std::string& choice) {
        press("floor.start");
        REQUIRE(conference().voting_open());
        FlowRoom::decide(choice);
    }
    MotionState state_of(std::int64_t motion) const { return conference().motion(motion)->state; }
    QuestionState article_2() const { return conference().proposal("article-2")->state; }
};

}  // namespace

TEST_CASE("a motion is noted in two presses, opposed, put, carried, and does what it says",
          "[terminal][flow]") {
    Floor room;
    room.raise("close_debate", "bbb");
    REQUIRE(room.conference().motions.size() == 1);
    const auto moved = room.conference().motions.front().moved;
    CHECK(moved.mover == "bbb");
    CHECK(moved.proposal == "article-2");  // the text that was chosen on the sitting
    CHECK(moved.words == "to close the debate on draft article 2");

    // The next step of the sitting leads here, and nowhere else.
    room.press("go.sitting");
    CHECK(room.label("sitting.next") == "Go to what was raised");
    room.press("sitting.next");

    // Two may speak against a closure, and nobody for it.
    CHECK_FALSE(room.shows("floor.motion.for"));
    for (const auto* delegation : {"aaa", "ccc"}) {
        room.press("floor.motion.against");
        room.press(std::string("floor.by.") + delegation);
    }
    CHECK(room.conference().motions.front().spoken.size() == 2);
    CHECK_FALSE(room.ui().item("floor.motion.against").enabled);
    room.refused(NoteRecord{MotionSpoken{.motion = 1, .delegation = "bbb", .side = Side::against}},
                 "On this motion 2 speak at most against it.");
    room.refused(PutQuestion{.proposal = "article-2"},
                 "The motion to close the debate on draft article 2 has precedence.");

    room.press("floor.put");
    REQUIRE(room.conference().question);
    CHECK(room.conference().question->put.motion == 1);
    CHECK(room.conference().question->put.kind == QuestionKind::motion);
    CHECK(room.conference().question->put.majority == "simple");
    room.decide("yes");
    CHECK(room.state_of(1) == MotionState::carried);
    CHECK(room.article_2() == QuestionState::debate_closed);
    room.audited();
}

TEST_CASE("a motion to which nobody objects is granted without a vote", "[terminal][flow]") {
    Floor room;
    room.press("floor.raise.division");
    room.press("floor.part.1");
    room.press("floor.part.3");
    room.press("floor.by.ccc");
    room.press("floor.motion.granted");
    CHECK(room.state_of(1) == MotionState::carried);
    CHECK(room.article_2() == QuestionState::divided);
    CHECK(room.conference().decisions.empty());
    // Its parts are put from here, one by one, and then the whole.
    room.press("floor.put");
    CHECK(room.conference().question->put.part == "paragraph 1");
    CHECK(room.conference().question->put.sentence ==
          "Shall paragraph 1 of draft article 2 be retained?");
    room.decide("no");
    CHECK(room.conference().decisions.back().outcome == Outcome::rejected);
    room.audited();
}

TEST_CASE("the motion with precedence is put first, the others wait or are withdrawn",
          "[terminal][flow]") {
    Floor room;
    room.raise("close_debate", "bbb");
    room.raise("suspend_meeting", "ccc");
    CHECK_FALSE(room.ui().item("floor.raise.suspend_meeting").enabled);  // one of a kind
    room.refused(PutQuestion{.motion = 1}, "The motion to suspend the meeting has precedence.");
    room.refused(NoteRecord{MotionGranted{.motion = 1}}, "has precedence");
    room.refused(NoteRecord{MotionWithdrawn{.motion = 2, .delegation = "aaa"}},
                 "A motion is withdrawn by the delegation that made it.");
    CHECK(room.conference().motions.size() == 2);

    room.press("floor.put");
    CHECK(room.conference().question->put.motion == 2);
    room.decide("no");
    CHECK(room.state_of(2) == MotionState::not_carried);
    CHECK_FALSE(room.conference().meeting->suspended);
    CHECK(room.state_of(1) == MotionState::open);
    room.press("sitting.next");
    room.press("floor.motion.withdrawn");
    CHECK(room.state_of(1) == MotionState::withdrawn);
    room.press("go.sitting");
    CHECK(room.label("sitting.next") == "Propose adoption without a vote");
    room.audited();
}

TEST_CASE("a point of order is ruled on, appealed against, and the ruling overruled",
          "[terminal][flow]") {
    Floor room;
    room.raise("point_of_order", "aaa");
    REQUIRE(room.conference().point_of_order);
    CHECK_FALSE(room.ui().item("floor.raise.close_debate").enabled);
    room.refused(PutQuestion{.proposal = "article-2"}, "A point of order waits for a ruling");

    room.press("floor.rule");
    room.press("ruling.choice.2");
    room.press("ruling.give");
    REQUIRE(room.conference().rulings.size() == 1);
    const auto ruling = room.conference().rulings.front();
    CHECK(ruling.given.words == "The point of order is not well taken.");
    CHECK(ruling.stands());
    CHECK_FALSE(room.conference().point_of_order);

    room.press("ruling.appeal");
    room.press("ruling.by.aaa");
    REQUIRE(room.shows("floor.put"));  // the appeal is put at once
    room.refused(PutQuestion{.proposal = "article-2"}, "An appeal against ruling 1 is open");
    room.press("floor.put");
    CHECK(room.conference().question->put.if_carried == "The ruling is overruled.");
    CHECK(room.conference().question->put.if_not_carried == "The ruling stands.");
    room.decide("yes");
    CHECK_FALSE(room.conference().rulings.front().stands());
    CHECK(room.conference().decisions.back().outcome == Outcome::ruling_overruled);
    // Its outcome stands: there is no second appeal.
    room.refused(NoteRecord{RulingAppealed{.ruling = 1, .delegation = "bbb"}},
                 "This ruling was appealed against already.");
    room.audited();
}

TEST_CASE("equal votes leave the ruling standing", "[terminal][flow]") {
    Floor room;
    room.raise("point_of_order", "aaa");
    room.press("floor.rule");
    room.press("ruling.give");
    room.press("ruling.appeal");
    room.press("ruling.by.bbb");
    room.press("floor.put");
    room.press("floor.start");
    room.vote("aaa", "yes");
    room.vote("bbb", "no");
    room.vote("ccc", "abstain");
    room.press("chair.close");
    room.enter(Kiosk::pin);
    room.press("review.lock");
    room.kiosk().enter_both_pins();
    room.ui().frame();
    room.press("review.announce");
    room.kiosk().enter_both_pins();
    CHECK(room.conference().rulings.front().stands());
    CHECK(room.conference().decisions.back().outcome == Outcome::ruling_stands);
    room.audited();
}

TEST_CASE("a text is adopted over an objection only by a ruling, and after another silence",
          "[terminal][flow]") {
    Floor room;
    room.press("go.sitting");
    room.press("sitting.next");
    room.scan("bbb-1");
    room.enter(Kiosk::pin);
    room.press("delegation.object");
    room.press("delegation.done");
    CHECK_FALSE(room.shows("consensus.gavel"));
    room.press("consensus.rule");
    room.press("ruling.give");
    CHECK(room.conference().rulings.back().given.kind == RulingKind::over_objection);
    room.press("go.vote");
    CHECK_FALSE(room.ui().item("consensus.gavel").enabled);
    room.refused(Gavel{}, "cannot be shortened");
    room.kiosk().advance(room.conference().profile.silence_seconds * 1000);
    room.ui().frame();
    room.press("consensus.gavel");
    room.press("consensus.confirm");
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().decisions.size() == 1);
    CHECK(room.conference().decisions.back().over_objection);
    room.audited();
}

TEST_CASE("a vote is interrupted by a point of order on its conduct, and by nothing else",
          "[terminal][flow]") {
    Floor room;
    room.kiosk().handle(PutQuestion{.proposal = "article-2"});
    room.settle();
    room.press("floor.raise.roll_call");  // a right of any State, before the voting
    room.press("floor.by.ccc");
    CHECK(room.conference().question->put.method == Method::roll_call);
    room.kiosk().handle(StartVote{});
    room.settle();
    REQUIRE(room.conference().voting_open());
    room.press("go.sitting");
    room.press("sitting.floor");
    CHECK_FALSE(room.ui().item("floor.raise.adjourn_meeting").enabled);
    room.refused(NoteRecord{MotionMoved{.motion = 1,
                                        .meeting = 1,
                                        .kind = MotionKind::adjourn_meeting,
                                        .mover = "bbb",
                                        .words = "to adjourn the meeting"}},
                 "A vote is under way: no motion interrupts it.");
    room.raise("point_of_order", "bbb");
    CHECK(room.conference().point_of_order->on_the_voting);
    CHECK(room.conference().voting_open());
}
