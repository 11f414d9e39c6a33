// Rules held here: what a start fixes; one ballot for one delegation; close, lock and announcement
// of this very vote, and of nothing but what was counted.
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::hash_named;
using placet::tests::numbered_participants;
using placet::tests::Spine;

namespace {

Spine voting() {
    Spine spine;
    spine.begin();
    return spine;
}

std::string start_with(const std::function<void(VoteStarted&)>& change) {
    Spine spine;
    spine.open();
    spine.put();
    auto start = spine.start();
    change(start);
    return spine.refusal(start);
}

/// 3 in favour, 1 against, 1 abstaining, 1 not voting; locked.
Spine locked() {
    Spine spine({.participants = numbered_participants(6)});
    spine.begin();
    spine.cast(3, Choice::yes);
    spine.cast(1, Choice::no);
    spine.cast(1, Choice::abstain);
    spine.take(spine.close());
    spine.take(spine.lock());
    return spine;
}

std::string announce_with(const std::function<void(ResultAnnounced&)>& change) {
    const auto spine = locked();
    auto announcement = spine.announcement();
    change(announcement);
    return spine.refusal(announcement);
}

}  // namespace

TEST_CASE("a start fixes what was put, and the roll as it stands", "[procedure]") {
    const std::string end =
        " than the conference has. Nothing was recorded. Start the vote on the question as it was "
        "put.";
    const auto names = [&](const std::string& what) {
        return "The start of the vote names another " + what + end;
    };
    CHECK(start_with([](auto& s) { s.run = 2; }) == names("run"));
    CHECK(start_with([](auto& s) { s.question = 2; }) == names("question"));
    CHECK(start_with([](auto& s) { s.put = hash_named("other"); }) ==
          names("entry of the question"));
    CHECK(start_with([](auto& s) { s.sentence += " Now?"; }) == names("sentence"));
    CHECK(start_with([](auto& s) { s.majority = "simple"; }) == names("majority"));
    CHECK(start_with([](auto& s) { s.texts.clear(); }) == names("text"));
    CHECK(start_with([](auto& s) { s.roll.erase("AAA"); }) == names("roll"));
    CHECK(start_with([](auto& s) { s.roll.change()["AAA"] = Credentials::rejected; }) ==
          names("roll"));
    CHECK(start_with([](auto& s) { s.participating = 4; }) ==
          names("number of participating States"));
}

TEST_CASE("a ballot is for this run of this vote in this organ", "[procedure]") {
    auto spine = voting();
    auto ballot = spine.ballot("AAA", Choice::yes);
    CHECK(spine.offer(ballot));
    auto other = ballot;
    other.run = 2;
    CHECK(spine.refusal(other).starts_with("This is for run 2 in \"plenary\"; run 1 in"));
    other = ballot;
    other.start = hash_named("another start");
    CHECK(spine.refusal(other).starts_with("This ballot was made for another start"));
    auto elsewhere = spine.entry(ballot);
    elsewhere.unit = "committee";
    CHECK(spine.refusal(elsewhere).starts_with("This is for run 1 in \"committee\""));
}

TEST_CASE("a ballot of an earlier vote cannot be cast again", "[procedure]") {
    auto spine = voting();
    const auto old = spine.ballot("AAA", Choice::yes);
    spine.take(old);
    spine.finish();
    spine.put("article-3");
    spine.take(spine.start());
    CHECK(spine.refusal(old).starts_with("This is for run 1"));
    auto renumbered = old;
    renumbered.run = 2;
    CHECK(spine.refusal(renumbered).starts_with("This ballot was made for another start"));
    CHECK(spine.offer(spine.ballot("AAA", Choice::yes)));
}

TEST_CASE("a ballot has an id of its own", "[procedure]") {
    auto spine = voting();
    const auto first = spine.ballot("AAA", Choice::yes);
    spine.take(first);
    for (const std::string& id : {first.id, std::string(31, '0'), std::string(33, '0'),
                                  std::string(32, 'G'), std::string(32, 'A'), std::string()}) {
        INFO(id);
        auto ballot = spine.ballot("BBB", Choice::yes);
        CHECK(spine.offer(ballot));
        ballot.id = id;
        CHECK(spine.refusal(ballot).starts_with("A ballot has a new id of 32 hex digits"));
    }
}

