// feed_audit.h: the feeds of a ledger's file beside the spine: second histories of a key, and what
// other terminals signed.
#pragma once

#include "ledger/store.h"
#include "ledger/verify/audit.h"

namespace placet::ledger {

/// Where the history of a feed ends that its key contradicted.
struct Forking {
    std::uint64_t common = 0;  // entries that both histories have
    std::uint64_t other = 0;   // entries of the other
    std::string next = {};     // bytes of the other's first entry of its own
};

/// Recomputes every branch of this feed from its entries and compares it with the checkpoint that
/// the key signed for it. The earliest fork that is proven so, if any. A branch that proves
/// nothing is a finding of the level storage.
std::optional<Forking> audit_branches(Store& store, const StoredFeed& feed,
                                      std::vector<Finding>& findings);

/// Recomputes the feeds that are neither the spine nor branches: bytes, places, tree, checkpoint,
/// and the seals by persons that the spine accredited. Findings name the feed; `report` gets the
/// feeds that are good.
void audit_other_feeds(Store& store, const Conference& conference, AuditReport& report);

}  // namespace placet::ledger
