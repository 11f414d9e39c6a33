// Rules held here: when the quorum to decide is asked, by what the profile says.
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/floor_acts.h"
#include "ledger/procedure/tally.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

/// Of four States; three must be present to decide.
Spine of_four(QuorumCheck check) {
    Spine spine({.participants = numbered_participants(4),
                 .rules = [&](RuleProfile& rules) { rules.quorum_check = check; }});
    spine.take(spine.meeting());
    return spine;
}

constexpr auto no_quorum = "There is no quorum: 3 of the 4 participating States";

/// A vote that was begun with three present, of whom one is noted as gone before the close.
Spine left_alone(QuorumCheck check) {
    auto spine = of_four(check);
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.put();
    spine.take(spine.start());
    spine.cast(2, Choice::yes);
    spine.take(PresenceNoted{.meeting = 1, .left = {"P003"}});
    return spine;
}

RulingGiven challenge(const Spine& spine) {
    return ruling_that_quorum_is_challenged(spine.conference);
}

}  // namespace

TEST_CASE("nothing is put without a quorum where it is asked of every decision", "[procedure]") {
    auto spine = of_four(QuorumCheck::on_decision);
    spine.take(spine.presence({"P001", "P002"}));
    CHECK(spine.refusal(spine.question("article-2")).starts_with(no_quorum));
    CHECK(spine.refusal(spine.proposal()).starts_with(no_quorum));
    spine.take(spine.presence({"P003"}));
    CHECK(spine.offer(spine.question("article-2")));
    spine.take(PresenceNoted{.meeting = 1, .left = {"P003"}});
    CHECK(spine.refusal(spine.question("article-2")).starts_with(no_quorum));
}

TEST_CASE("a quorum that was there once in a meeting is not asked again where the rules say so",
          "[procedure]") {
    auto spine = of_four(QuorumCheck::per_sitting);
    spine.take(spine.presence({"P001", "P002"}));
    CHECK(spine.refusal(spine.question("article-2")).starts_with(no_quorum));
    spine.take(spine.presence({"P003"}));
    spine.take(PresenceNoted{.meeting = 1, .left = {"P003"}});
    CHECK(spine.offer(spine.question("article-2")));
    spine.take(MeetingClosed{.meeting = 1});
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002"}));
    CHECK(spine.refusal(spine.question("article-2")).starts_with(no_quorum));
}

TEST_CASE("a quorum is presumed until it is challenged where the rules say so", "[procedure]") {
    auto spine = of_four(QuorumCheck::on_challenge);
    spine.take(spine.presence({"P001", "P002"}));
    CHECK(spine.offer(spine.question("article-2")));
    CHECK(spine.offer(spine.proposal()));
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "P001"});
    spine.take(spine.ruling(RulingKind::point_of_order));
    spine.take(challenge(spine));
    CHECK(spine.refusal(spine.question("article-2")).starts_with(no_quorum));
    CHECK(spine.refusal(spine.proposal()).starts_with(no_quorum));
    CHECK(spine.refusal(challenge(spine)).starts_with("The quorum is asked of every decision"));
    spine.take(spine.presence({"P003"}));
    CHECK(spine.offer(spine.question("article-2")));
    spine.take(MeetingClosed{.meeting = 1});
    spine.take(spine.meeting());
    CHECK(spine.offer(spine.question("article-2")));  // presumed again in the next meeting
}

TEST_CASE("a challenge of the quorum that was overruled changes nothing", "[procedure]") {
    auto spine = of_four(QuorumCheck::on_challenge);
    spine.take(spine.presence({"P001", "P002"}));
    spine.take(challenge(spine));
    CHECK_FALSE(spine.offer(spine.question("article-2")));
    spine.conference.rulings.change().back().appeal = AppealState::upheld;
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("a quorum that was there once may be challenged, and is asked from then on",
          "[procedure]") {
    auto spine = of_four(QuorumCheck::per_sitting);
    CHECK_FALSE(spine.offer(challenge(spine)));  // it is asked still
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.take(PresenceNoted{.meeting = 1, .left = {"P003"}});
    CHECK(spine.offer(spine.question("article-2")));
    spine.take(challenge(spine));
    CHECK_FALSE(spine.offer(spine.question("article-2")));
}

TEST_CASE("at the lock a quorum is judged where it is asked, and is no test where it is not",
          "[procedure]") {
    auto asked = left_alone(QuorumCheck::on_decision);
    const auto without = asked.finish();
    CHECK(without.outcome == Outcome::no_decision);
    CHECK(without.clauses.front().name == "quorum");
    for (const auto check : {QuorumCheck::per_sitting, QuorumCheck::on_challenge}) {
        auto spine = left_alone(check);
        const auto result = spine.finish();
        CHECK(result.outcome == Outcome::adopted);
        CHECK(result.clauses.front().name == "affirmative_vote");
        CHECK(result.figures.present == 2);
    }
}
