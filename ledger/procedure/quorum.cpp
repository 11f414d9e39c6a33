#include "ledger/procedure/quorum.h"

namespace placet::ledger {

std::int64_t quorum_to_open(const RuleProfile& profile, const Unit& unit,
                            std::int64_t participating) {
    return fewest(organ_rules(profile, unit.kind).quorum_open, participating);
}

std::int64_t quorum_to_decide(const RuleProfile&, const Unit&, std::int64_t participating) {
    return fewest(more_than_half, participating);
}

}  // namespace placet::ledger
