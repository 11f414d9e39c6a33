// Rules held here: a flag that is seen only after the gavel, and what the presiding officer rules.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine proposed(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    spine.take(spine.proposal());
    return spine;
}

Spine gavelled() {
    auto spine = proposed();
    spine.take(spine.gavel());
    return spine;
}

Spine adopted() {
    auto spine = gavelled();
    spine.take(spine.confirmation());
    return spine;
}

}  // namespace

TEST_CASE("a flag that was up before the gavel rescinds it, and the proposal stands again",
          "[procedure]") {
    for (const bool confirmed : {false, true}) {
        auto spine = gavelled();
        const auto gavel = *spine.conference.consensus->gavel;
        const auto objected = spine.objection("BBB");
        if (confirmed) spine.take(spine.confirmation());
        const auto ruling = spine.take(spine.late_flag("BBB", true));
        REQUIRE(spine.conference.consensus);
        CHECK(spine.conference.consensus->phase() == ConsensusPhase::proposed);
        CHECK(spine.conference.consensus->entry.leaf == ruling.leaf);
        CHECK(spine.conference.decisions.size() == (confirmed ? 1 : 0));
        if (confirmed) CHECK(spine.conference.decisions.front().rescinded);
        CHECK(spine.conference.standing_decisions() == 0);
        CHECK(spine.conference.decision_on("article-2") == nullptr);
        // What was sealed before the ruling does not fit: the gavel falls anew or not at all.
        CHECK(spine.refusal(gavel).starts_with("This is about another proposal"));
        CHECK(spine.refusal(objected).starts_with("This is about another proposal"));
        CHECK_FALSE(spine.offer(spine.late_flag("BBB", true)));
        auto stopped = spine;
        stopped.take(stopped.objection("BBB"));
        CHECK_FALSE(stopped.offer(stopped.gavel()));
        spine.take(spine.gavel());
        spine.take(spine.confirmation());
        CHECK(spine.conference.standing_decisions() == 1);
    }
}

TEST_CASE("a flag that was not up before the gavel leaves the decision as it is", "[procedure]") {
    auto spine = gavelled();
    spine.take(spine.late_flag("BBB", false));
    CHECK(spine.conference.consensus->phase() == ConsensusPhase::gavelled);
    spine.take(spine.confirmation());
    spine.take(spine.late_flag("CCC", false));
    CHECK(spine.conference.standing_decisions() == 1);
    CHECK_FALSE(spine.conference.consensus);
}

TEST_CASE("a late flag is ruled on at once, in the same meeting", "[procedure]") {
    const auto too_late = [](const Spine& spine, const LateFlagRuled& ruling) {
        return spine.refusal(ruling).starts_with("A late flag is ruled on right after");
    };
    auto spine = adopted();
    const auto ruling = spine.late_flag("BBB", true);
    auto other = ruling;
    other.gavel = hash_named("another gavel");
    CHECK(spine.refusal(other).starts_with("This ruling names another gavel"));
    other = ruling;
    other.delegation = "EU";
    CHECK(spine.refusal(other).starts_with("\"EU\" does not participate"));
    CHECK(spine.offer(ruling));
    SECTION("not after another text is proposed") {
        spine.take(spine.proposal("article-3"));
        CHECK(too_late(spine, ruling));
    }
    SECTION("not after another question is put") {
        spine.put("article-3");
        CHECK(too_late(spine, ruling));
    }
    SECTION("not in another meeting") {
        spine.open();
        CHECK(too_late(spine, ruling));
    }
    SECTION("not after a language was added to the text that was adopted") {
        auto units = spine.conference.text_units.get();
        units.front().texts["fr"] = hash_named("translated");
        spine.take(TextRegister{{units.front()}});
        CHECK(too_late(spine, ruling));
    }
    SECTION("not when other States participate") {
        spine.take(Participation{{{.id = "DDD", .name = "State DDD"}}, {}});
        CHECK(too_late(spine, ruling));
    }
}

TEST_CASE("a rescinded decision is no first vote on the question", "[procedure]") {
    auto spine = proposed(
        {.participants = placet::tests::numbered_participants(4), .rules = [](RuleProfile& rules) {
             rules.tie = Tie::second_vote;
             rules.plenary.substance = Majority::simple;
         }});
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    spine.take(spine.late_flag("P001", true));
    spine.take(spine.objection("P001"));
    spine.put();
    for (const auto outcome : {Outcome::tie_second_vote, Outcome::tie_rejected}) {
        spine.take(spine.start());
        spine.cast(2, Choice::yes);
        spine.cast(2, Choice::no);
        CHECK(spine.finish().outcome == outcome);
    }
    CHECK(spine.conference.decisions.size() == 3);
    CHECK(spine.conference.standing_decisions() == 1);  // one rescinded, one undecided
}
