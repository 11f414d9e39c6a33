// Rules held here: a decision without a vote, from the proposal to the second seal, with objections
// before the gavel.
#include "ledger/procedure/consensus.h"

#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::Spine;

namespace {

Spine proposed(const Spine::Options& options = {}) {
    Spine spine(options);
    spine.open();
    spine.take(spine.proposal());
    return spine;
}

Spine gavelled() {
    auto spine = proposed();
    spine.take(spine.gavel());
    return spine;
}

Spine with_rule(ConsensusRule rule) {
    Spine spine({.rules = [&](RuleProfile& rules) { rules.consensus = rule; }});
    spine.open();
    return spine;
}

/// The refusal of the next proposal, changed in one thing.
std::string propose_with(const std::function<void(ConsensusProposed&)>& change) {
    Spine spine;
    spine.open();
    auto proposal = spine.proposal();
    change(proposal);
    return spine.refusal(proposal);
}

}  // namespace

TEST_CASE("a text is adopted without a vote when silence, gavel and second seal follow one another",
          "[procedure]") {
    auto spine = proposed();
    CHECK(spine.conference.consensus->phase() == ConsensusPhase::proposed);
    CHECK(spine.refusal(spine.confirmation()).starts_with("The gavel has not fallen."));
    spine.take(spine.gavel());
    CHECK(spine.conference.consensus->phase() == ConsensusPhase::gavelled);
    CHECK(spine.conference.decisions.empty());  // not before the second seal
    CHECK(spine.refusal(spine.gavel()).starts_with("The gavel has fallen already."));
    const auto confirmed = spine.take(spine.confirmation());

    REQUIRE(spine.conference.decisions.size() == 1);
    const auto& decision = spine.conference.decisions.front();
    CHECK(decision.outcome == Outcome::adopted);
    CHECK(decision.sentence == "Draft article 2 was adopted without a vote.");
    CHECK(decision.entry.leaf == confirmed.leaf);
    CHECK_FALSE(decision.result);
    CHECK(decision.consensus->gavel->silence_ms == 3000);
    CHECK(spine.conference.decision_on("article-2") == &decision);
    CHECK_FALSE(spine.conference.consensus);
}

TEST_CASE("by consensus is said only where the presiding officer said so", "[procedure]") {
    auto spine = proposed();
    auto gavel = spine.gavel();
    gavel.label = ConsensusLabel::by_consensus;
    spine.take(gavel);
    auto confirmation = spine.confirmation();
    CHECK(confirmation.sentence == "Draft article 2 was adopted by consensus.");
    auto other = confirmation;
    other.sentence = "Draft article 2 was adopted without a vote.";
    CHECK(spine.refusal(other).starts_with("The confirmation names another sentence"));
    other.sentence = "Draft article 2 was adopted unanimously.";
    CHECK(spine.refusal(other).starts_with("The confirmation names another sentence"));
    spine.take(confirmation);
}

TEST_CASE("a proposal fixes text, rules, and who is present", "[procedure]") {
    Spine spine;
    spine.open();
    CHECK(spine.proposal().present == std::vector<ParticipantId>{"AAA", "BBB", "CCC"});
    CHECK(spine.offer(spine.proposal()));
    const std::string end =
        " than the conference has. Nothing was recorded. Propose it again, as the conference has "
        "it now.";
    const std::string names = "The proposal names another ";
    CHECK(propose_with([](auto& p) { p.question = 2; }) == names + "number" + end);
    CHECK(propose_with([](auto& p) { p.subject = "Draft article 3"; }) == names + "subject" + end);
    CHECK(propose_with([](auto& p) { p.profile_version = "2"; }) ==
          names + "version of the rules" + end);
    CHECK(propose_with([](auto& p) { p.texts["en"] = hash_named("x"); }) == names + "text" + end);
    CHECK(propose_with([](auto& p) { p.present.pop_back(); }) ==
          names + "list of those present" + end);
    CHECK(propose_with([](auto& p) { p.participating = 4; }) ==
          names + "number of participating States" + end);
    CHECK(propose_with([](auto& p) {
              p.sentence.clear();
          }).starts_with("A proposal is made in one sentence."));
    CHECK(propose_with([](auto& p) { p.meeting = 2; }).starts_with("This is for meeting 2"));
    CHECK(propose_with([](auto& p) { p.proposal = "annex"; }) ==
          "There is no proposal \"annex\". Choose a unit of the convention or a proposal that is "
          "registered.");
}

TEST_CASE("nothing is proposed or gavelled without a quorum to decide", "[procedure]") {
    Spine spine({.participants = placet::tests::numbered_participants(4)});
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002"}));
    CHECK(spine.refusal(spine.proposal()).starts_with("There is no quorum: 3 of the 4"));
    spine.take(spine.presence({"P003"}));
    spine.take(spine.proposal());
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P001"}});
    CHECK(spine.refusal(spine.gavel()).starts_with("There is no quorum: 3 of the 4"));
    spine.take(spine.presence({"P001"}));
    CHECK(spine.offer(spine.gavel()));
}

