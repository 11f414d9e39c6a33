// What is raised from the floor, ruled on, and appealed against.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

Spine opened(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    return spine;
}

Subject on_motion(std::int64_t number, QuestionKind kind = QuestionKind::motion) {
    return {.kind = kind, .motion = number};
}

/// Moved and voted on; says the outcome.
Outcome moved(Spine& spine, const MotionMoved& motion, Choice choice,
              QuestionKind kind = QuestionKind::motion) {
    spine.take(motion);
    Subject subject = on_motion(motion.motion, kind);
    subject.proposal = motion.proposal;
    return spine.decide(subject, choice).outcome;
}

QuestionState state_of(const Spine& spine, const ProposalId& id) {
    return spine.conference.proposal(id)->state;
}

}  // namespace

TEST_CASE("motions have their precedence, and come before proposals", "[procedure]") {
    auto spine = opened();
    constexpr std::array kinds = {MotionKind::close_debate, MotionKind::adjourn_debate,
                                  MotionKind::adjourn_meeting, MotionKind::suspend_meeting};
    for (const auto kind : kinds) spine.take(spine.motion(kind));
    CHECK(spine.refusal(spine.question("article-2")).starts_with("The motion that it be so has"));
    CHECK(spine.refusal(spine.proposal("article-2")).starts_with("The motion that it be so has"));
    for (std::int64_t lower = 1; lower <= 3; ++lower)
        CHECK(spine.refusal(spine.question(on_motion(lower))).starts_with("The motion that it be"));
    CHECK(spine.offer(spine.question(on_motion(4))));
    CHECK(spine.refusal(spine.motion(MotionKind::close_debate))
              .starts_with("A motion of this kind waits already"));
    // In the order of precedence, each rejected one makes way for the next.
    for (const std::int64_t number : {4, 3, 2, 1}) {
        CHECK(open_motions(spine.conference).front()->moved.motion == number);
        CHECK(spine.decide(on_motion(number), Choice::no).outcome == Outcome::rejected);
    }
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("a carried motion does what it says", "[procedure]") {
    auto suspended = opened();
    CHECK(moved(suspended, suspended.motion(MotionKind::suspend_meeting), Choice::yes) ==
          Outcome::carried);
    CHECK(suspended.conference.meeting->suspended);
    CHECK(suspended.offer(MeetingResumed{.meeting = 1}));

    auto adjourned = opened();
    moved(adjourned, adjourned.motion(MotionKind::adjourn_meeting), Choice::yes);
    CHECK_FALSE(adjourned.conference.meeting);
    CHECK(adjourned.offer(adjourned.meeting()));

    auto no_action = opened();
    no_action.table(no_action.amendment("L.1", "article-2"));
    moved(no_action, no_action.motion(MotionKind::adjourn_debate), Choice::yes);
    CHECK(state_of(no_action, "article-2") == QuestionState::adjourned);
    CHECK(state_of(no_action, "L.1") == QuestionState::lapsed);
    CHECK(no_action.conference.decision_on("article-2") == nullptr);  // no rejection
    CHECK(no_action.refusal(no_action.question("article-2"))
              .starts_with("Draft article 2 is neither debated nor voted on"));
    auto resume = no_action.motion(MotionKind::resume_debate);
    moved(no_action, resume, Choice::yes);
    CHECK(state_of(no_action, "article-2") == QuestionState::tabled);

    auto closed = opened();
    moved(closed, closed.motion(MotionKind::close_debate), Choice::yes);
    CHECK(state_of(closed, "article-2") == QuestionState::debate_closed);
    CHECK(closed.offer(closed.question("article-2")));

    auto incompetent = opened();
    moved(incompetent, incompetent.motion(MotionKind::competence), Choice::yes);
    CHECK(state_of(incompetent, "article-2") == QuestionState::lapsed);
    CHECK(incompetent.conference.proposal("article-2")->lapsed_with == 1);
}

TEST_CASE("a motion that is not carried changes nothing", "[procedure]") {
    for (const auto kind :
         {MotionKind::suspend_meeting, MotionKind::adjourn_meeting, MotionKind::adjourn_debate,
          MotionKind::close_debate, MotionKind::division, MotionKind::competence}) {
        auto spine = opened();
        moved(spine, spine.motion(kind), Choice::no);
        INFO(static_cast<int>(kind));
        CHECK(spine.conference.motions.back().state == MotionState::not_carried);
        CHECK(state_of(spine, "article-2") == QuestionState::tabled);
        CHECK(spine.conference.meeting);
        CHECK_FALSE(spine.conference.meeting->suspended);
    }
}

TEST_CASE("a motion is made by a participating State, in words, about what there is",
          "[procedure]") {
    const auto spine = opened();
    auto motion = spine.motion(MotionKind::close_debate);
    motion.mover = "ZZZ";
    auto entry = spine.entry(motion);
    entry.seals = {{.role = Role::attendant, .person = "usher"}};
    CHECK(spine.refusal(entry).starts_with("\"ZZZ\" does not participate here."));
    motion = spine.motion(MotionKind::close_debate);
    motion.words.clear();
    CHECK(spine.refusal(motion).starts_with("A motion is made in words."));
    motion = spine.motion(MotionKind::close_debate);
    motion.proposal = "L.9";
    CHECK(spine.refusal(motion).starts_with("This motion concerns a proposal, and names none"));
    motion = spine.motion(MotionKind::close_debate);
    motion.motion = 7;
    CHECK(spine.refusal(motion).starts_with("Motions are counted"));
    motion = spine.motion(MotionKind::resume_debate);
    CHECK(spine.refusal(motion).starts_with("Draft article 2 is under debate."));
    motion = spine.motion(MotionKind::division);
    motion.parts = {"paragraph 1", "paragraph 1"};
    CHECK(spine.refusal(motion).starts_with("A division names the parts"));
    motion = spine.motion(MotionKind::other);
    motion.parts = {"paragraph 1"};
    CHECK(spine.refusal(motion).starts_with("Only a division names parts."));
}

TEST_CASE("as many speak on a motion as the rules allow, on each side", "[procedure]") {
    auto spine = opened({.rules = [](RuleProfile& rules) {
        rules.division_for = 1;
        rules.division_against = 2;
    }});
    spine.take(spine.motion(MotionKind::division));
    const auto speaks = [&](const char* who, Side side) {
        return MotionSpoken{.motion = 1, .delegation = who, .side = side};
    };
    spine.take(speaks("AAA", Side::in_favour));
    CHECK(spine.refusal(speaks("BBB", Side::in_favour)).starts_with("On this motion 1 speak"));
    spine.take(speaks("BBB", Side::against));
    spine.take(speaks("CCC", Side::against));
    CHECK(spine.refusal(speaks("AAA", Side::against)).starts_with("On this motion 2 speak"));
    spine.take(spine.motion(MotionKind::suspend_meeting));
    CHECK(spine.refusal(MotionSpoken{.motion = 2, .delegation = "AAA", .side = Side::against})
              .starts_with("On this motion nobody speaks against it."));
}

TEST_CASE("a motion is granted when nobody objects, or withdrawn by its mover", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::suspend_meeting));
    CHECK(spine.refusal(MotionWithdrawn{.motion = 1, .delegation = "BBB"})
              .starts_with("A motion is withdrawn by the delegation that made it."));
    auto withdrawn = spine;
    withdrawn.take(MotionWithdrawn{.motion = 1, .delegation = "AAA"});
    CHECK(withdrawn.refusal(MotionGranted{.motion = 1}).starts_with("Motion 1 does not wait"));
    spine.take(MotionGranted{.motion = 1});
    CHECK(spine.conference.meeting->suspended);
    CHECK(spine.conference.motions.back().state == MotionState::carried);

    auto reopening = opened();
    reopening.decide("article-2", Choice::yes);
    reopening.take(reopening.motion(MotionKind::reconsider));
    CHECK(
        reopening.refusal(MotionGranted{.motion = 1}).starts_with("Reconsideration and a change"));
}

