// pin_waits.h: after a wrong PIN the next is taken later, and later still after another.
#pragma once

#include "ledger/record.h"

#include <algorithm>
#include <map>

namespace placet::terminal {

/// Of every person for itself: whoever tries with a badge that was found keeps nobody else waiting.
class PinWaits {
public:
    /// 1, 2, 4, 8 and then 16 s: a slip costs a second, and a million PINs half a year.
    static constexpr std::int64_t first_ms = 1'000, longest_ms = 16'000;

    /// The PIN that was entered at `now_ms` (monotonic) was wrong.
    void wrong(const ledger::PersonId& person, std::int64_t now_ms) {
        auto& wait = waits_[person];
        wait.next_ms = std::clamp(2 * wait.next_ms, first_ms, longest_ms);
        wait.until_ms = now_ms + wait.next_ms;
    }
    /// A right one ends the waiting: the next wrong one is the first again.
    void right(const ledger::PersonId& person) { waits_.erase(person); }
    /// Until a PIN is taken; 0 if it is now.
    std::int64_t left_ms(const ledger::PersonId& person, std::int64_t now_ms) const {
        const auto found = waits_.find(person);
        return found == waits_.end() ? 0
                                     : std::max<std::int64_t>(0, found->second.until_ms - now_ms);
    }

private:
    struct Wait {
        std::int64_t next_ms = 0;
        std::int64_t until_ms = 0;
    };
    std::map<ledger::PersonId, Wait> waits_ = {};
};

}  // namespace placet::terminal
