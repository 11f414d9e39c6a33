// The worked sequences S1 to S19, each in words: where it is tested, and here S9 to S11, S15 and
// S16.
#include "tests/procedure/spine.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace placet::ledger;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

struct Sequence {
    std::string_view name;
    std::string_view test;  // that holds it, whole or with others
};

constexpr std::array<Sequence, 19> sequences = {{
    {"S1", "a ballot changed before the close counts, and both stand in the ledger"},
    {"S2", "what was intended is noted after the announcement, and the result stays"},
    {"S3", "a delegation that arrives during the voting counts, and P stays"},
    {"S4", "a delegation that arrives after the close is not present at that vote"},
    {"S5", "credentials not yet accepted leave the vote, and a later rejection undoes nothing"},
    {"S6", "a State whose credentials were rejected has no vote"},
    {"S7", "a vote is annulled at any point before its announcement, and taken again"},
    {"S8", "after the announcement no vote is annulled"},
    {"S9", "a rejected article is reopened by 74 votes to 37, and stays rejected until voted on"},
    {"S10", "of three amendments one falls, one is adopted and one is not put"},
    {"S11", "an article whose three parts are rejected is rejected without a vote on it"},
    {"S12", "words put separately fall, an amendment put against them falls"},
    {"S13", "words put separately fall, an amendment put against them falls"},
    {"S14", "what carries in a committee may fail in plenary"},
    {"S15", "one request for a vote leads from consensus to a recorded vote by two thirds"},
    {"S16", "two States dissociate themselves, and the text is adopted without a vote"},
    {"S17", "fifteen that ask have the vote deferred, once on the same matter"},
    {"S18", "one fifth of 193 is 39 that ask, and 38 are too few"},
    {"S19", "no vote on substance before all efforts are exhausted, by the majority of substance"},
}};

Spine meeting_of(int participants) {
    Spine spine({.participants = numbered_participants(participants)});
    spine.open();
    return spine;
}

ResultAnnounced vote(Spine& spine, const QuestionPut& question, int yes, int no) {
    spine.take(question);
    spine.take(spine.start());
    spine.cast(yes, Choice::yes);
    spine.cast(no, Choice::no);
    return spine.finish();
}

QuestionState state_of(const Spine& spine, const ProposalId& id) {
    return spine.conference.proposal(id)->state;
}

}  // namespace

TEST_CASE("every worked sequence has a test that says it in words", "[procedure]") {
    std::string tests;
    const std::filesystem::path folder = PLACET_SOURCE_DIR "/tests/procedure";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        std::ostringstream text;
        text << file.rdbuf();
        tests += text.str();
    }
    for (const auto& [name, test] : sequences) {
        INFO(name << ": " << test);
        CHECK(tests.find("TEST_CASE(\"" + std::string(test) + "\"") != std::string::npos);
    }
    CHECK(tests.find("TEST_CASE(\"" + std::string("no such sequence") + "\"") == std::string::npos);
}

TEST_CASE("a rejected article is reopened by 74 votes to 37, and stays rejected until voted on",
          "[procedure]") {
    auto spine = meeting_of(150);
    const auto first = vote(spine, spine.question("article-2"), 50, 60);
    CHECK(first.sentence == "Draft article 2 was rejected by 60 votes to 50.");
    CHECK_FALSE(spine.offer(spine.question("article-2")));

    const Subject reconsider{
        .kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1};
    // One vote less in favour, or one more against, and two thirds of those voting are not reached.
    auto short_of_it = spine;
    short_of_it.take(short_of_it.motion(MotionKind::reconsider));
    CHECK(vote(short_of_it, short_of_it.question(reconsider), 73, 37).outcome ==
          Outcome::not_adopted);
    CHECK_FALSE(short_of_it.offer(short_of_it.question("article-2")));

    spine.take(spine.motion(MotionKind::reconsider));
    const auto carried = vote(spine, spine.question(reconsider), 74, 37);
    CHECK(carried.outcome == Outcome::carried);
    CHECK(carried.clauses.back().needed == 74);  // of 111
    const auto* decision = spine.conference.decision_on("article-2");
    CHECK(decision->outcome == Outcome::rejected);
    CHECK(decision->stands());
    CHECK(vote(spine, spine.question("article-2"), 100, 50).outcome == Outcome::adopted);
    CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::adopted);
    CHECK_FALSE(spine.conference.decisions.get().front().stands());
}

