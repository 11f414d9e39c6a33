// run.h: one vote on its way from start to announcement, as the entries so far have it.
#pragma once

#include "ledger/record.h"
#include "ledger/shared.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace placet::ledger {

/// Where an entry stands in the spine.
struct EntryRef {
    std::uint64_t seq = 0;
    Hash leaf = {};
    std::int64_t wall_ms = 0;
};

/// The 32 digits of a ballot's id, without a place of their own in memory: a new one is compared
/// with all that were cast.
using BallotId = std::array<char, 32>;

/// Nothing unless it is 32 lower-case hex digits.
std::optional<BallotId> ballot_id_of(std::string_view text);

/// A ballot as it stands in the ledger.
struct CastBallot {
    Ballot ballot = {};
    PersonId person = {};
    EntryRef entry = {};
};

/// What one delegation's ballots of a run amount to.
struct Position {
    std::vector<CastBallot> standing = {};  // ballots that no other replaces
    bool contested() const;                 // two standing ballots with different choices
    std::optional<Choice> counted() const;  // nothing if contested
};

/// An answer to a name called, as it stands in the ledger.
struct NotedAnswer {
    AnswerGiven answer = {};
    PersonId person = {};  // who noted it
    EntryRef entry = {};
};

/// One teller's totals.
struct HandCount {
    HandsCounted counted = {};
    PersonId teller = {};
    EntryRef entry = {};
};

enum class RunPhase { voting, closed, locked, announced, annulled };

struct Run {
    VoteStarted start = {};
    std::string unit = {};
    EntryRef start_entry = {};
    RunPhase phase = RunPhase::voting;
    /// All, in entry order. Of a roll-call: the standing answer of each delegation, as a ballot.
    std::map<ParticipantId, Shared<std::vector<CastBallot>>> ballots = {};
    std::vector<BallotId> ballot_ids = {};            // of all that were cast, in ascending order
    std::optional<LotCommitted> lot_commitment = {};  // of a roll-call
    std::optional<LotDrawn> lot = {};                 // of a roll-call
    std::map<ParticipantId, std::vector<NotedAnswer>> answers = {};  // of a roll-call: all
    std::vector<HandCount> hand_counts = {};                         // of a show of hands: all
    std::optional<TotalsTaken> totals = {};                          // of a non-recorded vote
    std::optional<EntryRef> last_call = {};
    std::optional<EntryRef> close_entry = {};
    std::optional<VoteLocked> lock = {};
    std::optional<EntryRef> lock_entry = {};
    /// Noted present, or cast a ballot in this run; fixed by the close.
    std::set<ParticipantId> present_at_close = {};

    /// The delegation's standing ballots; empty if it cast none.
    Position position(const ParticipantId& delegation) const;
};

}  // namespace placet::ledger