TEST_CASE("parts that are retained are put as a whole, the text as it reads without the others",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});
    CHECK(state_of(spine, "article-2") == QuestionState::divided);
    CHECK(
        spine.refusal(spine.question(Subject{.kind = QuestionKind::whole, .proposal = "article-2"}))
            .starts_with("Draft article 2 is divided, and not all of its parts are decided."));
    const auto part = [](const char* label) {
        return Subject{.kind = QuestionKind::part, .proposal = "article-2", .part = label};
    };
    CHECK(spine.decide(part("paragraph 1"), Choice::yes).outcome == Outcome::retained);
    CHECK(
        spine.refusal(spine.question(part("paragraph 1"))).starts_with("No part \"paragraph 1\""));
    CHECK(
        spine.refusal(spine.question(part("paragraph 9"))).starts_with("No part \"paragraph 9\""));
    CHECK(spine.decide(part("paragraph 2"), Choice::no).outcome == Outcome::rejected);
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("What was adopted is not yet written into the text"));
    spine.take(spine.text_as_amended("article-2"));
    const auto whole = spine.question("article-2");
    CHECK(whole.kind == QuestionKind::whole);
    CHECK(spine.decide("article-2", Choice::yes).outcome == Outcome::adopted);
}

TEST_CASE("a text all of whose parts are rejected is rejected as a whole, without a vote on it",
          "[procedure]") {
    auto spine = opened();
    auto motion = spine.motion(MotionKind::division);
    motion.parts = {"part 1", "part 2", "part 3"};
    spine.take(motion);
    spine.take(MotionGranted{.motion = 1});
    for (const auto* label : {"part 1", "part 2", "part 3"}) {
        CHECK(spine.conference.decision_on("article-2") == nullptr);
        spine.decide({.kind = QuestionKind::part, .proposal = "article-2", .part = label},
                     Choice::no);
    }
    const auto* decision = spine.conference.decision_on("article-2");
    REQUIRE(decision != nullptr);
    CHECK(decision->outcome == Outcome::rejected_as_whole);
    CHECK(decision->sentence ==
          "All its operative parts having been rejected, draft article 2 was rejected as a whole.");
    CHECK(spine.refusal(spine.question("article-2")).starts_with("This is decided already."));
    // The last part's own result is the one that was announced.
    const auto* announced = spine.conference.last_decision();
    REQUIRE(announced->result);
    CHECK(announced->part == "part 3");
    CHECK(spine.conference.decision_of_entry(announced->entry.leaf) == announced);
}

