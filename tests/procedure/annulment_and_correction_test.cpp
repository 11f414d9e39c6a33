// Rules held here: a vote is annulled before its result is announced and taken again; afterwards a
// delegation may say what it had intended, and no figure changes. Worked sequences S2, S7 and S8.
#include "ledger/procedure/correction_note.h"

#include "ledger/procedure/tally.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

Spine decided() {
    Spine spine;
    spine.begin();
    spine.cast(2, Choice::yes);
    spine.cast(1, Choice::no);
    spine.finish();
    return spine;
}

/// What the record prints after these corrections.
std::string note(const std::vector<std::pair<std::string, Choice>>& corrections) {
    Conference conference;
    for (const auto& [id, name] : std::map<std::string, std::string>{{"BRA", "Brazil"},
                                                                     {"CIV", "Côte d’Ivoire"},
                                                                     {"HRV", "Croatia"},
                                                                     {"TUR", "Türkiye"},
                                                                     {"ZWE", "Zimbabwe"}})
        conference.participants.emplace(id, Participant{.id = id, .name = name});
    Decision decision;
    for (const auto& [id, intended] : corrections)
        decision.corrections.push_back({.delegation = id, .intended = intended});
    return correction_note(conference, decision);
}

}  // namespace

TEST_CASE("a vote is annulled at any point before its announcement, and taken again",
          "[procedure]") {
    for (const auto* point : {"voting", "closed", "locked"}) {
        INFO(point);
        Spine spine;
        spine.begin();
        spine.cast(3, Choice::no);
        const auto old_ballot = spine.conference.run->ballots.at("AAA").front().ballot;
        if (point != std::string("voting")) spine.take(spine.close());
        if (point == std::string("locked")) spine.take(spine.lock());
        const auto entry = spine.take(spine.annulment());

        REQUIRE(spine.conference.annulled.size() == 1);
        CHECK(spine.conference.annulled.front().run == 1);
        CHECK(spine.conference.annulled.front().reason == "The kiosk stood still");
        CHECK(spine.conference.annulled.front().entry.leaf == entry.leaf);
        CHECK(spine.conference.decisions.empty());
        CHECK(spine.refusal(spine.ballot("AAA", Choice::yes)).starts_with("No vote is open."));
        CHECK_FALSE(spine.offer(spine.lock()));
        CHECK_FALSE(spine.offer(spine.announcement()));
        CHECK_FALSE(spine.offer(spine.annulment()));  // once
        CHECK_FALSE(spine.offer(spine.question("article-3")));

        spine.take(spine.start());  // the same question, unchanged
        CHECK(spine.conference.run->start.run == 2);
        CHECK(spine.conference.question->put.question == 1);
        CHECK(spine.conference.run->ballots.empty());
        CHECK(spine.refusal(old_ballot).starts_with("This is for run 1"));
        auto moved = old_ballot;
        moved.run = 2;
        CHECK(spine.refusal(moved).starts_with("This ballot was made for another start"));
        spine.cast(3, Choice::yes);
        CHECK(spine.finish().outcome == Outcome::adopted);
        CHECK(spine.conference.decisions.size() == 1);
        CHECK(spine.conference.annulled.size() == 1);
    }
}

TEST_CASE("after the announcement no vote is annulled", "[procedure]") {
    auto spine = decided();
    CHECK(spine.refusal(spine.annulment()) ==
          "No vote is under way: a vote is annulled before its result is announced. What was "
          "announced stands; the conference may decide to reconsider it.");
    CHECK(spine.conference.decisions.front().outcome == Outcome::adopted);
}

TEST_CASE("an annulment has a reason and names the vote under way", "[procedure]") {
    Spine spine;
    spine.begin();
    auto annulment = spine.annulment();
    annulment.reason.clear();
    CHECK(spine.refusal(annulment).starts_with("A vote is annulled for a reason."));
    annulment.reason = std::string(4001, 'x');
    CHECK(spine.refusal(annulment).starts_with("These words are too long"));
    annulment = spine.annulment();
    annulment.start = hash_named("another start");
    CHECK(spine.refusal(annulment).starts_with("The annulment names another start"));
    annulment = spine.annulment();
    annulment.run = 2;
    CHECK(spine.refusal(annulment).starts_with("This is for run 2"));
    auto alone = spine.entry(spine.annulment());
    alone.seals.pop_back();
    CHECK(spine.offer(spine.annulment()));
    CHECK(spine.refusal(alone).find("the presiding officer and the secretary") !=
          std::string::npos);
}

