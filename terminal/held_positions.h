// held_positions.h: the positions of a non-recorded vote while it is open: in memory that is
// neither swapped out nor part of a crash dump, and nowhere else.
//
// Source: architecture.md 3. Nothing here is ever written, printed or given back; only the sums
// leave, once, for the ledger.
#pragma once

#include "crypto/keys.h"
#include "ledger/record.h"

#include <vector>

namespace placet::terminal {

class HeldPositions {
public:
    /// Of the roll of this start, nobody of which has taken a position yet.
    explicit HeldPositions(const ledger::VoteStarted& start);

    /// Replaces what the delegation took before; the time it takes tells nothing of either.
    /// Requires a delegation of the roll.
    void take(const ledger::ParticipantId& delegation, ledger::Choice choice);

    /// Has this delegation taken a position, whichever?
    bool has(const ledger::ParticipantId& delegation) const;

    /// How many have.
    std::int64_t taken() const;

    /// How many took this one: what the ledger is told, once.
    std::int64_t count(ledger::Choice choice) const;

private:
    std::size_t place_of(const ledger::ParticipantId& delegation) const;

    std::vector<ledger::ParticipantId> roll_;
    Secret positions_;  // a byte for each of the roll: 0, or the choice and one
};

}  // namespace placet::terminal
