// branch.h: the other history of a feed whose key signed two, kept so that both can be read.
#pragma once

#include "ledger/exchange/carrier.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

/// Stores what the directory shows of a feed beyond `common` entries, under its checkpoint, as a
/// branch. Its entries are verified by the tree alone: what they would mean is nobody's result.
/// Requires a transaction, and that the directory's tree was seen to part from the held one right
/// there. Fails as the carrier and the store, malformed or unverified.
Result<Done> store_branch(Store& store, Carrier& carrier, const FeedTree& held,
                          const std::string& folder, const std::string& note,
                          const Checkpoint& checkpoint, std::uint64_t common);

}  // namespace placet::ledger
