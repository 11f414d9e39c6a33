// majority.h: which tests a question must pass, and what follows from the figures.
//
// Pure arithmetic in whole delegations: integers, no floating point. Two thirds of those present
// and voting is `Y >= 1 and Y >= 2N`. Source: the conference's rules on the required majority, on
// the meaning of "present and voting", and on equally divided votes; RULES.md.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/record.h"

namespace placet::ledger {

/// Fewest affirmative votes that pass the clause, at least 1. Requires counts >= 0.
std::int64_t simple_majority_needed(std::int64_t present_and_voting);
std::int64_t two_thirds_needed(std::int64_t present_and_voting);
/// More than half of the participating States.
std::int64_t majority_of_participating_needed(std::int64_t participating);

/// The majority that the profile asks of a matter of this class in an organ of this kind
/// ("plenary"; every other kind is a committee).
Majority majority_for(const RuleProfile& profile, std::string_view unit_kind, MatterClass matter);

struct TieRule {
    Tie tie = Tie::reject;
    TieScope scope = TieScope::simple_only;
    bool first_run = true;  // a second equality always rejects
};

struct Judgement {
    Outcome outcome = Outcome::no_decision;
    /// Every clause, met or not: "quorum", "affirmative_vote", then what the majority asks of
    /// "majority", "two_thirds", "majority_of_participating", "absolute_majority".
    std::vector<Clause> clauses = {};
    /// Affirmative votes more than needed, or short of the need (negative), at this number of
    /// votes; 0 where there was no decision.
    std::int64_t margin = 0;
};

/// The outcome of a locked question. Cannot fail. Requires figures that add up.
Judgement decide(Majority majority, QuestionKind kind, const Figures& figures,
                 std::int64_t quorum_needed, const TieRule& tie);

}  // namespace placet::ledger
