#include "ledger/verify/head.h"

#include "ledger/feed_tree.h"
#include "ledger/verify/ledger_copy.h"

namespace placet::ledger {

Result<Head> read_head(const std::filesystem::path& path) {
    const auto copy = LedgerCopy::make(path);
    if (!copy) return copy.error();
    auto store = Store::open(copy->path());
    if (!store) return copy->about_original(store.error());
    const auto feeds = store->feeds();
    if (!feeds) return feeds.error();
    const auto feed = FeedTree::restore(*store, feeds->front());
    if (!feed) return feed.error();
    return Head{.key = feed->key(), .checkpoint_note = feed->note()};
}

}  // namespace placet::ledger
