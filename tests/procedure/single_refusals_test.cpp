// What is refused for one thing alone, beside the twin that is allowed: rights, texts, motions,
// rulings. Each from its row in RULES.md, and from FORMAT.md for the organ.
#include "tests/procedure/spine.h"

#include "ledger/record_text.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::opened;
using placet::tests::Spine;

namespace {

RulesAdopted other_rules(const Spine& spine, bool adopted) {
    RulesAdopted rules{.profile = profile_fields(spine.conference.profile)};
    rules.profile["version"] = "2";
    rules.profile["adopted"] = adopted ? "true" : "false";
    return rules;
}

/// The same conference, not a rehearsal.
Spine live() {
    Spine spine([] {
        Spine::Options options;
        options.rules = [](RuleProfile& rules) { rules.adopted = true; };
        return options;
    }());
    auto charter = *spine.conference.charter;
    charter.mode = Mode::live;
    spine.conference.charter = std::make_shared<const Charter>(charter);
    return spine;
}

}  // namespace

TEST_CASE("the rules of a live conference change by its decision, and to rules that it adopted",
          "[procedure]") {
    const auto conference = live();
    CHECK(conference.refusal(other_rules(conference, true))
              .starts_with("The rules of a live conference change by its own decision."));
    CHECK(conference.refusal(other_rules(conference, false))
              .starts_with("These rules are not adopted by the conference."));
    const Spine rehearsal;
    CHECK(rehearsal.offer(other_rules(rehearsal, false)));
}

TEST_CASE("a profile of another name may bear the same version", "[procedure]") {
    const Spine spine;
    auto other = other_rules(spine, false);
    other.profile["version"] = spine.conference.profile.version;
    CHECK(spine.refusal(other).starts_with("This version of the rules is in force."));
    other.profile["id"] = "another";
    CHECK(spine.offer(other));
}

TEST_CASE("the members of an organ do not change while it meets", "[procedure]") {
    Spine spine;
    const OrganComposed composed{.organ = "committee", .members = {"AAA", "BBB"}};
    spine.open("plenary");
    CHECK(spine.offer(composed));
    spine.open("committee");
    CHECK(spine.refusal(composed).starts_with("This organ is meeting."));
}

TEST_CASE("each member of an organ is a participating State, named once", "[procedure]") {
    Spine spine;
    spine.take(
        Participation{{{.id = "OBS", .name = "Observer", .standing = Standing::observer}}, {}});
    for (const auto& members :
         std::vector<std::vector<ParticipantId>>{{"AAA", "AAA"}, {"AAA", "ZZZ"}, {"AAA", "OBS"}})
        CHECK(
            spine.refusal(OrganComposed{.organ = "committee", .members = members})
                .starts_with("\"" + members.back() + "\" does not participate, or is named twice"));
    CHECK(spine.refusal(OrganComposed{.organ = "no organ", .members = {"AAA"}})
              .starts_with("\"no organ\" is no organ that only some States belong to."));
    CHECK(spine.offer(OrganComposed{.organ = "committee", .members = {"AAA"}}));
}

TEST_CASE("a right to vote is changed for a participating State that has it otherwise",
          "[procedure]") {
    const Spine spine;
    VotingRightChanged change{
        .delegation = "CCC", .suspended = true, .reason = "Arrears", .authority = "A note"};
    CHECK(spine.offer(change));
    auto of_nobody = change;
    of_nobody.delegation = "ZZZ";
    CHECK(spine.refusal(of_nobody).starts_with("\"ZZZ\" does not participate."));
    auto unreasoned = change;
    unreasoned.reason.clear();
    CHECK(spine.refusal(unreasoned).starts_with("A vote is taken or given back for a reason"));
    auto given_back = change;
    given_back.suspended = false;
    CHECK(spine.refusal(given_back).starts_with("This State has its vote."));
}

TEST_CASE("what concerns the whole conference is recorded for it", "[procedure]") {
    const Spine spine;
    auto entry = spine.entry(SessionOpened{.session = 2});
    CHECK(spine.offer(entry));
    entry.unit = "plenary";
    CHECK(spine.refusal(entry).starts_with("This concerns the whole conference, not one organ"));
}

