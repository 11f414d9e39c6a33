// Whole votes, step by step: the worked sequences S1, S3 to S6 and S12 to S14, and second votes.
// Where the others are: worked_sequences_test.cpp.
#include "tests/procedure/spine.h"

#include "ledger/procedure/tally.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

Spine conference_of(int participants) {
    return Spine({.participants = numbered_participants(participants)});
}

/// 66 in favour, 34 against, all of 150 present: one vote short of two thirds of 100.
Spine one_short() {
    auto spine = conference_of(150);
    spine.begin();
    spine.cast(66, Choice::yes);
    spine.cast(34, Choice::no);
    return spine;
}

}  // namespace

TEST_CASE("a ballot changed before the close counts, and both stand in the ledger", "[procedure]") {
    auto spine = one_short();
    spine.cast("P100", Choice::yes);  // had pressed no
    CHECK(spine.conference.run->ballots.at("P100").size() == 2);

    const auto result = spine.finish();
    CHECK(result.figures.yes == 67);
    CHECK(result.figures.no == 33);
    CHECK(result.figures.not_voting == 50);
    CHECK(result.outcome == Outcome::adopted);
    CHECK(result.sentence == "Draft article 2 was adopted by 67 votes to 33.");
}

TEST_CASE("a ballot changed after the close is refused, and the first stands", "[procedure]") {
    auto spine = one_short();
    spine.take(spine.close());
    CHECK(spine.refusal(spine.ballot("P100", Choice::yes)) ==
          "The voting is closed. Your recorded ballot stands. Nothing can be changed after the "
          "close.");
    spine.take(spine.lock());
    CHECK_FALSE(spine.offer(spine.ballot("P100", Choice::yes)));
    const auto result = std::get<ResultAnnounced>(spine.take(spine.announcement()).record);
    CHECK(result.figures.yes == 66);
    CHECK(result.outcome == Outcome::not_adopted);
    CHECK_FALSE(spine.offer(spine.ballot("P100", Choice::yes)));
}

TEST_CASE("a delegation that arrives during the voting counts, and P stays", "[procedure]") {
    auto spine = conference_of(5);
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.put();
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    spine.take(spine.presence({"P004"}));

    const auto result = spine.finish();
    CHECK(result.figures.present == 4);
    CHECK(result.figures.not_voting == 1);
    CHECK(result.figures.participating == 5);
}

TEST_CASE("casting a ballot is evidence of presence at that vote", "[procedure]") {
    auto spine = conference_of(5);
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.put();
    spine.take(spine.start());
    spine.cast("P004", Choice::no);
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P004", "P003"}});

    const auto result = spine.finish();
    CHECK(result.figures.present == 3);  // P001, P002, and P004 that voted
    CHECK(result.figures.no == 1);
    // The register of the meeting is changed by what is noted, and by nothing else.
    CHECK(spine.conference.present == std::set<ParticipantId>{"P001", "P002"});
}

TEST_CASE("a delegation that arrives after the close is not present at that vote", "[procedure]") {
    auto spine = conference_of(5);
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.put();
    spine.take(spine.start());
    spine.take(spine.close());
    CHECK(spine.refusal(spine.presence({"P004"})) ==
          "The voting is closed, and with it who was present at this vote. Note arrivals and "
          "departures after the announcement.");
    spine.take(spine.lock());
    const auto result = std::get<ResultAnnounced>(spine.take(spine.announcement()).record);
    CHECK(result.figures.present == 3);
    CHECK(spine.offer(spine.presence({"P004"})));
}

TEST_CASE("a State registered during a vote waits for the next one", "[procedure]") {
    auto spine = conference_of(3);
    spine.begin();
    CHECK_FALSE(spine.offer(Participation{{{.id = "P004", .name = "State"}}, {}}));
    CHECK(spine.refusal(spine.ballot("P004", Choice::yes))
              .starts_with("This delegation (P004) is not on the roll of this vote"));
    spine.finish();
    spine.take(Participation{{{.id = "P004", .name = "State"}}, {}});
    spine.put("article-3");
    CHECK(spine.start().roll.contains("P004"));
    CHECK(spine.offer(spine.start()));
}

TEST_CASE("credentials not yet accepted leave the vote, and a later rejection undoes nothing",
          "[procedure]") {
    for (const auto status :
         {Credentials::none_provisional, Credentials::communicated, Credentials::assured,
          Credentials::formal, Credentials::accepted, Credentials::objected_pending}) {
        Spine spine({.participants = numbered_participants(150),
                     .participant = [&](Participant& participant) {
                         if (participant.id == "P066") participant.credentials = status;
                     }});
        spine.begin();
        spine.cast(66, Choice::yes);  // P066 among them: 65 would not be enough
        spine.cast(33, Choice::no);
        CHECK(spine.finish().outcome == Outcome::adopted);

        Participation rejected{{{.id = "P066", .name = "State"}}, {}};
        rejected.registered[0].credentials = Credentials::rejected;
        spine.take(rejected);
        CHECK(spine.conference.decision_on("article-2")->result->figures.yes == 66);
        CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::adopted);
        CHECK_FALSE(spine.conference.present.contains("P066"));
    }
}

