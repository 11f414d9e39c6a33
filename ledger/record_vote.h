// record_vote.h: the records of one run, from its start to its announcement. Part of record.h.
#pragma once

#include "ledger/record_meeting.h"
#include "ledger/shared.h"

namespace placet::ledger {

using RunNumber = std::int64_t;  // counts the conference's votes from 1; a repetition is new

enum class Choice { yes, no, abstain, not_participating };

/// Every participating State, with the status of its credentials.
using Roll = Shared<std::map<ParticipantId, Credentials>>;

/// The voting has begun: text, rule, method and electorate are fixed. Sealed by the presiding
/// officer.
struct VoteStarted {
    RunNumber run = 0;
    std::int64_t question = 0;
    Hash put = {};  // leaf hash of the question's entry
    std::string sentence = {};
    std::string majority = {};
    Method method = Method::recorded;
    std::map<std::string, Hash> texts = {};
    Roll roll = {};
    std::int64_t participating = 0;             // P
    std::vector<ParticipantId> suspended = {};  // on the roll, without the vote
    std::string build = {};                     // of the software that takes the vote

    friend bool operator==(const VoteStarted&, const VoteStarted&) = default;
};

/// One delegation's choice in one run. Sealed by a delegate of it.
struct Ballot {
    RunNumber run = 0;
    Hash start = {};  // leaf hash of the run's start
    ParticipantId delegation = {};
    std::string id = {};  // 32 hex digits, random: counts once wherever it stands
    std::vector<std::string> replaces = {};  // ids of this delegation's ballots in this run
    Choice choice = Choice::abstain;

    friend bool operator==(const Ballot&, const Ballot&) = default;
};

/// "Have all delegations voted?": the last chance before the close. Sealed by the presiding
/// officer.
struct LastCalled {
    RunNumber run = 0;
    Hash start = {};

    friend bool operator==(const LastCalled&, const LastCalled&) = default;
};

/// No further ballots. Sealed by the presiding officer alone; takes effect at once.
struct VoteClosed {
    RunNumber run = 0;
    Hash start = {};
    std::int64_t waited_ms = 0;  // since the last call, by the terminal's monotonic clock; or 0

    friend bool operator==(const VoteClosed&, const VoteClosed&) = default;
};

/// Fixes the cut. Sealed by presiding officer and secretary.
struct VoteLocked {
    RunNumber run = 0;
    Hash close = {};
    Hash cut = {};                         // SHA-256 of the canonical table of the cut
    std::vector<std::string> behind = {};  // origins of feeds that are behind or unreachable

    friend bool operator==(const VoteLocked&, const VoteLocked&) = default;
};

/// In delegations. present = yes + no + abstaining + not_voting.
struct Figures {
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstaining = 0;
    std::int64_t not_voting = 0;  // present, no position recorded
    std::int64_t present = 0;
    std::int64_t participating = 0;  // P

    std::int64_t present_and_voting() const { return yes + no; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// One test that the outcome rests on, in whole delegations.
struct Clause {
    std::string name = {};  // "quorum", "affirmative_vote", "two_thirds", "majority", ...
    std::int64_t needed = 0;
    std::int64_t received = 0;
    bool met = false;

    friend bool operator==(const Clause&, const Clause&) = default;
};

enum class Outcome {
    adopted,
    carried,
    retained,
    rejected,
    not_adopted,
    tie_rejected,
    tie_second_vote,
    ruling_stands,
    ruling_overruled,
    rejected_as_whole,  // all its operative parts were
    no_decision,
};

/// Sealed by presiding officer and secretary. The table by State is an attachment.
struct ResultAnnounced {
    RunNumber run = 0;
    Hash lock = {};
    Figures figures = {};
    std::vector<Clause> clauses = {};
    Outcome outcome = Outcome::no_decision;
    std::string sentence = {};
    Hash table = {};  // SHA-256 of the voting table

    friend bool operator==(const ResultAnnounced&, const ResultAnnounced&) = default;
};

/// This run has no result; its question may be put to the vote again, as a new run. Before the
/// announcement only. Sealed by presiding officer and secretary.
struct VoteAnnulled {
    RunNumber run = 0;
    Hash start = {};
    std::string reason = {};

    friend bool operator==(const VoteAnnulled&, const VoteAnnulled&) = default;
};

}  // namespace placet::ledger
