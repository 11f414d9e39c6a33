// Proposals and amendments, from their registration to the text that comes of them.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine opened(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    return spine;
}

QuestionState state_of(const Spine& spine, const ProposalId& id) {
    return spine.conference.proposal(id)->state;
}

/// "L.1" and "L.2" to article 2, and "L.3" to L.2, all introduced.
Spine with_amendments() {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.table(spine.amendment("L.2", "article-2"));
    spine.table(spine.amendment("L.3", "L.2"));
    return spine;
}

RulingGiven order(const Spine& spine, std::vector<ProposalId> ids) {
    auto ruling = spine.ruling(RulingKind::order, "article-2");
    ruling.order = std::move(ids);
    return ruling;
}

}  // namespace

TEST_CASE("a proposal is registered, circulated and introduced before it is put", "[procedure]") {
    auto spine = opened();
    CHECK(spine.refusal(spine.circulation("L.1")).starts_with("There is no proposal"));
    spine.take(spine.submission("L.1"));
    CHECK(state_of(spine, "L.1") == QuestionState::registered);
    CHECK(spine.refusal(spine.submission("L.1")).starts_with("\"L.1\" is registered already."));
    CHECK(spine.refusal(spine.question("L.1"))
              .starts_with("The proposal L.1 is registered and not yet circulated."));
    CHECK(spine.refusal(spine.introduction("L.1")).starts_with("The proposal L.1 is registered"));
    spine.take(spine.circulation("L.1"));
    CHECK(spine.refusal(spine.question("L.1"))
              .starts_with("The proposal L.1 is circulated and not yet introduced."));
    spine.take(spine.introduction("L.1"));
    CHECK(spine.offer(spine.question("L.1")));
    CHECK(spine.decide("L.1", Choice::yes).outcome == Outcome::adopted);
    CHECK(state_of(spine, "L.1") == QuestionState::announced);
}

TEST_CASE("a proposal has sponsors that participate, or an organ that submits it", "[procedure]") {
    const auto spine = opened();
    auto proposal = spine.submission("L.1");
    proposal.sponsors = {"AAA", "AAA"};
    CHECK(spine.refusal(proposal).starts_with("\"AAA\" does not participate, or is named twice."));
    proposal.sponsors = {"ZZZ"};
    CHECK(spine.refusal(proposal).starts_with("\"ZZZ\" does not participate"));
    proposal.sponsors.clear();
    CHECK(spine.refusal(proposal).starts_with("A proposal has sponsors, or an organ"));
    proposal.organ = "caucus";
    CHECK(spine.refusal(proposal).starts_with("The conference has no organ \"caucus\""));
    proposal.organ = "committee";
    CHECK(spine.offer(proposal));
    proposal.texts.clear();
    CHECK(spine.refusal(proposal).starts_with("A proposal has an id, a title of one line"));
}

TEST_CASE("a proposal is circulated in every language, or by permission", "[procedure]") {
    auto spine = opened();
    spine.take(spine.submission("L.1"));
    auto circulation = spine.circulation("L.1");
    circulation.permission = "for want of time";
    CHECK(spine.refusal(circulation).starts_with("A proposal is circulated in every language"));
    circulation.languages.clear();
    circulation.permission.clear();
    CHECK(spine.refusal(circulation).starts_with("A proposal is circulated in every language"));
    circulation.permission = "for want of time";
    CHECK(spine.offer(circulation));
    circulation.languages = {"xx"};
    CHECK(spine.refusal(circulation).starts_with("There is no text in \"xx\"."));
}

TEST_CASE("nobody permits anything while no meeting is held", "[procedure]") {
    Spine spine;
    spine.take(spine.submission("L.1"));
    auto circulation = spine.circulation("L.1");
    CHECK(spine.offer(circulation));
    circulation.languages.clear();
    circulation.permission = "for want of time";
    CHECK(spine.refusal(circulation).find("does not preside over this meeting") !=
          std::string::npos);
    auto elsewhere = spine.entry(spine.submission("L.2"));
    elsewhere.unit = "caucus";
    CHECK(spine.refusal(elsewhere).starts_with("The conference has no organ \"caucus\"."));
}

