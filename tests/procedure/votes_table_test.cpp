// The table of worked votes: figures, rule, votes needed and outcome, row by row. The rows with
// figures of real votes (1998, 2017) carry them; the others are worked by hand.
//
// Not here: W27, W28 (reconsideration) and W29 to W31 (appeals), whose questions come with the
// rules on motions.
#include "ledger/procedure/majority.h"
#include "ledger/procedure/quorum.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace placet::ledger;

namespace {

constexpr auto simple = Majority::simple;
constexpr auto two_thirds = Majority::two_thirds;
constexpr auto with_majority = Majority::two_thirds_and_majority_of_participating;
constexpr auto absolute = Majority::majority_of_participating;

struct Row {
    const char* name;
    std::int64_t participating, present, yes, no, abstaining, not_voting;
    Majority majority;
    std::int64_t voting;
    std::vector<std::int64_t> needed;  // by the tests after "affirmative_vote"
    Outcome outcome;
    QuestionKind kind = QuestionKind::proposal;
    TieRule tie = {};

    Judgement judge() const {
        const Unit plenary{.id = "plenary", .kind = "plenary"};
        return decide(majority, kind, figures(),
                      quorum_to_decide(RuleProfile{}, plenary, participating), tie);
    }
    Figures figures() const {
        return {.yes = yes,
                .no = no,
                .abstaining = abstaining,
                .not_voting = not_voting,
                .present = present,
                .participating = participating};
    }
};

constexpr auto motion = QuestionKind::motion;
constexpr auto proposal = QuestionKind::proposal;
using enum Outcome;

const std::vector<Row> rows = {
    {"W1", 160, 148, 120, 7, 21, 0, two_thirds, 127, {85}, adopted},
    {"W2", 193, 165, 100, 50, 10, 5, two_thirds, 150, {100}, adopted},
    {"W3", 193, 165, 99, 50, 11, 5, two_thirds, 149, {100}, not_adopted},
    {"W4", 193, 140, 67, 33, 40, 0, two_thirds, 100, {67}, adopted},
    {"W5", 193, 139, 66, 33, 40, 0, two_thirds, 99, {66}, adopted},
    {"W6", 193, 140, 66, 34, 40, 0, two_thirds, 100, {67}, not_adopted},
    {"W7", 193, 160, 100, 51, 9, 0, two_thirds, 151, {101}, not_adopted},
    {"W8", 193, 160, 101, 50, 9, 0, two_thirds, 151, {101}, adopted},
    {"W9", 193, 151, 1, 0, 150, 0, two_thirds, 1, {1}, adopted},
    {"W10", 193, 151, 1, 0, 150, 0, with_majority, 1, {1, 97}, not_adopted},
    {"W11", 193, 151, 0, 0, 151, 0, two_thirds, 0, {1}, not_adopted},
    {"W12", 193, 120, 0, 0, 0, 120, two_thirds, 0, {1}, not_adopted},
    {"W13", 193, 151, 0, 1, 150, 0, two_thirds, 1, {1}, rejected},
    {"W14", 193, 150, 60, 60, 30, 0, simple, 120, {61}, tie_rejected},
    {"W15",
     193,
     150,
     60,
     60,
     30,
     0,
     simple,
     120,
     {61},
     tie_second_vote,
     proposal,
     {.tie = Tie::second_vote}},
    {"W15, second run 61-60",
     193,
     151,
     61,
     60,
     30,
     0,
     simple,
     121,
     {61},
     adopted,
     proposal,
     {.tie = Tie::second_vote, .first_run = false}},
    {"W15, second run 60-60",
     193,
     150,
     60,
     60,
     30,
     0,
     simple,
     120,
     {61},
     tie_rejected,
     proposal,
     {.tie = Tie::second_vote, .first_run = false}},
    {"W16", 193, 149, 60, 59, 30, 0, simple, 119, {60}, carried, motion},
    {"W17, all matters",
     193,
     150,
     60,
     60,
     30,
     0,
     two_thirds,
     120,
     {80},
     tie_rejected,
     proposal,
     {.scope = TieScope::all}},
    {"W17, simple majority only", 193, 150, 60, 60, 30, 0, two_thirds, 120, {80}, not_adopted},
    {"W18", 193, 96, 64, 32, 0, 0, two_thirds, 96, {64}, no_decision},
    {"W19", 193, 97, 65, 32, 0, 0, two_thirds, 97, {65}, adopted},
    {"W20", 192, 96, 65, 31, 0, 0, two_thirds, 96, {64}, no_decision},
    {"W21", 193, 100, 30, 10, 20, 40, simple, 40, {21}, carried, motion},
    {"W22", 193, 166, 96, 40, 30, 0, with_majority, 136, {91, 97}, not_adopted},
    {"W23", 193, 167, 97, 40, 30, 0, with_majority, 137, {92, 97}, adopted},
    {"W24", 192, 166, 96, 40, 30, 0, with_majority, 136, {91, 97}, not_adopted},
    {"W25", 193, 187, 97, 60, 30, 0, absolute, 157, {97}, carried, motion},
    {"W26", 193, 156, 96, 0, 60, 0, absolute, 96, {97}, not_adopted},
    {"W32", 150, 108, 40, 38, 30, 0, simple, 78, {40}, carried, motion},
    {"W33", 150, 108, 40, 38, 30, 0, two_thirds, 78, {52}, not_adopted},
    {"W34", 193, 129, 122, 1, 1, 5, two_thirds, 123, {82}, adopted},
    {"W35", 160, 150, 114, 16, 20, 0, simple, 130, {66}, carried, motion},
    {"W36", 193, 193, 129, 64, 0, 0, two_thirds, 193, {129}, adopted},
    {"W37", 193, 193, 128, 65, 0, 0, two_thirds, 193, {129}, not_adopted},
    {"W38", 193, 151, 2, 1, 148, 0, two_thirds, 3, {2}, adopted},
    {"W39, all matters",
     193,
     150,
     1,
     1,
     148,
     0,
     two_thirds,
     2,
     {2},
     tie_rejected,
     proposal,
     {.scope = TieScope::all}},
    {"W39, simple majority only", 193, 150, 1, 1, 148, 0, two_thirds, 2, {2}, not_adopted},
    {"W40", 193, 150, 80, 20, 50, 0, two_thirds, 100, {67}, adopted},
    {"W41", 194, 167, 97, 40, 30, 0, with_majority, 137, {92, 98}, not_adopted},
};

}  // namespace

