// carrier_tree.h: the tree of a feed as a static directory's hash tiles show it. Nothing in it is
// verified: what it gives is for proofs, which are checked.
#pragma once

#include "crypto/merkle.h"
#include "crypto/tile.h"
#include "ledger/exchange/carrier.h"

#include <map>

namespace placet::ledger {

/// The bytes of a tile, of that whole tile's beginning where only the full one is there (C2SP
/// tlog-tiles). Fails as Carrier::read, or malformed if it is shorter than a hash tile must be.
Result<Bytes> read_tile(Carrier& carrier, const std::string& folder, const Tile& tile,
                        std::uint64_t from, std::size_t limit);

class CarrierTree {
public:
    /// Of `size` leaves, in this folder of the directory. The carrier outlives it.
    CarrierTree(Carrier& carrier, std::string folder, std::uint64_t size)
        : carrier_(carrier), folder_(std::move(folder)), size_(size) {}

    /// Hash of the perfect subtree (level, index). Fails as the carrier, or malformed.
    Result<Hash> node(int level, std::uint64_t index);
    /// Root hash of the first `size` leaves.
    Result<Hash> root_at(std::uint64_t size);
    /// That the whole tree extends that of its first `size` leaves.
    Result<Proof> consistency(std::uint64_t size);

private:
    Result<const Bytes*> tile(int level, std::uint64_t index);

    Carrier& carrier_;
    std::string folder_;
    std::uint64_t size_;
    std::map<std::pair<int, std::uint64_t>, Bytes> tiles_ = {};
};

}  // namespace placet::ledger
