#include "ledger/verify/hash_audit.h"

#include "crypto/checkpoint.h"
#include "ledger/encoding.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

class HashAudit {
public:
    HashAudit(Store& store, const AuditOptions& options, AuditReport& report)
        : store_(store), options_(options), report_(report) {}

    void run() {
        const bool whole = hash_entries();
        if (whole) compare_with_checkpoint();
        report_.position = {.origin = report_.key.name, .size = tree_.size(), .root = tree_.root()};
        const bool good = whole && report_.findings.empty() && tree_.size() > 0;
        if (good) report_.good = tree_.size();
        for (const auto level : {Level::storage, Level::log, Level::authority, Level::procedure})
            report_.levels.push_back({.level = level, .proved = "Not looked at."});
        auto& log = report_.levels[1];
        if (good) log.verdict = Verdict::good;
        if (!report_.findings.empty()) log.verdict = Verdict::bad;
        log.proved = good ? fmt::format("All {} entries are as the last checkpoint covers them.",
                                        tree_.size())
                          : fmt::format("The first {} entries were hashed.", tree_.size());
    }

private:
    void find(std::uint64_t entry, std::string what) {
        report_.findings.push_back({.level = Level::log, .entry = entry, .what = std::move(what)});
    }

    /// To the end, or to the first that cannot be hashed or should not be: false.
    bool hash_entries() {
        for (;;) {
            if (options_.progress && !options_.progress(tree_.size(), report_.entries))
                return false;
            const auto block = store_.entries(tree_.size());
            if (!block) {
                find(tree_.size(),
                     fmt::format("The file cannot be read from entry {} on.", tree_.size()));
                return false;
            }
            if (block->empty()) return true;
            for (const auto& stored : *block)
                if (!hash_entry(stored)) return false;
            take_wall_ms(block->front(), block->back());
        }
    }

    bool hash_entry(const StoredEntry& stored) {
        const auto seq = tree_.size();
        if (stored.seq != seq) {
            find(seq, fmt::format("Entry {} is missing.", seq));
            return false;
        }
        if (leaf_hash(bytes_of(stored.data)) != stored.leaf) {
            find(seq, fmt::format("Entry {} was changed after signing.", seq));
            return false;
        }
        tree_.append(stored.leaf);
        return true;
    }

    void take_wall_ms(const StoredEntry& first, const StoredEntry& last) {
        if (const auto entry = decode_entry(first.data); entry && entry->seq == 0)
            report_.first_wall_ms = entry->wall_ms;
        if (const auto entry = decode_entry(last.data)) report_.last_wall_ms = entry->wall_ms;
    }

    void compare_with_checkpoint() {
        const auto last = store_.last_checkpoint();
        if (!last || !*last) return find(0, "There is no checkpoint that can be read.");
        const auto checkpoint = open_checkpoint((*last)->note, report_.key);
        if (!checkpoint)
            return find(0, fmt::format("The last checkpoint is not signed by this terminal: {}.",
                                       checkpoint.error().detail));
        if (checkpoint->size != tree_.size())
            return find(std::min(checkpoint->size, tree_.size()),
                        fmt::format("There are {} entries, and {} were signed.", tree_.size(),
                                    checkpoint->size));
        if (checkpoint->root != tree_.root())
            return find(0, fmt::format("At least one of the entries 0 to {} was changed after "
                                       "signing; the full audit says which.",
                                       tree_.size() - 1));
        report_.checkpoint_note = (*last)->note;
    }

    Store& store_;
    const AuditOptions& options_;
    AuditReport& report_;
    CompactRange tree_ = {};
};

}  // namespace

void audit_hashes(Store& store, const AuditOptions& options, AuditReport& report) {
    HashAudit(store, options, report).run();
}

}  // namespace placet::ledger