TEST_CASE("a unit of the convention has an id of its own and a label", "[procedure]") {
    auto spine = opened();
    spine.take(spine.submission("L.1"));
    TextPlaced placed{.text_unit = "article-9",
                      .label = "Draft article 9",
                      .texts = {{"en", hash_named("text 9")}}};
    CHECK(spine.offer(placed));
    auto twin = placed;
    twin.text_unit.clear();
    CHECK(spine.refusal(twin).starts_with("A unit of text has an id and a label."));
    twin = placed;
    twin.label.clear();
    CHECK(spine.refusal(twin).starts_with("A unit of text has an id and a label."));
    twin = placed;
    twin.text_unit = "L.1";
    CHECK(spine.refusal(twin).starts_with("\"L.1\" is the id of another proposal."));
    twin = placed;
    twin.after = "article-9";
    CHECK(spine.refusal(twin).starts_with("The unit after which it stands is not in"));
    twin = placed;
    twin.split_from = "article-8";
    CHECK(spine.refusal(twin).starts_with("Only a new unit is split from another"));
}

TEST_CASE("a vote on procedure, or on an amendment, waits for no general agreement",
          "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.deferment_states = 1; });
    spine.table(spine.submission("L.1"));
    spine.table(spine.amendment("L.2", "article-3"));
    const auto request = [](const ProposalId& id) {
        return DefermentRequested{.proposal = id, .delegation = "AAA"};
    };
    CHECK(spine.offer(request("L.1")));
    CHECK(spine.refusal(request("L.2")).starts_with("The vote that waits is that on a proposal"));
    CHECK(spine.refusal(request("L.9")).starts_with("The vote that waits is that on a proposal"));
    auto ruling = spine.ruling(RulingKind::classification, "L.1");
    ruling.matter = MatterClass::procedure;
    spine.take(ruling);
    CHECK(spine.refusal(request("L.1")).starts_with("The proposal L.1 is a matter of procedure."));
}

TEST_CASE("a deferment has an end", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.deferment_by_chair = true; });
    VoteDeferred deferred{.proposal = "article-2",
                          .meeting = 1,
                          .right = DefermentRight::presiding_officer,
                          .until = "Thursday"};
    CHECK(spine.offer(deferred));
    deferred.until.clear();
    CHECK(spine.refusal(deferred).starts_with("A deferment has an end."));
}

TEST_CASE("only reconsideration names a decision", "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    auto motion = spine.motion(MotionKind::other);
    CHECK(spine.offer(motion));
    motion.decision = spine.conference.decisions.back().entry.leaf;
    CHECK(spine.refusal(motion).starts_with("Only reconsideration names a decision."));
}

TEST_CASE("a roll-call that was asked for gives way to nothing less", "[procedure]") {
    auto spine = opened(
        [](RuleProfile& rules) { rules.recorded_on_request = rules.roll_call_on_request = true; });
    spine.put("article-2", Method::hands);
    const auto ask = [](Method method) {
        return MethodRequested{.question = 1, .delegation = "AAA", .method = method};
    };
    CHECK(spine.offer(ask(Method::recorded)));
    spine.take(ask(Method::roll_call));
    CHECK(spine.refusal(ask(Method::recorded)).starts_with("A roll-call was asked for"));
    CHECK(spine.refusal(ask(Method::roll_call))
              .starts_with("The vote is to be taken in this way already."));
}

TEST_CASE("rulings are counted, and are on what waits for one", "[procedure]") {
    auto spine = opened();
    spine.table(spine.submission("L.1"));
    spine.table(spine.amendment("L.2", "article-3"));
    auto explains = spine.ruling(RulingKind::sponsor_explains, "L.1");
    explains.delegation = "AAA";
    CHECK(spine.offer(explains));
    auto twin = explains;
    twin.ruling = 2;
    CHECK(spine.refusal(twin).starts_with("Rulings are counted"));
    twin = explains;
    twin.delegation = "BBB";
    CHECK(spine.refusal(twin).starts_with("The delegation is no sponsor of this proposal."));
    twin = explains;
    twin.proposal = "L.9";
    CHECK(spine.refusal(twin).starts_with("The delegation is no sponsor of this proposal."));
    for (const auto* id : {"article-2", "L.9"})
        CHECK(spine.refusal(spine.ruling(RulingKind::order, id))
                  .starts_with("No amendments to it wait to be put in an order."));
    auto classified = spine.ruling(RulingKind::classification, "L.1");
    classified.matter = MatterClass::procedure;
    CHECK(spine.offer(classified));
    for (const auto* id : {"L.2", "L.9"}) {
        classified.proposal = id;
        CHECK(spine.refusal(classified).starts_with("Classified is a proposal or a motion"));
    }
}

