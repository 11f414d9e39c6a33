// counts.h: numbers of entries in sentences.
#pragma once

#include <cstdint>
#include <string>

namespace placet::ledger {

/// "1 entry", "12 entries"
std::string entries_text(std::uint64_t count);

/// "1 entry is missing here", "12 entries are missing here"
std::string missing_text(std::uint64_t count);

}  // namespace placet::ledger