TEST_CASE("of three amendments one falls, one is adopted and one is not put", "[procedure]") {
    auto spine = meeting_of(100);
    // A1 replaces the article, A2 deletes its paragraph 2, A3 words that paragraph anew.
    for (const char* id : {"A3", "A2", "A1"}) spine.table(spine.amendment(id, "article-2"));
    auto order = spine.ruling(RulingKind::order, "article-2");
    order.order = {"A1", "A2", "A3"};
    spine.take(order);
    CHECK_FALSE(spine.offer(spine.question("A3")));
    CHECK(vote(spine, spine.question("A1"), 40, 60).outcome == Outcome::rejected);
    CHECK(vote(spine, spine.question("A2"), 70, 30).outcome == Outcome::adopted);
    auto skip = spine.ruling(RulingKind::skip, "A3");
    skip.because = "A1";  // which was rejected, and implies nothing
    CHECK_FALSE(spine.offer(skip));
    skip.because = "A2";
    spine.take(skip);
    CHECK(state_of(spine, "A3") == QuestionState::skipped);
    CHECK_FALSE(spine.offer(spine.question("article-2")));  // before the text is as amended
    spine.take(spine.text_as_amended("article-2"));
    auto whole = spine.question("article-2");
    whole.subject = subject_words(*spine.conference.proposal("article-2"));
    CHECK(vote(spine, whole, 80, 20).sentence ==
          "Draft article 2, as amended, was adopted by 80 votes to 20.");
}

TEST_CASE("an article whose three parts are rejected is rejected without a vote on it",
          "[procedure]") {
    auto spine = meeting_of(100);
    auto division = spine.motion(MotionKind::division);
    division.parts = {"paragraph 1", "paragraph 2", "paragraph 3"};
    spine.take(division);
    spine.take(MotionGranted{.motion = 1});
    const auto votes_before = spine.conference.next_run();
    for (const auto& part : division.parts) {
        CHECK(state_of(spine, "article-2") == QuestionState::divided);
        vote(spine,
             spine.question(
                 Subject{.kind = QuestionKind::part, .proposal = "article-2", .part = part}),
             60, 40);  // wanted by 60, and not by two thirds
    }
    const auto& whole = spine.conference.decisions.get().back();
    CHECK(whole.outcome == Outcome::rejected_as_whole);
    CHECK(whole.sentence ==
          "All its operative parts having been rejected, draft article 2 was rejected as a whole.");
    CHECK_FALSE(whole.result);
    CHECK(spine.conference.next_run() == votes_before + 3);
    CHECK_FALSE(spine.offer(spine.question("article-2")));
}

TEST_CASE("one request for a vote leads from consensus to a recorded vote by two thirds",
          "[procedure]") {
    auto spine = meeting_of(100);
    spine.take(spine.proposal());
    auto request = spine.objection("P001");
    request.ground = ObjectionGround::vote_requested;
    spine.take(request);
    CHECK_FALSE(spine.offer(spine.gavel()));
    const auto question = spine.question("article-2");
    CHECK(question.question == 1);  // the same as was proposed
    CHECK(question.method == Method::recorded);
    CHECK(question.majority == "two_thirds");
    const auto result = vote(spine, question, 67, 33);
    CHECK(result.outcome == Outcome::adopted);
    CHECK(result.sentence == "Draft article 2 was adopted by 67 votes to 33.");
    CHECK_FALSE(spine.conference.consensus);
}

TEST_CASE("two States dissociate themselves, and the text is adopted without a vote",
          "[procedure]") {
    auto spine = meeting_of(100);
    spine.take(spine.proposal());
    spine.take(spine.gavel());
    spine.take(spine.confirmation());
    for (const char* state : {"P004", "P007"}) {
        auto dissociation = spine.statement(state);
        dissociation.kind = StatementKind::dissociation;
        dissociation.paragraphs = {"3"};
        spine.take(dissociation);
    }
    const auto* decision = spine.conference.decision_on("article-2");
    CHECK(decision->sentence == "Draft article 2 was adopted without a vote.");
    CHECK(decision->outcome == Outcome::adopted);
    CHECK(decision->statements.size() == 2);
    CHECK(state_of(spine, "article-2") == QuestionState::announced);
}
