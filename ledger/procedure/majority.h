// majority.h: which tests a question must pass, and what follows from the figures.
//
// Pure arithmetic in whole delegations: integers, no floating point. Two thirds of those present
// and voting is `Y >= 1 and Y >= 2N`. Source: the conference's rules on the required majority, on
// the meaning of "present and voting", on equally divided votes and on appeals; RULES.md.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/record.h"

namespace placet::ledger {

/// Fewest affirmative votes that pass the clause, at least 1: more than half of the base, or two
/// thirds of it, reached at equality. Requires counts >= 0.
std::int64_t simple_majority_needed(std::int64_t present_and_voting);
std::int64_t two_thirds_needed(std::int64_t present_and_voting);
std::int64_t majority_of_participating_needed(std::int64_t participating);
std::int64_t two_thirds_of_participating_needed(std::int64_t participating);
/// Who abstains or does not vote counts against, being present.
std::int64_t majority_of_present_needed(std::int64_t present);

/// The majority that the profile asks of a matter of this class in an organ of this kind
/// (one of unit_kinds).
Majority majority_for(const RuleProfile& profile, std::string_view unit_kind, MatterClass matter);

struct TieRule {
    Tie tie = Tie::reject;
    TieScope scope = TieScope::simple_only;
    bool first_run = true;  // a second equality always rejects
    std::int64_t second_vote_hours = 0;
};

/// No quorum to decide is asked, and none is among the clauses.
inline constexpr std::int64_t quorum_not_asked = -1;

/// How many States must have taken part for two_thirds_with_voting_quorum, and how many did. Left
/// out, it is not met.
struct VotingQuorum {
    std::int64_t needed = 1;
    std::int64_t received = 0;
};

/// Delegations that took part: those present, or those in favour and against.
std::int64_t took_part(const Figures& figures, VotingQuorumOf whom);

/// As the profile asks it.
VotingQuorum voting_quorum(const RuleProfile& profile, const Figures& figures);

struct Judgement {
    Outcome outcome = Outcome::no_decision;
    /// Every clause, met or not: "quorum", "affirmative_vote", then what the majority asks of
    /// "majority", "two_thirds", "majority_of_participating", "voting_quorum",
    /// "absolute_majority", "two_thirds_of_participating", "majority_of_present".
    std::vector<Clause> clauses = {};
    /// Fewest affirmative votes that pass all tests of affirmative votes, at this number of votes.
    std::int64_t needed = 0;
    /// Affirmative votes more than needed, or short of the need (negative). Of the votes alone: no
    /// outcome follows from it without the quorums.
    std::int64_t margin = 0;
    /// Within which a second vote is taken, where there is one; 0: no limit.
    std::int64_t second_vote_hours = 0;
};

/// The outcome of a locked question. Cannot fail. Requires figures that add up.
///
/// Without a quorum no decision. All clauses met: adopted; a part retained; a ruling overruled;
/// motions, reconsiderations, determinations of exhaustion, credentials and changes of the rules
/// carried. Otherwise a ruling appealed against stands, whatever else holds; more against than for
/// is rejected; equality as the tie rule says; all else is not adopted.
Judgement decide(Majority majority, QuestionKind kind, const Figures& figures,
                 std::int64_t quorum_needed, const TieRule& tie,
                 const VotingQuorum& for_voting = {});

}  // namespace placet::ledger
