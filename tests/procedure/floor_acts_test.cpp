// What is raised from the floor and what is ruled, with the words that are proposed for it; and
// what waits on the floor.
#include "ledger/procedure/floor_acts.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

Spine opened() {
    Spine spine;
    spine.open();
    return spine;
}

}  // namespace

TEST_CASE("a motion of every kind is worded as it is said, and names what it concerns",
          "[procedure]") {
    const auto spine = opened();
    const std::map<MotionKind, std::string> words = {
        {MotionKind::suspend_meeting, "to suspend the meeting"},
        {MotionKind::adjourn_meeting, "to adjourn the meeting"},
        {MotionKind::adjourn_debate, "to adjourn the debate on draft article 2"},
        {MotionKind::close_debate, "to close the debate on draft article 2"},
        {MotionKind::resume_debate, "to resume the debate on draft article 2"},
        {MotionKind::division, "to vote separately on parts of draft article 2"},
        {MotionKind::competence,
         "that the conference is not competent to decide on draft article 2"},
        {MotionKind::reconsider, "to reconsider the decision on draft article 2"},
        {MotionKind::defer_vote, "to defer the vote on draft article 2"},
        {MotionKind::amend_rules, "to amend the rules of procedure"},
        {MotionKind::treat_as_procedure, "to treat draft article 2 as a matter of procedure"},
        {MotionKind::suspend_rule, "to suspend a rule for one stated purpose"},
        {MotionKind::other, "on the organization of work"}};
    for (const auto& [kind, expected] : words) {
        const auto motion = motion_of(spine.conference, kind, "article-2");
        CHECK(motion.words == expected);
        CHECK(motion.kind == kind);
        CHECK(motion.meeting == 1);
        CHECK(motion.motion == 1);
        const bool concerns = expected.find("draft article 2") != std::string::npos;
        CHECK(motion.proposal == (concerns ? "article-2" : ""));
    }
    CHECK(motion_of(Spine().conference, MotionKind::other).meeting == 0);
}

TEST_CASE("the words of a ruling say on what it is", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    CHECK(ruling_on_point_of_order(spine.conference, true).words ==
          "The point of order is well taken.");
    CHECK(ruling_on_point_of_order(spine.conference, false).words ==
          "The point of order is not well taken.");
    CHECK(ruling_on_the_class(spine.conference, "L.1", MatterClass::substance).words ==
          "The proposal L.1 is a matter of substance.");
    CHECK(ruling_on_the_class(spine.conference, "L.1", MatterClass::procedure).words ==
          "The proposal L.1 is a matter of procedure.");
    spine.take(spine.motion(MotionKind::other));
    CHECK(ruling_on_the_class(spine.conference, 1, MatterClass::procedure).words ==
          "The motion that it be so is a matter of procedure.");
    CHECK(ruling_that_sponsor_explains(spine.conference, "L.1", "AAA").words ==
          "State AAA may explain its vote on the proposal L.1, as a sponsor.");
    // A delegation that was withdrawn since is named by its id.
    CHECK(ruling_that_sponsor_explains(spine.conference, "L.1", "ZZZ").words ==
          "ZZZ may explain its vote on the proposal L.1, as a sponsor.");
}

TEST_CASE("what comes before everything else waits on the floor", "[procedure]") {
    const auto clear = opened();
    CHECK_FALSE(floor_waits(clear.conference));
    auto moved = clear;
    moved.take(moved.motion(MotionKind::other));
    CHECK(floor_waits(moved.conference));
    auto questioned = clear;
    questioned.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    CHECK(floor_waits(questioned.conference));
    auto put = clear;
    put.put();
    CHECK_FALSE(floor_waits(put.conference));
    put.take(put.motion(MotionKind::other));
    CHECK(floor_waits(put.conference));
}

TEST_CASE("a question is put undivided on what an id names", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    CHECK(subject_of(spine.conference, "").kind == QuestionKind::motion);
    CHECK(subject_of(spine.conference, "L.9").kind == QuestionKind::proposal);
    CHECK(subject_of(spine.conference, "L.1").kind == QuestionKind::amendment);
    CHECK(subject_of(spine.conference, "article-2").kind == QuestionKind::proposal);
    CHECK(subject_of(spine.conference, "article-2").proposal == "article-2");
}
