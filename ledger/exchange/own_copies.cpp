#include "ledger/exchange/own_copies.h"

#include "ledger/exchange/counts.h"
#include "ledger/exchange/static_directory.h"

#include <fmt/format.h>

namespace placet::ledger {
namespace {

/// At the root, or beside another feed.
std::optional<Checkpoint> checkpoint_in(Carrier& copy, const VerifierKey& key) {
    for (const bool at_root : {true, false}) {
        const auto note = copy.read(feed_folder(key.name, at_root) + std::string(checkpoint_name),
                                    0, note_size_limit + 1);
        if (!note) continue;
        auto opened = open_checkpoint(text_of(*note), key);
        if (opened) return *std::move(opened);
    }
    return std::nullopt;
}

}  // namespace

Result<CopyState> compare_with_copy(Store& store, const FeedTree& own, Carrier& copy) {
    const auto known = checkpoint_in(copy, own.key());
    if (!known) return CopyState::silent;
    if (known->size > own.size()) {
        return Error{
            Fault::forked,
            fmt::format("{} holds {} entries of this terminal, and its ledger {}: {}. "
                        "Nothing is written. This ledger lost its end, or is an older copy of the "
                        "disk: bring the end back with placet recover --ledger FILE {}, then start "
                        "again.",
                        copy.name(), known->size, own.size(),
                        missing_text(known->size - own.size()), copy.name())};
    }
    const auto root = own.root_at(store, known->size);
    if (!root) return root.error();
    if (*root != known->root)
        return Error{Fault::forked,
                     fmt::format("{} holds another history of this terminal than its ledger. "
                                 "Nothing is written. Keep both and call the secretariat; placet "
                                 "diff says where they part.",
                                 copy.name())};
    return known->size == own.size() ? CopyState::current : CopyState::behind;
}

}  // namespace placet::ledger
