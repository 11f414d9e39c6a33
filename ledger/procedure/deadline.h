// deadline.h: until when the rules let something wait, in the time that is shown.
//
// No clock decides anything: nothing is refused because of what stands here. It is counted from the
// clock reading of an entry, said by the presiding officer and shown at the desk, with a warning
// when the last entry was made later.
#pragma once

#include "ledger/procedure/conference.h"

#include <optional>
#include <string>

namespace placet::ledger {

/// Until when the second vote on the question before the meeting is taken; nothing if none is due,
/// or the rules set no limit.
std::optional<std::int64_t> second_vote_by(const Conference& conference);

/// Until when the vote on this proposal may be deferred; nothing if it is not, or without a limit.
std::optional<std::int64_t> deferred_until(const Conference& conference, const Proposal& proposal);

/// Has the last entry been made after this moment?
bool is_past(const Conference& conference, std::int64_t moment);

/// "14:02:07": the time of day of a clock reading, in UTC.
std::string clock_text(std::int64_t wall_ms);

/// "2026-11-24 14:02:07 UTC"
std::string date_text(std::int64_t wall_ms);

}  // namespace placet::ledger
