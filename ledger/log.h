// log.h: this terminal's own feed in its store: append-only, with its tree and its signed
// checkpoints (RFC 6962, C2SP tlog-checkpoint). Knows nothing of what entries mean.
#pragma once

#include "crypto/checkpoint.h"
#include "ledger/mark.h"
#include "ledger/store.h"

#include <span>

namespace placet::ledger {

/// An entry that is to be appended: its bytes, and what the store finds it by.
struct NewEntry {
    std::string data = {};
    std::string type = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::string> ballot = {};
};

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
    /// forked if the mark knows a longer or another history, saying how many entries are missing
    /// here. A mark that is behind is brought up to date.
    static Result<Log> open(const std::filesystem::path& path, const Options& options);

    /// One durable transaction: entries stored, read back and hashed again, tree extended,
    /// checkpoint signed, its signature verified, stored, committed; then the mark. Requires at
    /// least one entry. Fails unverified (not this feed's key: nothing is written), storage or full
    /// (outcome unknown; nothing more is written until it is opened anew).
    Result<Checkpoint> append(std::span<const NewEntry> entries, const SigningKey& key);

    /// Stores bytes under their hash in a transaction of their own, if they are not there yet.
    Result<Done> attach(const Hash& sha256, BytesView bytes);

    const VerifierKey& key() const { return key_; }
    const CompactRange& tree() const { return tree_; }
    std::uint64_t size() const { return tree_.size(); }
    /// The last checkpoint's signed note; empty before the first entry.
    const std::string& checkpoint_note() const { return note_; }
    bool has_mark() const { return mark_.has_value(); }
    Store& store() { return store_; }

    /// Hash of the perfect subtree (level, index), from stored tile roots and leaves; for proofs.
    Result<Hash> node(int level, std::uint64_t index);

private:
    Log(Store store, VerifierKey key);

    Result<Done> restore_tree();
    Result<Done> compare_with(Mark mark);
    Checkpoint checkpoint() const;
    Result<Done> write(std::span<const NewEntry> entries, CompactRange& tree, std::string& note,
                       const SigningKey& key);

    Store store_;
    VerifierKey key_;
    CompactRange tree_;
    std::string note_;
    std::optional<Mark> mark_;
};

}  // namespace placet::ledger
