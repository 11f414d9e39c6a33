// What comes before a vote on substance: deferment, the end of all efforts, notice; and how a
// matter is classed.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

Spine opened(int participants, std::function<void(RuleProfile&)> rules) {
    Spine spine({.participants = numbered_participants(participants), .rules = std::move(rules)});
    spine.open();
    return spine;
}

DefermentRequested asks(const std::string& who) {
    return {.proposal = "article-2", .delegation = who};
}

VoteDeferred deferred(DefermentRight right) {
    return {.proposal = "article-2", .meeting = 1, .right = right, .until = "Monday, 10 a.m."};
}

}  // namespace

TEST_CASE("fifteen that ask have the vote deferred, once on the same matter", "[procedure]") {
    auto spine = opened(20, [](RuleProfile& rules) {
        rules.deferment_states = 15;
        rules.deferment_once = true;
    });
    const auto names = numbered_participants(15);
    for (int i = 0; i < 14; ++i) spine.take(asks(names[static_cast<std::size_t>(i)]));
    CHECK(spine.refusal(asks("P001")).starts_with("This delegation has asked already."));
    CHECK(spine.offer(spine.question("article-2")));
    CHECK(spine.refusal(deferred(DefermentRight::states))
              .starts_with("15 delegations must ask for it; 14 have."));
    spine.take(asks("P015"));
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("15 delegations have asked for the vote on Draft article 2"));
    CHECK(spine.refusal(deferred(DefermentRight::presiding_officer))
              .starts_with("The rules of this conference give no such right"));
    spine.take(deferred(DefermentRight::states));
    CHECK(spine.refusal(spine.question("article-2")).starts_with("Draft article 2 is deferred."));
    DefermentEnded ended{.proposal = "article-2", .meeting = 1};
    CHECK(spine.refusal(ended).starts_with("The presiding officer reports"));
    ended.report = "No agreement was found.";
    spine.take(ended);
    CHECK(spine.offer(spine.question("article-2")));
    CHECK(spine.refusal(asks("P002")).starts_with("A vote is deferred once on the same matter."));
    CHECK(spine.refusal(deferred(DefermentRight::states)).starts_with("A vote is deferred once"));
}

TEST_CASE("one fifth of 193 is 39 that ask, and 38 are too few", "[procedure]") {
    auto spine = opened(193, [](RuleProfile& rules) { rules.deferment_fraction = {1, 5}; });
    CHECK(deferment_needed(spine.conference) == 39);
    const auto names = numbered_participants(39);
    for (std::size_t i = 0; i < 38; ++i) spine.take(asks(names[i]));
    CHECK(spine.refusal(deferred(DefermentRight::states)).starts_with("39 delegations must ask"));
    spine.take(asks("P039"));
    CHECK(spine.offer(deferred(DefermentRight::states)));
}

TEST_CASE("who may have a vote deferred is what the rules say", "[procedure]") {
    auto no_right = opened(3, [](RuleProfile&) {});
    CHECK(no_right.refusal(asks("P001")).starts_with("The rules give States no right"));
    for (const auto right : {DefermentRight::presiding_officer, DefermentRight::states})
        CHECK(
            no_right.refusal(deferred(right)).starts_with("The rules of this conference give no"));
    CHECK(no_right.refusal(no_right.motion(MotionKind::defer_vote))
              .starts_with("The rules know no motion to defer a vote."));
    auto chair = opened(3, [](RuleProfile& rules) { rules.deferment_by_chair = true; });
    CHECK(chair.offer(deferred(DefermentRight::presiding_officer)));
    auto motion = opened(3, [](RuleProfile& rules) { rules.deferment_by_motion = true; });
    motion.take(motion.motion(MotionKind::defer_vote));
    motion.take(MotionGranted{.motion = 1});
    CHECK(motion.conference.proposal("article-2")->state == QuestionState::deferred);
}

TEST_CASE("no vote on substance before all efforts are exhausted, by the majority of substance",
          "[procedure]") {
    // 80 to 30 with 40 abstaining: two thirds are met, a majority of the 160 participating is not.
    auto spine = opened(160, [](RuleProfile& rules) {
        rules.exhaustion = Exhaustion::body_determines;
        rules.majority_exhaustion = Majority::two_thirds_and_majority_of_participating;
    });
    const Subject determination{.kind = QuestionKind::exhaustion, .proposal = "article-2"};
    const std::string rule = "No vote on Draft article 2 before all efforts";
    CHECK(spine.refusal(spine.question("article-2")).starts_with(rule));
    CHECK(
        spine.offer(spine.proposal("article-2")));  // without a vote it may be adopted at any time
    const auto determined = [&](int yes) {
        spine.take(spine.question(determination));
        spine.take(spine.start());
        spine.cast(yes, Choice::yes);
        spine.cast(30, Choice::no);
        spine.cast(40, Choice::abstain);
        return spine.finish().outcome;
    };
    CHECK(determined(80) == Outcome::not_adopted);
    CHECK(spine.refusal(spine.question("article-2")).starts_with(rule));
    CHECK(determined(81) == Outcome::carried);
    CHECK(spine.offer(spine.question("article-2")));
    CHECK(spine.refusal(spine.question("article-3")).starts_with("No vote on Draft article 3"));
    CHECK(spine.refusal(spine.question(determination)).starts_with("The efforts to agree on"));
}

