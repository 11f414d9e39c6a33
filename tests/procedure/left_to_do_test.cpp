// What the presiding officer says, and what is left to do on a unit, in courses that are rare: a
// point of order in an appeal, a deferment with an end, parts that end equal, a late flag.
#include "ledger/procedure/article_map.h"
#include "ledger/procedure/deadline.h"
#include "ledger/procedure/script.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

using Said = std::vector<std::string>;

Said said(const Spine& spine) {
    Said sentences;
    for (const auto& spoken : script_of(spine.conference)) sentences.push_back(in_english(spoken));
    return sentences;
}

std::string left_to_do(const Spine& spine, std::size_t unit = 0) {
    return article_map(spine.conference).units.at(unit).next;
}

void second_votes(RuleProfile& rules) {
    rules.tie = Tie::second_vote;
    rules.tie_scope = TieScope::all;
    rules.second_vote_hours = 48;
}

/// Put, and voted on with one State in favour, one against and one abstaining.
void end_equal(Spine& spine, const Subject& subject) {
    spine.take(spine.question(subject));
    spine.take(spine.start());
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::no);
    spine.cast("CCC", Choice::abstain);
    REQUIRE(spine.finish().outcome == Outcome::tie_second_vote);
}

void divide(Spine& spine) {
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = static_cast<std::int64_t>(spine.conference.motions.size())});
}

constexpr auto any_next = "Propose its adoption, or put it to the vote.";

}  // namespace

TEST_CASE("an appeal against what was ruled comes before a point of order", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::other));
    auto ruling = spine.ruling(RulingKind::out_of_order);
    ruling.motion = 1;
    spine.take(ruling);
    auto appealed = spine;
    appealed.take(appealed.appeal());
    const Said at_once = {
        "State AAA appeals against the ruling. The appeal is put to the vote at "
        "once."};
    CHECK(said(appealed) == at_once);  // no question is put
    spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "BBB"});
    CHECK(said(spine) ==
          Said{"State BBB has the floor on a point of order, and I shall rule on it at once."});
    spine.take(spine.appeal());
    CHECK(said(spine) == at_once);
}

TEST_CASE("as many speakers as a rule may name are no limit on one side alone", "[procedure]") {
    const auto invited = [](std::int64_t in_favour, std::int64_t against) {
        auto spine = opened([&](RuleProfile& rules) {
            rules.division_for = in_favour;
            rules.division_against = against;
        });
        spine.take(spine.motion(MotionKind::division));
        return said(spine).back();
    };
    CHECK(invited(9, 9) == "Does any delegation wish to speak on the motion?");
    CHECK(invited(9, 2) == "Speakers may have the floor: 9 at most in favour, 2 at most against.");
}

TEST_CASE("only the question whose vote was annulled is voted on again", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.start());
    spine.take(spine.annulment());
    CHECK(said(spine).front() == "The vote was annulled and is taken again.");
    divide(spine);  // the question on the undivided text is before the meeting no more
    spine.put("article-3");
    CHECK(said(spine).front() == "We shall now vote on the following: Draft article 3.");
}

TEST_CASE("a result that nobody can know yet is not read out", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    auto understood = spine;
    spine.take(NotUnderstood{});
    for (auto* vote : {&spine, &understood}) {
        vote->take(vote->close());
        vote->take(vote->lock());
    }
    CHECK(said(spine) == Said{"The voting is closed. The result is being verified."});
    CHECK(said(understood).back() == "Draft article 2 was adopted by 3 votes to none.");
}

TEST_CASE("amendments to a proposal that is no unit of the convention are turned to as well",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    CHECK(said(spine).empty());
    spine.table(spine.amendment("L.2", "L.1"));
    CHECK(said(spine) == Said{"We turn to what amends this text: The proposal L.1. The first is: "
                              "The amendment L.2."});
}

