// Rules held here: what counts as a position; two counts that must agree; the table by State.
#include "tests/procedure/spine.h"

#include "ledger/procedure/tally.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

/// A run made directly, as entries of several terminals could make it one day.
struct MadeRun {
    Run run = {};
    std::uint64_t seq = 10;

    explicit MadeRun(std::vector<std::string> roll, bool all_present = true) {
        for (const auto& id : roll) {
            run.start.roll.change()[id] = Credentials::accepted;
            if (all_present) run.present_at_close.insert(id);
        }
        run.start.participating = static_cast<std::int64_t>(roll.size());
        run.phase = RunPhase::closed;
    }
    MadeRun& cast(const std::string& delegation, const std::string& id, Choice choice,
                  std::vector<std::string> replaces = {}) {
        Ballot ballot{.run = 1, .delegation = delegation, .id = id, .choice = choice};
        ballot.replaces = std::move(replaces);
        run.ballots[delegation].push_back({.ballot = ballot, .entry = {.seq = seq++}});
        return *this;
    }
};

/// Both counts, which must be this.
void counts_as(const Run& run, const Figures& figures) {
    CHECK(count_by_state(run) == figures);
    CHECK(count_by_ballot(run) == figures);
    const auto counted = tally(run);
    REQUIRE(counted);
    CHECK(*counted == figures);
}

}  // namespace

TEST_CASE("yes, no and abstaining are positions, and everything else is not voting",
          "[procedure]") {
    MadeRun made({"A", "B", "C", "D", "E", "F"});
    made.cast("A", "1", Choice::yes).cast("B", "2", Choice::no).cast("C", "3", Choice::abstain);
    made.cast("D", "4", Choice::not_participating);  // and E says nothing
    made.run.present_at_close.erase("F");
    counts_as(
        made.run,
        {.yes = 1, .no = 1, .abstaining = 1, .not_voting = 2, .present = 5, .participating = 6});
}

TEST_CASE("the ballot that nobody replaces counts", "[procedure]") {
    MadeRun made({"A"});
    made.cast("A", "1", Choice::yes).cast("A", "2", Choice::no, {"1"});
    made.cast("A", "3", Choice::abstain, {"2"});
    counts_as(made.run, {.abstaining = 1, .present = 1, .participating = 1});
    CHECK(made.run.position("A").standing.size() == 1);
}

TEST_CASE("the place of a ballot in the feed never supersedes another", "[procedure]") {
    // The change stands before what it changes: it was taken in first.
    MadeRun made({"A"});
    made.cast("A", "2", Choice::no, {"1"}).cast("A", "1", Choice::yes);
    counts_as(made.run, {.no = 1, .present = 1, .participating = 1});
}

TEST_CASE("two standing ballots with different choices are contested, and neither counts",
          "[procedure]") {
    MadeRun made({"A", "B"});
    made.cast("A", "1", Choice::yes).cast("A", "2", Choice::no).cast("B", "3", Choice::yes);
    CHECK(made.run.position("A").contested());
    CHECK_FALSE(made.run.position("A").counted());
    counts_as(made.run, {.yes = 1, .not_voting = 1, .present = 2, .participating = 2});

    made.cast("A", "4", Choice::no, {"1"});  // resolves half of it: 2 and 4 agree
    CHECK_FALSE(made.run.position("A").contested());
    counts_as(made.run, {.yes = 1, .no = 1, .present = 2, .participating = 2});
}

TEST_CASE("two standing ballots with one choice count once", "[procedure]") {
    MadeRun made({"A"});
    made.cast("A", "1", Choice::yes).cast("A", "2", Choice::yes);
    CHECK_FALSE(made.run.position("A").contested());
    counts_as(made.run, {.yes = 1, .present = 1, .participating = 1});
}

TEST_CASE("a ballot id counts once wherever it stands", "[procedure]") {
    MadeRun made({"A"});
    made.cast("A", "1", Choice::yes).cast("A", "1", Choice::yes);
    counts_as(made.run, {.yes = 1, .present = 1, .participating = 1});
    CHECK(made.run.position("A").standing.size() == 1);
}

TEST_CASE("a ballot id of another delegation replaces nothing", "[procedure]") {
    MadeRun made({"A", "B"});
    made.cast("A", "1", Choice::yes).cast("B", "2", Choice::no, {"1"});
    counts_as(made.run, {.yes = 1, .no = 1, .present = 2, .participating = 2});
}

TEST_CASE("a delegation without the vote is in no figure but P", "[procedure]") {
    MadeRun made({"A", "B"});
    made.run.start.roll.change()["B"] = Credentials::rejected;
    made.cast("A", "1", Choice::yes).cast("B", "2", Choice::no);
    counts_as(made.run, {.yes = 1, .present = 1, .participating = 2});
}