TEST_CASE("an amendment amends what is open, and a sub-amendment amends an amendment",
          "[procedure]") {
    auto spine = with_amendments();
    auto wrong = spine.amendment("L.4", "article-2");
    wrong.kind = ProposalKind::sub_amendment;
    CHECK(spine.refusal(wrong).starts_with("An amendment to an amendment is a sub-amendment"));
    wrong = spine.amendment("L.4", "L.1");
    wrong.kind = ProposalKind::amendment;
    CHECK(spine.refusal(wrong).starts_with("An amendment to an amendment is a sub-amendment"));
    CHECK(spine.refusal(spine.amendment("L.4", "L.3"))
              .starts_with("A sub-amendment is not amended again."));
    CHECK(spine.refusal(spine.amendment("L.4", "annex"))
              .starts_with("What it amends is not registered: \"annex\"."));
    wrong = spine.amendment("L.4", "article-2");
    wrong.text_unit = "article-3";
    CHECK(spine.refusal(wrong).starts_with("An amendment concerns the unit of text"));
    auto with_parent = spine.submission("L.4");
    with_parent.parent = "article-2";
    CHECK(spine.refusal(with_parent).starts_with("Only an amendment names what it amends."));
    spine.decide("article-3", Choice::yes);
    CHECK(spine.refusal(spine.amendment("L.4", "article-3"))
              .starts_with("Draft article 3 is decided."));
}

TEST_CASE("amendments are voted on before what they amend, sub-amendments before them",
          "[procedure]") {
    auto spine = with_amendments();
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("Amendments are voted on before what they amend: The amendment L.1"));
    spine.take(order(spine, {"L.2", "L.1"}));
    CHECK(spine.refusal(spine.question("L.2"))
              .starts_with("Amendments are voted on before what they amend: The amendment L.3"));
    CHECK(spine.offer(spine.question("L.3")));
}

TEST_CASE("the amendment furthest removed in substance is put first, by a ruling on the order",
          "[procedure]") {
    auto spine = with_amendments();
    spine.decide("L.3", Choice::no);
    CHECK(spine.refusal(spine.question("L.1"))
              .starts_with("Several amendments to Draft article 2 are open"));
    CHECK(spine.refusal(order(spine, {"L.2"})).starts_with("The order names every amendment"));
    CHECK(spine.refusal(order(spine, {"L.2", "L.2"})).starts_with("The order names every"));
    auto silent = order(spine, {"L.2", "L.1"});
    silent.reasons.clear();
    CHECK(spine.refusal(silent).starts_with("A ruling is given in words"));
    spine.take(order(spine, {"L.2", "L.1"}));
    CHECK(spine.refusal(spine.question("L.1"))
              .starts_with("By the ruling on the order of amendments The amendment L.2"));
    CHECK(spine.decide("L.2", Choice::no).outcome == Outcome::rejected);
    CHECK(spine.offer(spine.question("L.1")));
}

TEST_CASE("one amendment alone needs no ruling on the order", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    CHECK(spine.offer(spine.question("L.1")));
}

TEST_CASE("what is adopted is written into the text before the text is put", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    const auto first = spine.conference.proposal("article-2")->texts;
    CHECK(spine.refusal(spine.text_as_amended("article-2")).starts_with("No decision waits"));
    spine.decide("L.1", Choice::yes);
    const auto adopted = spine.conference.decisions.back().entry.leaf;
    CHECK(spine.conference.proposal("article-2")->to_write_in == std::vector{adopted});
    const std::string first_written = "What was adopted is not yet written into the text";
    CHECK(spine.refusal(spine.question("article-2")).starts_with(first_written));
    CHECK(spine.refusal(spine.proposal("article-2")).starts_with(first_written));

    auto same = spine.text_as_amended("article-2");
    same.texts = first;
    CHECK(spine.refusal(same).starts_with("The new version names another text"));
    auto skipped = spine.text_as_amended("article-2");
    skipped.version = 3;
    CHECK(spine.refusal(skipped).starts_with("The new version names another version"));
    auto nothing = spine.text_as_amended("article-2");
    nothing.decisions = {hash_named("another decision")};
    CHECK(spine.refusal(nothing).starts_with("The new version carries out every decision"));

    const auto revised = spine.text_as_amended("article-2");
    const auto entry = spine.take(revised);
    CHECK(spine.conference.text_unit("article-2")->texts == revised.texts);
    CHECK(spine.question("article-2").texts == revised.texts);
    REQUIRE(spine.conference.versions.at("article-2").size() == 2);
    const auto& version = spine.conference.versions.at("article-2").back();
    CHECK(version.version == 2);
    CHECK(version.entry.leaf == entry.leaf);
    CHECK(version.decisions == std::vector{adopted});
    CHECK(spine.decide("article-2", Choice::yes).outcome == Outcome::adopted);
}

