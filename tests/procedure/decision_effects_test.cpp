// What a decision does, and what it leaves as it was: beside each effect the twin without it. The
// rules are in RULES.md.
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/permission.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

QuestionState state_of(const Spine& spine, const ProposalId& id) {
    return spine.conference.proposal(id)->state;
}

/// Put and voted on while nobody is in the room.
void decide_without_quorum(Spine& spine, const Subject& subject) {
    spine.take(spine.question(subject));
    spine.take(spine.start());
    spine.take(PresenceNoted{.meeting = 1, .left = {"AAA", "BBB", "CCC"}});
    spine.finish();
    spine.take(spine.presence({"AAA", "BBB", "CCC"}));
}

/// One for it, one against it.
void decide_equally(Spine& spine) {
    spine.take(spine.start());
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::no);
    spine.finish();
}

void appeal(Spine& spine, Choice overruled) {
    spine.take(spine.appeal());
    const auto ruling = static_cast<std::int64_t>(spine.conference.rulings.size());
    spine.decide({.kind = QuestionKind::appeal, .ruling = ruling}, overruled);
}

RecordClosed closing(const Decision& decision) { return {.decision = decision.entry.leaf}; }

}  // namespace

TEST_CASE("a motion of the presiding officer is decided, and no motion from the floor with it",
          "[procedure]") {
    for (const bool carried : {false, true}) {
        const auto choice = carried ? Choice::yes : Choice::no;
        auto spine = opened();
        spine.take(spine.motion(MotionKind::other));
        spine.decide({.kind = QuestionKind::motion, .motion = 1}, Choice::no);
        const auto moved = spine.conference.motions.front();
        CHECK(moved.state == MotionState::not_carried);
        spine.decide({.kind = QuestionKind::motion}, choice);
        const auto& decision = spine.conference.decisions.back();
        CHECK(decision.outcome == (carried ? Outcome::carried : Outcome::rejected));
        CHECK(spine.conference.motions.front().state == moved.state);
        CHECK(spine.conference.motions.front().decision == moved.decision);
        CHECK_FALSE(spine.conference.question);
        spine.take(spine.motion(MotionKind::other));
        spine.decide({.kind = QuestionKind::motion, .motion = 2}, choice);
        CHECK(spine.conference.motions.back().state ==
              (carried ? MotionState::carried : MotionState::not_carried));
    }
}

TEST_CASE("without a quorum nothing is decided on a motion, a part or a text", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::close_debate));
    decide_without_quorum(spine, {.kind = QuestionKind::motion, .motion = 1});
    CHECK(spine.conference.decisions.back().outcome == Outcome::no_decision);
    CHECK(spine.conference.motions.front().state == MotionState::open);
    CHECK_FALSE(spine.conference.question);
    CHECK(state_of(spine, "article-2") == QuestionState::tabled);
    spine.take(MotionWithdrawn{.motion = 1, .delegation = "AAA"});

    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 2});
    const Subject part{.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"};
    decide_without_quorum(spine, part);
    CHECK(state_of(spine, "article-2") == QuestionState::divided);
    CHECK_FALSE(spine.conference.proposal("article-2")->parts.front().retained.has_value());
    CHECK(spine.offer(spine.question(part)));

    decide_without_quorum(spine, {.kind = QuestionKind::proposal, .proposal = "article-3"});
    CHECK(state_of(spine, "article-3") == QuestionState::debate_closed);
    CHECK(spine.conference.standing_decisions() == 0);
}

TEST_CASE("what is equally divided waits for its second vote as it was put", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) {
        rules.tie = Tie::second_vote;
        rules.tie_scope = TieScope::all;
    });
    spine.take(spine.motion(MotionKind::close_debate));
    spine.take(spine.question(Subject{.kind = QuestionKind::motion, .motion = 1}));
    decide_equally(spine);
    CHECK(spine.conference.decisions.back().outcome == Outcome::tie_second_vote);
    CHECK(spine.conference.question->put.motion == 1);
    CHECK(spine.conference.motions.front().state == MotionState::open);
    decide_equally(spine);
    CHECK(spine.conference.decisions.back().outcome == Outcome::tie_rejected);
    CHECK(spine.conference.motions.front().state == MotionState::not_carried);

    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 2});
    const Subject part{.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"};
    spine.take(spine.question(part));
    decide_equally(spine);
    CHECK(spine.conference.question->put.part == "paragraph 1");
    CHECK(state_of(spine, "article-2") == QuestionState::divided);
    decide_equally(spine);
    CHECK(spine.conference.proposal("article-2")->parts.front().retained == false);

    spine.take(spine.question("article-3"));
    decide_equally(spine);
    CHECK(state_of(spine, "article-3") == QuestionState::put);
    decide_equally(spine);
    CHECK(state_of(spine, "article-3") == QuestionState::announced);
}