TEST_CASE("counts that differ announce nothing", "[procedure]") {
    // A position of a delegation that nobody saw: one count finds it, the other does not.
    MadeRun made({"A", "B"}, false);
    made.run.present_at_close = {"A"};
    made.cast("B", "1", Choice::yes);
    CHECK(count_by_state(made.run) != count_by_ballot(made.run));
    const auto counted = tally(made.run);
    REQUIRE_FALSE(counted);
    CHECK(counted.error().fault == placet::Fault::corrupt);
    CHECK(counted.error().detail ==
          "Two independent counts of this vote differ. Nothing is announced. Keep this ledger as "
          "it is and call the secretariat.");

    Spine spine;
    spine.begin();
    spine.cast("AAA", Choice::yes);
    spine.take(spine.close());
    spine.take(spine.lock());
    CHECK(result_of(spine.conference));
    spine.conference.run->present_at_close.erase("AAA");
    REQUIRE_FALSE(result_of(spine.conference));
    CHECK(result_of(spine.conference).error().fault == placet::Fault::corrupt);
}

TEST_CASE("a ballot of a delegation that is not on the roll counts nowhere", "[procedure]") {
    MadeRun made({"A"});
    made.cast("Z", "1", Choice::yes);
    made.run.present_at_close.insert("Z");
    counts_as(made.run, {.not_voting = 1, .present = 1, .participating = 1});
}

TEST_CASE("the result is there from the close, and announced from the lock", "[procedure]") {
    Spine spine;
    CHECK_FALSE(provisional_result_of(spine.conference));
    CHECK_FALSE(result_of(spine.conference));
    spine.begin();
    spine.cast("AAA", Choice::yes);
    CHECK_FALSE(provisional_result_of(spine.conference));
    spine.take(spine.close());
    REQUIRE(provisional_result_of(spine.conference));
    CHECK_FALSE(result_of(spine.conference));
    const auto provisional = *provisional_result_of(spine.conference);
    spine.take(spine.lock());
    REQUIRE(result_of(spine.conference));
    CHECK(*result_of(spine.conference) == provisional);
    CHECK(*provisional_result_of(spine.conference) == provisional);
    CHECK(provisional.figures.yes == 1);
    CHECK(provisional.figures.not_voting == 2);
    spine.take(spine.announcement());
    CHECK_FALSE(result_of(spine.conference));
    CHECK_FALSE(provisional_result_of(spine.conference));
}

TEST_CASE("a start that names nothing of this conference has no result", "[procedure]") {
    Spine spine;
    spine.begin();
    spine.take(spine.close());
    auto majority = spine.conference;
    majority.run->start.majority = "three_quarters";
    REQUIRE_FALSE(provisional_result_of(majority));
    CHECK(provisional_result_of(majority).error().fault == placet::Fault::corrupt);
    auto organ = spine.conference;
    organ.run->unit = "caucus";
    REQUIRE_FALSE(provisional_result_of(organ));
    CHECK(provisional_result_of(organ).error().fault == placet::Fault::corrupt);
    CHECK(provisional_result_of(spine.conference));
}

TEST_CASE("the voting table names every State in English alphabetical order", "[procedure]") {
    const std::map<std::string, std::string> names = {
        {"AAA", "Zambia"},  {"BBB", "T\u00fcrkiye"}, {"CCC", "Tuvalu"},
        {"DDD", "Tunisia"}, {"EEE", "Croatia"},      {"FFF", "C\u00f4te d\u2019Ivoire"},
        {"GGG", "Cuba"}};
    Spine::Options options{.participant = [&](Participant& participant) {
        participant.name = names.at(participant.id);
        if (participant.id == "AAA") participant.credentials = Credentials::rejected;
    }};
    options.participants.clear();
    for (const auto& [id, name] : names) options.participants.push_back(id);
    Spine spine(options);
    spine.begin();
    spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"GGG"}});
    spine.cast("BBB", Choice::yes);
    spine.cast("CCC", Choice::no);
    spine.cast("DDD", Choice::abstain);
    spine.cast("EEE", Choice::not_participating);
    spine.take(spine.close());
    CHECK(voting_table(spine.conference) ==
          "FFF\tnot_voting\tC\u00f4te d\u2019Ivoire\n"
          "EEE\tnot_participating\tCroatia\n"
          "GGG\tabsent\tCuba\n"
          "DDD\tabstain\tTunisia\n"
          "BBB\tyes\tT\u00fcrkiye\n"
          "CCC\tno\tTuvalu\n"
          "AAA\tabsent\tZambia\n");

    auto& cast = spine.conference.run->ballots["BBB"].change();
    cast.push_back(cast.front());
    cast.back().ballot.id = "another";
    cast.back().ballot.choice = Choice::no;
    CHECK(voting_table(spine.conference).find("BBB\tcontested\t") != std::string::npos);
    spine.conference.participants.erase("CCC");  // withdrawn later: its id stands for it
    CHECK(voting_table(spine.conference).starts_with("CCC\tno\tCCC\n"));
}
