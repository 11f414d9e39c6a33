// election_ballot.h: what an election is about, and what the tellers' sheet of one ballot says.
//
// Plain data. An election is by secret ballot on paper: of each ballot there are totals and nothing
// else, so that no paper can be traced to a delegation. Source: the rules on elections; RULES.md.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/record_election.h"

#include <variant>

namespace placet::ledger {

/// Fixed before the first ballot.
struct ElectionTerms {
    std::string office = {};  // in the words that follow "elected": "to the office of President"
    std::int64_t seats = 1;
    std::vector<Candidate> candidates = {};  // in the order in which they are printed
    Majority majority = Majority::simple;    // or two_thirds; of the valid papers
    /// After three limited ballots in succession that elected nobody, votes may go to any eligible
    /// person or delegation; otherwise to all the candidates again.
    bool open_to_others = false;

    friend bool operator==(const ElectionTerms&, const ElectionTerms&) = default;
};

/// What the tellers found in the box of one ballot, in papers.
struct BallotProtocol {
    std::int64_t round = 0;   // counts the ballots of the election from 1, special ones included
    std::int64_t places = 0;  // that this ballot fills: the most names that a paper may bear
    std::vector<Candidate> candidates = {};  // and, where it is open to others, who else had votes
    std::int64_t distributed = 0;
    std::int64_t found = 0;
    std::int64_t invalid = 0;
    std::int64_t blank = 0;                          // abstentions
    std::map<std::string, std::int64_t> votes = {};  // by id, for every candidate, none as 0

    /// The base of the majority.
    std::int64_t valid() const { return found - invalid - blank; }
    friend bool operator==(const BallotProtocol&, const BallotProtocol&) = default;
};

/// Drawn by the presiding officer where a tie is left.
struct ElectionLot {
    std::int64_t round = 0;               // of the ballot that left the tie
    std::vector<std::string> among = {};  // ids
    std::vector<std::string> drawn = {};  // ids in the order of the draw, one for each place
    std::string way = {};                 // in words: "folded slips from a bowl"
    std::string witnesses = {};           // in words: their names

    friend bool operator==(const ElectionLot&, const ElectionLot&) = default;
};

using ElectionAct = std::variant<BallotProtocol, ElectionLot>;

}  // namespace placet::ledger
