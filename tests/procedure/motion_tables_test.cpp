// Motions kind by kind: how many speak on them, what decides them, and of what class they are.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

/// The field that names the majority of a question, in an organ of this kind.
std::string field(const Spine& spine, const Subject& subject,
                  MatterClass matter = MatterClass::procedure,
                  const std::string& organ = "plenary") {
    return majority_field(spine.conference, organ, subject, matter);
}

}  // namespace

TEST_CASE("on a motion as many speak on each side as its field of the profile says",
          "[procedure]") {
    RuleProfile rules;
    rules.division_for = 1, rules.division_against = 2;
    rules.adjourn_debate_for = 3, rules.adjourn_debate_against = 4;
    rules.competence_for = 5, rules.competence_against = 6;
    rules.closure_against = 7, rules.reconsider_against = 8;
    struct Row {
        MotionKind kind;
        std::int64_t in_favour, against;
    };
    // Closure and reconsideration: only opponents speak; on the meeting itself nobody.
    for (const auto& row :
         {Row{MotionKind::division, 1, 2}, Row{MotionKind::adjourn_debate, 3, 4},
          Row{MotionKind::competence, 5, 6}, Row{MotionKind::close_debate, 0, 7},
          Row{MotionKind::reconsider, 0, 8}, Row{MotionKind::suspend_meeting, 0, 0},
          Row{MotionKind::adjourn_meeting, 0, 0}}) {
        INFO(static_cast<int>(row.kind));
        CHECK(speakers_allowed(rules, row.kind, Side::in_favour) == row.in_favour);
        CHECK(speakers_allowed(rules, row.kind, Side::against) == row.against);
    }
    for (const auto kind :
         {MotionKind::resume_debate, MotionKind::defer_vote, MotionKind::amend_rules,
          MotionKind::treat_as_procedure, MotionKind::suspend_rule, MotionKind::other})
        for (const auto side : {Side::in_favour, Side::against})
            CHECK(speakers_allowed(rules, kind, side) == unlimited_speakers);
}

TEST_CASE("four motions have precedence, one before the other, and all others are equal",
          "[procedure]") {
    CHECK(precedence(MotionKind::suspend_meeting) == 1);
    CHECK(precedence(MotionKind::adjourn_meeting) == 2);
    CHECK(precedence(MotionKind::adjourn_debate) == 3);
    CHECK(precedence(MotionKind::close_debate) == 4);
    for (const auto kind : {MotionKind::suspend_rule, MotionKind::division, MotionKind::other})
        CHECK(precedence(kind) == 5);
}

TEST_CASE("every question names the field of the profile that decides it", "[procedure]") {
    auto spine = opened();
    for (const auto kind : {MotionKind::close_debate, MotionKind::suspend_rule, MotionKind::other})
        spine.take(spine.motion(kind));
    const auto motion = [](std::int64_t number) {
        return Subject{.kind = QuestionKind::motion, .motion = number};
    };
    CHECK(field(spine, motion(1)) == "majority_closure");
    CHECK(field(spine, motion(2)) == "majority_rules_suspend");
    CHECK(field(spine, motion(3)) == "majority_plenary_procedure");
    CHECK(field(spine, motion(0)) == "majority_plenary_procedure");
    CHECK(field(spine, motion(3), MatterClass::substance) == "majority_plenary_substance");
    CHECK(field(spine, motion(3), MatterClass::procedure, "main_committee") ==
          "majority_committee_procedure");
    CHECK(field(spine, motion(3), MatterClass::procedure, "working_group") ==
          "majority_other_procedure");
    CHECK(field(spine, {.kind = QuestionKind::reconsideration}) == "majority_reconsider");
    CHECK(field(spine, {.kind = QuestionKind::exhaustion}) == "majority_exhaustion");
    CHECK(field(spine, {.kind = QuestionKind::rules_change}) == "majority_rules_amend");
    // A whole that is no convention has the majority of its class, and so has one that is unknown.
    for (const auto* id : {"article-2", "L.9"})
        CHECK(field(spine, {.kind = QuestionKind::whole, .proposal = id}, MatterClass::substance) ==
              "majority_plenary_substance");
}

TEST_CASE("an appeal is decided by its base, or by two thirds on the class where the rules say so",
          "[procedure]") {
    for (const auto classify : {Classify::chair_appeal_simple, Classify::chair_appeal_two_thirds}) {
        auto spine = opened([&](RuleProfile& rules) { rules.classify = classify; });
        spine.table(spine.submission("L.1"));
        auto ruling = spine.ruling(RulingKind::classification, "L.1");
        ruling.matter = MatterClass::procedure;
        spine.take(ruling);
        spine.take(spine.motion(MotionKind::other));
        auto out_of_order = spine.ruling(RulingKind::out_of_order);
        out_of_order.motion = 1;
        spine.take(out_of_order);
        const auto appeal = [](std::int64_t number) {
            return Subject{.kind = QuestionKind::appeal, .ruling = number};
        };
        const bool two_thirds = classify == Classify::chair_appeal_two_thirds;
        CHECK(field(spine, appeal(1)) == (two_thirds ? "classify" : "appeal_base"));
        CHECK(field(spine, appeal(2)) == "appeal_base");
        CHECK(field(spine, appeal(9)) == "appeal_base");
        const auto majority = [&](std::int64_t number) {
            return majority_of(spine.conference, appeal(number), MatterClass::procedure);
        };
        CHECK(majority(1) == (two_thirds ? Majority::two_thirds : Majority::simple));
        CHECK(majority(2) == Majority::simple);
    }
}

TEST_CASE("a motion is of the class that a ruling gave it, while the ruling stands",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::other));
    spine.take(spine.motion(MotionKind::suspend_rule));
    auto ruling = spine.ruling(RulingKind::classification);
    ruling.motion = 1;
    ruling.matter = MatterClass::substance;
    spine.take(ruling);
    const auto matter = [&](std::int64_t number) {
        return matter_of(spine.conference, {.kind = QuestionKind::motion, .motion = number});
    };
    CHECK(matter(1) == MatterClass::substance);
    CHECK(matter(2) == MatterClass::procedure);
    CHECK(matter(0) == MatterClass::procedure);
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 1}, Choice::yes);
    CHECK(matter(1) == MatterClass::procedure);
}

TEST_CASE("credentials are decided on as a matter of procedure", "[procedure]") {
    auto spine = opened();
    const Subject credentials{.kind = QuestionKind::credentials};
    CHECK(matter_of(spine.conference, credentials) == MatterClass::procedure);
    CHECK(may_put(spine.conference, credentials));
    auto proposed = spine;
    proposed.take(proposed.proposal());
    CHECK_FALSE(may_put(proposed.conference, credentials));
    auto put = spine;
    put.put();
    CHECK_FALSE(may_put(put.conference, credentials));
}
