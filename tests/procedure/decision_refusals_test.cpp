// What is refused of decisions and of what is noted on them for one thing alone, beside the twin
// that is allowed. Each from its row in RULES.md.
#include "ledger/procedure/election.h"
#include "ledger/procedure/election_rules.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

ReadingCorrected corrected(const Decision& decision) {
    return {.result = decision.entry.leaf, .read = "Otherwise.", .sentence = decision.sentence};
}

}  // namespace

TEST_CASE("a reading is corrected where it was read, in few words, until the record is closed",
          "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    const auto correction = corrected(spine.conference.decisions.back());
    CHECK(spine.offer(correction));
    auto endless = correction;
    endless.read.assign(4001, 'x');
    CHECK(spine.refusal(endless).starts_with("These words are too long"));
    auto elsewhere = spine;
    elsewhere.open("committee");
    auto entry = elsewhere.entry(correction);
    CHECK(elsewhere.refusal(entry).starts_with("It was announced in another organ."));
    entry.unit = "plenary";
    CHECK(elsewhere.refusal(entry).starts_with("It was announced in another organ."));
    spine.take(RecordClosed{.decision = correction.result});
    CHECK(spine.refusal(correction).starts_with("The record of this decision is closed."));
}

TEST_CASE("the record is closed of a decision that was taken and not rescinded", "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    const RecordClosed closed{.decision = spine.conference.decisions.back().entry.leaf};
    CHECK(spine.offer(closed));
    CHECK(spine.refusal(RecordClosed{.decision = hash_named("no decision")})
              .starts_with("There is no such decision."));
    spine.take(spine.late_flag("AAA", true));
    CHECK(spine.refusal(closed).starts_with("There is no such decision."));
}

TEST_CASE("rules change by a decision that was carried", "[procedure]") {
    auto spine = opened();
    RulesAdopted rules{.profile = profile_fields(spine.conference.profile)};
    rules.profile["version"] = "2";
    for (const auto choice : {Choice::no, Choice::yes}) {
        auto after = spine;
        after.take(after.motion(MotionKind::amend_rules));
        after.decide({.kind = QuestionKind::rules_change, .motion = 1}, choice);
        rules.decision = after.conference.decisions.back().entry.leaf;
        CHECK(bool(after.offer(rules)) == (choice == Choice::yes));
    }
    rules.decision = hash_named("no decision");
    CHECK(spine.refusal(rules).starts_with("No decision of the conference to change its rules"));
}

TEST_CASE("a revision names participating sponsors, the earlier ones first", "[procedure]") {
    auto spine = opened();
    auto proposal = spine.submission("L.1");
    proposal.sponsors = {"AAA", "BBB"};
    spine.table(proposal);
    ProposalRevised revised{.proposal = "L.1",
                            .version = 2,
                            .sponsors = {"AAA", "BBB", "CCC"},
                            .texts = proposal.texts};
    revised.texts["en"] = hash_named("another text");
    CHECK(spine.offer(revised));
    auto twin = revised;
    twin.sponsors = {"BBB", "AAA"};
    CHECK(spine.refusal(twin).starts_with("The revision names another list of sponsors"));
    twin.sponsors = {"AAA", "BBB", "ZZZ"};
    CHECK(spine.refusal(twin).starts_with("\"ZZZ\" does not participate, or is named twice."));
    spine.table(spine.amendment("L.2", "L.1"));
    spine.decide("L.2", Choice::yes);
    CHECK(spine.refusal(revised).starts_with("It was amended by a vote"));
}

TEST_CASE("a proposal is circulated in each language once", "[procedure]") {
    auto spine = opened();
    spine.take(spine.submission("L.1"));
    auto circulated = spine.circulation("L.1");
    CHECK(spine.offer(circulated));
    circulated.languages.push_back(circulated.languages.front());
    CHECK(spine.refusal(circulated).starts_with("A proposal is circulated in every language"));
}

TEST_CASE("a position that is not recorded is taken by who is present, in a vote of that kind",
          "[procedure]") {
    Spine spine;
    spine.take(spine.meeting());
    spine.take(spine.presence({"AAA", "BBB"}));
    const auto may = [&](const ParticipantId& id) {
        return bool(may_take_position(spine.conference, id));
    };
    CHECK_FALSE(may("AAA"));
    spine.put("article-2", Method::non_recorded);
    CHECK_FALSE(may("AAA"));
    spine.take(spine.start());
    CHECK(may("AAA"));
    CHECK_FALSE(may("CCC"));
    CHECK_FALSE(may("ZZZ"));
}