TEST_CASE("a vote that the rules let wait for some days is said to wait until then",
          "[procedure]") {
    const auto deferred = [](std::int64_t days) {
        auto spine = opened([&](RuleProfile& rules) {
            rules.deferment_by_chair = true;
            rules.deferment_days = days;
        });
        auto entry = spine.entry(VoteDeferred{.proposal = "article-2",
                                              .meeting = 1,
                                              .right = DefermentRight::presiding_officer,
                                              .until = "Thursday"});
        entry.wall_ms = 1'000;
        spine.take(entry);
        return spine;
    };
    // Ten days after the first second of 1970.
    CHECK(said(deferred(10)) == Said{"The vote on this text is deferred: Draft article 2. It waits "
                                     "until 1970-01-11 00:00:01 UTC at the latest."});
    CHECK(said(deferred(0)).empty());  // no limit
}

TEST_CASE("a moment is shown by its time of day, or with its date", "[procedure]") {
    // 2026-11-30 is the 20787th day after 1970-01-01: 56 * 365 + 14 leap days + 333 days.
    const std::int64_t moment = (20'787LL * 24 * 3600 + 13 * 3600 + 5 * 60 + 9) * 1000 + 999;
    CHECK(clock_text(moment) == "13:05:09");
    CHECK(date_text(moment) == "2026-11-30 13:05:09 UTC");
}

TEST_CASE("a second vote has an end once the votes on that very question were equal",
          "[procedure]") {
    auto spine = opened(second_votes);
    CHECK_FALSE(second_vote_by(spine.conference));  // nothing is put
    end_equal(spine, {.kind = QuestionKind::proposal, .proposal = "article-2"});
    CHECK(second_vote_by(spine.conference) == 48 * 3'600'000);
    CHECK(said(spine).front().starts_with("The votes were equally divided."));
    // After a late flag and an objection the question is put under its number, for the first time.
    auto flagged = opened(second_votes);
    flagged.take(flagged.proposal());
    flagged.take(flagged.gavel());
    flagged.take(flagged.confirmation());
    flagged.take(flagged.late_flag("AAA", true));
    flagged.take(flagged.objection("AAA"));
    flagged.put();
    REQUIRE(flagged.conference.decisions.back().question ==
            flagged.conference.question->put.question);
    CHECK_FALSE(second_vote_by(flagged.conference));
    CHECK(said(flagged).front() == "We shall now vote on the following: Draft article 2.");
}

TEST_CASE("a second vote on a text is not one on its parts, or on the efforts to agree on it",
          "[procedure]") {
    auto whole = opened(second_votes);
    end_equal(whole, {.kind = QuestionKind::proposal, .proposal = "article-2"});
    CHECK(left_to_do(whole) == "Take the second vote.");
    CHECK(article_map(whole.conference).units.front().not_later);
    auto parts = opened(second_votes);
    divide(parts);
    end_equal(parts, {.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"});
    CHECK(left_to_do(parts) == "Vote on its parts, and then on the whole.");
    CHECK_FALSE(article_map(parts.conference).units.front().not_later);
    auto efforts = opened([](RuleProfile& rules) {
        second_votes(rules);
        rules.exhaustion = Exhaustion::body_determines;
    });
    end_equal(efforts, {.kind = QuestionKind::exhaustion, .proposal = "article-2"});
    CHECK(left_to_do(efforts) == any_next);
    CHECK_FALSE(article_map(efforts.conference).units.front().not_later);
}

TEST_CASE("of a unit that is not put, for another was adopted, nothing is left to do",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.decide("L.1", Choice::yes);
    CHECK(left_to_do(spine) == any_next);
    auto ruling = spine.ruling(RulingKind::skip, "article-2");
    ruling.because = "L.1";
    spine.take(ruling);
    CHECK(left_to_do(spine).empty());
    CHECK(left_to_do(spine, 1) == any_next);
}

TEST_CASE("what a committee decided and recorded is still left to the plenary", "[procedure]") {
    Spine spine;
    spine.open("committee");
    spine.decide("article-2", Choice::yes);
    spine.take(RecordClosed{.decision = spine.conference.decisions.back().entry.leaf});
    CHECK(spine.conference.proposal("article-2")->state == QuestionState::recorded);
    CHECK(left_to_do(spine) == any_next);
    spine.open("plenary");
    spine.decide("article-2", Choice::yes);
    spine.take(RecordClosed{.decision = spine.conference.decisions.back().entry.leaf});
    CHECK(left_to_do(spine).empty());
}
