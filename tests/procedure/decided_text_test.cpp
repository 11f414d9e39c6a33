// What is decided stays as it was decided: the text of units of the convention, and decisions that
// were reopened, each by its own new one.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine opened() {
    Spine spine;
    spine.open();
    return spine;
}

/// Article 2 as it is registered, with these texts.
TextRegister registered(const Spine& spine, std::map<std::string, placet::Hash> texts) {
    auto unit = *spine.conference.text_unit("article-2");
    unit.texts = std::move(texts);
    return {{unit}};
}

const Decision& decision(const Spine& spine, std::size_t place) {
    return spine.conference.decisions[place];
}

void reopen(Spine& spine, const ProposalId& id) {
    auto motion = spine.motion(MotionKind::reconsider);
    motion.proposal = id;
    motion.decision = spine.conference.decision_on(id)->entry.leaf;
    spine.take(motion);
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = id, .motion = motion.motion},
                 Choice::yes);
}

}  // namespace

TEST_CASE("of a unit that is decided the text stays, and languages may be added", "[procedure]") {
    auto spine = opened();
    const auto texts = spine.conference.text_unit("article-2")->texts;
    const auto otherwise = registered(spine, {{"en", hash_named("another text")}});
    auto translated = texts;
    translated["fr"] = hash_named("traduction");
    CHECK(spine.offer(otherwise));  // not yet decided
    spine.decide("article-2", Choice::yes);
    const std::string rule = "Draft article 2 is decided, and its text stays as it was decided.";
    CHECK(spine.refusal(otherwise).starts_with(rule));
    CHECK(spine.refusal(registered(spine, {})).starts_with(rule));  // a language is taken away
    CHECK(spine.offer(registered(spine, texts)));
    spine.take(registered(spine, translated));
    CHECK(spine.conference.proposal("article-2")->texts == translated);
    CHECK(spine.refusal(otherwise).starts_with(rule));
    CHECK(spine.offer(TextRegister{{{.id = "article-9", .label = "Draft article 9"}}}));

    auto rejected = opened();
    rejected.decide("article-2", Choice::no);
    CHECK(rejected.refusal(otherwise).starts_with(rule));
}

TEST_CASE("a text that was amended by a vote is not registered otherwise", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    const auto otherwise = registered(spine, {{"en", hash_named("another text")}});
    CHECK(spine.offer(otherwise));
    spine.decide("L.1", Choice::yes);
    spine.take(spine.text_as_amended("article-2"));
    CHECK(spine.refusal(otherwise).starts_with("Draft article 2 is decided"));
}

TEST_CASE("what was rescinded or had no quorum decides nothing about the text", "[procedure]") {
    auto spine = opened();
    const auto otherwise = registered(spine, {{"en", hash_named("another text")}});
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK_FALSE(spine.offer(otherwise));
    spine.take(spine.late_flag("BBB", true));
    spine.take(spine.setting_aside());
    CHECK(spine.offer(otherwise));
}

TEST_CASE("a new decision replaces what was reopened on its own proposal, and nothing else",
          "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    spine.decide("article-3", Choice::yes);
    reopen(spine, "article-2");
    reopen(spine, "article-3");
    spine.decide("article-2", Choice::no);
    CHECK(decision(spine, 0).replaced);
    CHECK_FALSE(decision(spine, 1).replaced);
    CHECK(decision(spine, 1).stands());
    // What is decided anew is reopened and replaced in its turn.
    reopen(spine, "article-2");
    CHECK(decision(spine, 4).stands());
    spine.decide("article-2", Choice::yes);
    CHECK(decision(spine, 4).replaced);
    spine.decide("article-3", Choice::no);
    CHECK(decision(spine, 1).replaced);
    CHECK(spine.conference.decisions.back().stands());
}

TEST_CASE("what a committee approved is debated, deferred and skipped in the plenary as any text",
          "[procedure]") {
    Spine spine({.rules = [](RuleProfile& rules) { rules.deferment_by_chair = true; }});
    spine.open("committee");
    spine.table(spine.submission("L.1"));
    for (const char* id : {"article-2", "article-3", "L.1"}) spine.decide(id, Choice::yes);
    spine.open();
    const auto state = [&](const char* id) { return spine.conference.proposal(id)->state; };
    spine.take(VoteDeferred{.proposal = "article-2", .meeting = 2, .until = "Monday"});
    CHECK(state("article-2") == QuestionState::deferred);
    CHECK(spine.refusal(spine.question("article-2")).starts_with("Draft article 2 is deferred."));
    spine.take(DebateClosed{.proposal = "article-3", .meeting = 2});
    CHECK(state("article-3") == QuestionState::debate_closed);
    spine.decide("article-3", Choice::yes);
    auto skip = spine.ruling(RulingKind::skip, "L.1");
    skip.because = "article-3";
    spine.take(skip);
    CHECK(state("L.1") == QuestionState::skipped);
    CHECK_FALSE(spine.offer(spine.question("L.1")));
}

TEST_CASE("a sub-amendment is not put when its amendment is gone", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.table(spine.amendment("L.2", "article-2"));
    spine.table(spine.amendment("L.3", "L.2"));
    auto order = spine.ruling(RulingKind::order, "article-2");
    order.order = {"L.1", "L.2"};
    spine.take(order);
    spine.decide("L.1", Choice::yes);
    CHECK(spine.offer(spine.question("L.3")));
    auto skip = spine.ruling(RulingKind::skip, "L.2");
    skip.because = "L.1";
    spine.take(skip);
    CHECK(spine.refusal(spine.question("L.3"))
              .starts_with("What it amends is not open any more: The amendment L.2."));
    // An appeal that is upheld brings both back.
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 2}, Choice::yes);
    CHECK(spine.offer(spine.question("L.3")));
}

TEST_CASE("a text whose parts are decided may be adopted as a whole without a vote",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});
    const auto whole = [&] {
        auto proposal = spine.proposal();
        proposal.subject = subject_words(*spine.conference.proposal("article-2"));
        return proposal;
    };
    for (const char* part : {"paragraph 1", "paragraph 2"}) {
        CHECK(spine.refusal(whole()).starts_with("Draft article 2 is divided, and not all"));
        spine.decide({.kind = QuestionKind::part, .proposal = "article-2", .part = part},
                     Choice::yes);
    }
    spine.take(whole());
    CHECK(spine.conference.proposal("article-2")->state == QuestionState::consensus);
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK(spine.conference.decisions.get().back().sentence ==
          "Draft article 2, as a whole, was adopted without a vote.");
    CHECK(spine.refusal(spine.proposal()).starts_with("This is decided already."));
    CHECK(spine.refusal(spine.question("article-2")).starts_with("This is decided already."));
}
