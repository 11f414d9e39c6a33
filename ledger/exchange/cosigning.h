// cosigning.h: what stands below a checkpoint: the log's own line, and those of witnesses, of which
// a follower may be one.
#pragma once

#include "crypto/cosignature.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

inline constexpr std::size_t cosignature_limit = 16;  // kept below one checkpoint

/// The note with the lines of its log alone. Fails malformed.
Result<std::string> log_note(std::string_view note, const VerifierKey& log);

/// The lines that have the form of a witness's: below this log's checkpoint, and of another key.
/// Whether they are right, only the witnesses' keys show. At most cosignature_limit of them.
Result<std::vector<std::string>> cosignature_lines(std::string_view note, const VerifierKey& log);

/// The note with these lines of witnesses below it, each once. A line that is there stays.
Result<std::string> with_lines(std::string note, const std::vector<std::string>& lines);

/// The note of the feed's last checkpoint with the lines of witnesses that are stored.
Result<std::string> cosigned_note(Store& store, const FeedTree& feed);

/// Who cosigns, with a key that signs nothing else.
struct Witness {
    std::string name = {};
    SigningKey key;
};

/// Signs the last checkpoint of a feed whose every entry is held, unless this witness did; stores
/// the line. True if it is new. Requires that the feed is not forked, and a time in seconds since
/// 1970. Fails storage or full.
Result<bool> cosign_held(Store& store, const FeedTree& feed, const Witness& witness,
                         std::uint64_t time);

}  // namespace placet::ledger
