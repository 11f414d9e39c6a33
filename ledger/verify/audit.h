// audit.h: the audit of a ledger from public keys alone, as an outside observer would make it.
//
// Four levels, each of which proves something of its own: storage, log, authority, procedure. It
// works on a private copy of the file and its journal, and says what is still good when something
// is not. It shares encoding and rules with the writer; FORMAT.md exists so that others need not.
#pragma once

#include "crypto/keys.h"
#include "ledger/procedure/conference.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace placet::ledger {

enum class Level { storage, log, authority, procedure };
enum class Verdict { good, bad, not_checked };

std::string_view to_text(Level level);
std::string_view to_text(Verdict verdict);

/// Something that is not as it must be.
struct Finding {
    Level level = Level::storage;
    std::optional<std::uint64_t> entry = {};  // index of the first entry concerned
    std::string what = {};                    // one sentence
};

struct LevelReport {
    Level level = Level::storage;
    Verdict verdict = Verdict::not_checked;
    std::string proved = {};  // what this level showed, or how far it came, in one sentence
};

struct AuditReport {
    VerifierKey key = {};        // of the feed
    bool key_was_given = false;  // known from elsewhere, not from the file alone
    FeedPosition position = {};
    std::string checkpoint_note = {};
    std::uint64_t entries = 0;  // committed in the file
    std::uint64_t good = 0;     // entries 0 to good - 1 are good at every level that was checked
    std::uint64_t undone = 0;   // transactions under way when writing stopped: not committed
    std::uint64_t attachments = 0;  // held, and each as its hash says
    std::uint64_t seals = 0;        // signatures verified
    std::uint64_t results = 0;      // results recomputed from ballots
    std::int64_t first_wall_ms = 0;
    std::int64_t last_wall_ms = 0;
    std::vector<LevelReport> levels = {};  // in the order of Level
    std::vector<Finding> findings = {};
    std::vector<std::uint64_t> not_understood = {};
    /// Of the spine: its key signed another history, too, which shares this many entries. Results
    /// from there on are withheld.
    std::optional<std::uint64_t> forked_at = {};
    std::vector<FeedPosition> other_feeds = {};         // that are held beside the spine, and good
    std::shared_ptr<const Conference> conference = {};  // as far as the entries are good

    bool all_good() const;
    /// Something is not as it must be; otherwise something was at most not checked.
    bool anything_bad() const { return !findings.empty(); }
    /// "Entry 212 was changed after signing. Entries 0 to 211 are good."
    std::string verdict() const;
};

/// An entry that is good at every level, and that a good checkpoint covers.
struct GoodEntry {
    std::uint64_t seq = 0;
    std::int64_t wall_ms = 0;
    std::string bytes = {};
    std::string words = {};
};

struct AuditOptions {
    /// The hashes of all entries and the last checkpoint, and nothing else: ten times as
    /// fast. Of the four levels only the log is then checked; no entry is handed out.
    bool hashes_only = false;
    /// The feed's key as known from elsewhere; without it the file's own is used, and the report
    /// says so.
    std::optional<VerifierKey> key = {};
    /// Called now and then with entries done and all entries; return false to stop.
    std::function<bool(std::uint64_t done, std::uint64_t of)> progress = {};
    /// Called with every good entry, in order.
    std::function<void(const GoodEntry&)> good_entry = {};
    /// Called with every entry that is good at the levels authority and procedure, in order, with
    /// what the entries up to it amount to. Whether it counts, the report says: `good`.
    std::function<void(const Entry&, const Conference&)> folded = {};
};

/// Audits the ledger at this path. Fails absent, in_use (this process may hold it, too), full or
/// storage (cannot be read or copied), or malformed (not a ledger); findings are no failure. The
/// file is left as it is. At most 64 MiB of memory at any size.
Result<AuditReport> audit(const std::filesystem::path& path, const AuditOptions& options);

}  // namespace placet::ledger