TEST_CASE("where one adoption implies another rejection the other is not put, by a ruling",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.table(spine.amendment("L.2", "article-2"));
    auto skip = spine.ruling(RulingKind::skip, "L.2");
    skip.because = "L.1";
    CHECK(spine.refusal(skip).starts_with("What is not put to the vote is what the adoption"));
    spine.take(order(spine, {"L.1", "L.2"}));
    spine.decide("L.1", Choice::yes);
    skip = spine.ruling(RulingKind::skip, "L.2");
    skip.because = "L.2";
    CHECK(spine.refusal(skip).starts_with("What is not put to the vote is what the adoption"));
    skip.because = "L.1";
    spine.take(skip);
    CHECK(state_of(spine, "L.2") == QuestionState::skipped);
    CHECK(spine.refusal(spine.question("L.2")).starts_with("The amendment L.2 is not put"));
    spine.take(spine.text_as_amended("article-2"));
    CHECK(spine.offer(spine.question("article-2")));

    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = 2}, Choice::yes);
    CHECK(state_of(spine, "L.2") == QuestionState::tabled);  // overruled: it waits as before
    CHECK(spine.offer(spine.question("L.2")));
}

TEST_CASE("a sponsor revises its text until it is voted on or amended, and joins others",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    ProposalRevised revision{.proposal = "L.1",
                             .sponsors = {"AAA", "BBB"},
                             .symbol = "A/CONF.1/L.1/Rev.1",
                             .texts = {{"en", hash_named("revised")}}};
    spine.take(revision);
    CHECK(spine.conference.proposal("L.1")->version == 2);
    CHECK(spine.conference.proposal("L.1")->sponsors.size() == 2);
    revision.version = 5;
    CHECK(spine.refusal(revision).starts_with("The revision names another version"));
    revision.version = 2;
    revision.sponsors = {"BBB"};
    CHECK(spine.refusal(revision).starts_with("The revision names another list of sponsors"));
    revision.sponsors = {"AAA", "BBB", "CCC"};
    CHECK(spine.offer(revision));  // another sponsor, the same text

    revision.proposal = "article-2";
    CHECK(spine.refusal(revision).starts_with("The basic proposal has no sponsor"));
    spine.take(spine.question("L.1"));
    revision.proposal = "L.1";
    CHECK(spine.refusal(revision).starts_with("The proposal L.1 is put to the vote."));
}

TEST_CASE("a proposal is withdrawn when all its sponsors withdraw, and not once it was amended",
          "[procedure]") {
    auto spine = opened();
    auto proposal = spine.submission("L.1");
    proposal.sponsors = {"AAA", "BBB"};
    spine.table(proposal);
    spine.table(spine.amendment("L.2", "L.1"));
    CHECK(spine.refusal(ProposalWithdrawn{"L.1", "CCC"}).starts_with("Only a sponsor withdraws"));
    CHECK(spine.refusal(ProposalWithdrawn{"article-2", "AAA"})
              .starts_with("Only a sponsor withdraws a proposal. Nothing was recorded. The basic"));
    spine.take(ProposalWithdrawn{"L.1", "AAA"});
    CHECK(state_of(spine, "L.1") == QuestionState::tabled);
    CHECK(spine.refusal(ProposalWithdrawn{"L.1", "AAA"}).starts_with("This sponsor has withdrawn"));
    spine.take(ProposalWithdrawn{"L.1", "BBB"});
    CHECK(state_of(spine, "L.1") == QuestionState::withdrawn);
    CHECK(state_of(spine, "L.2") == QuestionState::lapsed);

    auto again = spine.submission("L.3");
    again.sponsors = {"CCC"};
    again.reintroduces = "L.2";
    CHECK(spine.refusal(again).starts_with("The amendment L.2 has lapsed"));
    again.reintroduces = "L.1";
    spine.take(again);
    CHECK(state_of(spine, "L.3") == QuestionState::tabled);

    spine.table(spine.amendment("L.4", "L.3"));
    spine.decide("L.4", Choice::yes);
    CHECK(spine.refusal(ProposalWithdrawn{"L.3", "CCC"}).starts_with("It was amended by a vote"));
}