TEST_CASE("a change names every standing ballot of its delegation and no other", "[procedure]") {
    auto spine = voting();
    const auto first = spine.ballot("AAA", Choice::yes);
    spine.take(first);
    const auto foreign = spine.ballot("BBB", Choice::no);
    spine.take(foreign);
    const auto change = spine.ballot("AAA", Choice::no);
    CHECK(change.replaces == std::vector<std::string>{first.id});
    CHECK(spine.offer(change));

    const std::string another =
        "A ballot replaces only ballots of its own delegation in this vote, each named once; it "
        "names another. Nothing was recorded. The recorded ballot stands. Cast the change again.";
    const auto replacing = [&](std::vector<std::string> ids) {
        auto ballot = change;
        ballot.replaces = std::move(ids);
        return spine.refusal(ballot);
    };
    CHECK(replacing({}) ==
          "The delegation's previous ballot must be named, and is not. Nothing was recorded. The "
          "recorded ballot stands. Cast the change again.");
    CHECK(replacing({foreign.id}) == another);
    CHECK(replacing({first.id, foreign.id}) == another);
    CHECK(replacing({first.id, first.id}) == another);
    CHECK(replacing({std::string(32, 'f')}) == another);
    CHECK(replacing({change.id}) == another);  // itself

    spine.take(change);
    auto again = spine.ballot("AAA", Choice::yes);
    CHECK(again.replaces == std::vector<std::string>{change.id});
    again.replaces = {first.id};  // replaced already: the change would still stand beside it
    CHECK(spine.refusal(again).starts_with("The delegation's previous ballot must be named"));
    again.replaces = {first.id, change.id};
    CHECK(spine.offer(again));
}

TEST_CASE("a first ballot replaces nothing", "[procedure]") {
    auto spine = voting();
    auto ballot = spine.ballot("AAA", Choice::yes);
    CHECK(ballot.replaces.empty());
    ballot.replaces = {std::string(32, '1')};
    CHECK(
        spine.refusal(ballot).starts_with("A ballot replaces only ballots of its own delegation"));
}

TEST_CASE("a contested position is resolved by a ballot that replaces all of it", "[procedure]") {
    auto spine = voting();
    // Two kiosks that did not know of each other: with one terminal no rule lets this happen.
    const auto first = spine.ballot("AAA", Choice::yes);
    auto second = spine.ballot("AAA", Choice::no);
    apply(spine.conference, spine.entry(first));
    apply(spine.conference, spine.entry(second));
    CHECK(spine.conference.run->position("AAA").contested());

    auto half = spine.ballot("AAA", Choice::yes);
    CHECK(half.replaces == std::vector<std::string>{first.id, second.id});
    auto whole = half;
    half.replaces.pop_back();
    CHECK(spine.refusal(half).starts_with("The delegation's previous ballot must be named"));
    spine.take(whole);
    CHECK(spine.conference.run->position("AAA").counted() == Choice::yes);
}

TEST_CASE("a close and a lock are for the vote under way", "[procedure]") {
    auto spine = voting();
    auto close = spine.close();
    close.start = hash_named("another start");
    CHECK(spine.refusal(close).starts_with("The close of the vote names another start"));
    close = spine.close();
    close.run = 2;
    CHECK(spine.refusal(close).starts_with("This is for run 2"));
    spine.take(spine.close());

    auto lock = spine.lock();
    lock.close = hash_named("another close");
    CHECK(spine.refusal(lock).starts_with("The lock of the vote names another close"));
    lock = spine.lock();
    lock.run = 2;
    CHECK(spine.refusal(lock).starts_with("This is for run 2"));
    CHECK(spine.offer(spine.lock()));
}