TEST_CASE("where the rules let the presiding officer declare it, a declaration suffices",
          "[procedure]") {
    auto spine =
        opened(3, [](RuleProfile& rules) { rules.exhaustion = Exhaustion::chair_declares; });
    spine.table(spine.amendment("L.1", "article-2"));
    CHECK(spine.refusal(spine.question("L.1")).starts_with("No vote on Draft article 2 before"));
    ExhaustionDeclared declared{.proposal = "article-2", .meeting = 1};
    CHECK(spine.refusal(declared).starts_with("The presiding officer informs the conference"));
    declared.report = "Three rounds of consultations led to nothing.";
    auto other = declared;
    other.proposal = "L.1";
    CHECK(spine.refusal(other).starts_with("The vote that waits is that on a proposal"));
    spine.take(declared);
    CHECK(spine.offer(spine.question("L.1")));
    auto strict = opened(3, [](RuleProfile&) {});
    CHECK(strict.refusal(declared).starts_with("The rules do not let the presiding officer"));
}

TEST_CASE("a vote of which notice must be given is announced first", "[procedure]") {
    auto spine = opened(3, [](RuleProfile& rules) { rules.notice_working_days = 2; });
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("A vote on Draft article 2 is announced 2 working days before."));
    VoteNotified notified{.proposal = "article-2", .meeting = 1};
    CHECK(spine.refusal(notified).starts_with("A notice names the day"));
    notified.not_before = "Thursday, 9 March";
    spine.take(notified);
    CHECK(spine.offer(spine.question("article-2")));
    auto none = opened(3, [](RuleProfile&) {});
    CHECK(none.refusal(notified).starts_with("The rules ask for no notice of a vote."));
}

TEST_CASE("classification decides: 40 to 38 carries procedure and not substance", "[procedure]") {
    auto spine = opened(150, [](RuleProfile&) {});
    const auto vote = [&] {
        spine.take(spine.start());
        spine.cast(40, Choice::yes);
        spine.cast(38, Choice::no);
        spine.cast(30, Choice::abstain);
        return spine.finish().outcome;
    };
    spine.table(spine.submission("L.1"));
    spine.table(spine.submission("L.2"));
    spine.take(spine.question("L.1"));
    CHECK(vote() == Outcome::not_adopted);
    auto ruling = spine.ruling(RulingKind::classification, "L.2");
    ruling.matter = MatterClass::procedure;
    spine.take(ruling);
    spine.take(spine.question("L.2"));
    CHECK(vote() == Outcome::adopted);
    ruling = spine.ruling(RulingKind::classification, "article-2");
    ruling.matter = MatterClass::procedure;
    CHECK(spine.refusal(ruling).starts_with("Articles and other units of the convention"));
}

TEST_CASE("in doubt a matter is of substance, unless the majority of substance says otherwise",
          "[procedure]") {
    auto spine = opened(3, [](RuleProfile& rules) {
        rules.classify = Classify::substance_unless_substance_majority;
    });
    spine.table(spine.submission("L.1"));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::procedure;
    CHECK(spine.refusal(ruling).starts_with("In doubt a matter is one of substance"));
    auto motion = spine.motion(MotionKind::treat_as_procedure);
    motion.proposal = "L.1";
    spine.take(motion);
    const Subject subject{.kind = QuestionKind::motion, .proposal = "L.1", .motion = 1};
    CHECK(spine.question(subject).majority == "two_thirds");
    spine.decide(subject, Choice::yes);
    CHECK(spine.question("L.1").matter == MatterClass::procedure);
    CHECK(spine.question("L.1").majority == "simple");
}

TEST_CASE("an appeal on the class of a matter needs two thirds where the rules say so",
          "[procedure]") {
    auto spine =
        opened(3, [](RuleProfile& rules) { rules.classify = Classify::chair_appeal_two_thirds; });
    spine.table(spine.submission("L.1"));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::procedure;
    spine.take(ruling);
    spine.take(spine.appeal());
    const Subject appeal{.kind = QuestionKind::appeal, .ruling = 1};
    CHECK(spine.question(appeal).majority == "two_thirds");
    spine.decide(appeal, Choice::yes);
    CHECK(spine.question("L.1").matter == MatterClass::substance);
}
