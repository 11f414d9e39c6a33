// import.h: a static directory taken into a ledger: what others signed, verified before any of it
// is stored, all or nothing per feed.
//
// Into a copy goes the spine and the feeds that its charter enrols; into a terminal's own ledger
// the other feeds, and below the own checkpoints what witnesses signed. Seals and rules are asked
// as for an entry of one's own; what does not pass is not stored, and the directory stays as
// evidence.
#pragma once

#include "ledger/exchange/carrier.h"
#include "ledger/exchange/fork.h"
#include "ledger/feed_tree.h"
#include "ledger/procedure/conference.h"

#include <functional>
#include <set>

namespace placet::ledger {

/// What became of one feed that the ledger knows.
struct ImportedFeed {
    enum class Arrival {
        absent,       // the directory has nothing of it
        nothing_new,  // as many entries as are held
        older,        // a prefix of what is held
        taken_in,     // entries before to after - 1
        forked,       // the key signed another history: frozen now
        frozen,       // it was; nothing of it is taken in any more
    };
    std::string origin = {};
    Arrival arrival = Arrival::absent;
    std::uint64_t before = 0;  // entries held
    std::uint64_t after = 0;
    std::uint64_t offered = 0;       // entries in the directory
    std::uint64_t cosignatures = 0;  // new ones
    std::optional<Fork> fork = {};
};

struct ImportReport {
    std::vector<ImportedFeed> feeds = {};  // the spine first
    std::uint64_t attachments = 0;         // taken in
    std::vector<Hash> missing = {};        // attachments that entries name and nobody brought yet
    std::vector<std::uint64_t> not_understood = {};  // entries of the spine
};

struct ImportOptions {
    /// Called now and then with entries done and all; return false to stop, which stores nothing.
    std::function<bool(std::uint64_t done, std::uint64_t of)> progress = {};
    /// Takes in the end of the own feed, which the ledger lost: `placet recover`.
    bool recover = false;
};

class Importer {
public:
    /// Requires that the store outlives it and that nobody else writes the feeds of others. Fails
    /// storage or corrupt.
    static Result<Importer> open(Store& store);

    /// Fails absent (no checkpoint there), refused (a feed that is not known here; a longer history
    /// of the own feed: forked), malformed or unverified (the directory is not what it says, an
    /// entry breaks rules), storage or full. What was taken in before the failure of one feed
    /// stays; of that feed nothing.
    Result<ImportReport> take(Carrier& carrier, const ImportOptions& options);

    const Conference& conference() const { return *conference_; }
    const FeedTree& spine() const { return feeds_.front(); }

private:
    /// Where a feed lies in a directory, and what its checkpoint says.
    struct Offer {
        std::string folder = {};
        std::string note = {};
        Checkpoint checkpoint = {};
    };

    /// A feed as it will be if all that is offered is good.
    struct Growth {
        FeedTree feed;
        std::set<Hash> attachments = {};  // that the new entries name
    };

    explicit Importer(Store& store) : store_(store) {}

    Result<std::string> root_origin(Carrier& carrier) const;
    Result<std::optional<Offer>> offer_of(Carrier& carrier, const FeedTree& feed,
                                          const std::string& root_origin) const;
    Result<ImportedFeed> take_feed(Carrier& carrier, std::size_t index, const std::string& origin,
                                   const ImportOptions& options);
    Result<Done> take_entries(Carrier& carrier, std::size_t index, const Offer& offer,
                              const ImportOptions& options);
    Result<Done> verify_and_store(Carrier& carrier, Growth& growth, const Offer& offer,
                                  const ImportOptions& options);
    Result<Done> take_entry(Growth& growth, std::string bytes);
    Result<Fork> freeze(Carrier& carrier, const FeedTree& feed, const Offer& offer);
    Result<std::uint64_t> take_cosignatures(const FeedTree& feed, const Offer& offer);
    Result<Done> enrol_feeds();
    Result<Done> want(const std::set<Hash>& named);
    Result<Done> take_attachments(Carrier& carrier, ImportReport& report);
    Result<Done> store_attachments(const std::vector<std::pair<Hash, Bytes>>& attachments);
    bool is_spine(const FeedTree& feed) const { return feed.feed().number == first_feed; }

    Store& store_;
    std::vector<FeedTree> feeds_ = {};  // branch 0 of each; the spine first
    std::set<std::string> frozen_ = {};
    /// Nobody else's, so that folding in an entry copies nothing.
    std::shared_ptr<Conference> conference_ = {};
    std::set<Hash> wanted_ = {};  // attachments that entries name and that are not here
};

}  // namespace placet::ledger