TEST_CASE("a lock names as behind only other terminals of the conference", "[procedure]") {
    auto spine = voting();
    spine.take(spine.close());
    auto lock = spine.lock();
    lock.behind = {"test.example/seat"};
    CHECK(spine.offer(lock));
    lock.behind = {"test.example/unknown"};
    CHECK(spine.refusal(lock).starts_with("\"test.example/unknown\" is no other terminal"));
    lock.behind = {"test.example/conference/desk"};  // the spine itself
    CHECK(spine.refusal(lock).starts_with("\"test.example/conference/desk\" is no other terminal"));
}

TEST_CASE("an announcement is the count, or it is refused with what differs", "[procedure]") {
    const auto spine = locked();
    CHECK(spine.offer(spine.announcement()));
    CHECK(spine.announcement().sentence ==
          "Draft article 2 was adopted by 3 votes to 1, with 1 abstention.");
    const auto differs = [](const std::string& what, const std::string& said,
                            const std::string& counted) {
        return "The announcement deviates from the ballots (" + what + "): it says \"" + said +
               "\", the count is \"" + counted +
               "\". Nothing was recorded. Announce the result that was counted.";
    };
    CHECK(announce_with([](auto& r) { ++r.figures.yes; }) == differs("in favour", "4", "3"));
    CHECK(announce_with([](auto& r) { ++r.figures.no; }) == differs("against", "2", "1"));
    CHECK(announce_with([](auto& r) { ++r.figures.abstaining; }) ==
          differs("abstaining", "2", "1"));
    CHECK(announce_with([](auto& r) { ++r.figures.not_voting; }) ==
          differs("not voting", "2", "1"));
    CHECK(announce_with([](auto& r) { ++r.figures.present; }) == differs("present", "7", "6"));
    CHECK(announce_with([](auto& r) { ++r.figures.participating; }) ==
          differs("participating", "7", "6"));
    CHECK(announce_with([](auto& r) { r.clauses.pop_back(); }) ==
          differs("number of tests", "2", "3"));
    CHECK(announce_with([](auto& r) { r.clauses[2].needed = 2; }) ==
          differs("test", "two_thirds: 3 of 2 needed, met", "two_thirds: 3 of 3 needed, met"));
    CHECK(announce_with([](auto& r) { r.clauses[2].met = false; }) ==
          differs("test", "two_thirds: 3 of 3 needed, not met", "two_thirds: 3 of 3 needed, met"));
    CHECK(announce_with([](auto& r) { r.clauses[2].name = "majority"; }) ==
          differs("test", "majority: 3 of 3 needed, met", "two_thirds: 3 of 3 needed, met"));
    CHECK(announce_with([](auto& r) { r.outcome = Outcome::rejected; }) ==
          differs("outcome", "rejected", "adopted"));
    CHECK(announce_with([](auto& r) { r.sentence = "It was adopted."; }) ==
          differs("sentence", "It was adopted.",
                  "Draft article 2 was adopted by 3 votes to 1, with 1 abstention."));
    CHECK(announce_with([](auto& r) {
              r.lock = hash_named("another lock");
          }).starts_with("The announcement names another lock"));
    CHECK(announce_with([](auto& r) { r.run = 2; }).starts_with("This is for run 2"));
}

TEST_CASE("a result with an entry that is not understood is indeterminate", "[procedure]") {
    const auto answer_with = [](const std::string& point) {
        Spine spine;
        spine.open();
        if (point == "before the start") spine.take(NotUnderstood{});
        spine.put();
        spine.take(spine.start());
        if (point == "during the voting") spine.take(NotUnderstood{});
        spine.take(spine.close());
        if (point == "after the close") spine.take(NotUnderstood{});
        spine.take(spine.lock());
        if (point == "after the lock") spine.take(NotUnderstood{});
        const auto answer = spine.offer(spine.announcement());
        return answer ? std::string("allowed") : answer.error().detail;
    };
    CHECK(answer_with("nowhere") == "allowed");
    CHECK(answer_with("before the start") == "allowed");
    for (const char* point : {"during the voting", "after the close", "after the lock"}) {
        INFO(point);
        CHECK(answer_with(point) ==
              "An entry that this version does not understand was made during this vote, so its "
              "result is indeterminate. All ballots stand. Announce it with the version of Placet "
              "that made that entry.");
    }
}
