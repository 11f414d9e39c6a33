#include "ledger/verify/store_audit.h"

#include "crypto/tile.h"
#include "ledger/verify/entry_audit.h"
#include "ledger/verify/feed_audit.h"
#include "ledger/verify/hash_audit.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

/// Reads a store from one end to the other.
class StoreAudit {
public:
    StoreAudit(Store& store, const VerifierKey& key, const AuditOptions& options)
        : store_(store),
          options_(options),
          entries_(
              key,
              [&store](const Hash& sha256) {
                  const auto bytes = store.attachment(sha256);
                  return bytes && bytes->has_value();
              },
              options) {}

    void run(AuditReport& report, const StoredFeed& spine) {
        forking_ = audit_branches(store_, spine, findings_);
        if (forking_) report.forked_at = forking_->common;
        check_file();
        check_attachments(report);
        const bool whole = read_entries(report.entries);
        if (whole) {
            check_tile_roots_held();
            pass_checkpoints_beyond();
        }
        entries_.finish(report, whole);
        if (whole && report.conference) audit_other_feeds(store_, *report.conference, report);
        report_storage(report, whole);
    }

private:
    void find(std::string what, std::optional<std::uint64_t> entry = {}) {
        findings_.push_back({.level = Level::storage, .entry = entry, .what = std::move(what)});
    }

    void check_file() {
        const auto damage = store_.integrity_findings();
        if (!damage) return find("The pages of the file cannot be checked.");
        for (const auto& line : *damage)
            find(fmt::format("SQLite's own check of the file says: {}.", line));
        const auto stray = store_.has_stray_rows();
        if (!stray || *stray) find("There are rows in it that belong to no feed.");
    }

    void check_attachments(AuditReport& report) {
        std::optional<Hash> last;
        for (;;) {
            const auto block = store_.attachments_above(last);
            if (!block) return find("The attachments cannot be read.");
            if (block->empty()) return;
            for (const auto& hash : *block) {
                const auto bytes = store_.attachment(hash);
                if (bytes && *bytes && sha256(**bytes) == hash)
                    ++report.attachments;
                else
                    find(fmt::format("The attachment {} is not what its hash says.", hex(hash)));
            }
            last = block->back();
        }
    }

    /// To the end, or to where the file cannot or should not be read further: false.
    bool read_entries(std::uint64_t all) {
        for (;;) {
            if (options_.progress && !options_.progress(entries_.size(), all)) return false;
            auto block = next_block();
            if (!block) {
                find(fmt::format("The file cannot be read from entry {} on.", entries_.size()),
                     entries_.size());
                return false;
            }
            if (block->empty()) return true;
            for (auto& stored : *block)
                if (!pass_entry(std::move(stored))) return false;
        }
    }

    /// A block that ends before what cannot be read, so that what stands before it still counts.
    Result<std::vector<StoredEntry>> next_block() {
        auto block = store_.entries(entries_.size());
        if (block) return block;
        return store_.entries(entries_.size(), 1);
    }

    bool pass_entry(StoredEntry stored) {
        if (stored.seq != entries_.size()) {
            entries_.missing_entry();
            return false;
        }
        if (forking_ && forking_->common == stored.seq)
            entries_.fork(forking_->other, forking_->next);
        entries_.entry({.bytes = std::move(stored.data),
                        .leaf = stored.leaf,
                        .type = std::move(stored.type),
                        .run = stored.run,
                        .ballot = std::move(stored.ballot)});
        check_tile_roots(stored.leaf);
        pass_checkpoint();
        return true;
    }

    /// The checkpoint over the entries so far, if there is one.
    void pass_checkpoint() {
        if (next_checkpoint_ == checkpoints_.size()) read_checkpoints();
        if (next_checkpoint_ == checkpoints_.size()) return;
        const auto& checkpoint = checkpoints_[next_checkpoint_];
        if (checkpoint.size > entries_.size()) return;
        ++next_checkpoint_;
        entries_.checkpoint(
            {.size = checkpoint.size, .root = checkpoint.root, .note = checkpoint.note});
    }

    void read_checkpoints() {
        if (no_more_checkpoints_) return;
        const auto above = checkpoints_.empty()
                               ? std::int64_t{-1}
                               : static_cast<std::int64_t>(checkpoints_.back().size);
        auto block = store_.checkpoints_above(above);
        if (!block)
            find(fmt::format("The checkpoints of more than {} entries cannot be read.", above));
        no_more_checkpoints_ = !block || block->empty();
        if (no_more_checkpoints_) return;
        checkpoints_ = *std::move(block);
        next_checkpoint_ = 0;
    }

