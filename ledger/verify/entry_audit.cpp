#include "ledger/verify/entry_audit.h"

#include "ledger/authority.h"
#include "ledger/encoding.h"
#include "ledger/index_columns.h"
#include "ledger/procedure/permission.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

constexpr std::size_t findings_limit = 100;  // more of them help nobody, and a file may hold many

/// "Entry 3", "The entries 3 to 9"; requires first < end.
std::string entries_text(std::uint64_t first, std::uint64_t end) {
    return end - first == 1 ? fmt::format("Entry {}", first)
                            : fmt::format("The entries {} to {}", first, end - 1);
}

/// Does the charter name this very key for this feed?
bool names_key(const Charter& charter, const VerifierKey& key) {
    return std::ranges::any_of(charter.terminals, [&](const Terminal& terminal) {
        return terminal.origin == key.name && terminal.key == key.key;
    });
}

}  // namespace

EntryAudit::EntryAudit(VerifierKey key, std::function<bool(const Hash&)> attachment_held,
                       const AuditOptions& options)
    : key_(std::move(key)),
      attachment_held_(std::move(attachment_held)),
      good_entry_(options.good_entry),
      folded_entry_(options.folded) {}

void EntryAudit::find(Level level, std::uint64_t entry, std::string what) {
    if (level != Level::storage) meaning_ = false;
    if (findings_.size() == findings_limit)
        what = fmt::format("There is more; the first {} findings are listed.", findings_limit);
    if (findings_.size() <= findings_limit)
        findings_.push_back({.level = level, .entry = entry, .what = std::move(what)});
}

void EntryAudit::entry(const CarriedEntry& carried) {
    const std::uint64_t seq = tree_.size();
    const auto decoded = decode_entry(carried.bytes);
    if ((decoded ? decoded->leaf : leaf_hash(bytes_of(carried.bytes))) != carried.leaf) {
        tree_.append(carried.leaf);  // with what was signed, what follows can still be checked
        return find(Level::log, seq, fmt::format("Entry {} was changed after signing.", seq));
    }
    FeedPosition before{.origin = key_.name, .size = seq};
    if (decoded && names_cut(decoded->record)) before.root = tree_.root();
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
    if (meaning_) check_meaning(*decoded, before, carried.bytes);
}

void EntryAudit::missing_entry() {
    find(Level::log, tree_.size(), fmt::format("Entry {} is missing.", tree_.size()));
}

void EntryAudit::fork(std::uint64_t other, std::string_view next) {
    const auto entry = decode_entry(next);
    find(
        Level::log, tree_.size(),
        fmt::format("The key of this feed signed two histories: from entry {} on there is another, "
                    "of {} entries, which goes on with \"{}\". Results from there on are withheld.",
                    tree_.size(), other,
                    entry ? in_words(*entry, *conference_) : "an entry that cannot be read"));
}

void EntryAudit::check_columns(const CarriedEntry& carried, const Entry& entry) {
    const auto columns = index_columns(entry);
    if (columns.type != carried.type || columns.run != carried.run ||
        columns.ballot != carried.ballot)
        find(Level::storage, entry.seq,
             fmt::format("The index beside entry {} does not say what the entry says.", entry.seq));
}

void EntryAudit::check_meaning(const Entry& entry, const FeedPosition& before,
                               const std::string& bytes) {
    if (const auto seals = check_seals(*conference_, entry); !seals)
        return find(Level::authority, entry.seq,
                    fmt::format("Entry {}: {}.", entry.seq, seals.error().detail));
    if (const auto allowed = check_entry_rules(*conference_, entry, before); !allowed)
        return find(Level::procedure, entry.seq,
                    fmt::format("Entry {}: {}", entry.seq, allowed.error().detail));
    const auto* charter = std::get_if<Charter>(&entry.record);
    if (charter != nullptr && !names_key(*charter, key_))
        return find(Level::authority, entry.seq,
                    "The charter gives this terminal another key than the one that signs here.");
    fold(entry, bytes);
}

void EntryAudit::fold(const Entry& entry, const std::string& bytes) {
    if (!std::holds_alternative<NotUnderstood>(entry.record)) seals_ += entry.seals.size();
    if (const auto* result = std::get_if<ResultAnnounced>(&entry.record)) {
        ++results_;
        if (!attachment_held_(result->table)) ++missing_attachments_;
    }
    apply(*conference_, entry);
    ++folded_;
    if (folded_entry_) folded_entry_(entry, *conference_);
    if (good_entry_)
        waiting_.push_back({.seq = entry.seq,
                            .wall_ms = entry.wall_ms,
                            .bytes = bytes,
                            .words = in_words(entry, *conference_)});
}