TEST_CASE("a sponsor explains its vote by the ruling on it, and by no other", "[procedure]") {
    auto spine =
        opened([](RuleProfile& rules) { rules.sponsor_may_explain = SponsorMayExplain::never; });
    spine.table(spine.submission("L.1"));
    spine.table(spine.submission("L.2"));
    spine.take(spine.motion(MotionKind::other));
    auto out_of_order = spine.ruling(RulingKind::out_of_order);
    out_of_order.motion = 1;
    spine.take(out_of_order);
    spine.decide("L.1", Choice::yes);
    auto statement = spine.statement("AAA");
    statement.about = spine.conference.decisions.back().entry.leaf;
    statement.kind = StatementKind::explanation_of_vote;
    const auto explains = [&] { return bool(spine.offer(statement)); };
    CHECK_FALSE(explains());
    auto ruling = spine.ruling(RulingKind::sponsor_explains, "L.2");
    ruling.delegation = "AAA";
    spine.take(ruling);
    CHECK_FALSE(explains());
    ruling = spine.ruling(RulingKind::sponsor_explains, "L.1");
    ruling.delegation = "AAA";
    spine.take(ruling);
    CHECK(explains());
    spine.take(spine.appeal());
    spine.decide({.kind = QuestionKind::appeal, .ruling = ruling.ruling}, Choice::yes);
    statement.about = spine.conference.proposal("L.1")->decision;
    CHECK_FALSE(explains());
}

TEST_CASE("on a motion a sponsor explains its vote as any State", "[procedure]") {
    auto spine =
        opened([](RuleProfile& rules) { rules.sponsor_may_explain = SponsorMayExplain::never; });
    spine.table(spine.submission("L.1"));
    auto motion = spine.motion(MotionKind::close_debate);
    motion.proposal = "L.1";
    spine.take(motion);
    spine.decide({.kind = QuestionKind::motion, .proposal = "L.1", .motion = 1}, Choice::yes);
    auto statement = spine.statement("AAA");
    statement.about = spine.conference.decisions.back().entry.leaf;
    statement.kind = StatementKind::explanation_of_vote;
    CHECK(spine.offer(statement));
}

TEST_CASE("a correction names the result of the run that it corrects", "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    const auto first = spine.conference.decisions.back().entry.leaf;
    spine.decide("article-3", Choice::yes);
    auto correction = spine.correction("AAA");
    CHECK(spine.offer(correction));
    correction.result = first;
    CHECK(spine.refusal(correction).starts_with("The correction names another result"));
}

TEST_CASE("a matter of procedure is not put as one of substance", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::procedure;
    spine.take(ruling);
    auto question = spine.question("L.1");
    CHECK(spine.offer(question));
    question.matter = MatterClass::substance;
    CHECK(spine.refusal(question).starts_with("The rules, or a ruling, make this a matter of"));
}

TEST_CASE("where consensus is the only way, a matter of procedure is voted on", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.consensus = ConsensusRule::exclusive; });
    spine.table(spine.submission("L.1"));
    const Subject subject{.proposal = "L.1"};
    CHECK_FALSE(may_put(spine.conference, subject));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::procedure;
    spine.take(ruling);
    CHECK(may_put(spine.conference, subject));
}

TEST_CASE("a motion goes before the parts of a text, and a question before another",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});
    const Subject part{.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"};
    CHECK(may_put(spine.conference, part));
    auto moved = spine;
    moved.take(moved.motion(MotionKind::other));
    CHECK_FALSE(may_put(moved.conference, part));
    const Subject of_the_chair{.kind = QuestionKind::motion};
    CHECK(may_put(spine.conference, of_the_chair));
    spine.put("article-3");
    CHECK_FALSE(may_put(spine.conference, of_the_chair));
}

TEST_CASE("an amendment that came after the ruling on the order needs another ruling",
          "[procedure]") {
    auto spine = opened();
    for (const char* id : {"L.1", "L.2"}) spine.table(spine.amendment(id, "article-2"));
    auto ruling = spine.ruling(RulingKind::order, "article-2");
    ruling.order = {"L.2", "L.1"};
    spine.take(ruling);
    const Subject second{.kind = QuestionKind::amendment, .proposal = "L.2"};
    CHECK(may_put(spine.conference, second));
    auto overruled = spine;
    overruled.take(overruled.appeal());
    overruled.decide({.kind = QuestionKind::appeal, .ruling = 1}, Choice::yes);
    CHECK_FALSE(may_put(overruled.conference, second));
    spine.table(spine.amendment("L.3", "article-2"));
    CHECK_FALSE(may_put(spine.conference, second));
}

