// Courses that a meeting takes now and then: what is said, what is open, and what an appeal undoes.
#include "ledger/procedure/article_map.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/script.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

/// Everything that the presiding officer says now.
std::string said(const Spine& spine) {
    std::string text;
    for (const auto& spoken : script_of(spine.conference)) text += in_english(spoken) + "\n";
    return text;
}

bool says(const Spine& spine, const std::string& words) {
    return said(spine).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("nothing is said after the end of the conference", "[procedure]") {
    Spine spine;
    spine.take(spine.conference_closed());
    CHECK(script_of(spine.conference).empty());
}

TEST_CASE("how the vote is taken is said when it is put", "[procedure]") {
    auto spine = opened();
    spine.decide("article-3", Choice::yes);
    spine.put("article-2", Method::non_recorded);
    CHECK(says(spine, "The vote is not recorded by name."));
    CHECK_FALSE(says(spine, "annulled"));
    spine.take(spine.start());
    CHECK(says(spine, "Vote now: in favour, against, or abstaining."));
}

TEST_CASE("a sub-amendment is voted on first", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.table(spine.amendment("L.2", "L.1"));
    spine.take(spine.question("L.2"));
    CHECK(says(spine, "We shall first vote on what amends the text"));
}

TEST_CASE("a motion that waits while a question is put is read out", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.motion(MotionKind::other));
    CHECK(says(spine, "State AAA moves that it be so."));
    auto ruling = spine.ruling(RulingKind::out_of_order);
    ruling.motion = 1;
    spine.take(ruling);
    spine.take(spine.appeal());
    CHECK(says(spine, "State AAA appeals against the ruling."));
}

TEST_CASE("after an objection the question that is put is said", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.objection("AAA"));
    spine.put();
    CHECK(says(spine, "We shall now vote on the following"));
}

TEST_CASE("a locked vote without a quorum, or with a quorum of its own, is announced as it is",
          "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.start());
    spine.take(PresenceNoted{.meeting = 1, .left = {"AAA", "BBB", "CCC"}});
    spine.take(spine.close());
    spine.take(spine.lock());
    CHECK(said(spine) == "The vote could not be taken for lack of a quorum.\n");

    auto own = opened([](RuleProfile& rules) {
        rules.plenary.substance = Majority::two_thirds_with_voting_quorum;
    });
    own.put();
    own.take(own.start());
    own.cast(3, Choice::yes);
    own.take(own.close());
    own.take(own.lock());
    CHECK(says(own, "The majority required is 2."));
}

TEST_CASE("a place without a value, or without an end, is said as it stands", "[procedure]") {
    CHECK(in_english({"{name} moves {words}.", {{"name", "State A"}}}) == "State A moves {words}.");
    CHECK(in_english({"An end {is missing.", {}}) == "An end {is missing.");
}

TEST_CASE("of a unit that is voted on what is left is the vote", "[procedure]") {
    auto spine = opened();
    const auto next = [&] { return article_map(spine.conference).units.front().next; };
    spine.take(DebateClosed{.proposal = "article-2", .meeting = 1});
    CHECK(next() == "Propose its adoption, or put it to the vote.");
    spine.put();
    spine.take(spine.start());
    spine.take(spine.close());
    CHECK(next() == "Take the vote that is put.");
    spine.take(spine.lock());
    CHECK(next() == "Take the vote that is put.");
}

TEST_CASE("nothing is proposed or gavelled before the ruling on a point of order", "[procedure]") {
    const PointOfOrderRaised point{.meeting = 1, .delegation = "AAA"};
    auto spine = opened();
    auto questioned = spine;
    questioned.take(point);
    CHECK(questioned.refusal(questioned.proposal()).starts_with("A point of order waits"));
    spine.take(spine.proposal());
    CHECK(spine.offer(spine.gavel()));
    spine.take(point);
    CHECK(spine.refusal(spine.gavel()).starts_with("A point of order waits"));
}

TEST_CASE("a confirmation is of the gavel that fell", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    auto confirmation = spine.confirmation();
    CHECK(spine.offer(confirmation));
    confirmation.gavel = hash_named("no gavel");
    CHECK(spine.refusal(confirmation).starts_with("This is about another gavel"));
}

TEST_CASE("statements are on what is proposed, or on the last decision; corrections on a result",
          "[procedure]") {
    auto spine = opened();
    CHECK_FALSE(open_to_statements(spine.conference));
    CHECK(open_to_corrections(spine.conference) == nullptr);
    spine.decide("article-2", Choice::yes);
    const auto decided = spine.conference.decisions.back().entry.leaf;
    CHECK(open_to_statements(spine.conference) == decided);
    REQUIRE(open_to_corrections(spine.conference) != nullptr);
    CHECK(open_to_corrections(spine.conference)->entry.leaf == decided);
    spine.take(spine.proposal("article-3"));
    CHECK(open_to_statements(spine.conference) == spine.conference.consensus->entry.leaf);
    auto statement = spine.statement("AAA");
    CHECK(spine.offer(statement));
    statement.about = decided;
    CHECK(spine.offer(statement));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    const auto adopted = spine.conference.decisions.back().entry.leaf;
    CHECK(open_to_statements(spine.conference) == adopted);
    // Rescinded, it is the last decision no longer.
    spine.take(spine.late_flag("AAA", true));
    CHECK(spine.conference.last_decision() != nullptr);
    CHECK(spine.conference.last_decision()->entry.leaf == decided);
}

TEST_CASE("a ruling on the order or on a sponsor that is overruled counts no longer",
          "[procedure]") {
    auto spine = opened();
    for (const char* id : {"L.1", "L.2"}) spine.table(spine.amendment(id, "article-2"));
    auto order = spine.ruling(RulingKind::order, "article-2");
    order.order = {"L.2", "L.1"};
    spine.take(order);
    CHECK(standing_order(spine.conference, "article-2") != nullptr);
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 1}, Choice::yes);
    CHECK(standing_order(spine.conference, "article-2") == nullptr);
    auto explains = spine.ruling(RulingKind::sponsor_explains, "L.1");
    explains.delegation = "AAA";
    spine.take(explains);
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 2}, Choice::yes);
    CHECK_FALSE(spine.conference.ruling(2)->stands());
}

TEST_CASE("that a rule be suspended is granted, and carried out by the presiding officer",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::suspend_rule));
    spine.take(MotionGranted{.motion = 1});
    CHECK(spine.conference.motion(1)->state == MotionState::carried);
}

TEST_CASE("a text that waits under a motion stays as it was put", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.motion(MotionKind::other));
    spine.take(spine.question({.kind = QuestionKind::motion, .motion = 1}));
    TextPlaced placed{.text_unit = "article-2", .label = "Draft article 2", .title = "A title"};
    CHECK(spine.refusal(placed).find("is before the meeting") != std::string::npos);
    placed.text_unit = "article-3";
    CHECK(spine.offer(placed));
}

TEST_CASE("a sentence names a text as it was orally revised", "[procedure]") {
    Proposal proposal;
    proposal.registered.title = "The proposal L.1";
    CHECK(subject_words(proposal) == "The proposal L.1");
    proposal.orally_revised = true;
    CHECK(subject_words(proposal) == "The proposal L.1, as orally revised");
    proposal.registered.kind = ProposalKind::convention;
    CHECK(subject_words(proposal) == "The proposal L.1, as orally revised, as a whole");
}
