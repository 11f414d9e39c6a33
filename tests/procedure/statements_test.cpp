// Rules held here: what delegations attach to a decision, or to a proposal before it.
#include "ledger/procedure/consensus.h"

#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine proposed() {
    Spine spine;
    spine.open();
    spine.take(spine.proposal());
    return spine;
}

Spine adopted() {
    auto spine = proposed();
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    return spine;
}

}  // namespace

TEST_CASE("a dissociation is attached by paragraph and changes nothing", "[procedure]") {
    auto spine = adopted();
    const auto before = spine.conference.decisions.front();
    for (const auto* state : {"AAA", "BBB"}) {
        auto statement = spine.statement(state);
        statement.kind = StatementKind::dissociation;
        statement.paragraphs = {"3", "6 (a)"};
        spine.take(statement);
        CHECK(spine.refusal(statement).starts_with("This very statement is attached already."));
    }
    const auto& after = spine.conference.decisions.front();
    CHECK(after.statements.size() == 2);
    CHECK(after.statements[1].attached.paragraphs == std::vector<std::string>{"3", "6 (a)"});
    CHECK(after.sentence == before.sentence);
    CHECK(after.outcome == Outcome::adopted);
    CHECK(spine.conference.standing_decisions() == 1);
}

TEST_CASE("a statement before the gavel does not block, and goes with the decision",
          "[procedure]") {
    auto spine = proposed();
    auto announced = spine.statement("AAA");
    announced.kind = StatementKind::dissociation;
    spine.take(announced);
    CHECK(spine.conference.consensus->phase() == ConsensusPhase::proposed);
    spine.take(spine.gavel());
    CHECK(spine.refusal(spine.statement("BBB")).starts_with("The decision is not confirmed yet."));
    spine.take(spine.confirmation());
    REQUIRE(spine.conference.decisions.front().statements.size() == 1);
    CHECK(spine.conference.decisions.front().statements.front().attached == announced);
    CHECK_FALSE(spine.offer(announced));  // it was about the proposal
}

TEST_CASE("a statement is about a decision that stands, in its organ, in bounds", "[procedure]") {
    auto spine = adopted();
    const auto good = spine.statement("AAA");
    CHECK(spine.offer(good));
    auto statement = good;
    statement.about = hash_named("no decision");
    CHECK(spine.refusal(statement).starts_with("There is no such decision or proposal."));
    statement = good;
    statement.paragraphs = std::vector<std::string>(33, "1");
    CHECK(spine.refusal(statement).starts_with("Paragraphs are named one by one"));
    statement.paragraphs = {""};
    CHECK(spine.refusal(statement).starts_with("Paragraphs are named one by one"));
    statement.paragraphs = {std::string(65, '1')};
    CHECK(spine.refusal(statement).starts_with("Paragraphs are named one by one"));
    statement.paragraphs = std::vector<std::string>(32, std::string(64, '1'));
    CHECK(spine.offer(statement));
    statement = good;
    statement.words = std::string(4001, 'x');
    CHECK(spine.refusal(statement).starts_with("These words are too long"));
    statement.words.pop_back();
    CHECK(spine.offer(statement));
    auto elsewhere = spine.entry(good);
    elsewhere.unit = "committee";
    CHECK(spine.refusal(elsewhere).starts_with("The decision was taken in another organ."));
    spine.take(MeetingClosed{.meeting = 1});
    CHECK(spine.offer(good));  // by note, after the meeting
}

TEST_CASE("a vote is explained, a delegation dissociates itself from a decision without one",
          "[procedure]") {
    auto spine = adopted();
    auto statement = spine.statement("AAA");
    statement.kind = StatementKind::explanation_of_vote;
    CHECK(spine.refusal(statement).starts_with("Nothing was voted on here"));
    spine.put("article-3");
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    CHECK(spine.refusal(spine.statement("AAA")).starts_with("A vote is under way"));
    spine.finish();
    statement = spine.statement("AAA");
    statement.kind = StatementKind::explanation_of_vote;
    CHECK(spine.offer(statement));
    statement.kind = StatementKind::dissociation;
    CHECK(spine.refusal(statement).starts_with("A delegation dissociates itself from a decision"));
}

TEST_CASE("a sponsor explains its vote on its own text where rules or a ruling let it",
          "[procedure]") {
    Spine spine;
    spine.open();
    auto submitted = spine.submission("L.1");
    submitted.sponsors = {"AAA"};
    spine.table(submitted);
    spine.decide("L.1", Choice::yes);
    const auto explained_by = [&](const char* state) {
        auto statement = spine.statement(state);
        statement.kind = StatementKind::explanation_of_vote;
        return statement;
    };
    CHECK(spine.offer(explained_by("BBB")));  // no sponsor
    CHECK(spine.refusal(explained_by("AAA")).starts_with("A sponsor of a proposal does not"));
    spine.conference.profile.sponsor_may_explain = SponsorMayExplain::always;
    CHECK(spine.offer(explained_by("AAA")));
    spine.conference.profile.sponsor_may_explain = SponsorMayExplain::never;
    CHECK_FALSE(spine.offer(explained_by("AAA")));
    auto ruling = spine.ruling(RulingKind::sponsor_explains, "L.1");
    ruling.delegation = "AAA";
    spine.take(ruling);
    CHECK(spine.offer(explained_by("AAA")));
    spine.conference.rulings.change().back().appeal = AppealState::upheld;  // overruled
    CHECK_FALSE(spine.offer(explained_by("AAA")));
}