TEST_CASE("the silence before the gavel cannot be shortened", "[procedure]") {
    for (const std::int64_t seconds : {1, 3, 999}) {
        auto spine =
            proposed({.rules = [&](RuleProfile& rules) { rules.silence_seconds = seconds; }});
        auto gavel = spine.gavel();
        for (const std::int64_t too_short : {seconds * 1000 - 1, std::int64_t{0}, seconds, -1L}) {
            if (too_short >= seconds * 1000) continue;
            gavel.silence_ms = too_short;
            CHECK(spine.refusal(gavel) == "The silence before the gavel lasts at least " +
                                              std::to_string(seconds) +
                                              " seconds and cannot be shortened. Nothing was "
                                              "recorded. Wait until it is over, then decide.");
        }
        gavel.silence_ms = seconds * 1000;
        CHECK(spine.offer(gavel));
    }
}

TEST_CASE("an objection or a request for a vote before the gavel stops the decision",
          "[procedure]") {
    for (const auto ground : {ObjectionGround::objects, ObjectionGround::cannot_join,
                              ObjectionGround::vote_requested}) {
        auto spine = proposed();
        auto objection = spine.objection("BBB");
        objection.ground = ground;
        spine.take(objection);
        CHECK(spine.conference.consensus->phase() == ConsensusPhase::objected);
        CHECK(spine.refusal(spine.gavel()) ==
              "There was an objection to deciding without a vote. Propose anew when every "
              "objection is withdrawn, set the proposal aside, or put the question to the vote.");
        CHECK(spine.refusal(spine.objection("BBB"))
                  .starts_with("The objection of this delegation (BBB) is recorded already."));
        CHECK(spine.offer(spine.objection("CCC")));
    }
}

TEST_CASE("an objection is made before the gavel", "[procedure]") {
    auto spine = gavelled();
    CHECK(spine.refusal(spine.objection("AAA"))
              .starts_with("An objection is made before the gavel, and the gavel has fallen."));
    spine.take(spine.confirmation());
    CHECK(spine.refusal(spine.objection("AAA"))
              .starts_with("Nothing is proposed for adoption without a vote."));
}

TEST_CASE("an objection is for one proposal, by a delegation that takes part", "[procedure]") {
    auto spine = proposed({.participant = [](Participant& participant) {
        if (participant.id == "CCC") participant.credentials = Credentials::rejected;
    }});
    CHECK(spine.refusal(spine.objection("CCC"))
              .starts_with("State CCC has no right to take part in decisions"));
    CHECK(spine.refusal(spine.objection("EU"))
              .starts_with("\"EU\" does not participate in this conference."));
    auto earlier = spine.objection("AAA");
    earlier.proposed = hash_named("an earlier proposal");
    CHECK(spine.refusal(earlier).starts_with("This is about another proposal"));
    auto foreign = spine.entry(spine.objection("AAA"));
    foreign.seals.front().person = "BBB-1";
    CHECK(spine.refusal(foreign).starts_with("Delegate BBB-1 is no delegate of this delegation"));
    auto noted = spine.entry(spine.objection("AAA"));
    noted.seals = {{.role = Role::attendant, .person = "usher"}};
    spine.take(noted);
}

TEST_CASE("an objection is withdrawn by the delegation that made it", "[procedure]") {
    auto spine = proposed();
    spine.take(spine.objection("AAA"));
    auto other = spine.withdrawal("AAA");
    other.delegation = "BBB";
    CHECK(spine.refusal(other).starts_with("No objection of this delegation (BBB) stands."));
    spine.take(spine.objection("BBB"));
    other = spine.withdrawal("AAA");
    other.delegation = "BBB";
    CHECK(spine.refusal(other).starts_with("This names no standing objection of the delegation."));
    spine.take(spine.withdrawal("AAA"));
    CHECK(spine.conference.consensus->standing().size() == 1);
    CHECK(spine.conference.consensus->objections.size() == 2);  // the withdrawn stays
    CHECK(spine.refusal(spine.withdrawal("AAA"))
              .starts_with("No objection of this delegation (AAA) stands."));
    CHECK(spine.refusal(spine.objection("AAA")) ==
          "This delegation (AAA) objected to this proposal and withdrew its objection. Nothing is "
          "decided before it is proposed anew; object to that proposal.");
}

TEST_CASE("when every objection is withdrawn the text is proposed anew, and silence begins again",
          "[procedure]") {
    auto spine = proposed();
    spine.take(spine.objection("AAA"));
    spine.take(spine.objection("BBB"));
    CHECK(spine.refusal(spine.proposal()).starts_with("An objection stands"));
    spine.take(spine.withdrawal("AAA"));
    CHECK(spine.refusal(spine.proposal()).starts_with("An objection stands"));
    const auto withdrawal = spine.withdrawal("BBB");
    spine.take(withdrawal);
    CHECK_FALSE(spine.offer(spine.gavel()));  // not proposed anew
    CHECK(spine.refusal(spine.proposal("article-3"))
              .starts_with("Draft article 2 is proposed for adoption without a vote."));
    const auto old_gavel = spine.gavel();
    const auto old_objection = spine.objection("AAA");
    spine.take(spine.proposal());
    CHECK(spine.conference.consensus->proposed.question == 1);  // the same question
    CHECK(spine.refusal(old_gavel).starts_with("This is about another proposal"));
    CHECK(spine.refusal(old_objection).starts_with("This is about another proposal"));
    CHECK_FALSE(spine.offer(withdrawal));
    CHECK(spine.offer(spine.objection("AAA")));  // who withdrew may object to the new proposal
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    CHECK(spine.conference.next_question() == 2);
}

