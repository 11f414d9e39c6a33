// What entries about texts, sponsors and rules do, and what they leave as it was. The rules are in
// RULES.md.
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

std::vector<TextUnitId> units_of(const Spine& spine) {
    std::vector<TextUnitId> ids;
    for (const auto& unit : spine.conference.text_units) ids.push_back(unit.id);
    return ids;
}

std::size_t versions_of(const Spine& spine, const ProposalId& id) {
    return spine.conference.versions.at(id).size();
}

void adopt_by_consensus(Spine& spine, const ProposalId& id) {
    spine.take(spine.proposal(id));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
}

}  // namespace

TEST_CASE("a State that joins the sponsors makes no new version of the text", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    const auto texts = spine.conference.proposal("L.1")->texts;
    ProposalRevised revised{
        .proposal = "L.1", .version = 1, .sponsors = {"AAA", "BBB"}, .texts = texts};
    spine.take(revised);
    CHECK(spine.conference.proposal("L.1")->sponsors == revised.sponsors);
    CHECK(spine.conference.proposal("L.1")->version == 1);
    CHECK(versions_of(spine, "L.1") == 1);
    revised.texts = {{"en", hash_named("another text")}};
    revised.version = 2;
    spine.take(revised);
    CHECK(spine.conference.proposal("L.1")->version == 2);
    CHECK(versions_of(spine, "L.1") == 2);
}

TEST_CASE("another label makes no new version of a unit, and another text does", "[procedure]") {
    auto spine = opened();
    auto unit = *spine.conference.text_unit("article-2");
    unit.label = "Draft article 2 bis";
    spine.take(TextRegister{{unit}});
    CHECK(spine.conference.proposal_title("article-2") == "Draft article 2 bis");
    CHECK(versions_of(spine, "article-2") == 1);
    unit.texts = {{"en", hash_named("another text")}};
    spine.take(TextRegister{{unit}});
    CHECK(versions_of(spine, "article-2") == 2);
    CHECK(spine.conference.proposal("article-2")->version == 2);
    CHECK(units_of(spine) == std::vector<TextUnitId>{"article-2", "article-3"});
}

TEST_CASE("a unit stands first, or after the one that is named", "[procedure]") {
    auto spine = opened();
    TextPlaced placed{.text_unit = "article-1",
                      .number = "1",
                      .label = "Draft article 1",
                      .texts = {{"en", hash_named("text of article 1")}}};
    spine.take(placed);
    CHECK(units_of(spine) == std::vector<TextUnitId>{"article-1", "article-2", "article-3"});
    placed.texts.clear();
    placed.after = "article-3";
    spine.take(placed);
    CHECK(units_of(spine) == std::vector<TextUnitId>{"article-2", "article-3", "article-1"});
    placed.after.clear();
    spine.take(placed);
    CHECK(units_of(spine) == std::vector<TextUnitId>{"article-1", "article-2", "article-3"});
    placed.after = "article-1";
    CHECK(spine.refusal(placed).starts_with("The unit after which it stands is not in"));
}

TEST_CASE("a rehearsal changes its rules without a decision, and carries none out", "[procedure]") {
    auto spine = opened();
    auto rules = spine.conference.profile;
    rules.version = "2";
    rules.silence_seconds = 9;
    spine.take(RulesAdopted{.profile = profile_fields(rules)});
    CHECK(spine.conference.profile.silence_seconds == 9);
    CHECK(spine.conference.rules_carried_out.empty());
    spine.take(spine.motion(MotionKind::amend_rules));
    spine.decide({.kind = QuestionKind::rules_change, .motion = 1}, Choice::yes);
    const auto decision = spine.conference.decisions.back().entry.leaf;
    rules.version = "3";
    spine.take(RulesAdopted{.profile = profile_fields(rules), .decision = decision});
    CHECK(spine.conference.rules_carried_out == std::set<placet::Hash>{decision});
    rules.version = "4";
    CHECK(spine.refusal(RulesAdopted{.profile = profile_fields(rules), .decision = decision})
              .starts_with("No decision of the conference to change its rules is named"));
}

TEST_CASE("an amendment that a late flag takes back is not written in, and amends nothing",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.table(spine.amendment("L.2", "L.1"));
    adopt_by_consensus(spine, "L.2");
    CHECK(spine.conference.proposal("L.1")->amended);
    CHECK(spine.conference.proposal("L.1")->to_write_in.size() == 1);
    auto written = spine;
    spine.take(spine.late_flag("BBB", true));
    CHECK(spine.conference.proposal("L.1")->to_write_in.empty());
    CHECK(spine.conference.proposal("L.2")->state == QuestionState::consensus);
    // Its sponsors have it back, as far as nothing else amended it.
    CHECK_FALSE(spine.conference.proposal("L.1")->amended);
    spine.take(spine.setting_aside());
    CHECK(spine.offer(ProposalWithdrawn{.proposal = "L.1", .delegation = "AAA"}));

    // Once it is in the text, the flag comes too late.
    CHECK(written.offer(written.late_flag("BBB", true)));
    written.take(written.text_as_amended("L.1"));
    CHECK(written.refusal(written.late_flag("BBB", true))
              .starts_with("A late flag is ruled on right after a decision"));
}

