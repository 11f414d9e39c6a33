// own_copies.h: does a copy in reach know more of this terminal's feed than its own ledger? Then
// the ledger lost its end, or is an old image of the disk, and must not be written: a key must
// never sign two histories.
#pragma once

#include "ledger/exchange/carrier.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

/// What a copy knows of the own feed.
enum class CopyState {
    silent,   // nothing that can be used: not there, of another feed, or damaged
    behind,   // fewer entries
    current,  // as many
};

/// Fails forked where the directory has more entries of this feed, signed by its key, saying how
/// many are missing here, or another history; storage if the ledger cannot be read.
Result<CopyState> compare_with_copy(Store& store, const FeedTree& own, Carrier& copy);

}  // namespace placet::ledger
