// restoration.h: what a spine that is stored amounts to, without reading the ballots of decided
// votes.
#pragma once

#include "ledger/feed_tree.h"
#include "ledger/procedure/conference.h"

#include <memory>

namespace placet::ledger {

/// A charter enrols the terminal whose feed it stands in, under the key that signs this feed. Other
/// records pass. Fails refused.
Result<Done> check_own_terminal(const Entry& entry, const VerifierKey& key);

/// Folds all entries of the spine but the ballots of runs that are announced or annulled: bytes
/// are those that were hashed, columns agree with them, and the rules allow each entry (seals,
/// hashes and announced counts are the audit's). Of no entries, an empty conference. Fails storage,
/// or corrupt.
Result<std::shared_ptr<Conference>> restore_conference(Store& store, const FeedTree& spine);

}  // namespace placet::ledger