TEST_CASE("a roll-call and a show of hands are annulled as any vote is", "[procedure]") {
    for (const auto method : {Method::roll_call, Method::hands}) {
        Spine spine;
        spine.open();
        spine.put("article-2", method);
        spine.take(spine.start());
        const auto counted = spine.hands(3, 0, 0);
        if (method == Method::hands) {
            spine.take(counted);
        } else {
            spine.take(spine.lot("BBB"));
            spine.take(spine.answer("BBB", Answer::yes));
        }
        spine.take(spine.annulment());
        spine.take(spine.start());
        CHECK(spine.conference.run->answers.empty());
        CHECK(spine.conference.run->hand_counts.empty());
        CHECK_FALSE(spine.conference.run->lot);
        CHECK_FALSE(spine.offer(counted));
        CHECK_FALSE(spine.offer(spine.answer("BBB", Answer::yes)));
    }
}

TEST_CASE("what was intended is noted after the announcement, and the result stays",
          "[procedure]") {
    // 66 to 34: one vote short of two thirds, and one State says that it had intended yes.
    Spine spine({.participants = numbered_participants(150)});
    spine.begin();
    spine.cast(66, Choice::yes);
    spine.cast(34, Choice::no);
    spine.take(spine.close());
    auto intended = spine.correction("P100");
    intended.intended = Choice::yes;
    CHECK(spine.refusal(intended).starts_with("A vote is under way"));
    spine.take(spine.lock());
    spine.take(spine.announcement());
    const auto before = spine.conference.decisions.front();
    intended.result = before.entry.leaf;
    spine.take(intended);
    const auto& after = spine.conference.decisions.front();
    CHECK(after.outcome == Outcome::not_adopted);
    CHECK(after.result == before.result);
    CHECK(after.sentence == before.sentence);
    CHECK(correction_note(spine.conference, after) ==
          "[Subsequently, the delegation of State P100 informed the Secretariat that it had "
          "intended to vote in favour.]");
    CHECK(correction_note(spine.conference, before).empty());
}

TEST_CASE("a correction is noted on the result of its run, for a State that had the vote",
          "[procedure]") {
    auto spine = decided();
    CHECK(spine.offer(spine.correction("AAA")));
    auto noted = spine.correction("AAA");
    noted.run = 2;
    CHECK(spine.refusal(noted).starts_with("No result of run 2 was announced."));
    noted = spine.correction("AAA");
    noted.result = hash_named("another result");
    CHECK(spine.refusal(noted).starts_with("The correction names another result"));
    CHECK(spine.refusal(spine.correction("DDD")).find("is not on the roll") != std::string::npos);
    auto foreign = spine.entry(spine.correction("AAA"));
    foreign.seals.front().person = "BBB-1";
    CHECK(spine.offer(foreign.record));
    CHECK(spine.refusal(foreign).starts_with("Delegate BBB-1 is no delegate of this delegation"));
    auto received = spine.entry(spine.correction("AAA"));
    received.seals = {{.role = Role::secretary, .person = "clerk"}};
    spine.take(received);
}

TEST_CASE("an old note cannot become the last again", "[procedure]") {
    auto spine = decided();
    auto yes = spine.correction("CCC");
    yes.intended = Choice::yes;
    auto abstain = yes;
    abstain.intended = Choice::abstain;
    spine.take(yes);
    spine.take(abstain);
    CHECK(spine.refusal(yes).starts_with("This very correction is noted already."));
    const auto& decision = spine.conference.decisions.front();
    CHECK(decision.corrections.size() == 2);
    CHECK(correction_note(spine.conference, decision).find("to abstain") != std::string::npos);
    yes.received_from = "Another delegate, by letter";
    CHECK(spine.offer(yes));
}

TEST_CASE("the note of corrections is in the customary words", "[procedure]") {
    CHECK(note({}).empty());
    CHECK(note({{"BRA", Choice::yes}}) ==
          "[Subsequently, the delegation of Brazil informed the Secretariat that it had intended "
          "to vote in favour.]");
    CHECK(note({{"BRA", Choice::no}, {"CIV", Choice::no}}) ==
          "[Subsequently, the delegations of Brazil and Côte d’Ivoire informed the Secretariat "
          "that they had intended to vote against.]");
    CHECK(note({{"ZWE", Choice::abstain}, {"HRV", Choice::abstain}, {"CIV", Choice::abstain}}) ==
          "[Subsequently, the delegations of Côte d’Ivoire, Croatia and Zimbabwe informed the "
          "Secretariat that they had intended to abstain.]");
    CHECK(note({{"TUR", Choice::not_participating},
                {"BRA", Choice::no},
                {"ZWE", Choice::yes},
                {"HRV", Choice::yes}}) ==
          "[Subsequently, the delegations of Croatia and Zimbabwe informed the Secretariat that "
          "they had intended to vote in favour; the delegation of Brazil informed the Secretariat "
          "that it had intended to vote against; the delegation of Türkiye informed the "
          "Secretariat that it had not intended to participate.]");
    CHECK(note({{"BRA", Choice::no}, {"BRA", Choice::yes}}) == note({{"BRA", Choice::yes}}));
}
