// show_of_hands.h: two tellers count apart from each other; equal totals are the result, different
// ones call for a recount, and every count stays in the ledger.
//
// Source: the rules on methods of voting (totals only); two tellers who do not see each other's
// figures are ours. RULES.md.
#pragma once

#include "ledger/procedure/run.h"

namespace placet::ledger {

struct HandsRound {
    std::int64_t round = 1;
    std::vector<HandCount> counts = {};  // none, one or two, by different tellers

    bool complete() const { return counts.size() == 2; }
    /// Complete, with the same totals.
    bool equal() const;
};

/// The last round that was begun; the first if none was.
HandsRound last_round(const Run& run);

/// The round that this teller's count would belong to: a complete round is followed by a recount.
std::int64_t next_round(const Run& run);

/// The totals on which the last complete round agrees; nothing if a round is open or they differ.
std::optional<HandsCounted> agreed_count(const Run& run);

}  // namespace placet::ledger
