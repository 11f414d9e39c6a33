// Rules held here: meetings in order; presence; a question with all that must not change after.
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

/// The refusal of the next question, changed in one thing.
std::string put_with(const std::function<void(QuestionPut&)>& change) {
    const auto spine = opened();
    auto question = spine.question("article-2");
    change(question);
    return spine.refusal(question);
}

}  // namespace

TEST_CASE("meetings are counted from one, whatever organ meets", "[procedure]") {
    Spine spine;
    auto meeting = spine.meeting();
    CHECK(meeting.number == 1);
    meeting.number = 2;
    CHECK(spine.refusal(meeting).starts_with("Meetings are counted: the next one is meeting 1"));
    spine.open("committee");
    CHECK(spine.conference.meeting->unit == "committee");
    spine.open("plenary");
    CHECK(spine.conference.meeting->number == 2);
    CHECK(spine.refusal(spine.meeting()) ==
          "Meeting 2 is open. Close it before the next is opened.");
    spine.take(MeetingClosed{.meeting = 2});
    CHECK(spine.refusal(MeetingOpened{.number = 2, .presiding = "chair"})
              .starts_with("Meetings are counted: the next one is meeting 3"));
    auto nowhere = spine.entry(spine.meeting());
    nowhere.unit = "caucus";
    CHECK(spine.refusal(nowhere).starts_with("The conference has no organ \"caucus\""));
}

TEST_CASE("who is present is noted anew at every meeting", "[procedure]") {
    auto spine = opened();
    CHECK(spine.conference.present.size() == 3);
    spine.take(MeetingClosed{.meeting = 1});
    CHECK(spine.conference.present.empty());
    spine.take(spine.meeting());
    CHECK(spine.conference.present.empty());
    CHECK_FALSE(may_put(spine.conference, {.proposal = "article-2"}));
}

TEST_CASE("presence is noted for delegations of this meeting, each one way", "[procedure]") {
    Spine spine({.participant = [](Participant& participant) {
        if (participant.id == "CCC") participant.credentials = Credentials::rejected;
    }});
    spine.open();
    CHECK(spine.offer(spine.presence({"AAA"})));
    CHECK(spine.refusal(spine.presence({"DDD"})) ==
          "\"DDD\" does not participate in this conference. Nothing was recorded. Have the "
          "secretariat register the State first.");
    CHECK(spine.refusal(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"DDD"}})
              .starts_with("\"DDD\" does not participate"));
    CHECK(spine.refusal(spine.presence({"CCC"})).starts_with("State CCC has no vote"));
    CHECK(spine.refusal(spine.presence({})).starts_with("No delegation is named"));
    CHECK(spine.refusal(PresenceNoted{.meeting = 1, .arrived = {"AAA"}, .left = {"AAA"}})
              .starts_with("State AAA is named as arrived and as gone"));
    CHECK(
        spine.refusal(PresenceNoted{.meeting = 2, .arrived = {"AAA"}})
            .starts_with("This is for meeting 2 of \"plenary\"; meeting 1 of \"plenary\" is open"));
    auto elsewhere = spine.entry(spine.presence({"AAA"}));
    elsewhere.unit = "committee";
    CHECK(spine.refusal(elsewhere).starts_with("This is for meeting 1 of \"committee\""));
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"AAA"}});
    CHECK(spine.conference.present == std::set<ParticipantId>{"BBB"});
}

TEST_CASE("a question agrees with the conference in everything it fixes", "[procedure]") {
    const auto spine = opened();
    CHECK(spine.offer(spine.question("article-2")));
    const std::string end =
        " than the conference has. Nothing was recorded. Put the question again, as the conference "
        "has it now.";
    CHECK(put_with([](auto& q) { q.question = 2; }) == "The question names another number" + end);
    CHECK(put_with([](auto& q) { q.majority = "simple"; }) ==
          "The question names another majority" + end);
    CHECK(put_with([](auto& q) { q.profile_version = "2"; }) ==
          "The question names another version of the rules" + end);
    CHECK(put_with([](auto& q) { q.texts["en"] = hash_named("other"); }) ==
          "The question names another text" + end);
    CHECK(put_with([](auto& q) { q.texts.clear(); }) == "The question names another text" + end);
    CHECK(put_with([](auto& q) { q.participating = 4; }) ==
          "The question names another number of participating States" + end);
    CHECK(put_with([](auto& q) { q.meeting = 2; }).starts_with("This is for meeting 2"));
    CHECK(put_with([](auto& q) { q.text_unit = "article-3"; }) ==
          "The question names another unit of text" + end);
    CHECK(put_with([](auto& q) { q.proposal = "article-99"; }) ==
          "There is no proposal \"article-99\". Choose a unit of the convention or a proposal that "
          "is registered.");
}

