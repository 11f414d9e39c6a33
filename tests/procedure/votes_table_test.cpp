// The table of worked votes, row by row, and each edge of it from both sides.
#include "tests/support/worked_votes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace placet::ledger;
using placet::tests::worked_vote;
using placet::tests::worked_votes;

namespace {

/// Of the row that begins so, with so many more votes.
Outcome with(const char* beginning, std::int64_t yes, std::int64_t no) {
    auto row = worked_vote(beginning);
    row.yes += yes;
    row.no += no;
    row.present += yes + no;
    return row.judge().outcome;
}

std::vector<std::string> failed(const char* beginning) {
    std::vector<std::string> names;
    for (const auto& clause : worked_vote(beginning).judge().clauses)
        if (!clause.met) names.push_back(clause.name);
    return names;
}

}  // namespace

TEST_CASE("every worked vote has its outcome and its votes needed", "[procedure]") {
    for (const auto& row : worked_votes()) {
        INFO(row.name);
        const auto judgement = row.judge();
        CHECK(row.figures().present_and_voting() == row.voting);
        CHECK(row.yes + row.no + row.abstaining + row.not_voting == row.present);
        CHECK(judgement.outcome == row.outcome);
        REQUIRE(judgement.clauses.size() == row.needed.size() + 2);
        for (std::size_t i = 0; i < row.needed.size(); ++i)
            CHECK(judgement.clauses[i + 2].needed == row.needed[i]);
        const auto hardest = *std::ranges::max_element(row.needed);
        CHECK(judgement.needed == hardest);
        CHECK(judgement.margin == row.yes - hardest);
    }
}

TEST_CASE("no worked vote is left out", "[procedure]") {
    std::set<std::string> numbers;
    for (const auto& row : worked_votes())
        numbers.insert(row.name.substr(0, row.name.find_first_of(", ")));
    std::set<std::string> all;
    for (int number = 1; number <= 41; ++number) all.insert("W" + std::to_string(number));
    CHECK(numbers == all);
}

TEST_CASE("one vote moved from the edge of a worked vote changes its outcome", "[procedure]") {
    CHECK(with("W2,", -1, 1) == Outcome::not_adopted);  // exactly two thirds
    CHECK(with("W3,", 1, -1) == Outcome::adopted);
    CHECK(with("W5,", -1, 1) == Outcome::not_adopted);
    CHECK(with("W16,", -1, 1) == Outcome::rejected);
    CHECK(with("W19,", -1, 0) == Outcome::no_decision);  // exactly the quorum
    CHECK(with("W20,", 1, 0) == Outcome::adopted);
    CHECK(with("W23,", -1, 0) == Outcome::not_adopted);  // exactly half of 193 and one
    CHECK(with("W26,", 1, 0) == Outcome::adopted);
    CHECK(with("W27,", 1, -1) == Outcome::carried);  // 81 of 121
    CHECK(with("W28,", -1, 1) == Outcome::not_adopted);
    CHECK(with("W29,", 1, 0) == Outcome::ruling_overruled);
    CHECK(with("W30,", -1, 0) == Outcome::ruling_stands);
    CHECK(with("W31,", 10, -10) == Outcome::ruling_overruled);  // 61 of 121 present
    CHECK(with("W31,", 9, -9) == Outcome::ruling_stands);
    CHECK(with("W41,", 1, 0) == Outcome::adopted);
}

TEST_CASE("what failed is named", "[procedure]") {
    using List = std::vector<std::string>;
    CHECK(failed("W1,") == List{});
    CHECK(failed("W3,") == List{"two_thirds"});
    CHECK(failed("W10,") == List{"majority_of_participating"});
    CHECK(failed("W11,") == List{"affirmative_vote", "two_thirds"});
    CHECK(failed("W18,") == List{"quorum"});
    CHECK(failed("W22,") == List{"majority_of_participating"});
    CHECK(failed("W26,") == List{"absolute_majority"});
    CHECK(failed("W29,") == List{"majority"});
    CHECK(failed("W31,") == List{"majority_of_present"});
}
