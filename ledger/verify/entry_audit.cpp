#include "ledger/verify/entry_audit.h"

#include "ledger/authority.h"
#include "ledger/encoding.h"
#include "ledger/index_columns.h"
#include "ledger/procedure/permission.h"

#include <algorithm>
#include <fmt/format.h>

namespace placet::ledger {

EntryAudit::EntryAudit(VerifierKey key, std::function<bool(const Hash&)> attachment_held)
    : key_(std::move(key)), attachment_held_(std::move(attachment_held)) {}

void EntryAudit::find(Level level, std::uint64_t entry, std::string what) {
    findings_.push_back({.level = level, .entry = entry, .what = std::move(what)});
    if (level != Level::storage) meaning_ = false;
}

void EntryAudit::entry(const CarriedEntry& carried) {
    const std::uint64_t seq = tree_.size();
    if (leaf_hash(bytes_of(carried.bytes)) != carried.leaf) {
        tree_.append(carried.leaf);  // with what was signed, what follows can still be checked
        return find(Level::log, seq, fmt::format("Entry {} was changed after signing.", seq));
    }
    const auto decoded = decode_entry(carried.bytes);
    FeedPosition before{.origin = key_.name, .size = seq};
    if (decoded && std::holds_alternative<VoteLocked>(decoded->record)) before.root = tree_.root();
    tree_.append(carried.leaf);
    if (!decoded)
        return find(Level::log, seq,
                    fmt::format("Entry {} cannot be read: {}.", seq, decoded.error().detail));
    if (decoded->feed != key_.name || decoded->seq != seq)
        return find(Level::log, seq,
                    fmt::format("Entry {} belongs to another place: it says entry {} of {}.", seq,
                                decoded->seq, decoded->feed));
    check_columns(carried, *decoded);
    if (seq == 0) first_wall_ms_ = decoded->wall_ms;
    last_wall_ms_ = decoded->wall_ms;
    if (meaning_) check_meaning(*decoded, before);
}

void EntryAudit::check_columns(const CarriedEntry& carried, const Entry& entry) {
    const auto columns = index_columns(entry);
    if (columns.type != carried.type || columns.run != carried.run ||
        columns.ballot != carried.ballot)
        find(Level::storage, entry.seq,
             fmt::format("The index beside entry {} does not say what the entry says.", entry.seq));
}

void EntryAudit::check_meaning(const Entry& entry, const FeedPosition& before) {
    if (const auto seals = check_seals(*conference_, entry); !seals)
        return find(Level::authority, entry.seq,
                    fmt::format("Entry {}: {}.", entry.seq, seals.error().detail));
    if (const auto allowed = check_entry_rules(*conference_, entry, before); !allowed)
        return find(Level::procedure, entry.seq,
                    fmt::format("Entry {}: {}", entry.seq, allowed.error().detail));
    fold(entry);
}

void EntryAudit::fold(const Entry& entry) {
    seals_ += entry.seals.size();
    if (const auto* result = std::get_if<ResultAnnounced>(&entry.record)) {
        ++results_;
        if (!attachment_held_(result->table)) ++missing_attachments_;
    }
    apply(*conference_, entry);
    ++folded_;
}

void EntryAudit::checkpoint(const CarriedCheckpoint& carried) {
    ++checkpoints_;
    const auto opened = open_checkpoint(carried.note, key_);
    const auto last = covered_ == tree_.size() ? covered_ : tree_.size() - 1;
    const Hash root = tree_.root();
    if (!opened) {
        find(Level::log, last,
             fmt::format("The checkpoint of {} entries is not signed by this terminal: {}.",
                         carried.size, opened.error().detail));
    } else if (opened->size != tree_.size() || opened->size != carried.size ||
               opened->root != carried.root) {
        find(Level::log, last,
             fmt::format("The checkpoint stored for {} entries is for {}.", carried.size,
                         opened->size));
    } else if (opened->root != root) {
        // Named already if the entry's own bytes gave it away.
        const bool named = std::ranges::any_of(findings_, [&](const Finding& finding) {
            return finding.level == Level::log && finding.entry && *finding.entry >= covered_;
        });
        if (!named)
            find(Level::log, covered_,
                 tree_.size() - covered_ == 1
                     ? fmt::format("Entry {} was changed after signing.", covered_)
                     : fmt::format("One of the entries {} to {} was changed after signing.",
                                   covered_, tree_.size() - 1));
    } else {
        covered_ = tree_.size();
        note_ = carried.note;
    }
}

void EntryAudit::finish(AuditReport& report) {
    if (covered_ != tree_.size() && findings_.empty())
        find(Level::log, covered_,
             fmt::format("Entries {} to {} are under no checkpoint.", covered_, tree_.size() - 1));
    report.position = {.origin = key_.name, .size = tree_.size(), .root = tree_.root()};
    report.checkpoint_note = note_;
    report.entries = tree_.size();
    report.good = tree_.size();
    for (const auto& finding : findings_)
        if (finding.entry) report.good = std::min(report.good, *finding.entry);
    report.seals = seals_;
    report.results = results_;
    report.first_wall_ms = first_wall_ms_;
    report.last_wall_ms = last_wall_ms_;
    report.not_understood = conference_->not_understood;
    report.conference = conference_;

    const auto bad = [&](Level level) {
        return std::ranges::any_of(findings_, [&](const Finding& f) { return f.level == level; });
    };
    const auto level = [&](Level which, std::string good, std::string partly) {
        const bool complete = folded_ == tree_.size() || which == Level::log;
        report.levels.push_back(
            {.level = which,
             .verdict = bad(which) ? Verdict::bad
                        : complete ? Verdict::good
                                   : Verdict::not_checked,
             .proved = complete && !bad(which) ? std::move(good) : std::move(partly)});
    };
    level(Level::log,
          fmt::format("All {} entries are there, in order and unchanged, under {} checkpoints "
                      "signed by this terminal that extend one another.",
                      tree_.size(), checkpoints_),
          fmt::format("Entries 0 to {} are as signed.", static_cast<std::int64_t>(covered_) - 1));
    level(Level::authority,
          fmt::format("All {} seals are by persons who were entitled to them.", seals_),
          fmt::format("The {} seals of the first {} entries are good; what follows was not checked.",
                      seals_, folded_));
    level(Level::procedure,
          fmt::format("Every act was allowed by the rules when it was taken; {} results were "
                      "counted again from the ballots, with the same outcome.",
                      results_) +
              (missing_attachments_ == 0
                   ? ""
                   : fmt::format(" Of {} voting tables the text is absent.", missing_attachments_)),
          fmt::format("The first {} entries follow the rules; what follows was not checked.",
                      folded_));
    report.findings.insert(report.findings.end(), findings_.begin(), findings_.end());
}

}  // namespace placet::ledger