TEST_CASE("a motion interrupts a question that is put, which is before the meeting again after it",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.question("article-2"));
    moved(spine, spine.motion(MotionKind::other), Choice::yes);
    REQUIRE(spine.conference.question);
    CHECK(spine.conference.question->put.proposal == "article-2");
    CHECK(spine.offer(spine.start()));

    // A division takes the undivided question off.
    moved(spine, spine.motion(MotionKind::division), Choice::yes);
    CHECK_FALSE(spine.conference.question);
    CHECK(state_of(spine, "article-2") == QuestionState::divided);
}

TEST_CASE("nothing but a point of order on the voting interrupts it", "[procedure]") {
    auto spine = opened();
    spine.begin();
    for (const auto kind : {MotionKind::suspend_meeting, MotionKind::adjourn_debate,
                            MotionKind::division, MotionKind::other})
        CHECK(spine.refusal(spine.motion(kind)).starts_with("A vote is under way"));
    PointOfOrderRaised point{.meeting = 2, .delegation = "BBB"};
    CHECK(spine.refusal(point).starts_with("While a vote is taken only its own conduct"));
    point.on_the_voting = true;
    spine.take(point);
    CHECK(spine.offer(spine.ballot("AAA", Choice::yes)));
    CHECK(
        spine.refusal(spine.ruling(RulingKind::order, "article-2")).starts_with("A vote is under"));
    spine.take(spine.ruling(RulingKind::point_of_order));
    CHECK(spine.refusal(spine.appeal()).starts_with("A vote is under way: an appeal waits"));
    CHECK(spine.refusal(spine.ruling(RulingKind::point_of_order)).starts_with("No point of order"));
}

