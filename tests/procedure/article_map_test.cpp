// What became of every unit of the convention.
#include "ledger/procedure/article_map.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

void adopt_without_vote(Spine& spine, const std::string& id) {
    spine.take(spine.proposal(id));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
}

const MapUnit& row(const ArticleMap& map, const TextUnitId& id) {
    for (const auto& unit : map.units)
        if (unit.id == id) return unit;
    FAIL("no unit " << id);
    return map.units.front();
}

}  // namespace

TEST_CASE("the article map says how each unit was decided, and counts them", "[procedure]") {
    Spine spine;
    TextRegister more;
    for (const auto* number : {"4", "5"})
        more.units.push_back({.id = std::string("article-") + number,
                              .number = number,
                              .label = std::string("Draft article ") + number});
    spine.take(more);
    CHECK(summary(article_map(spine.conference)) ==
          "0 adopted without a vote, 0 by vote, 0 rejected, 4 open");
    spine.open();
    adopt_without_vote(spine, "article-2");
    spine.decide("article-3", Choice::yes);
    spine.decide("article-4", Choice::no);
    const auto map = article_map(spine.conference);
    CHECK(summary(map) == "1 adopted without a vote, 1 by vote, 1 rejected, 1 open");
    CHECK(row(map, "article-2").status == UnitStatus::adopted_without_vote);
    CHECK(row(map, "article-3").decision->result->figures.yes == 3);
    CHECK(row(map, "article-4").status == UnitStatus::rejected);
    CHECK(row(map, "article-4").next.empty());
    CHECK(row(map, "article-5").next == "Propose its adoption, or put it to the vote.");
}

TEST_CASE("the article map names the amendments of a unit and what is left to do", "[procedure]") {
    Spine spine;
    spine.open();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.table(spine.amendment("L.2", "L.1"));
    spine.table(spine.amendment("L.3", "article-2"));
    spine.table(spine.submission("L.4"));
    auto map = article_map(spine.conference);
    const auto& unit = row(map, "article-2");
    REQUIRE(unit.proposals.size() == 3);
    CHECK(unit.proposals[0].id == "L.1");
    CHECK(unit.proposals[1].id == "L.2");
    CHECK(unit.proposals[1].depth == 1);
    CHECK(unit.proposals[2].depth == 0);
    CHECK(unit.next == "Decide on 2 amendments that are open.");
    REQUIRE(map.proposals.size() == 1);
    CHECK(map.proposals[0].id == "L.4");

    auto order = spine.ruling(RulingKind::order, "article-2");
    order.order = {"L.3", "L.1"};
    spine.take(order);
    spine.decide("L.3", Choice::yes);
    CHECK(row(article_map(spine.conference), "article-2").next ==
          "Decide on the amendment that is open.");
    spine.decide("L.2", Choice::no);
    spine.decide("L.1", Choice::no);
    CHECK(row(article_map(spine.conference), "article-2").next ==
          "Record the text with what was adopted.");
    spine.take(spine.text_as_amended("article-2"));
    CHECK(row(article_map(spine.conference), "article-2").version == 2);
}

TEST_CASE("what a committee approved is shown, and is open in the article map", "[procedure]") {
    Spine spine;
    spine.open("committee");
    spine.decide("article-2", Choice::yes);
    const auto map = article_map(spine.conference);
    const auto& unit = row(map, "article-2");
    CHECK(unit.status == UnitStatus::open);
    CHECK(unit.decision == nullptr);
    REQUIRE(unit.in_committee != nullptr);
    CHECK(unit.in_committee->unit == "committee");
    CHECK(summary(map) == "0 adopted without a vote, 0 by vote, 0 rejected, 2 open");
}

TEST_CASE("a reopened decision stands in the article map until there is a new one", "[procedure]") {
    Spine spine;
    spine.open();
    spine.decide("article-2", Choice::no);
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    const auto reopened = article_map(spine.conference);
    CHECK(row(reopened, "article-2").status == UnitStatus::rejected);
    CHECK(row(reopened, "article-2").decision->reopened);
    CHECK(row(reopened, "article-2").next == "Propose its adoption, or put it to the vote.");
    spine.decide("article-2", Choice::yes);
    const auto decided = article_map(spine.conference);
    CHECK(row(decided, "article-2").status == UnitStatus::adopted_by_vote);
    CHECK(row(decided, "article-2").next.empty());
}

TEST_CASE("what became of a unit is said in words", "[procedure]") {
    CHECK(to_text(UnitStatus::adopted_without_vote) == "adopted without a vote");
    CHECK(to_text(UnitStatus::adopted_by_vote) == "adopted by vote");
    CHECK(to_text(UnitStatus::rejected) == "rejected");
    CHECK(to_text(UnitStatus::open) == "open");
}

TEST_CASE("what is left to do on a unit follows from where it stands", "[procedure]") {
    const auto next = [](const std::function<void(Spine&)>& go_on) {
        Spine spine({.rules = [](RuleProfile& rules) { rules.deferment_by_chair = true; }});
        spine.open();
        go_on(spine);
        return row(article_map(spine.conference), "article-2").next;
    };
    const auto granted = [&](MotionKind kind) {
        return next([&](Spine& spine) {
            spine.take(spine.motion(kind));
            spine.take(MotionGranted{.motion = 1});
        });
    };
    CHECK(next([](Spine&) {}) == "Propose its adoption, or put it to the vote.");
    CHECK(next([](Spine& spine) { spine.take(spine.proposal()); }) ==
          "Decide on the proposal to adopt it without a vote.");
    CHECK(next([](Spine& spine) { spine.put(); }) == "Take the vote that is put.");
    CHECK(next([](Spine& spine) {
              spine.put();
              spine.take(spine.start());
          }) == "Take the vote that is put.");
    CHECK(next([](Spine& spine) {
              spine.take(VoteDeferred{.proposal = "article-2",
                                      .meeting = 1,
                                      .right = DefermentRight::presiding_officer,
                                      .until = "Thursday"});
          }) == "End the deferment with a report.");
    CHECK(granted(MotionKind::adjourn_debate) ==
          "Its debate is adjourned: a motion to resume it comes first.");
    CHECK(granted(MotionKind::division) == "Vote on its parts, and then on the whole.");
    CHECK(granted(MotionKind::competence).empty());
}
