// ledger.h: the one place where something is written: a draft is judged by the rules, becomes an
// entry of this terminal's feed in one durable transaction, and is folded into the conference.
//
// Not for several threads: writer.h gives it one of its own.
#pragma once

#include "ledger/encoding.h"
#include "ledger/log.h"
#include "ledger/procedure/conference.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace placet::ledger {

/// Milliseconds since 1970 as the machine's clock has it; shown, never decisive.
using WallClock = std::function<std::int64_t()>;
std::int64_t system_wall_ms();

/// Where a recorded entry stands. Holding one means: it is durable.
struct Receipt {
    EntryRef entry = {};
};

class Ledger;

/// Entries on their way into one transaction: each is judged as if those before it were recorded.
/// Nothing is recorded before `commit`; a batch that is dropped leaves no trace. Requires that
/// nobody else appends meanwhile.
class Batch {
public:
    explicit Batch(Ledger& ledger);

    /// Fails refused, unverified or malformed; the batch is then as it was.
    Result<EntryRef> add(const Draft& draft);
    /// One durable transaction. Fails as Ledger::append does.
    Result<Done> commit();

    /// As they will be after the entries added so far.
    const Conference& conference() const;
    FeedPosition position() const;

private:
    Ledger& ledger_;
    std::shared_ptr<Conference> changed_ = {};  // the ledger's, with the entries added; or nothing
    CompactRange tree_;
    std::vector<NewEntry> entries_ = {};
};

class Ledger {
public:
    struct Options {
        std::optional<std::filesystem::path> mark = {};  // second medium; log.h
        WallClock clock = system_wall_ms;
        std::string vfs = {};  // SQLite's VFS by name, for tests
    };

    /// Founds a conference: creates the file, which must not exist, with the charter as its first
    /// entry. `origin` and key are those of the charter's terminal that founds. Fails as
    /// Log::create and append do; a file that could not be founded is removed again.
    static Result<Ledger> found(const std::filesystem::path& path, const Draft& charter,
                                std::string_view origin, SigningKey terminal_key, Options options);

    /// Opens to append. Checks the right edge, then folds all entries but the ballots of runs that
    /// are announced. Fails as Log::open does; malformed if it was never founded (a power cut in
    /// `found`); corrupt if the rules refuse a stored entry (seals, hashes and announced counts are
    /// the audit's); refused if the key is not that of the feed.
    static Result<Ledger> open(const std::filesystem::path& path, SigningKey terminal_key,
                               Options options);

    /// One durable transaction. Fails refused or unverified (nothing is written), malformed (too
    /// large), or storage (outcome unknown: open again and ask `recorded`).
    Result<Receipt> append(const Draft& draft);

    /// Stores the bytes under their SHA-256. At most 8 MiB. Storing them again has no effect.
    Result<Hash> attach(BytesView bytes);
    Result<std::optional<Bytes>> attachment(const Hash& sha256);

    /// Is a ballot with this id in the ledger? The answer after a restart.
    Result<std::optional<Receipt>> recorded(std::string_view ballot_id);

    const Conference& conference() const { return *conference_; }
    /// The same, to be handed to another thread: a snapshot that nobody changes.
    std::shared_ptr<const Conference> snapshot() const { return conference_; }
    FeedPosition position() const;
    const std::string& checkpoint_note() const;
    const VerifierKey& verifier_key() const;
    Log& log() { return *log_; }

private:
    friend class Batch;
    Ledger(Log log, SigningKey key, Options options);

    Result<Done> restore();

    std::unique_ptr<Log> log_;
    SigningKey key_;
    Options options_;
    std::shared_ptr<const Conference> conference_ = std::make_shared<const Conference>();
};

}  // namespace placet::ledger