TEST_CASE("what is withdrawn is voted on no more, and another question stays", "[procedure]") {
    auto spine = opened();
    for (const char* id : {"L.1", "L.2"}) spine.table(spine.submission(id));
    spine.take(spine.question("L.2"));
    spine.take(ProposalWithdrawn{.proposal = "L.1", .delegation = "AAA"});
    REQUIRE(spine.conference.question);
    CHECK(spine.conference.question->put.proposal == "L.2");
    spine.take(ProposalWithdrawn{.proposal = "L.2", .delegation = "AAA"});
    CHECK_FALSE(spine.conference.question);
}

TEST_CASE("an appeal that is put waits while the decision before it is confirmed", "[procedure]") {
    auto spine = opened();
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    spine.take(spine.ruling(RulingKind::point_of_order));
    spine.take(spine.proposal());
    auto alone = spine;
    spine.take(spine.gavel());
    spine.take(spine.appeal());
    spine.take(spine.question(Subject{.kind = QuestionKind::appeal, .ruling = 1}));
    spine.take(spine.confirmation());
    CHECK(state_of(spine, "article-2") == QuestionState::announced);
    REQUIRE(spine.conference.question);
    CHECK(spine.conference.question->put.ruling == 1);
    CHECK(spine.offer(spine.start()));
    alone.take(alone.gavel());
    alone.take(alone.confirmation());
    CHECK_FALSE(alone.conference.question);
}

TEST_CASE("what was put and skipped waits again when the ruling is overruled", "[procedure]") {
    for (const bool put : {false, true}) {
        auto spine = opened();
        for (const char* id : {"L.1", "L.2"}) spine.table(spine.submission(id));
        spine.decide("L.2", Choice::yes);
        if (put) spine.take(spine.question("L.1"));
        auto ruling = spine.ruling(RulingKind::skip, "L.1");
        ruling.because = "L.2";
        spine.take(ruling);
        CHECK(state_of(spine, "L.1") == QuestionState::skipped);
        CHECK_FALSE(spine.conference.question);
        auto dismissed = spine;
        appeal(spine, Choice::yes);
        CHECK(state_of(spine, "L.1") ==
              (put ? QuestionState::debate_closed : QuestionState::tabled));
        CHECK(spine.offer(spine.question("L.1")));
        appeal(dismissed, Choice::no);
        CHECK(state_of(dismissed, "L.1") == QuestionState::skipped);
    }
}

TEST_CASE("a ruling over an objection falls with the proposal that is set aside", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.objection("BBB"));
    spine.take(spine.ruling(RulingKind::over_objection));
    spine.take(spine.appeal());
    auto standing = spine;
    spine.take(spine.setting_aside());
    const Subject against{.kind = QuestionKind::appeal, .ruling = 1};
    spine.decide(against, Choice::yes);
    CHECK_FALSE(spine.conference.consensus);
    CHECK(spine.conference.ruling(1)->appeal == AppealState::upheld);
    standing.decide(against, Choice::yes);
    REQUIRE(standing.conference.consensus);
    CHECK(standing.conference.consensus->over_objection == 0);
    CHECK_FALSE(standing.offer(standing.gavel()));
}

TEST_CASE("a motion is a matter of substance while the ruling that it is stands", "[procedure]") {
    for (const auto overruled : {Choice::yes, Choice::no}) {
        auto spine = opened();
        spine.take(spine.motion(MotionKind::other));
        // A ruling on something else, with a class that it does not give.
        spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
        auto other = spine.ruling(RulingKind::point_of_order);
        other.motion = 1;
        other.matter = MatterClass::substance;
        spine.take(other);
        CHECK(matter_of(spine.conference, {.kind = QuestionKind::motion, .motion = 1}) ==
              MatterClass::procedure);
        auto ruling = spine.ruling(RulingKind::classification);
        ruling.motion = 1;
        ruling.matter = MatterClass::substance;
        spine.take(ruling);
        const Subject motion{.kind = QuestionKind::motion, .motion = 1};
        CHECK(matter_of(spine.conference, motion) == MatterClass::substance);
        appeal(spine, overruled);
        CHECK(matter_of(spine.conference, motion) ==
              (overruled == Choice::yes ? MatterClass::procedure : MatterClass::substance));
    }
}

TEST_CASE("the class of a proposal is not that of a motion without a number", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::substance;
    spine.take(ruling);
    CHECK(matter_of(spine.conference, {.kind = QuestionKind::motion}) == MatterClass::procedure);
    CHECK(matter_of(spine.conference, {.kind = QuestionKind::proposal, .proposal = "L.1"}) ==
          MatterClass::substance);
}

