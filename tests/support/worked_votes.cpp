#include "tests/support/worked_votes.h"

#include "ledger/procedure/quorum.h"

#include <algorithm>
#include <cstdlib>

namespace placet::tests {
namespace {

using namespace placet::ledger;
using enum Outcome;

constexpr TieRule all_matters{.scope = TieScope::all};
constexpr TieRule second_vote{.tie = Tie::second_vote};
constexpr TieRule second_run{.tie = Tie::second_vote, .first_run = false};

constexpr AskedRule simple{Majority::simple};
constexpr AskedRule simple_twice{Majority::simple, QuestionKind::proposal, second_vote};
constexpr AskedRule simple_again{Majority::simple, QuestionKind::proposal, second_run};
constexpr AskedRule motion{Majority::simple, QuestionKind::motion};
constexpr AskedRule thirds{Majority::two_thirds};
constexpr AskedRule thirds_all{Majority::two_thirds, QuestionKind::proposal, all_matters};
constexpr AskedRule reconsider{Majority::two_thirds, QuestionKind::reconsideration};
constexpr AskedRule with_majority{Majority::two_thirds_and_majority_of_participating};
constexpr AskedRule absolute{Majority::majority_of_participating};
constexpr AskedRule absolute_motion{Majority::majority_of_participating, QuestionKind::motion};
constexpr AskedRule appeal{Majority::simple, QuestionKind::appeal};
constexpr AskedRule appeal_of_present{Majority::majority_of_present, QuestionKind::appeal};

}  // namespace

Judgement WorkedVote::judge() const {
    const Unit plenary{.id = "plenary", .kind = "plenary"};
    return decide(rule.majority, rule.kind, figures(),
                  quorum_to_decide(RuleProfile{}, plenary, participating), rule.tie);
}

const std::vector<WorkedVote>& worked_votes() {
    static const std::vector<WorkedVote> rows = {
        {"W1, Rome 1998", 160, 148, 120, 7, 21, 0, thirds, 127, {85}, adopted},
        {"W2, exactly two thirds", 193, 165, 100, 50, 10, 5, thirds, 150, {100}, adopted},
        {"W3, one short", 193, 165, 99, 50, 11, 5, thirds, 149, {100}, not_adopted},
        {"W4, above 66.67", 193, 140, 67, 33, 40, 0, thirds, 100, {67}, adopted},
        {"W5, exactly 66 of 99", 193, 139, 66, 33, 40, 0, thirds, 99, {66}, adopted},
        {"W6, below 66.67", 193, 140, 66, 34, 40, 0, thirds, 100, {67}, not_adopted},
        {"W7, 100 of 151", 193, 160, 100, 51, 9, 0, thirds, 151, {101}, not_adopted},
        {"W8, 101 of 151", 193, 160, 101, 50, 9, 0, thirds, 151, {101}, adopted},
        {"W9, 1 to none", 193, 151, 1, 0, 150, 0, thirds, 1, {1}, adopted},
        {"W10, 1 of 193", 193, 151, 1, 0, 150, 0, with_majority, 1, {1, 97}, not_adopted},
        {"W11, all abstain", 193, 151, 0, 0, 151, 0, thirds, 0, {1}, not_adopted},
        {"W12, nobody votes", 193, 120, 0, 0, 0, 120, thirds, 0, {1}, not_adopted},
        {"W13, none to 1", 193, 151, 0, 1, 150, 0, thirds, 1, {1}, rejected},
        {"W14, equal", 193, 150, 60, 60, 30, 0, simple, 120, {61}, tie_rejected},
        {"W15, equal", 193, 150, 60, 60, 30, 0, simple_twice, 120, {61}, tie_second_vote},
        {"W15 run 2, one more", 193, 151, 61, 60, 30, 0, simple_again, 121, {61}, adopted},
        {"W15 run 2, equal", 193, 150, 60, 60, 30, 0, simple_again, 120, {61}, tie_rejected},
        {"W16, one more", 193, 149, 60, 59, 30, 0, motion, 119, {60}, carried},
        {"W17, all matters", 193, 150, 60, 60, 30, 0, thirds_all, 120, {80}, tie_rejected},
        {"W17 simple matters only", 193, 150, 60, 60, 30, 0, thirds, 120, {80}, not_adopted},
        {"W18, 96 of 193 present", 193, 96, 64, 32, 0, 0, thirds, 96, {64}, no_decision},
        {"W19, 97 of 193 present", 193, 97, 65, 32, 0, 0, thirds, 97, {65}, adopted},
        {"W20, 96 of 192 present", 192, 96, 65, 31, 0, 0, thirds, 96, {64}, no_decision},
        {"W21, few vote, a quorum is there", 193, 100, 30, 10, 20, 40, motion, 40, {21}, carried},
        {"W22, 96 of 193", 193, 166, 96, 40, 30, 0, with_majority, 136, {91, 97}, not_adopted},
        {"W23, 97 of 193", 193, 167, 97, 40, 30, 0, with_majority, 137, {92, 97}, adopted},
        {"W24, 96 of 192", 192, 166, 96, 40, 30, 0, with_majority, 136, {91, 97}, not_adopted},
        {"W25, 97 of 193", 193, 187, 97, 60, 30, 0, absolute_motion, 157, {97}, carried},
        {"W26, unopposed", 193, 156, 96, 0, 60, 0, absolute, 96, {97}, not_adopted},
        {"W27, not reopened", 150, 141, 80, 41, 20, 0, reconsider, 121, {81}, not_adopted},
        {"W28, reopened", 150, 143, 82, 41, 20, 0, reconsider, 123, {82}, carried},
        {"W29, equal", 150, 120, 50, 50, 20, 0, appeal, 100, {51}, ruling_stands},
        {"W30, 51 of 101 voting", 150, 121, 51, 50, 20, 0, appeal, 101, {51}, ruling_overruled},
        {"W31, 51 of 121", 150, 121, 51, 50, 20, 0, appeal_of_present, 101, {61}, ruling_stands},
        {"W32, closure", 150, 108, 40, 38, 30, 0, motion, 78, {40}, carried},
        {"W33, the same as substance", 150, 108, 40, 38, 30, 0, thirds, 78, {52}, not_adopted},
        {"W34, the treaty of 2017", 193, 129, 122, 1, 1, 5, thirds, 123, {82}, adopted},
        {"W35, no action in 1998", 160, 150, 114, 16, 20, 0, motion, 130, {66}, carried},
        {"W36, full house", 193, 193, 129, 64, 0, 0, thirds, 193, {129}, adopted},
        {"W37, full house, one less", 193, 193, 128, 65, 0, 0, thirds, 193, {129}, not_adopted},
        {"W38, two of three", 193, 151, 2, 1, 148, 0, thirds, 3, {2}, adopted},
        {"W39, all matters", 193, 150, 1, 1, 148, 0, thirds_all, 2, {2}, tie_rejected},
        {"W39 simple matters only", 193, 150, 1, 1, 148, 0, thirds, 2, {2}, not_adopted},
        {"W40, 80 of 100 voting", 193, 150, 80, 20, 50, 0, thirds, 100, {67}, adopted},
        {"W41, one State more", 194, 167, 97, 40, 30, 0, with_majority, 137, {92, 98}, not_adopted},
    };
    return rows;
}

const WorkedVote& worked_vote(const std::string& beginning) {
    const auto found = std::ranges::find_if(
        worked_votes(), [&](const WorkedVote& row) { return row.name.starts_with(beginning); });
    if (found == worked_votes().end()) std::abort();
    return *found;
}

}  // namespace placet::tests