TEST_CASE("a vote that was deferred once on request is not deferred again", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) {
        rules.deferment_states = 1;
        rules.deferment_once = true;
    });
    const Subject subject{.proposal = "article-2"};
    spine.take(DefermentRequested{.proposal = "article-2", .delegation = "AAA"});
    CHECK_FALSE(may_put(spine.conference, subject));
    spine.take(VoteDeferred{.proposal = "article-2",
                            .meeting = 1,
                            .right = DefermentRight::states,
                            .until = "Thursday"});
    spine.take(DefermentEnded{.proposal = "article-2", .meeting = 1, .report = "Nothing."});
    CHECK(may_put(spine.conference, subject));
}

TEST_CASE("motions wait in the meeting of the organ where they were made", "[procedure]") {
    auto spine = opened();
    spine.take(spine.motion(MotionKind::other));
    CHECK(open_motions(spine.conference).size() == 1);
    auto committee = spine;
    committee.open("committee");
    CHECK(open_motions(committee.conference).empty());
    spine.open("plenary");
    CHECK(open_motions(spine.conference).empty());
}

TEST_CASE("a text is written in with its own decisions, and is another than it was",
          "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    spine.decide("L.1", Choice::yes);
    const auto revised = spine.text_as_amended("article-2");
    CHECK(spine.offer(revised));
    auto twin = revised;
    twin.decisions.push_back(twin.decisions.front());
    CHECK(spine.refusal(twin).starts_with("The new version carries out every decision"));
    twin.decisions = {hash_named("no decision")};
    CHECK(spine.refusal(twin).starts_with("The new version carries out every decision"));
    twin = revised;
    twin.texts.clear();
    CHECK(spine.refusal(twin).starts_with("The new version names another text"));
    twin = revised;
    twin.texts = spine.conference.proposal("article-2")->texts;
    CHECK(spine.refusal(twin).starts_with("The new version names another text"));
    twin = revised;
    twin.proposal = "L.9";
    CHECK(spine.refusal(twin).starts_with("There is no proposal \"L.9\"."));
}

TEST_CASE("that efforts are exhausted the presiding officer declares where the rules say so",
          "[procedure]") {
    const ExhaustionDeclared declared{
        .proposal = "article-2", .meeting = 1, .report = "They are exhausted."};
    const auto refused = [&](Exhaustion rule) {
        const auto spine = opened([&](RuleProfile& rules) { rules.exhaustion = rule; });
        return spine.refusal(declared);
    };
    CHECK(opened([](RuleProfile& rules) {
              rules.exhaustion = Exhaustion::chair_declares;
          }).offer(declared));
    CHECK(refused(Exhaustion::none).ends_with("Put the question; no such declaration is needed."));
    CHECK(refused(Exhaustion::body_determines).ends_with("Put to the vote whether they are."));
}

TEST_CASE("a sheet without votes for a candidate ranks it with none", "[procedure]") {
    const BallotProtocol sheet{.candidates = {{"A", "State A"}, {"B", "State B"}},
                               .votes = {{"B", 1}}};
    const auto order = in_descending_order(sheet);
    CHECK(order[0].candidate.id == "B");
    CHECK(order[1].votes == 0);
}

TEST_CASE("lots are recorded in words that fit into an entry", "[procedure]") {
    auto spine = opened();
    auto opening = next_election(spine.conference);
    opening.office = "to an office";
    opening.candidates = {{"A", "State A"}, {"B", "State B"}};
    spine.take(opening);
    for (int ballot = 0; ballot < 2; ++ballot) {
        auto sheet = next_protocol(spine.conference);
        sheet.distributed = sheet.found = 2;
        sheet.votes[0].votes = sheet.votes[1].votes = 1;
        sheet.tellers = "Both";
        spine.take(sheet);
    }
    auto lot = next_election_lot(spine.conference);
    lot.drawn = {"A"};
    lot.way = lot.witnesses = "as usual";
    CHECK(spine.offer(lot));
    lot.way.assign(4001, 'x');
    CHECK(spine.refusal(lot).starts_with("These words are too long"));
}
