// core_image.h: what a crash dump of this process would hold, and whether the positions of a vote
// can be read from bytes.
#pragma once

#include "crypto/keys.h"
#include "ledger/record.h"

#include <functional>
#include <optional>
#include <string>

namespace placet::tests {

/// Every writable region of this process that the system puts into a dump: those that ask not to be
/// dumped are left out, as the kernel and debuggers do. A region is given as a copy, with what
/// proc(5) calls it: "[heap]", a file, or nothing.
void for_each_dumped_region(
    const std::function<void(BytesView bytes, const std::string& name)>& look);

/// Delegations and how each voted. The positions stand in memory that is dumped for nobody, so that
/// the search does not find itself.
class KnownPositions {
public:
    explicit KnownPositions(std::vector<ledger::ParticipantId> delegations);

    const std::vector<ledger::ParticipantId>& delegations() const { return delegations_; }
    ledger::Choice of(std::size_t place) const;
    void set(std::size_t place, ledger::Choice choice);

    /// Do bytes at an even distance, whatever they are, tell the positions one after the other?
    /// Where they stand, in words; or nothing.
    std::optional<std::string> stand_in_a_row(BytesView bytes) const;
    /// Is there a distance at which the byte beside the name of each delegation tells its position?
    std::optional<std::string> stand_beside_names(BytesView bytes) const;

private:
    bool row_at(BytesView bytes, std::size_t from, std::size_t distance) const;

    std::vector<ledger::ParticipantId> delegations_;
    Secret positions_;
};

}  // namespace placet::tests
