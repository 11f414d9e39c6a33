// worked_votes.h: the table of worked votes W1 to W41: figures, rule, votes needed and outcome.
//
// The rows with figures of real votes (1998, 2017) carry them; the others are worked by hand. A row
// that depends on the rule for equal votes stands once for each rule.
#pragma once

#include "ledger/procedure/majority.h"

#include <string>
#include <vector>

namespace placet::tests {

/// What is asked of a question.
struct AskedRule {
    ledger::Majority majority = ledger::Majority::simple;
    ledger::QuestionKind kind = ledger::QuestionKind::proposal;
    ledger::TieRule tie = {};
};

struct WorkedVote {
    std::string name;  // "W2, exactly two thirds"
    std::int64_t participating, present, yes, no, abstaining, not_voting;
    AskedRule rule;
    std::int64_t voting;
    std::vector<std::int64_t> needed;  // by the tests after "affirmative_vote"
    ledger::Outcome outcome;

    ledger::Figures figures() const {
        return {.yes = yes,
                .no = no,
                .abstaining = abstaining,
                .not_voting = not_voting,
                .present = present,
                .participating = participating};
    }
    /// With the quorum to decide of a plenary.
    ledger::Judgement judge() const;
};

const std::vector<WorkedVote>& worked_votes();

/// The row whose name begins so: "W2,". Requires that there is one.
const WorkedVote& worked_vote(const std::string& beginning);

}  // namespace placet::tests
