// election.h: who is elected so far, and whether another ballot, a drawing of lots or nothing comes
// next.
//
// Pure. Between ballots the rules narrow the field: to not more than twice the places that remain,
// which for one place is the two leaders. Source: the rules on elections; RULES.md.
#pragma once

#include "crypto/result.h"
#include "ledger/procedure/election_ballot.h"

#include <span>

namespace placet::ledger {

enum class ElectionStep { ballot, lots, complete };

enum class BallotKind {
    unrestricted,  // the first, and after three limited ballots that elected nobody
    restricted,
    special,  // between candidates that are tied; most votes decide, without any majority
};

/// What the places of a ballot or of a lot are.
enum class Contested { seats, next_ballot };

struct NextElectionStep {
    ElectionStep step = ElectionStep::ballot;
    BallotKind kind = BallotKind::unrestricted;  // of the next ballot; of the last one otherwise
    Contested contested = Contested::seats;
    std::int64_t round = 1;                  // of the next ballot, or that left the tie
    std::vector<Candidate> candidates = {};  // in the order of nomination
    std::int64_t places = 0;                 // to elect, or to go forward; others are out
    bool others_allowed = false;             // votes may go to persons who are no candidates
    std::string reason = {};                 // one sentence

    friend bool operator==(const NextElectionStep&, const NextElectionStep&) = default;
};

struct Elected {
    Candidate candidate = {};
    std::int64_t votes = 0;  // in the ballot of that round
    std::int64_t round = 0;
    bool by_lot = false;

    friend bool operator==(const Elected&, const Elected&) = default;
};

/// What was asked in a ballot, in votes.
struct MajorityAsked {
    std::int64_t base = 0;    // valid papers
    std::int64_t needed = 0;  // 0 in a special ballot

    friend bool operator==(const MajorityAsked&, const MajorityAsked&) = default;
};

struct ElectionState {
    std::vector<Elected> elected = {};  // by ballot, then by votes
    std::int64_t seats_left = 0;
    std::vector<Candidate> candidates = {};  // everybody who was ever on a ballot
    MajorityAsked last = {};                 // in the last ballot; zero before the first
    NextElectionStep next = {};

    friend bool operator==(const ElectionState&, const ElectionState&) = default;
};

/// Votes that elect with this many valid papers: more than half, or two thirds rounded up.
std::int64_t votes_to_elect(Majority majority, std::int64_t valid);

/// Most votes first, equal ones in the order of the paper.
std::vector<CandidateVotes> in_descending_order(const BallotProtocol& protocol);

/// What the acts amount to, in their order. Requires terms and acts that `check_election` takes.
ElectionState election_state(const ElectionTerms& terms, std::span<const ElectionAct> history);

}  // namespace placet::ledger
