// words.h: an entry as a sentence for a person. English; never parsed by anything.
#pragma once

#include "ledger/procedure/conference.h"

#include <string>

namespace placet::ledger {

/// One sentence, without the entry's index. `conference` is what the entries up to and including
/// this one amount to; names come from it.
std::string in_words(const Entry& entry, const Conference& conference);

/// "14:02:07": the time of day of a clock reading, in UTC.
std::string clock_text(std::int64_t wall_ms);

/// "2026-11-24 14:02:07 UTC"
std::string date_text(std::int64_t wall_ms);

}  // namespace placet::ledger
