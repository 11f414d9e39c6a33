// The conference as the entries before it make it.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

TEST_CASE("a conference that is not founded knows nobody and nothing", "[procedure]") {
    const Conference nothing;
    CHECK(nothing.unit("plenary") == nullptr);
    CHECK(nothing.person("chair") == nullptr);
    CHECK(nothing.text_unit("article-2") == nullptr);
    CHECK(nothing.decision_on("article-2") == nullptr);
    CHECK(nothing.participating() == 0);
    CHECK(nothing.next_question() == 1);
    CHECK(nothing.next_run() == 1);
    CHECK_FALSE(nothing.vote_under_way());
    CHECK_FALSE(nothing.voting_open());
}

TEST_CASE("a founded conference knows its organs, persons, texts and rules", "[procedure]") {
    Spine spine({.rules = [](RuleProfile& rules) { rules.tie = Tie::second_vote; }});
    const auto& conference = spine.conference;
    REQUIRE(conference.unit("committee") != nullptr);
    CHECK(conference.unit("committee")->kind == "committee");
    CHECK(conference.unit("caucus") == nullptr);
    REQUIRE(conference.person("AAA-1") != nullptr);
    CHECK(conference.person("AAA-1")->participant == "AAA");
    CHECK(conference.person("AAA-9") == nullptr);
    CHECK(conference.text_unit("article-2")->label == "Draft article 2");
    CHECK(conference.profile.tie == Tie::second_vote);
    CHECK(conference.charter_leaf == placet::tests::hash_named("entry 0"));
    CHECK(conference.size == 4);
}

TEST_CASE("the last decision about a text is the one that is asked for", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.cast(3, Choice::no);
    spine.finish();
    spine.put("article-3");
    spine.take(spine.start());
    spine.finish();
    spine.take(spine.motion(MotionKind::reconsider));
    spine.decide({.kind = QuestionKind::reconsideration, .proposal = "article-2", .motion = 1},
                 Choice::yes);
    CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::rejected);  // so far
    spine.put("article-2");
    spine.take(spine.start());
    spine.cast(3, Choice::yes);
    spine.finish();

    REQUIRE(spine.conference.decision_on("article-2") != nullptr);
    CHECK(spine.conference.decision_on("article-2")->outcome == Outcome::adopted);
    CHECK(spine.conference.decision_on("article-2")->question == 4);
    CHECK(spine.conference.decision_on("article-2")->result->run == 4);
    CHECK(spine.conference.decision_on("article-3")->outcome == Outcome::not_adopted);
    CHECK(spine.conference.decision_on("annex") == nullptr);
    CHECK(spine.conference.decisions.size() == 4);
    CHECK(spine.conference.next_question() == 5);
    CHECK_FALSE(spine.conference.voted_before(4));  // not with equally divided votes
    CHECK_FALSE(spine.conference.voted_before(5));
}

TEST_CASE("the ballots of a run stand with who cast them and where", "[procedure]") {
    Spine spine;
    spine.begin();
    const auto entry = spine.take(spine.ballot("BBB", Choice::no));
    REQUIRE(spine.conference.run->ballots.at("BBB").size() == 1);
    const auto& cast = spine.conference.run->ballots.at("BBB").front();
    CHECK(cast.person == "BBB-1");
    CHECK(cast.entry.seq == entry.seq);
    CHECK(cast.entry.leaf == entry.leaf);
    CHECK(spine.conference.run->position("BBB").counted() == Choice::no);
    CHECK(spine.conference.run->position("AAA").standing.empty());
    CHECK_FALSE(spine.conference.run->position("AAA").counted());
    CHECK_FALSE(spine.conference.run->position("AAA").contested());

    // The id of another delegation's ballot is taken, too.
    spine.cast("AAA", Choice::yes);
    auto copied = spine.ballot("CCC", Choice::yes);
    copied.id = spine.conference.run->ballots.at("AAA").front().ballot.id;
    CHECK(spine.refusal(copied).starts_with("A ballot has a new id"));
}

TEST_CASE("no ballot takes an id that was cast, in whatever order the ids came", "[procedure]") {
    Spine spine;
    spine.begin();
    const auto id_of = [](char digit) { return std::string(32, digit); };
    const auto with_id = [&](const char* delegation, char digit) {
        auto ballot = spine.ballot(delegation, Choice::yes);
        ballot.id = id_of(digit);
        return ballot;
    };
    for (const char digit : {'f', '3', '8', '0', 'b'})
        spine.take(with_id(digit == '8' ? "BBB" : "AAA", digit));
    for (const char digit : {'f', '3', '8', '0', 'b'})
        CHECK(spine.refusal(with_id("CCC", digit)).starts_with("A ballot has a new id"));
    for (const char digit : {'e', '4', '9', '1', 'c'}) spine.take(with_id("CCC", digit));
}

// Opening a ledger leaves out the ballots of runs that are announced.
TEST_CASE("the ballots of an announced vote bear on nothing that follows", "[procedure]") {
    Spine with;
    with.begin();
    with.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"CCC"}});
    with.cast("CCC", Choice::yes);
    with.finish();

    Spine without = with;
    without.conference.run->ballots.clear();
    without.conference.run->present_at_close.clear();
    for (auto* spine : {&with, &without}) {
        CHECK(spine->conference.present == std::set<ParticipantId>{"AAA", "BBB"});
        spine->put("article-3");
        spine->take(spine->start());
        spine->cast("AAA", Choice::yes);
        CHECK(spine->finish().figures.present == 2);
    }
}
