#include "ledger/exchange/counts.h"

#include <fmt/format.h>

namespace placet::ledger {

std::string entries_text(std::uint64_t count) {
    return count == 1 ? "1 entry" : fmt::format("{} entries", count);
}

std::string missing_text(std::uint64_t count) {
    return entries_text(count) + (count == 1 ? " is missing here" : " are missing here");
}

}  // namespace placet::ledger
