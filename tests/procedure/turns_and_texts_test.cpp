// Whose turn it is, which texts may still change and which rulings still count, in courses that
// are rare. Each from its row in RULES.md.
#include "tests/procedure/spine.h"

#include "ledger/procedure/rule_profile.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

/// Article 2 with other words, from the Secretariat.
TextRegister other_text() {
    return {{{.id = "article-2",
              .number = "2",
              .label = "Draft article 2",
              .title = "A title",
              .texts = {{"en", hash_named("other words of article 2")}}}}};
}

void grant(Spine& spine, const MotionMoved& motion) {
    spine.take(motion);
    spine.take(MotionGranted{.motion = motion.motion});
}

void adopt_without_vote(Spine& spine, const ProposalId& id) {
    spine.take(spine.proposal(id));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
}

Subject part(const std::string& label) {
    return {.kind = QuestionKind::part, .proposal = "article-2", .part = label};
}

RulingGiven skipped(const Spine& spine, const ProposalId& id, const ProposalId& because) {
    auto ruling = spine.ruling(RulingKind::skip, id);
    ruling.because = because;
    return ruling;
}

constexpr auto decided = "Draft article 2 is decided, and its text stays as it was decided.";
constexpr auto not_implied = "What is not put to the vote is what the adoption of another";

}  // namespace

TEST_CASE("the text of a unit of which one part is decided stays as it is", "[procedure]") {
    auto spine = opened();
    grant(spine, spine.motion(MotionKind::division));
    CHECK(spine.offer(other_text()));
    spine.decide(part("paragraph 1"), Choice::yes);
    CHECK(spine.refusal(other_text()).starts_with(decided));
}

TEST_CASE("that all efforts are exhausted is no decision on the text", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.exhaustion = Exhaustion::body_determines; });
    spine.decide({.kind = QuestionKind::exhaustion, .proposal = "article-2"}, Choice::yes);
    CHECK(spine.offer(other_text()));
    spine.decide("article-2", Choice::yes);
    CHECK(spine.refusal(other_text()).starts_with(decided));
}

TEST_CASE("who asked for a deferment that a motion brought is given no second one", "[procedure]") {
    const auto after_a_motion = [](bool once) {
        auto spine = opened([&](RuleProfile& rules) {
            rules.deferment_states = 1;
            rules.deferment_once = once;
            rules.deferment_by_motion = true;
        });
        spine.take(DefermentRequested{.proposal = "article-2", .delegation = "AAA"});
        CHECK(spine.refusal(spine.question("article-2")).find("to be deferred") !=
              std::string::npos);
        grant(spine, spine.motion(MotionKind::defer_vote));
        spine.take(
            DefermentEnded{.proposal = "article-2", .meeting = 1, .report = "No agreement."});
        return spine;
    };
    const auto once = after_a_motion(true);
    CHECK(once.offer(once.question("article-2")));
    const auto again = after_a_motion(false);
    CHECK(again.refusal(again.question("article-2")).find("to be deferred") != std::string::npos);
}

TEST_CASE("after an objection to the whole the whole is put, and none of its parts",
          "[procedure]") {
    auto spine = opened();
    grant(spine, spine.motion(MotionKind::division));
    for (const auto* label : {"paragraph 1", "paragraph 2"}) spine.decide(part(label), Choice::yes);
    auto whole = spine.proposal();
    whole.subject = "Draft article 2, as a whole";
    spine.take(whole);
    spine.take(spine.objection("AAA"));
    CHECK(spine.offer(spine.question("article-2")));
    CHECK(spine.refusal(spine.question(part("paragraph 1")))
              .find("is proposed for adoption without a vote") != std::string::npos);
}

TEST_CASE("nothing is left out for an adoption that the gavel came too early for", "[procedure]") {
    auto spine = opened();
    for (const char* id : {"L.1", "L.2"}) spine.table(spine.submission(id));
    adopt_without_vote(spine, "L.2");
    CHECK(spine.offer(skipped(spine, "L.1", "L.2")));
    spine.take(spine.late_flag("AAA", true));
    CHECK(spine.refusal(skipped(spine, "L.1", "L.2")).starts_with(not_implied));
    spine.take(spine.setting_aside());
    CHECK(spine.refusal(skipped(spine, "L.1", "L.2")).starts_with(not_implied));
}

TEST_CASE("what a committee adopted is not left out in the plenary because of itself",
          "[procedure]") {
    Spine spine;
    spine.open("committee");
    for (const char* id : {"L.1", "L.2"}) {
        spine.table(spine.submission(id));
        spine.decide(id, Choice::yes);
    }
    spine.open("plenary");
    CHECK(spine.refusal(skipped(spine, "L.1", "L.1")).starts_with(not_implied));
    CHECK(spine.offer(skipped(spine, "L.1", "L.2")));
}

TEST_CASE("a ruling over objections is not appealed against once there is another objection",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.objection("AAA"));
    spine.take(spine.ruling(RulingKind::over_objection));
    CHECK(spine.offer(spine.appeal()));
    spine.take(spine.objection("BBB"));  // on which the ruling was not
    CHECK(spine.refusal(spine.appeal()).starts_with("What was ruled is carried out."));
}

TEST_CASE("rules change on a decision that stands", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::amend_rules));
    spine.decide({.kind = QuestionKind::rules_change, .motion = 1}, Choice::yes);
    RulesAdopted rules{.profile = profile_fields(spine.conference.profile),
                       .decision = spine.conference.decisions.back().entry.leaf};
    rules.profile["version"] = "2";
    CHECK(spine.offer(rules));
    spine.conference.decisions.change().back().rescinded = true;  // by whatever might undo it
    CHECK(spine.refusal(rules).starts_with("No decision of the conference to change its rules"));
}