TEST_CASE("what was ruled over an objection and carried out is not appealed against",
          "[procedure]") {
    auto spine = opened();
    spine.take(spine.proposal());
    spine.take(spine.objection("AAA"));
    spine.take(spine.ruling(RulingKind::over_objection));
    CHECK(spine.offer(spine.appeal()));
    spine.take(spine.gavel());
    CHECK(spine.refusal(spine.appeal()).starts_with("What was ruled is carried out."));
    spine.take(spine.confirmation());
    CHECK(spine.refusal(spine.appeal()).starts_with("What was ruled is carried out."));
}

TEST_CASE("whether all efforts are exhausted is asked of a proposal that waits", "[procedure]") {
    auto spine = opened([](RuleProfile& rules) { rules.exhaustion = Exhaustion::body_determines; });
    spine.table(spine.amendment("L.2", "article-3"));
    const auto ask = [&](const ProposalId& id) {
        return spine.question({.kind = QuestionKind::exhaustion, .proposal = id});
    };
    CHECK(spine.offer(ask("article-3")));
    for (const auto* id : {"L.2", "L.9"})
        CHECK(spine.refusal(ask(id)).starts_with("The efforts are those to agree on a proposal"));
}

TEST_CASE("the wrong PIN between close and announcement is recorded after it", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.take(spine.start());
    CHECK(spine.offer(PinRefused{"AAA-1"}));
    spine.take(spine.close());
    CHECK(
        spine.refusal(PinRefused{"AAA-1"}).starts_with("After the close of a vote only its lock"));
}

TEST_CASE("a reading is corrected of a result that was announced here", "[procedure]") {
    auto spine = opened();
    spine.decide("article-2", Choice::yes);
    const auto& decision = spine.conference.decisions.back();
    const ReadingCorrected corrected{
        .result = decision.entry.leaf, .read = "Otherwise.", .sentence = decision.sentence};
    CHECK(spine.offer(corrected));
    auto twin = corrected;
    twin.result = hash_named("no result");
    CHECK(spine.refusal(twin).starts_with("There is no announcement of this result."));
    twin = corrected;
    twin.read.clear();
    CHECK(spine.refusal(twin).starts_with("The correction names another wrong sentence"));
    twin = corrected;
    twin.read = twin.sentence;
    CHECK(spine.refusal(twin).starts_with("The correction names another wrong sentence"));
    spine.take(spine.proposal("article-3"));
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    twin = corrected;
    twin.result = spine.conference.decisions.back().entry.leaf;
    CHECK(spine.refusal(twin).starts_with("There is no announcement of this result."));
}

TEST_CASE("what is raised, asked or written in is recorded for the organ that meets",
          "[procedure]") {
    auto spine = opened([](RuleProfile& rules) {
        rules.deferment_states = 1;
        rules.roll_call_on_request = true;
    });
    spine.table(spine.amendment("L.1", "article-3"));
    spine.decide("L.1", Choice::yes);
    spine.put();
    spine.take(spine.motion(MotionKind::other));
    auto ruling = spine.ruling(RulingKind::out_of_order);
    ruling.motion = 1;
    auto appealed = spine;
    appealed.take(ruling);
    const auto only_here = [](const Spine& conference, const Record& record) {
        auto entry = conference.entry(record);
        INFO(type_of(record));
        CHECK(conference.offer(entry));
        for (const auto* other : {"committee", "conference", "no organ"}) {
            entry.unit = other;
            CHECK(conference.refusal(entry).starts_with("This is for meeting 1 of \""));
        }
    };
    only_here(spine, MotionSpoken{.motion = 1, .delegation = "BBB"});
    only_here(spine, MotionGranted{.motion = 1});
    only_here(spine, MotionWithdrawn{.motion = 1, .delegation = "AAA"});
    only_here(spine,
              MethodRequested{.question = 2, .delegation = "AAA", .method = Method::roll_call});
    only_here(spine, DefermentRequested{.proposal = "article-3", .delegation = "AAA"});
    only_here(spine, spine.text_as_amended("article-3"));
    only_here(spine, TextPlaced{.text_unit = "article-9",
                                .label = "Draft article 9",
                                .texts = {{"en", hash_named("text 9")}}});
    only_here(appealed, appealed.appeal());
    appealed.take(appealed.appeal());
    only_here(appealed, AppealWithdrawn{.ruling = 1, .delegation = "AAA"});
}