Result<Done> EntryAudit::check_checkpoint(const CarriedCheckpoint& carried) const {
    const auto opened = open_checkpoint(carried.note, key_);
    if (!opened)
        return Error{Fault::unverified,
                     fmt::format("The checkpoint of {} entries is not signed by this terminal: {}.",
                                 carried.size, opened.error().detail)};
    if (opened->size != carried.size || opened->root != carried.root)
        return Error{Fault::unverified,
                     fmt::format("The checkpoint stored for {} entries says something else: it is "
                                 "of {}.",
                                 carried.size, opened->size)};
    return Done{};
}

void EntryAudit::checkpoint(const CarriedCheckpoint& carried) {
    ++checkpoints_;
    const auto checked = check_checkpoint(carried);
    if (!checked) {
        waiting_.clear();
        return find(Level::log, covered_, checked.error().detail);
    }
    if (carried.size > tree_.size())
        return find(Level::log, tree_.size(),
                    fmt::format("{} missing at the end: {} were signed.",
                                carried.size - tree_.size() == 1
                                    ? "1 entry is"
                                    : fmt::format("{} entries are", carried.size - tree_.size()),
                                carried.size));
    if (carried.root != tree_.root()) return uncovered();
    covered_ = tree_.size();
    note_ = carried.note;
    hand_out_covered();
}

/// What was signed is not what is here: some entry since the last good checkpoint is another.
void EntryAudit::uncovered() {
    waiting_.clear();
    // Named already if a checkpoint before this one showed it.
    const bool named = std::ranges::any_of(findings_, [&](const Finding& finding) {
        return finding.level == Level::log && finding.entry && *finding.entry >= covered_;
    });
    if (named) return;
    const auto what =
        tree_.size() - covered_ == 1
            ? fmt::format("Entry {} was", covered_)
            : fmt::format("At least one of the entries {} to {} was", covered_, tree_.size() - 1);
    find(Level::log, covered_, what + " changed after signing.");
}

void EntryAudit::hand_out_covered() {
    for (const auto& good : waiting_) good_entry_(good);
    waiting_.clear();
}

void EntryAudit::finish(AuditReport& report, bool whole) {
    const bool named = std::ranges::any_of(findings_, [&](const Finding& finding) {
        return finding.level == Level::log && finding.entry == covered_;
    });
    if (whole && covered_ != tree_.size() && !named)
        find(Level::log, covered_,
             entries_text(covered_, tree_.size()) +
                 (tree_.size() - covered_ == 1 ? " is" : " are") + " under no checkpoint.");
    report.position = {.origin = key_.name, .size = tree_.size(), .root = tree_.root()};
    report.checkpoint_note = note_;
    report.good = std::min(covered_, folded_);
    for (const auto& finding : findings_)
        if (finding.entry) report.good = std::min(report.good, *finding.entry);
    report.seals = seals_;
    report.results = results_;
    report.first_wall_ms = first_wall_ms_;
    report.last_wall_ms = last_wall_ms_;
    report.not_understood = conference_->not_understood;
    report.conference = conference_;
    report_levels(report, whole);
    report.findings.insert(report.findings.end(), findings_.begin(), findings_.end());
}

LevelReport EntryAudit::level(Level which, bool complete, std::string good,
                              std::string partly) const {
    const bool bad = std::ranges::any_of(
        findings_, [&](const Finding& finding) { return finding.level == which; });
    return {.level = which,
            .verdict = bad        ? Verdict::bad
                       : complete ? Verdict::good
                                  : Verdict::not_checked,
            .proved = complete && !bad ? std::move(good) : std::move(partly)};
}

void EntryAudit::report_levels(AuditReport& report, bool whole) const {
    const bool any = tree_.size() > 0;
    const bool folded = whole && any && folded_ == tree_.size();
    const bool understood = conference_->not_understood.empty();
    report.levels.push_back(level(
        Level::log, whole && any,
        fmt::format("All {} entries are there, in order and unchanged, under {} checkpoints signed "
                    "by this terminal that extend one another.",
                    tree_.size(), checkpoints_),
        fmt::format("The first {} entries are as signed.", covered_)));
    report.levels.push_back(level(
        Level::authority, folded,
        fmt::format("All {} seals are by persons who were entitled to them.", seals_),
        fmt::format("The {} seals of the first {} entries are good; what follows was not checked.",
                    seals_, folded_)));
    auto procedure = fmt::format(
        "Every act was allowed by the rules when it was taken. Results counted again from the "
        "ballots, with the same outcome: {}.",
        results_);
    if (missing_attachments_ > 0)
        procedure += fmt::format(" Voting tables whose text is absent: {}.", missing_attachments_);
    report.levels.push_back(level(
        Level::procedure, folded && understood, std::move(procedure),
        understood ? fmt::format("The first {} entries follow the rules; what follows was not "
                                 "checked.",
                                 folded_)
                   : fmt::format("Entries of kinds that this version does not understand: {}. "
                                 "What they mean for the results is open.",
                                 conference_->not_understood.size())));
}

}  // namespace placet::ledger
