// encoding.h: an entry's bytes: envelope, content and seals; and back.
//
// FORMAT.md section 3. All members are required and stand in this order, without white space:
//
//     {"content":{...},"feed":"<origin>","seals":[{"person":"<id>","role":"<role>","sig":"<b64>"}],
//      "seq":<n>,"type":"<type>/<version>","unit":"<organ>","v":1,"wall_ms":<n>}
#pragma once

#include "ledger/record.h"

namespace placet::ledger {

/// The unit of entries that concern no organ alone.
inline constexpr std::string_view conference_unit = "conference";

/// A record that wants to become an entry: all but its place, which the ledger gives.
struct Draft {
    std::string type = {};
    std::string unit = {};
    std::string content = {};  // canonical bytes; what seals cover
    std::vector<Seal> seals = {};
};

/// A draft of this record without seals. Fails as encode_content does.
Result<Draft> draft_of(const Record& record, std::string_view unit);

/// The bytes of the entry at its place. Fails (malformed) if they break the profile, the size
/// limit of 16,384 bytes among it.
Result<std::string> encode_entry(const Draft& draft, std::string_view feed, std::uint64_t seq,
                                 std::int64_t wall_ms);

/// Reads an entry strictly. Fails (malformed), naming what. Says nothing of seals or rules.
Result<Entry> decode_entry(std::string_view bytes);

}  // namespace placet::ledger
