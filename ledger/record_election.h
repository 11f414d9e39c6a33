// record_election.h: the records of elections. Part of record.h.
//
// An election is by secret ballot on paper: of each ballot the totals of the tellers' protocol are
// recorded and nothing else. No record, here or anywhere, says how a delegation voted in it.
#pragma once

#include "ledger/record_meeting.h"

namespace placet::ledger {

/// A person or a delegation.
struct Candidate {
    std::string id = {};
    std::string name = {};  // as printed on the paper

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct CandidateVotes {
    Candidate candidate = {};
    std::int64_t votes = 0;

    friend bool operator==(const CandidateVotes&, const CandidateVotes&) = default;
};

/// Sealed by the presiding officer.
struct ElectionOpened {
    std::int64_t election = 0;  // counts the conference's elections from 1
    std::int64_t meeting = 0;
    std::string office = {};  // in the words that follow "elected": "to the office of President"
    std::int64_t seats = 1;
    std::vector<Candidate> candidates = {};  // in the order of their nomination
    std::string majority = {};               // "simple" or "two_thirds", of the valid papers
    /// After three limited ballots that elected nobody votes may go to persons who are no
    /// candidates.
    bool open_to_others = false;

    friend bool operator==(const ElectionOpened&, const ElectionOpened&) = default;
};

/// Before the first ballot. Sealed by the presiding officer.
struct CandidateWithdrawn {
    std::int64_t election = 0;
    Hash opened = {};  // leaf hash of the election's opening
    std::int64_t meeting = 0;
    std::string candidate = {};  // id

    friend bool operator==(const CandidateWithdrawn&, const CandidateWithdrawn&) = default;
};

/// What the tellers found in the box of one ballot, in papers. Sealed by presiding officer and
/// secretary.
struct ProtocolEntered {
    std::int64_t election = 0;
    Hash opened = {};
    std::int64_t meeting = 0;
    std::int64_t round = 0;   // counts the ballots of the election from 1
    std::int64_t places = 0;  // that this ballot fills: the most names that a paper may bear
    std::int64_t distributed = 0;
    std::int64_t found = 0;
    std::int64_t invalid = 0;
    std::int64_t blank = 0;
    std::vector<CandidateVotes> votes = {};  // of every candidate of this ballot, none as 0
    std::string tellers = {};                // in words: their names
    std::optional<Hash> document = {};       // SHA-256 of the signed sheet as it was scanned

    friend bool operator==(const ProtocolEntered&, const ProtocolEntered&) = default;
};

/// Where a tie is left. Sealed by presiding officer and secretary.
struct ElectionLotDrawn {
    std::int64_t election = 0;
    Hash opened = {};
    std::int64_t meeting = 0;
    std::int64_t round = 0;               // of the ballot that left the tie
    std::vector<std::string> among = {};  // ids
    std::vector<std::string> drawn = {};  // ids in the order of the draw, one for each place
    std::string drawn_by = {};            // in words: by whose hand
    std::string way = {};                 // in words: "folded slips from a bowl"
    std::string witnesses = {};           // in words: their names

    friend bool operator==(const ElectionLotDrawn&, const ElectionLotDrawn&) = default;
};

/// There are not more candidates than places, and the organ dispenses with the ballot: all of them
/// are elected. Sealed by presiding officer and secretary.
struct AcclamationDeclared {
    std::int64_t election = 0;
    Hash opened = {};
    std::int64_t meeting = 0;

    friend bool operator==(const AcclamationDeclared&, const AcclamationDeclared&) = default;
};

/// The election goes no further; what was entered, and who was elected, stands. Sealed by presiding
/// officer and secretary.
struct ElectionStopped {
    std::int64_t election = 0;
    Hash opened = {};
    std::int64_t meeting = 0;
    std::string reason = {};

    friend bool operator==(const ElectionStopped&, const ElectionStopped&) = default;
};

}  // namespace placet::ledger
