// canonical.h: the restricted canonical JSON of entries (RFC 8785 with integers only and ASCII
// member names). FORMAT.md section 2 states the profile; the bytes are the truth and are never
// written again to verify them.
#pragma once

#include "crypto/result.h"

#include <string_view>
#include <vector>

namespace placet::ledger {

inline constexpr std::size_t entry_size_limit = 16384;  // bytes
inline constexpr int nesting_limit = 8;                 // objects and arrays within each other
inline constexpr std::int64_t integer_limit = 9007199254740991;  // 2^53 - 1

/// A member of an object with the bytes of its value as they stand in the text.
struct Member {
    std::string_view name = {};
    std::string_view value = {};
};

/// Reads one canonical object whole and returns its members in order; the views live as long as
/// the text. One pass, no memory by depth. Fails (malformed), naming what and at which byte, on
/// anything that the profile does not allow: every accepted text is the only spelling of its value.
Result<std::vector<Member>> scan_object(std::string_view text);

/// Is this text well-formed UTF-8 without the control characters that the profile refuses?
bool is_plain_text(std::string_view text);

}  // namespace placet::ledger
