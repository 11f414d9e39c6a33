#include "ledger/procedure/show_of_hands.h"

namespace placet::ledger {

bool HandsRound::equal() const {
    if (!complete()) return false;
    const auto& first = counts[0].counted;
    const auto& second = counts[1].counted;
    return first.yes == second.yes && first.no == second.no &&
           first.abstaining == second.abstaining;
}

HandsRound last_round(const Run& run) {
    HandsRound last;
    if (run.hand_counts.empty()) return last;
    last.round = run.hand_counts.back().counted.round;
    for (const auto& count : run.hand_counts)
        if (count.counted.round == last.round) last.counts.push_back(count);
    return last;
}

std::int64_t next_round(const Run& run) {
    const auto last = last_round(run);
    return last.complete() ? last.round + 1 : last.round;
}

std::optional<HandsCounted> agreed_count(const Run& run) {
    const auto last = last_round(run);
    return last.equal() ? std::optional(last.counts.front().counted) : std::nullopt;
}

}  // namespace placet::ledger
