// Which decisions give or take credentials: those of the plenary on what the credentials committee
// submitted, and only while they stand. Source: conferences; RULES.md.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::Hash;
using placet::tests::Spine;

namespace {

/// The plenary meets; a credentials committee is among the organs.
Spine with_credentials_committee() {
    Spine spine;
    auto charter = *spine.conference.charter;
    charter.units.push_back(
        {.id = "credentials", .title = "Credentials Committee", .kind = "credentials_committee"});
    spine.conference.charter = std::make_shared<const Charter>(charter);
    spine.open();
    return spine;
}

ProposalRegistered submitted_by(ProposalRegistered proposal, const std::string& organ) {
    proposal.sponsors.clear();
    proposal.organ = organ;
    return proposal;
}

Hash decided(Spine& spine, const ProposalId& id, Choice choice = Choice::yes) {
    spine.decide(id, choice);
    return spine.conference.decisions.back().entry.leaf;
}

Hash adopted_without_vote(Spine& spine, const ProposalId& id) {
    spine.take(spine.proposal(id));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    return spine.conference.decisions.back().entry.leaf;
}

Participation on(const Hash& decision) {
    return {.registered = {{.id = "CCC",
                            .name = "State CCC",
                            .board = "CCC",
                            .credentials = Credentials::rejected}},
            .decision = decision};
}

constexpr auto no_such_decision =
    "What is named is no decision of the conference on credentials that stands.";

}  // namespace

TEST_CASE("a report of the credentials committee that the plenary adopts decides on credentials",
          "[procedure]") {
    auto spine = with_credentials_committee();
    for (const char* id : {"L.1", "L.2", "L.3"})
        spine.table(submitted_by(spine.submission(id), "credentials"));
    CHECK(spine.offer(on(decided(spine, "L.1"))));
    CHECK(spine.offer(on(adopted_without_vote(spine, "L.2"))));
    CHECK(spine.refusal(on(decided(spine, "L.3", Choice::no))).starts_with(no_such_decision));
}

TEST_CASE("what another committee or a State submits decides nothing on credentials",
          "[procedure]") {
    auto spine = with_credentials_committee();
    spine.table(submitted_by(spine.submission("L.1"), "committee"));
    spine.table(spine.submission("L.2"));
    for (const char* id : {"L.1", "L.2"})
        CHECK(spine.refusal(on(decided(spine, id))).starts_with(no_such_decision));
}

TEST_CASE("an amendment by the credentials committee, or a motion, decides nothing on credentials",
          "[procedure]") {
    auto spine = with_credentials_committee();
    spine.table(submitted_by(spine.amendment("L.1", "article-2"), "credentials"));
    CHECK(spine.refusal(on(decided(spine, "L.1"))).starts_with(no_such_decision));
    spine.take(spine.motion(MotionKind::other));
    spine.decide({.kind = QuestionKind::motion, .motion = 1}, Choice::yes);
    CHECK(spine.refusal(on(spine.conference.decisions.back().entry.leaf))
              .starts_with(no_such_decision));
}

TEST_CASE("a decision on credentials that was replaced gives and takes nothing", "[procedure]") {
    auto spine = with_credentials_committee();
    spine.table(submitted_by(spine.submission("L.1"), "credentials"));
    const auto first = decided(spine, "L.1");
    auto motion = spine.motion(MotionKind::reconsider);
    motion.proposal = "L.1";
    motion.decision = first;
    spine.take(motion);
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "L.1", .motion = 1},
                 Choice::yes);
    CHECK(spine.offer(on(first)));  // reopened, it stands until there is a new one
    const auto second = decided(spine, "L.1");
    CHECK(spine.refusal(on(first)).starts_with(no_such_decision));
    CHECK(spine.offer(on(second)));
}