TEST_CASE("a question is one sentence with what follows either way", "[procedure]") {
    const std::string words =
        "A question is put in one sentence, with what follows if it is "
        "carried and if it is not.";
    CHECK(put_with([](auto& q) { q.sentence.clear(); }).starts_with(words));
    CHECK(put_with([](auto& q) { q.subject.clear(); }).starts_with(words));
    CHECK(put_with([](auto& q) { q.if_carried.clear(); }).starts_with(words));
    CHECK(put_with([](auto& q) { q.if_not_carried.clear(); }).starts_with(words));
}

TEST_CASE("only a motion is put without a text", "[procedure]") {
    const auto spine = opened();
    CHECK(spine.refusal(spine.question("")).starts_with("There is no proposal \"\""));
    auto motion = spine.question(Subject{.kind = QuestionKind::motion});
    CHECK(spine.offer(motion));
    motion.texts["en"] = hash_named("a text from nowhere");
    CHECK(spine.refusal(motion).starts_with("The question names another text"));
}

TEST_CASE("a proposal is put as what it is", "[procedure]") {
    const auto spine = opened();
    for (const auto kind : {QuestionKind::amendment, QuestionKind::sub_amendment,
                            QuestionKind::part, QuestionKind::whole}) {
        auto question = spine.question("article-2");
        question.kind = kind;
        CHECK(spine.refusal(question).starts_with("Draft article 2 is put as another kind"));
    }
    CHECK(spine.offer(spine.question("article-2")));
}

TEST_CASE("matters of procedure ask for the majority of procedure", "[procedure]") {
    const auto spine = opened();
    auto motion = spine.question(Subject{.kind = QuestionKind::motion});
    CHECK(motion.majority == "simple");
    CHECK(spine.offer(motion));
    motion.majority = "two_thirds";
    CHECK(spine.refusal(motion).starts_with("The question names another majority"));
}

TEST_CASE("articles, amendments and parts are matters of substance", "[procedure]") {
    auto spine = opened();
    spine.table(spine.amendment("L.1", "article-2"));
    for (const auto* id : {"article-3", "L.1"}) {
        auto question = spine.question(id);
        CHECK(spine.offer(question));
        question.matter = MatterClass::procedure;
        question.majority = "simple";
        CHECK(spine.refusal(question).starts_with(
            "Articles, amendments to them and parts of them are matters of substance."));
    }
}

TEST_CASE("nothing is put without a quorum to decide, half of an even number included",
          "[procedure]") {
    Spine spine({.participants = placet::tests::numbered_participants(6)});
    spine.take(spine.meeting());
    spine.take(spine.presence({"P001", "P002", "P003"}));
    CHECK(spine.refusal(spine.question("article-2"))
              .starts_with("There is no quorum: 4 of the 6 participating States must be present"));
    spine.take(spine.presence({"P004"}));
    spine.put();
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"P001"}});
    CHECK(spine.refusal(spine.start()).starts_with("There is no quorum: 4 of the 6"));
    spine.take(spine.presence({"P001"}));
    CHECK(spine.offer(spine.start()));
}

TEST_CASE("a question is voted on in the organ where it was put", "[procedure]") {
    auto spine = opened();
    spine.put();
    spine.open("committee");
    CHECK(spine.refusal(spine.start()) ==
          "The question before the conference was put in another organ: plenary. Open a meeting of "
          "that organ to vote on it.");
    spine.open("plenary");
    auto elsewhere = spine.entry(spine.start());
    elsewhere.unit = "committee";
    CHECK(spine.refusal(elsewhere).starts_with("The question was put in \"plenary\", not in"));
    CHECK(spine.offer(spine.start()));
}

TEST_CASE("a wrong PIN is counted for an accredited person", "[procedure]") {
    auto spine = opened();
    spine.take(PinRefused{"AAA-1"});
    spine.take(PinRefused{"AAA-1"});
    CHECK(spine.conference.pins_refused.at("AAA-1") == 2);
    CHECK(spine.refusal(PinRefused{"nobody"}).starts_with("\"nobody\" is not accredited"));
}

TEST_CASE("an entry that is not understood is kept and listed", "[procedure]") {
    auto spine = opened();
    const auto entry = spine.take(NotUnderstood{});
    CHECK(spine.conference.not_understood == std::vector<std::uint64_t>{entry.seq});
    CHECK(spine.conference.size == entry.seq + 1);
    CHECK(spine.offer(spine.question("article-2")));
}
