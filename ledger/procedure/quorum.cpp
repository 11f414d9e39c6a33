#include "ledger/procedure/quorum.h"

namespace placet::ledger {

std::int64_t quorum_to_open(const RuleProfile& profile, const Unit& unit,
                            std::int64_t participating) {
    const auto& fraction = organ_rules(profile, unit.kind).quorum_open;
    return (participating * fraction.numerator + fraction.denominator - 1) / fraction.denominator;
}

std::int64_t quorum_to_decide(const RuleProfile&, const Unit&, std::int64_t participating) {
    return participating / 2 + 1;
}

}  // namespace placet::ledger
