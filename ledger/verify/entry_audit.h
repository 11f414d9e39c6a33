// entry_audit.h: the levels log, authority and procedure, entry by entry, in bounded memory.
//
// Pure: it is given what some carrier holds (a ledger's copy now) and says what does not fit.
#pragma once

#include "crypto/checkpoint.h"
#include "ledger/verify/audit.h"

namespace placet::ledger {

/// An entry as a carrier holds it: the bytes, and what the carrier says about them.
struct CarriedEntry {
    std::string bytes = {};
    Hash leaf = {};
    std::string type = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::string> ballot = {};
};

/// A checkpoint as a carrier holds it.
struct CarriedCheckpoint {
    std::uint64_t size = 0;
    Hash root = {};
    std::string note = {};
};

class EntryAudit {
public:
    /// `attachment_held`: does the carrier hold bytes with this SHA-256? Of the options only the
    /// calls with entries are used.
    EntryAudit(VerifierKey key, std::function<bool(const Hash&)> attachment_held,
               const AuditOptions& options);

    /// The next entry, from 0.
    void entry(const CarriedEntry& carried);
    /// The next entry is where the key signed another history, too: nothing from it on counts.
    /// `other` entries are in that one, which goes on with the entry of these bytes.
    void fork(std::uint64_t other, std::string_view next);
    /// The carrier has no such entry, and others after it: nothing more is given.
    void missing_entry();
    /// A checkpoint over the entries so far, right after its last entry; or, when no entry follows,
    /// one over more than there are.
    void checkpoint(const CarriedCheckpoint& carried);
    /// Fills the three levels, findings and figures. `whole`: no entry follows; otherwise the
    /// carrier could or should not be read to the end.
    void finish(AuditReport& report, bool whole);

    std::uint64_t size() const { return tree_.size(); }

private:
    void find(Level level, std::uint64_t entry, std::string what);
    void check_columns(const CarriedEntry& carried, const Entry& entry);
    void check_meaning(const Entry& entry, const FeedPosition& before, const std::string& bytes);
    void fold(const Entry& entry, const std::string& bytes);
    Result<Done> check_checkpoint(const CarriedCheckpoint& carried) const;
    void uncovered();
    void hand_out_covered();
    LevelReport level(Level which, bool complete, std::string good, std::string partly) const;
    void report_levels(AuditReport& report, bool whole) const;

    VerifierKey key_;
    std::function<bool(const Hash&)> attachment_held_;
    std::function<void(const GoodEntry&)> good_entry_;
    std::function<void(const Entry&, const Conference&)> folded_entry_;
    std::vector<GoodEntry> waiting_ = {};  // good, and not yet under a checkpoint
    CompactRange tree_;
    std::shared_ptr<Conference> conference_ = std::make_shared<Conference>();
    std::vector<Finding> findings_;
    std::uint64_t covered_ = 0;  // entries under a good checkpoint
    std::uint64_t checkpoints_ = 0;
    std::uint64_t folded_ = 0;  // entries whose meaning was checked and good
    std::uint64_t missing_attachments_ = 0;
    std::uint64_t seals_ = 0;
    std::uint64_t results_ = 0;
    bool meaning_ = true;  // still folding: no entry was bad so far
    std::string note_;
    std::int64_t first_wall_ms_ = 0;
    std::int64_t last_wall_ms_ = 0;
};

}  // namespace placet::ledger
