// ballots.h: elections for tests: candidates by letter, sheets from votes, lots.
#pragma once

#include "ledger/procedure/election_check.h"

namespace placet::tests {

/// "A", "B", ... with the names "State A", "State B", ...
std::vector<ledger::Candidate> lettered_candidates(int count);

ledger::ElectionTerms terms_for(int candidates, int seats,
                                ledger::Majority majority = ledger::Majority::simple);

/// One election, act by act. What a test takes must be allowed.
struct Balloting {
    ledger::ElectionTerms terms = {};
    std::vector<ledger::ElectionAct> history = {};

    ledger::ElectionState state() const { return ledger::election_state(terms, history); }
    ledger::NextElectionStep next() const { return state().next; }
    /// Of the ballot that comes next, with these votes in the order of its candidates: no paper is
    /// invalid or blank.
    ledger::BallotProtocol sheet(std::int64_t valid, const std::vector<std::int64_t>& votes) const;
    /// Among all who are tied.
    ledger::ElectionLot lot(const std::vector<std::string>& drawn) const;
    void take(const ledger::ElectionAct& act);
    /// The refusal, in words; "" if it is allowed.
    std::string refusal(const ledger::ElectionAct& act) const;
    std::string announcement() const;

    /// "A B": who is elected, and who is on the next ballot or in the lots.
    std::string elected() const;
    std::string ahead() const;
};

}  // namespace placet::tests