TEST_CASE("a State whose credentials were rejected has no vote", "[procedure]") {
    Spine spine(
        {.participants = numbered_participants(150), .participant = [](Participant& participant) {
             if (participant.id == "P066") participant.credentials = Credentials::rejected;
         }});
    spine.begin();
    spine.cast(65, Choice::yes);
    CHECK(spine.refusal(spine.ballot("P066", Choice::yes)) ==
          "This delegation (P066) has no vote: the conference rejected its credentials. Ask the "
          "secretariat. Votes that it cast before the rejection stand.");
    for (int i = 67; i < 100; ++i) spine.cast("P0" + std::to_string(i), Choice::no);

    const auto result = spine.finish();
    CHECK(result.figures.yes == 65);
    CHECK(result.figures.no == 33);
    CHECK(result.figures.present == 149);        // not among those present
    CHECK(result.figures.participating == 150);  // registered all the same
    CHECK(result.outcome == Outcome::not_adopted);
}

TEST_CASE("words put separately fall, an amendment put against them falls", "[procedure]") {
    // The same 60 want the words and the same 40 do not; two thirds are needed either way.
    auto retain = conference_of(100);
    retain.open();
    retain.take(retain.motion(MotionKind::division));
    retain.take(MotionGranted{.motion = 1});
    auto question = retain.question(
        Subject{.kind = QuestionKind::part, .proposal = "article-2", .part = "paragraph 1"});
    question.subject = "Paragraph 1 of draft article 2";
    retain.take(question);
    retain.take(retain.start());
    retain.cast(60, Choice::yes);
    retain.cast(40, Choice::no);
    const auto part = retain.finish();
    CHECK(part.outcome == Outcome::not_adopted);
    CHECK(part.sentence ==
          "The result of the vote was 60 in favour and 40 against. Paragraph 1 of draft article 2 "
          "was not retained, having failed to obtain the required two-thirds majority.");

    auto remove = conference_of(100);
    remove.open();
    remove.table(remove.amendment("L.1", "article-2"));
    question = remove.question("L.1");
    question.subject = "The amendment";
    remove.take(question);
    remove.take(remove.start());
    remove.cast(40, Choice::yes);
    remove.cast(60, Choice::no);
    const auto amendment = remove.finish();
    CHECK(amendment.outcome == Outcome::rejected);
    CHECK(amendment.sentence == "The amendment was rejected by 60 votes to 40.");
}

TEST_CASE("what carries in a committee may fail in plenary", "[procedure]") {
    auto spine = conference_of(150);
    spine.open("committee");
    spine.put();
    CHECK(spine.conference.question->put.majority == "simple");
    spine.take(spine.start());
    spine.cast(80, Choice::yes);
    spine.cast(70, Choice::no);
    const auto committee = spine.finish();
    CHECK(committee.outcome == Outcome::adopted);
    CHECK(committee.sentence == "Draft article 2 was approved by 80 votes to 70.");

    spine.begin();
    spine.cast(80, Choice::yes);
    spine.cast(70, Choice::no);
    const auto plenary = spine.finish();
    CHECK(plenary.outcome == Outcome::not_adopted);
    CHECK(plenary.clauses.back() ==
          Clause{.name = "two_thirds", .needed = 100, .received = 80, .met = false});
    CHECK(spine.conference.decision_on("article-2")->unit == "plenary");
}

TEST_CASE("equally divided votes are put a second time where the rules say so, and only once",
          "[procedure]") {
    for (const bool second_tie : {true, false}) {
        Spine spine({.participants = numbered_participants(5), .rules = [](RuleProfile& rules) {
                         rules.tie = Tie::second_vote;
                         rules.plenary.substance = Majority::simple;
                     }});
        spine.begin();
        spine.cast(2, Choice::yes);
        spine.cast(2, Choice::no);
        CHECK(spine.finish().outcome == Outcome::tie_second_vote);
        CHECK(spine.conference.question);
        CHECK_FALSE(may_put(spine.conference, {.proposal = "article-3"}));
        CHECK(spine.conference.next_question() == 2);

        CHECK(spine.start().run == 2);
        spine.take(spine.start());
        CHECK(spine.conference.run->ballots.empty());
        spine.cast(2, Choice::yes);
        spine.cast(2, Choice::no);
        if (!second_tie) spine.cast("P005", Choice::yes);
        CHECK(spine.finish().outcome == (second_tie ? Outcome::tie_rejected : Outcome::adopted));
        CHECK_FALSE(spine.conference.question);
        CHECK(spine.conference.decisions.size() == 2);
        CHECK(spine.conference.next_question() == 2);
    }
}

TEST_CASE("a vote without a quorum decides nothing, and the question may be put again",
          "[procedure]") {
    auto spine = conference_of(4);
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002", "P003"}));
    spine.put();
    spine.take(spine.start());
    spine.cast("P001", Choice::yes);
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P003"}});

    const auto result = spine.finish();
    CHECK(result.figures.present == 2);
    CHECK(result.outcome == Outcome::no_decision);
    CHECK(result.sentence == "The vote could not be taken for lack of a quorum.");
    CHECK(may_put(spine.conference, {.proposal = "article-2"}).error().detail ==
          "There is no quorum: 3 of the 4 participating States must be present to decide, 2 are "
          "noted as present. Note the delegations that are in the room, or wait for others.");
    spine.take(spine.presence({"P004"}));
    CHECK(may_put(spine.conference, {.proposal = "article-2"}));
}