TEST_CASE("what is put may still be withdrawn until the voting begins", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.take(spine.question("L.1"));
    auto started = spine;
    started.take(started.start());
    CHECK(started.refusal(ProposalWithdrawn{"L.1", "AAA"}).starts_with("A vote is under way"));
    spine.take(ProposalWithdrawn{"L.1", "AAA"});
    CHECK_FALSE(spine.conference.question);
    CHECK(spine.refusal(spine.start()).starts_with("No question is before the meeting."));
}

TEST_CASE("amendments to a rejected text lapse with it", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.table(spine.amendment("L.2", "L.1"));
    spine.table(spine.amendment("L.3", "L.2"));
    spine.decide("L.3", Choice::no);
    spine.decide("L.2", Choice::no);
    CHECK(spine.decide("L.1", Choice::no).outcome == Outcome::rejected);
    CHECK(spine.refusal(spine.amendment("L.4", "L.1")).starts_with("The proposal L.1 is decided."));
}

TEST_CASE("units are added, split and moved, and keep their identity", "[procedure]") {
    auto spine = opened();
    const auto ids = [&] {
        std::string all;
        for (const auto& unit : spine.conference.text_units)
            all += unit.number + "=" + unit.id + " ";
        return all;
    };
    CHECK(ids() == "2=article-2 3=article-3 ");
    TextPlaced placed{.text_unit = "article-2-bis",
                      .after = "article-2",
                      .split_from = "article-2",
                      .number = "3",
                      .label = "Draft article 3"};
    CHECK(spine.refusal(placed).starts_with("A new unit comes with its text."));
    placed.texts = {{"en", hash_named("bis")}};
    spine.take(placed);
    CHECK(ids() == "2=article-2 3=article-2-bis 3=article-3 ");
    TextPlaced moved{.text_unit = "article-3",
                     .after = "article-2-bis",
                     .number = "4",
                     .label = "Draft article 4"};
    spine.take(moved);
    CHECK(ids() == "2=article-2 3=article-2-bis 4=article-3 ");
    CHECK(spine.conference.proposal_title("article-3") == "Draft article 4");
    CHECK(spine.question("article-3").subject == "Draft article 4");
    moved.after = "article-9";
    CHECK(spine.refusal(moved).starts_with("The unit after which it stands is not"));
    moved.after = "article-2";
    moved.texts = {{"en", hash_named("other")}};
    CHECK(spine.refusal(moved).starts_with("Placing a unit does not change its text."));
    moved.texts.clear();
    moved.split_from = "article-2";
    CHECK(spine.refusal(moved).starts_with("Only a new unit is split from another"));
    spine.take(spine.question("article-3"));
    moved.split_from.clear();
    CHECK(spine.refusal(moved).starts_with("Draft article 4 is before the meeting"));
}

TEST_CASE("the convention as a whole is put when all its units are decided", "[procedure]") {
    auto spine = opened({.rules = [](RuleProfile& rules) {
        rules.majority_whole = Majority::two_thirds_and_majority_of_participating;
    }});
    auto convention = spine.submission("convention");
    convention.kind = ProposalKind::convention;
    spine.table(convention);
    CHECK(
        spine.refusal(spine.question("convention"))
            .starts_with("Draft article 2 is not decided; the convention as a whole comes last."));
    spine.decide("article-2", Choice::yes);
    spine.decide("article-3", Choice::no);
    const auto question = spine.question("convention");
    CHECK(question.kind == QuestionKind::whole);
    CHECK(question.majority == "two_thirds_and_majority_of_participating");
    CHECK(spine.decide("convention", Choice::yes).clauses.size() == 4);
}
