// fork.h: one key, two histories: found, and proven.
#pragma once

#include "ledger/exchange/carrier_tree.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

struct Fork {
    std::string origin = {};
    std::uint64_t common = 0;   // entries that both histories have
    std::uint64_t held = 0;     // entries of the one that is held here
    std::uint64_t other = 0;    // entries of the other
    std::string evidence = {};  // a file that anybody can check (fork_evidence.h)
};

/// Compares what is held with what a directory shows of the same feed. `note` was opened with the
/// feed's key and says `checkpoint`. Nothing if one history begins with the other. Fails as the
/// carrier and the store do, or unverified: the directory's hashes are not what its checkpoint
/// covers, so it shows no history at all.
Result<std::optional<Fork>> find_fork(Store& store, const FeedTree& held, CarrierTree& other,
                                      const std::string& note, const Checkpoint& checkpoint);

/// "ledger.example/desk signed two histories: entries 0 to 211 are the same, ..."
std::string fork_text(const Fork& fork);

}  // namespace placet::ledger
