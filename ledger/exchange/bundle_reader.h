// bundle_reader.h: the entries of a feed in a static directory, bundle by bundle, from where a
// ledger's own end.
#pragma once

#include "ledger/exchange/carrier_tree.h"
#include "ledger/feed_tree.h"

namespace placet::ledger {

class BundleReader {
public:
    /// May a bundle hold more than is asked for? That of a later checkpoint does, and of a web
    /// server that has no partial one any more.
    enum class Extent { at_least, exact };

    /// Of a feed of `size` entries in this folder of the directory. The carrier outlives it.
    BundleReader(Carrier& carrier, std::string folder, std::uint64_t size,
                 Extent extent = Extent::at_least)
        : carrier_(carrier), folder_(std::move(folder)), size_(size), extent_(extent) {}

    /// The first `count` entries are held in this feed of the store, and need not come over again.
    Result<Done> skip_held(Store& store, const FeedTree& feed, std::uint64_t count);

    /// The next entries, at most those of one bundle; none at the end. Nothing of them is verified.
    /// Fails as the carrier, or malformed if a bundle does not hold what it must.
    Result<std::vector<std::string>> next();

    std::uint64_t position() const { return position_; }

private:
    Carrier& carrier_;
    std::string folder_;
    std::uint64_t size_;
    Extent extent_;
    std::uint64_t position_ = 0;  // index of the next entry
    std::uint64_t offset_ = 0;    // in its bundle, bytes
};

}  // namespace placet::ledger
