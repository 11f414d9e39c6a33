#include "ledger/exchange/branch.h"

#include "ledger/encoding.h"
#include "ledger/exchange/bundle_reader.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/index_columns.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

Error not_whole(const Carrier& carrier) {
    return {Fault::unverified,
            fmt::format("{}: the entries of the other history are not those that its checkpoint "
                        "covers. Nothing of it was stored. Ask for a fresh copy.",
                        carrier.name())};
}

Result<FeedNo> insert_branch(Store& store, const FeedTree& held, std::uint64_t common) {
    const auto feeds = store.feeds();
    if (!feeds) return feeds.error();
    const auto histories = std::ranges::count_if(
        *feeds, [&](const StoredFeed& feed) { return feed.key.name == held.key().name; });
    return store.insert_feed(
        {.key = held.key(), .own = false, .branch = histories, .base = common});
}

}  // namespace

Result<Done> store_branch(Store& store, Carrier& carrier, const FeedTree& held,
                          const std::string& folder, const std::string& note,
                          const Checkpoint& checkpoint, std::uint64_t common) {
    const auto number = insert_branch(store, held, common);
    if (!number) return number.error();
    auto tree = held.range_at(store, common);
    if (!tree) return tree.error();
    BundleReader bundles(carrier, folder, checkpoint.size);
    if (const auto sought = bundles.skip_held(store, held, common); !sought) return sought.error();
    while (tree->size() < checkpoint.size) {
        const auto entries = bundles.next();
        if (!entries) return entries.error();
        for (const auto& bytes : *entries) {
            const auto entry = decode_entry(bytes);
            if (!entry) return not_whole(carrier);
            auto columns = index_columns(*entry);
            const auto stored = store.insert({.seq = tree->size(),
                                              .data = bytes,
                                              .leaf = entry->leaf,
                                              .type = std::move(columns.type),
                                              .run = columns.run,
                                              .ballot = std::move(columns.ballot)},
                                             *number);
            if (!stored) return stored.error();
            tree->append(entry->leaf);
        }
    }
    if (tree->root() != checkpoint.root) return not_whole(carrier);
    auto own_lines = log_note(note, held.key());
    if (!own_lines) return own_lines.error();
    return store.insert_checkpoint(
        {.size = checkpoint.size, .root = checkpoint.root, .note = *std::move(own_lines)}, *number);
}

}  // namespace placet::ledger