TEST_CASE("a ruling stands unless a majority overrules it, and yes means overrule", "[procedure]") {
    struct Case {
        int yes, no, abstaining;
        AppealBase base;
        Outcome outcome;
    };
    // Of 121 present 51 are no majority; of the 101 who vote they are.
    const auto cases = {
        Case{50, 50, 20, AppealBase::present_and_voting, Outcome::ruling_stands},
        Case{51, 50, 20, AppealBase::present_and_voting, Outcome::ruling_overruled},
        Case{51, 50, 20, AppealBase::present, Outcome::ruling_stands},
        Case{61, 40, 20, AppealBase::present, Outcome::ruling_overruled},
    };
    for (const auto& c : cases) {
        auto spine = opened(
            {.participants = placet::tests::numbered_participants(c.yes + c.no + c.abstaining),
             .rules = [&](RuleProfile& rules) { rules.appeal_base = c.base; }});
        spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "P001"});
        CHECK(spine.refusal(spine.question("article-2")).starts_with("A point of order waits"));
        spine.take(spine.ruling(RulingKind::point_of_order));
        spine.take(spine.appeal());
        CHECK(spine.refusal(spine.question("article-2")).starts_with("An appeal against ruling 1"));
        CHECK(spine.refusal(spine.motion(MotionKind::other)).starts_with("An appeal against"));
        spine.take(spine.question({.kind = QuestionKind::appeal, .ruling = 1}));
        spine.take(spine.start());
        spine.cast(c.yes, Choice::yes);
        spine.cast(c.no, Choice::no);
        spine.cast(c.abstaining, Choice::abstain);
        CHECK(spine.finish().outcome == c.outcome);
        CHECK(spine.conference.rulings.back().stands() == (c.outcome == Outcome::ruling_stands));
        CHECK(
            spine.refusal(spine.appeal()).starts_with("This ruling was appealed against already"));
        CHECK(spine.offer(spine.question("article-2")));
    }
}

TEST_CASE("an appeal is against the last ruling, and withdrawn by who made it", "[procedure]") {
    auto spine = opened();
    CHECK(spine.refusal(spine.appeal()).starts_with("An appeal is against the last ruling"));
    for (int i = 0; i < 2; ++i) {
        spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "BBB"});
        spine.take(spine.ruling(RulingKind::point_of_order));
    }
    CHECK(spine.refusal(RulingAppealed{.ruling = 1, .delegation = "AAA"})
              .starts_with("An appeal is against the last ruling"));
    spine.take(spine.appeal());
    CHECK(spine.refusal(AppealWithdrawn{.ruling = 2, .delegation = "BBB"})
              .starts_with("No appeal of this delegation"));
    spine.take(AppealWithdrawn{.ruling = 2, .delegation = "AAA"});
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("a carried reconsideration reopens a decision, which stands until there is a new one",
          "[procedure]") {
    // 60 to 50 falls short of two thirds; 74 to 37 is exactly two thirds of 111.
    auto spine = opened({.participants = placet::tests::numbered_participants(111)});
    spine.put();
    spine.take(spine.start());
    spine.cast(50, Choice::yes);
    spine.cast(60, Choice::no);
    CHECK(spine.finish().outcome == Outcome::rejected);
    CHECK(spine.refusal(spine.question("article-2")).starts_with("This is decided already."));

    auto motion = spine.motion(MotionKind::reconsider);
    motion.decision.reset();
    CHECK(spine.refusal(motion).starts_with("Reconsidered is a decision of this organ"));
    motion = spine.motion(MotionKind::reconsider);
    spine.take(motion);
    const auto question = spine.question(
        Subject{.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1});
    CHECK(question.majority == "two_thirds");
    spine.take(question);
    spine.take(spine.start());
    spine.cast(74, Choice::yes);
    spine.cast(37, Choice::no);
    CHECK(spine.finish().outcome == Outcome::carried);
    CHECK(state_of(spine, "article-2") == QuestionState::reopened);
    CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::rejected);
    CHECK(spine.conference.decision_on("article-2")->stands());
    CHECK(spine.refusal(motion).starts_with("Motions are counted"));

    spine.put();
    spine.take(spine.start());
    spine.cast(111, Choice::yes);
    CHECK(spine.finish().outcome == Outcome::adopted);
    CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::adopted);
    CHECK_FALSE(spine.conference.decisions[0].stands());
}

