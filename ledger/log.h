// log.h: this terminal's own feed in its store: append-only, with its tree and its signed
// checkpoints (RFC 6962, C2SP tlog-checkpoint). Knows nothing of what entries mean.
#pragma once

#include "ledger/feed_tree.h"
#include "ledger/mark.h"

#include <span>

namespace placet::ledger {

class Log {
public:
    struct Options {
        std::optional<std::filesystem::path> mark = {};
        std::string vfs = {};  // SQLite's VFS by name, for tests
    };

    /// Creates the store and the own feed of this key, still without entries. Fails as Mark::open
    /// and Store::create do; forked if the mark knows entries of this feed. No file is then made.
    static Result<Log> create(const std::filesystem::path& path, const VerifierKey& key,
                              const Options& options);

    /// Opens the store and compares its right edge with the last signed checkpoint; entries are not
    /// read. Fails as Store::open and Mark::open do; corrupt if tree and checkpoint disagree;
    /// refused if the file is a copy without a feed of its own; forked if the key signed another
    /// history, kept here, or the mark knows a longer or another one, saying how many entries are
    /// missing here. A mark that is behind is brought up to date.
    static Result<Log> open(const std::filesystem::path& path, const Options& options);

    /// One durable transaction: entries stored, read back and hashed again, tree extended,
    /// checkpoint signed, its signature verified, stored, committed; then the mark. Requires at
    /// least one entry. Fails unverified (not this feed's key: nothing is written), storage or full
    /// (outcome unknown; nothing more is written until it is opened anew).
    Result<Checkpoint> append(std::span<const NewEntry> entries, const SigningKey& key);

    /// Stores bytes under their hash in a transaction of their own, if they are not there yet.
    Result<Done> attach(const Hash& sha256, BytesView bytes);

    const FeedTree& feed() const { return feed_; }
    const VerifierKey& key() const { return feed_.key(); }
    const CompactRange& tree() const { return feed_.tree(); }
    std::uint64_t size() const { return feed_.size(); }
    /// The last checkpoint's signed note; empty before the first entry.
    const std::string& checkpoint_note() const { return feed_.note(); }
    bool has_mark() const { return mark_.has_value(); }
    Store& store() { return store_; }

private:
    Log(Store store, FeedTree feed);

    Result<Done> compare_with(Mark mark);
    Result<Done> write(std::span<const NewEntry> entries, FeedTree& feed, const SigningKey& key);

    Store store_;
    FeedTree feed_;
    std::optional<Mark> mark_;
};

}  // namespace placet::ledger