TEST_CASE("every worked vote has its outcome and its votes needed", "[procedure]") {
    for (const auto& row : rows) {
        INFO(row.name);
        const auto judgement = row.judge();
        CHECK(row.figures().present_and_voting() == row.voting);
        CHECK(row.yes + row.no + row.abstaining + row.not_voting == row.present);
        CHECK(judgement.outcome == row.outcome);
        REQUIRE(judgement.clauses.size() == row.needed.size() + 2);
        for (std::size_t i = 0; i < row.needed.size(); ++i)
            CHECK(judgement.clauses[i + 2].needed == row.needed[i]);
    }
}

TEST_CASE("one vote moved from the edge of a worked vote changes its outcome", "[procedure]") {
    const auto with = [](const char* name, std::int64_t yes, std::int64_t no) {
        auto row = *std::ranges::find_if(
            rows, [&](const Row& candidate) { return std::string(name) == candidate.name; });
        row.yes += yes;
        row.no += no;
        row.present += yes + no;
        return row.judge().outcome;
    };
    CHECK(with("W2", -1, 1) == Outcome::not_adopted);  // exactly two thirds
    CHECK(with("W3", 1, -1) == Outcome::adopted);
    CHECK(with("W19", -1, 0) == Outcome::no_decision);  // exactly the quorum
    CHECK(with("W20", 1, 0) == Outcome::adopted);
    CHECK(with("W23", -1, 0) == Outcome::not_adopted);  // exactly half of 193 and one
    CHECK(with("W26", 1, 0) == Outcome::adopted);
    CHECK(with("W41", 1, 0) == Outcome::adopted);
}

TEST_CASE("what failed is named", "[procedure]") {
    const auto failed = [](const char* name) {
        std::vector<std::string> names;
        const auto row = *std::ranges::find_if(
            rows, [&](const Row& candidate) { return std::string(name) == candidate.name; });
        for (const auto& clause : row.judge().clauses)
            if (!clause.met) names.push_back(clause.name);
        return names;
    };
    using List = std::vector<std::string>;
    CHECK(failed("W1") == List{});
    CHECK(failed("W3") == List{"two_thirds"});
    CHECK(failed("W10") == List{"majority_of_participating"});
    CHECK(failed("W11") == List{"affirmative_vote", "two_thirds"});
    CHECK(failed("W18") == List{"quorum"});
    CHECK(failed("W22") == List{"majority_of_participating"});
    CHECK(failed("W26") == List{"absolute_majority"});
}
