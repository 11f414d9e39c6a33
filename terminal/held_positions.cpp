#include "terminal/held_positions.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr Byte none = 0;

constexpr Byte byte_of(Choice choice) { return static_cast<Byte>(static_cast<int>(choice) + 1); }

std::vector<ParticipantId> delegations_of(const VoteStarted& start) {
    std::vector<ParticipantId> delegations;
    for (const auto& [id, credentials] : start.roll) delegations.push_back(id);
    return delegations;
}

}  // namespace

HeldPositions::HeldPositions(const VoteStarted& start)
    : roll_(delegations_of(start)), positions_(std::max<std::size_t>(1, roll_.size())) {}

std::size_t HeldPositions::place_of(const ParticipantId& delegation) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(roll_, delegation) - roll_.begin());
}

void HeldPositions::take(const ParticipantId& delegation, Choice choice) {
    positions_.bytes()[place_of(delegation)] = byte_of(choice);
}

bool HeldPositions::has(const ParticipantId& delegation) const {
    return positions_.bytes()[place_of(delegation)] != none;
}

std::int64_t HeldPositions::taken() const {
    return static_cast<std::int64_t>(positions_.bytes().size()) -
           std::ranges::count(positions_.bytes(), none);
}

std::int64_t HeldPositions::count(Choice choice) const {
    return std::ranges::count(positions_.bytes(), byte_of(choice));
}

}  // namespace placet::terminal
