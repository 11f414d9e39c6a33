// Deciding over an objection: whose objection it was stands in every record.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

/// Article 2 proposed, and BBB objects.
Spine objected() {
    Spine spine;
    spine.open();
    spine.take(spine.proposal());
    spine.take(spine.objection("BBB"));
    return spine;
}

constexpr auto objection_stops = "There was an objection to deciding without a vote.";

}  // namespace

TEST_CASE("when every objection is withdrawn there is nothing to rule over", "[procedure]") {
    auto spine = objected();
    spine.take(spine.withdrawal("BBB"));
    const auto ruling = spine.ruling(RulingKind::over_objection);
    CHECK(spine.refusal(ruling).starts_with("No objection stands: there is nothing to rule over."));
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    CHECK(spine.confirmation().sentence == "Draft article 2 was adopted without a vote.");

    // One that stands is enough, and it alone is named.
    auto other = objected();
    other.take(other.objection("CCC"));
    other.take(other.withdrawal("BBB"));
    other.take(ruling);
    other.take(other.gavel());
    CHECK(other.confirmation().sentence ==
          "Draft article 2 was adopted without a vote. The presiding officer so ruled over the "
          "objection of State CCC.");
}

TEST_CASE("an objection withdrawn after the ruling leaves the text to be proposed anew",
          "[procedure]") {
    auto spine = objected();
    spine.take(spine.ruling(RulingKind::over_objection));
    spine.take(spine.withdrawal("BBB"));
    CHECK(spine.refusal(spine.gavel()).starts_with(objection_stops));
    spine.take(spine.proposal());
    CHECK(spine.offer(spine.gavel()));
}

TEST_CASE("a ruling over objections is not over one that is made after it", "[procedure]") {
    auto spine = objected();
    spine.take(spine.ruling(RulingKind::over_objection));
    CHECK(spine.offer(spine.gavel()));
    spine.take(spine.objection("CCC"));
    CHECK(spine.refusal(spine.gavel()).starts_with(objection_stops));
    spine.take(spine.ruling(RulingKind::over_objection));
    spine.take(spine.gavel());
    CHECK(spine.confirmation().sentence.ends_with("over the objection of State BBB, State CCC."));
}

TEST_CASE("no objection is withdrawn after the gavel that fell over it", "[procedure]") {
    auto spine = objected();
    spine.take(spine.ruling(RulingKind::over_objection));
    spine.take(spine.gavel());
    CHECK(spine.refusal(spine.withdrawal("BBB")).starts_with("The gavel has fallen."));
    spine.take(spine.confirmation());
    CHECK(spine.conference.decisions.back().over_objection);
}

TEST_CASE("no flag is ruled on when the record of the decision is closed", "[procedure]") {
    Spine spine;
    spine.open();
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK(spine.offer(spine.late_flag("BBB", true)));
    spine.take(RecordClosed{.decision = spine.conference.decisions.back().entry.leaf});
    CHECK(spine.refusal(spine.late_flag("BBB", true)).starts_with("A late flag is ruled on right"));
}