TEST_CASE("a sponsor explains its vote on a text that others amended", "[procedure]") {
    Spine spine;
    spine.open();
    auto submitted = spine.submission("L.1");
    submitted.sponsors = {"AAA"};
    spine.table(submitted);
    spine.table(spine.amendment("L.2", "L.1"));
    spine.decide("L.2", Choice::yes);
    spine.take(spine.text_as_amended("L.1"));
    spine.decide("L.1", Choice::yes);
    auto statement = spine.statement("AAA");
    statement.kind = StatementKind::explanation_of_vote;
    CHECK(spine.offer(statement));
    spine.conference.profile.sponsor_may_explain = SponsorMayExplain::never;
    CHECK_FALSE(spine.offer(statement));
}

namespace {

StatementAttached explanation(const Spine& spine, const std::string& state) {
    return {.about = spine.conference.question->entry.leaf,
            .delegation = state,
            .kind = StatementKind::explanation_of_vote,
            .words = "We shall vote in favour."};
}

}  // namespace

TEST_CASE("a vote is explained before it, between the question and the voting", "[procedure]") {
    Spine spine;
    spine.open();
    spine.put();
    const auto before = explanation(spine, "AAA");
    spine.take(before);
    CHECK(spine.refusal(before).starts_with("This very statement is attached already."));
    auto position = before;
    position.kind = StatementKind::position;
    CHECK(spine.refusal(position).starts_with("Before a vote delegations explain how"));
    auto elsewhere = spine.entry(explanation(spine, "BBB"));
    elsewhere.unit = "committee";
    CHECK_FALSE(spine.offer(elsewhere));
    spine.take(spine.start());
    CHECK(spine.refusal(explanation(spine, "BBB")).starts_with("A vote is under way"));
    spine.cast(3, Choice::yes);
    spine.finish();
    const auto& decision = spine.conference.decisions.back();
    REQUIRE(decision.statements.size() == 1);
    CHECK(decision.statements.front().attached == before);
    CHECK(decision.statements.front().entry.seq < decision.entry.seq);
    auto late = before;
    late.delegation = "BBB";
    CHECK_FALSE(spine.offer(late));  // it was about the question
}

TEST_CASE("nobody explains a vote that is not put, nor one on a motion, before it", "[procedure]") {
    Spine spine;
    spine.open();
    CHECK(open_to_explanations(spine.conference) == nullptr);
    spine.put();
    CHECK(open_to_explanations(spine.conference) != nullptr);
    const auto on_the_text = explanation(spine, "AAA");
    spine.take(spine.motion(MotionKind::other));
    spine.take(spine.question(Subject{.kind = QuestionKind::motion, .motion = 1}));
    CHECK(open_to_explanations(spine.conference) == nullptr);
    CHECK_FALSE(spine.offer(explanation(spine, "AAA")));
    CHECK_FALSE(spine.offer(on_the_text));
}

TEST_CASE("who has no rights explains no vote before it, nor a sponsor without leave",
          "[procedure]") {
    Spine spine;
    spine.open();
    auto submitted = spine.submission("L.1");
    submitted.sponsors = {"AAA"};
    spine.table(submitted);
    spine.put("L.1");
    CHECK(spine.refusal(explanation(spine, "AAA")).starts_with("A sponsor of a proposal does not"));
    CHECK(spine.offer(explanation(spine, "BBB")));
    auto stranger = spine.entry(explanation(spine, "BBB"));
    std::get<StatementAttached>(stranger.record).delegation = "ZZZ";
    CHECK_FALSE(spine.offer(stranger));
    spine.conference.profile.sponsor_may_explain = SponsorMayExplain::always;
    CHECK(spine.offer(explanation(spine, "AAA")));
    spine.conference.profile.sponsor_may_explain = SponsorMayExplain::never;
    auto ruling = spine.ruling(RulingKind::sponsor_explains, "L.1");
    ruling.delegation = "AAA";
    spine.take(ruling);
    CHECK(spine.offer(explanation(spine, "AAA")));
}

TEST_CASE("an explanation before the vote goes with the decision on its own question",
          "[procedure]") {
    Spine spine({.rules = [](RuleProfile& rules) {
        rules.tie = Tie::second_vote;
        rules.tie_scope = TieScope::all;
    }});
    spine.open();
    spine.put();
    spine.take(explanation(spine, "AAA"));
    spine.take(spine.start());
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::no);
    spine.finish();
    CHECK(spine.conference.decisions.back().statements.size() == 1);
    spine.take(explanation(spine, "BBB"));  // before the second vote
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    spine.finish();
    REQUIRE(spine.conference.decisions.back().statements.size() == 1);
    CHECK(spine.conference.decisions.back().statements.front().attached.delegation == "BBB");
}