TEST_CASE("what a committee approved is open in the plenary without reconsideration",
          "[procedure]") {
    Spine spine;
    spine.open("committee");
    spine.decide("article-2", Choice::yes);
    CHECK(spine.refusal(spine.question("article-2")).starts_with("This is decided already."));
    spine.take(MeetingClosed{.meeting = 1});
    spine.open("plenary");
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("every State may ask for a recorded vote or a roll-call before the voting begins",
          "[procedure]") {
    auto spine = opened({.rules = [](RuleProfile& rules) { rules.roll_call_on_request = false; }});
    MethodRequested request{.question = 1, .delegation = "BBB", .method = Method::recorded};
    CHECK(spine.refusal(request).starts_with("A method of voting is requested of the question"));
    spine.put("article-2", Method::hands);
    spine.take(request);
    CHECK(spine.conference.question->put.method == Method::recorded);
    CHECK(spine.refusal(request).starts_with("The vote is to be taken in this way already."));
    request.method = Method::roll_call;
    CHECK(spine.refusal(request).starts_with("The rules give no right to this method."));
    request.method = Method::hands;
    CHECK(spine.refusal(request).starts_with("The rules give no right to this method."));
    spine.take(spine.start());
    request.method = Method::roll_call;
    CHECK(spine.refusal(request).starts_with("A vote is under way"));
}

TEST_CASE("deciding over an objection is a ruling that may be appealed against", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    CHECK(spine.refusal(spine.ruling(RulingKind::over_objection)).starts_with("Nothing that was"));
    spine.take(spine.objection("BBB"));
    CHECK(spine.refusal(spine.gavel()).starts_with("There was an objection"));
    spine.take(spine.ruling(RulingKind::over_objection));

    auto appealed = spine;
    appealed.take(appealed.appeal());
    CHECK(appealed.refusal(appealed.gavel()).starts_with("An appeal against ruling 1 is open"));
    appealed.decide({.kind = QuestionKind::appeal, .ruling = 1}, Choice::yes);
    CHECK(appealed.refusal(appealed.gavel()).starts_with("There was an objection"));

    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    const auto& decision = spine.conference.decisions.back();
    CHECK(decision.over_objection);
    CHECK(decision.sentence ==
          "Draft article 2 was adopted without a vote. The presiding officer so ruled over the "
          "objection of State BBB.");
}

TEST_CASE("a motion ruled out of order comes back when the ruling is overruled", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::adjourn_debate));
    auto ruling = spine.ruling(RulingKind::out_of_order);
    CHECK(spine.refusal(ruling).starts_with("No such motion waits"));
    ruling.motion = 1;
    spine.take(ruling);
    CHECK(open_motions(spine.conference).empty());
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 1}, Choice::yes);
    CHECK(open_motions(spine.conference).size() == 1);
}

TEST_CASE("a proposal withdrawn while a motion is voted on is not before the meeting after it",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.take(spine.question("L.1"));
    spine.take(spine.motion(MotionKind::other));
    spine.take(spine.question(on_motion(1)));
    spine.take(ProposalWithdrawn{"L.1", "AAA"});
    REQUIRE(spine.conference.question);  // the motion
    spine.take(spine.start());
    spine.finish();
    CHECK_FALSE(spine.conference.question);
}

TEST_CASE("a motion or a point of order made since a question was put comes before its vote",
          "[procedure]") {
    auto spine = opened();
    spine.put();
    auto moved_since = spine;
    moved_since.take(moved_since.motion(MotionKind::division));
    CHECK(moved_since.refusal(moved_since.start()).starts_with("The motion that it be so has"));
    moved_since.take(MotionWithdrawn{.motion = 1, .delegation = "AAA"});
    CHECK(moved_since.offer(moved_since.start()));
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "BBB"});
    CHECK(spine.refusal(spine.start()).starts_with("A point of order waits for a ruling"));
    CHECK(spine.refusal(MeetingClosed{.meeting = 1}).starts_with("A point of order waits"));
    spine.take(spine.ruling(RulingKind::point_of_order));
    spine.take(spine.appeal());
    CHECK(spine.refusal(spine.start()).starts_with("An appeal against ruling 1 is open"));
    spine.take(AppealWithdrawn{.ruling = 1, .delegation = "AAA"});
    CHECK(spine.offer(spine.start()));
}

TEST_CASE("what is decided on a part is not reconsidered by itself", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});
    spine.decide({.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"},
                 Choice::no);
    auto motion = spine.motion(MotionKind::reconsider);
    motion.decision = spine.conference.decisions.back().entry.leaf;
    CHECK(spine.refusal(motion).starts_with("Reconsidered is a decision of this organ"));
}