    /// What was signed for more entries than there are.
    void pass_checkpoints_beyond() {
        const auto last = store_.last_checkpoint();
        if (!last || !*last || (*last)->size <= entries_.size()) return;
        entries_.checkpoint({.size = (*last)->size, .root = (*last)->root, .note = (*last)->note});
    }

    void check_tile_roots(const Hash& leaf) {
        for (const auto& node : tree_.append(leaf)) {
            if (node.level == 0 || node.level % tile_height != 0) continue;
            ++tile_roots_;
            const auto held = store_.tile_roots(node.level / tile_height, node.index, 1);
            if (!held || held->size() != 1 || held->front() != node.hash)
                find(fmt::format("The root of tile {} at level {} is not that of its entries.",
                                 node.index, node.level / tile_height));
        }
    }

    void check_tile_roots_held() {
        const auto count = store_.tile_root_count();
        if (!count || *count != tile_roots_)
            find("There are other tile roots in it than the entries give.");
    }

    void report_storage(AuditReport& report, bool whole) {
        report.findings.insert(report.findings.begin(), findings_.begin(), findings_.end());
        for (const auto& finding : findings_)
            if (finding.entry) report.good = std::min(report.good, *finding.entry);
        const bool bad = std::ranges::any_of(
            report.findings, [](const Finding& found) { return found.level == Level::storage; });
        report.levels.insert(
            report.levels.begin(),
            {.level = Level::storage,
             .verdict = bad     ? Verdict::bad
                        : whole ? Verdict::good
                                : Verdict::not_checked,
             .proved =
                 bad || !whole
                     ? fmt::format("Read up to entry {} of {}.", entries_.size(), report.entries)
                     : fmt::format("The file is a ledger of this format and nothing else, "
                                   "whole by SQLite's own check; its indexes say what the "
                                   "entries say; {} attachments are what their hashes say.",
                                   report.attachments)});
    }

    Store& store_;
    const AuditOptions& options_;
    EntryAudit entries_;
    CompactRange tree_ = {};
    std::int64_t tile_roots_ = 0;
    std::vector<StoredCheckpoint> checkpoints_ = {};  // a block of them
    std::size_t next_checkpoint_ = 0;
    bool no_more_checkpoints_ = false;
    std::vector<Finding> findings_ = {};
    std::optional<Forking> forking_ = {};
};

/// A report of one finding before which nothing could be looked at.
AuditReport stopped_at(Level level, std::string what) {
    AuditReport report;
    report.findings.push_back({.level = level, .what = std::move(what)});
    for (const auto each : {Level::storage, Level::log, Level::authority, Level::procedure})
        report.levels.push_back(
            {.level = each,
             .verdict = each == level ? Verdict::bad : Verdict::not_checked,
             .proved = each == level ? "Nothing was read beyond this." : "Not looked at."});
    return report;
}

}  // namespace

AuditReport audit_store(Store& store, const AuditOptions& options) {
    if (!store.check_schema())
        return stopped_at(Level::storage,
                          "The file was changed: its tables, indexes and triggers are not exactly "
                          "those of a ledger.");
    const auto feeds = store.feeds();
    if (!feeds)
        return stopped_at(Level::storage,
                          "The file was changed: it does not say whose feed it holds.");
    const auto& key = feeds->front().key;
    if (options.key && *options.key != key) {
        auto report = stopped_at(Level::log, "This is not a ledger of the key that was given.");
        report.key = key;
        return report;
    }
    AuditReport report;
    report.key = key;
    report.key_was_given = options.key.has_value();
    if (const auto size = store.size()) report.entries = *size;
    if (options.hashes_only) {
        audit_hashes(store, options, report);
        if (const auto forking = audit_branches(store, feeds->front(), report.findings)) {
            report.forked_at = forking->common;
            report.good = std::min(report.good, forking->common);
            report.findings.push_back(
                {.level = Level::log,
                 .entry = forking->common,
                 .what = fmt::format("The key of this feed signed two histories that part at entry "
                                     "{}.",
                                     forking->common)});
        }
    } else {
        StoreAudit(store, key, options).run(report, feeds->front());
    }
    return report;
}

}  // namespace placet::ledger