TEST_CASE("a proposal that is set aside is before the meeting no longer", "[procedure]") {
    for (const auto how : {SetAside::consultations, SetAside::deferred, SetAside::no_consensus}) {
        auto spine = proposed();
        CHECK_FALSE(spine.offer(MeetingSuspended{.meeting = 1}));
        auto aside = spine.setting_aside();
        aside.how = how;
        auto elsewhere = aside;
        elsewhere.proposed = hash_named("another");
        CHECK(spine.refusal(elsewhere).starts_with("This is about another proposal"));
        spine.take(aside);
        CHECK_FALSE(spine.conference.consensus);
        CHECK(spine.conference.decisions.empty());
        CHECK(spine.conference.next_question() == 2);
        CHECK(spine.offer(spine.proposal("article-3")));
        CHECK(spine.offer(MeetingSuspended{.meeting = 1}));
    }
    auto spine = gavelled();
    CHECK(spine.refusal(spine.setting_aside()).starts_with("The gavel has fallen."));
}

TEST_CASE("after an objection the same question goes to the vote", "[procedure]") {
    auto spine = proposed();
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("Draft article 2 is proposed for adoption without a vote."));
    auto request = spine.objection("CCC");
    request.ground = ObjectionGround::vote_requested;
    spine.take(request);
    CHECK_FALSE(spine.offer(spine.question("article-3")));
    for (const auto kind : {QuestionKind::amendment, QuestionKind::part}) {
        auto other = spine.question("article-2");
        other.kind = kind;
        CHECK(spine.refusal(other).starts_with("Draft article 2 is put as another kind"));
    }
    auto motion = spine.question(Subject{.kind = QuestionKind::motion});
    CHECK(spine.refusal(motion).starts_with("Draft article 2 is proposed for adoption"));
    spine.put("article-2");
    CHECK(spine.conference.question->put.question == 1);
    CHECK_FALSE(spine.conference.consensus);
    spine.take(spine.start());
    spine.cast(2, Choice::yes);
    spine.cast(1, Choice::no);
    CHECK(spine.finish().sentence == "Draft article 2 was adopted by 2 votes to 1.");
    CHECK(spine.conference.next_question() == 2);
}

TEST_CASE("where consensus is the only way, substance is not voted on", "[procedure]") {
    auto spine = with_rule(ConsensusRule::exclusive);
    CHECK(spine.offer(spine.proposal()));
    const std::string rule =
        "The rules of this conference decide matters of substance by consensus only.";
    CHECK(spine.refusal(spine.question("article-2")).starts_with(rule));
    auto motion = spine.question(Subject{.kind = QuestionKind::motion});
    motion.matter = MatterClass::substance;
    CHECK(spine.refusal(motion).starts_with(rule));  // said to be of substance
    motion.matter = MatterClass::procedure;
    CHECK(spine.offer(motion));
    spine.take(spine.proposal());
    spine.take(spine.objection("AAA"));
    CHECK(spine.refusal(spine.question("article-2")).starts_with(rule));
    CHECK(spine.offer(spine.setting_aside()));
}

TEST_CASE("where the rules know no adoption without a vote, none is proposed", "[procedure]") {
    const auto spine = with_rule(ConsensusRule::none);
    CHECK(spine.refusal(spine.proposal())
              .starts_with("The rules of this conference know no adoption without a vote."));
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("participants and texts stay as they are while a text is proposed", "[procedure]") {
    auto spine = proposed();
    const Participation more{{{.id = "DDD", .name = "State DDD"}}, {}};
    CHECK(spine.refusal(more).starts_with("Participants, persons and texts stay as they are"));
    spine.take(spine.objection("AAA"));
    CHECK_FALSE(spine.offer(more));
    spine.take(spine.setting_aside());
    CHECK(spine.offer(more));
}

TEST_CASE("a decision during which an entry is not understood is not taken", "[procedure]") {
    const std::string words = "An entry that this version does not understand was made since";
    auto spine = proposed();
    spine.take(NotUnderstood{});
    CHECK(spine.refusal(spine.gavel()).starts_with(words));
    auto aside = spine;
    aside.take(aside.setting_aside());
    aside.take(aside.proposal());
    CHECK(aside.offer(aside.gavel()));  // a proposal after it is untouched

    spine = gavelled();
    spine.take(NotUnderstood{});
    CHECK(spine.refusal(spine.confirmation()).starts_with(words));
    CHECK(spine.offer(spine.setting_aside()));
}