TEST_CASE("the quorum is asked where the challenge stands, and not where it is overruled",
          "[procedure]") {
    for (const auto overruled : {Choice::yes, Choice::no}) {
        auto spine =
            opened([](RuleProfile& rules) { rules.quorum_check = QuorumCheck::on_challenge; });
        CHECK_FALSE(quorum_is_asked(spine.conference));
        spine.take(spine.ruling(RulingKind::quorum_challenged));
        CHECK(quorum_is_asked(spine.conference));
        appeal(spine, overruled);
        CHECK(quorum_is_asked(spine.conference) == (overruled == Choice::no));
    }
}

TEST_CASE("a sponsor explains its vote where a ruling lets it, and that ruling stands",
          "[procedure]") {
    for (const auto overruled : {Choice::yes, Choice::no}) {
        auto spine = opened();
        auto submitted = spine.submission("L.1");
        submitted.sponsors = {"AAA", "BBB"};
        spine.table(submitted);
        auto ruling = spine.ruling(RulingKind::sponsor_explains, "L.1");
        ruling.delegation = "AAA";
        spine.take(ruling);
        appeal(spine, overruled);
        spine.decide("L.1", Choice::yes);
        auto explained = spine.statement("AAA");
        explained.kind = StatementKind::explanation_of_vote;
        if (overruled == Choice::no)
            CHECK(spine.offer(explained));
        else
            CHECK(spine.refusal(explained).starts_with("A sponsor of a proposal does not explain"));
        explained.delegation = "BBB";  // for whom nothing was ruled
        CHECK(spine.refusal(explained).starts_with("A sponsor of a proposal does not explain"));
    }
}

TEST_CASE("anybody explains its vote on a motion", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.decide({.kind = QuestionKind::motion}, Choice::yes);
    auto explained = spine.statement("AAA");
    explained.kind = StatementKind::explanation_of_vote;
    CHECK(spine.offer(explained));
    spine.decide("L.1", Choice::yes);
    explained.about = spine.conference.decisions.back().entry.leaf;
    CHECK(spine.refusal(explained).starts_with("A sponsor of a proposal does not explain"));
}

TEST_CASE("the record of an earlier decision is closed, and the later one stays open",
          "[procedure]") {
    auto spine = opened();
    spine.decide({.kind = QuestionKind::motion}, Choice::yes);
    spine.decide("article-2", Choice::yes);
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    spine.decide("article-2", Choice::no);
    REQUIRE(spine.conference.decisions.size() == 4);
    for (const std::size_t earlier : {0U, 1U, 2U}) {
        spine.take(closing(spine.conference.decisions[earlier]));
        CHECK(spine.conference.decisions[earlier].record_closed);
        CHECK(state_of(spine, "article-2") == QuestionState::announced);
    }
    CHECK_FALSE(spine.conference.decisions[3].record_closed);
    spine.take(closing(spine.conference.decisions[3]));
    CHECK(state_of(spine, "article-2") == QuestionState::recorded);
}

TEST_CASE("a statement goes to the proposal that it is about while an appeal is put",
          "[procedure]") {
    auto spine = opened();
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    spine.take(spine.ruling(RulingKind::point_of_order));
    spine.take(spine.proposal());
    spine.take(spine.appeal());
    spine.take(spine.question(Subject{.kind = QuestionKind::appeal, .ruling = 1}));
    spine.take(spine.statement("BBB"));
    CHECK(spine.conference.consensus->statements.size() == 1);
    CHECK(spine.conference.question->explanations.empty());
    auto before_the_vote = opened();
    before_the_vote.put();
    auto explained = before_the_vote.statement("BBB");
    explained.about = before_the_vote.conference.question->entry.leaf;
    explained.kind = StatementKind::explanation_of_vote;
    before_the_vote.take(explained);
    CHECK(before_the_vote.conference.question->explanations.size() == 1);
}

TEST_CASE("a statement is open on what is before the meeting, else on the last decision",
          "[procedure]") {
    constexpr auto position = StatementKind::position;
    constexpr auto explanation = StatementKind::explanation_of_vote;
    auto spine = opened();
    CHECK_FALSE(takes_statements(spine.conference));
    CHECK_FALSE(open_to(spine.conference, explanation));
    spine.put();
    const auto put = spine.conference.question->entry.leaf;
    CHECK(takes_statements(spine.conference));
    CHECK(open_to(spine.conference, explanation) == put);
    CHECK_FALSE(open_to(spine.conference, position));
    spine.take(spine.start());
    CHECK_FALSE(takes_statements(spine.conference));
    CHECK_FALSE(open_to(spine.conference, explanation));
    spine.cast(3, Choice::yes);
    spine.finish();
    const auto decided = spine.conference.decisions.back().entry.leaf;
    CHECK(takes_statements(spine.conference));
    CHECK(open_to(spine.conference, explanation) == decided);
    CHECK(open_to(spine.conference, position) == decided);
    spine.take(spine.proposal("article-3"));
    CHECK(open_to(spine.conference, position) == spine.conference.consensus->entry.leaf);
}