TEST_CASE("a text stays amended by what was adopted before the amendment that is taken back",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.table(spine.amendment("L.2", "L.1"));
    adopt_by_consensus(spine, "L.2");
    spine.table(spine.amendment("L.3", "L.1"));
    adopt_by_consensus(spine, "L.3");
    const auto first = spine.conference.decisions.front().entry.leaf;
    spine.take(spine.late_flag("BBB", true));
    CHECK(spine.conference.proposal("L.1")->amended);
    CHECK(spine.conference.proposal("L.1")->to_write_in == std::vector<placet::Hash>{first});
}

TEST_CASE("a decision that was reopened stands again when a late flag takes its successor back",
          "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    adopt_by_consensus(spine, "article-2");
    CHECK_FALSE(spine.conference.decisions.front().stands());
    auto again = spine;
    spine.take(spine.late_flag("BBB", true));
    CHECK(spine.conference.decisions.front().stands());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK_FALSE(spine.conference.decisions.front().stands());
    again.take(again.late_flag("BBB", false));
    CHECK_FALSE(again.conference.decisions.front().stands());
}

TEST_CASE("a unit of text takes neither the id nor the place of what is before the meeting",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    auto unit = *spine.conference.text_unit("article-2");
    unit.texts = {{"en", hash_named("another text")}};
    CHECK(spine.offer(TextRegister{{unit}}));
    auto taken = unit;
    taken.id = "L.1";
    CHECK(
        spine.refusal(TextRegister{{taken}}).starts_with("\"L.1\" is the id of another proposal"));
    taken.id = "article-4";
    CHECK(spine.offer(TextRegister{{taken}}));
    // Put, and interrupted by a motion: it waits to be voted on as it was put.
    spine.put();
    CHECK(spine.refusal(TextRegister{{unit}}).starts_with("Draft article 2 is before the meeting"));
    spine.take(spine.motion(MotionKind::other));
    spine.take(spine.question(Subject{.kind = QuestionKind::motion, .motion = 1}));
    CHECK(spine.refusal(TextRegister{{unit}}).starts_with("Draft article 2 is before the meeting"));
    taken.id = "article-3";
    taken.label = "Draft article 3";
    CHECK(spine.offer(TextRegister{{taken}}));
}

TEST_CASE("a late flag leaves parts, votes without a decision and other organs' decisions alone",
          "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    // The reopened text is put without a quorum, then divided, and its parts retained.
    spine.put();
    spine.take(spine.start());
    spine.take(PresenceNoted{.meeting = 1, .left = {"AAA", "BBB", "CCC"}});
    spine.finish();
    spine.take(spine.presence({"AAA", "BBB", "CCC"}));
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 2});
    for (const auto* part : {"paragraph 1", "paragraph 2"})
        spine.decide({.kind = QuestionKind::part, .proposal = "article-2", .part = part},
                     Choice::yes);
    auto whole = spine.proposal("article-2");
    whole.subject = subject_words(*spine.conference.proposal("article-2"));
    spine.take(whole);
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK_FALSE(spine.conference.decisions.front().stands());
    spine.take(spine.late_flag("BBB", true));
    CHECK(spine.conference.decisions.front().stands());
    CHECK(spine.conference.proposal("article-2")->parts.front().retained == true);

    // In the plenary nothing replaces what the committee decided.
    Spine later;
    later.open("committee");
    later.decide("article-2", Choice::yes);
    later.open("plenary");
    adopt_by_consensus(later, "article-2");
    later.take(later.late_flag("BBB", true));
    CHECK(later.conference.decisions.front().stands());
    CHECK(later.conference.proposal("article-2")->reopened.empty());
}

TEST_CASE("no adoption of anything else, and nothing that was not adopted, amends a text",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.decide("article-3", Choice::yes);
    spine.decide({.kind = QuestionKind::motion}, Choice::yes);
    for (const auto* id : {"L.2", "L.3"}) spine.table(spine.amendment(id, "L.1"));
    auto order = spine.ruling(RulingKind::order, "L.1");
    order.order = {"L.2", "L.3"};
    spine.take(order);
    spine.decide("L.2", Choice::no);
    adopt_by_consensus(spine, "L.3");
    CHECK(spine.conference.proposal("L.1")->amended);
    spine.take(spine.late_flag("BBB", true));
    CHECK_FALSE(spine.conference.proposal("L.1")->amended);
}
