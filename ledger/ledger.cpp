#include "ledger/ledger.h"

#include "ledger/authority.h"
#include "ledger/index_columns.h"
#include "ledger/procedure/permission.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>

namespace placet::ledger {

std::int64_t system_wall_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

namespace {

/// A charter enrols the terminal that founds, under the key that signs this feed.
Result<Done> check_own_terminal(const Entry& entry, const VerifierKey& key) {
    const auto* charter = std::get_if<Charter>(&entry.record);
    if (charter == nullptr) return Done{};
    const auto own = std::ranges::find(charter->terminals, key.name, &Terminal::origin);
    if (own != charter->terminals.end() && own->key == key.key) return Done{};
    return Error{Fault::refused,
                 "The charter names another key for this terminal, or does not name the terminal. "
                 "Nothing was founded. Give the key that the charter was made with."};
}

/// The count of an announcement is the audit's: its ballots are not read here. So are decisions
/// without a vote that rest on an entry which a later version made and understood.
Result<Done> may_be_restored(const Conference& conference, const Entry& entry) {
    if (std::holds_alternative<ResultAnnounced>(entry.record)) return may_announce(conference);
    const auto& consensus = conference.consensus;
    if (!consensus || !consensus->indeterminate) return may_append(conference, entry);
    const bool next = (consensus->phase() == ConsensusPhase::proposed &&
                       std::holds_alternative<ConsensusGavelled>(entry.record)) ||
                      (consensus->phase() == ConsensusPhase::gavelled &&
                       std::holds_alternative<ConsensusConfirmed>(entry.record));
    return next ? Result<Done>(Done{}) : may_append(conference, entry);
}

}  // namespace

// ---- a batch ----------------------------------------------------------------------------------

Batch::Batch(Ledger& ledger) : ledger_(ledger), tree_(ledger.log_->tree()) {}

const Conference& Batch::conference() const { return changed_ ? *changed_ : *ledger_.conference_; }

FeedPosition Batch::position() const {
    return {.origin = ledger_.verifier_key().name, .size = tree_.size(), .root = tree_.root()};
}

Result<EntryRef> Batch::add(const Draft& draft) {
    auto bytes =
        encode_entry(draft, ledger_.verifier_key().name, tree_.size(), ledger_.options_.clock());
    if (!bytes) return bytes.error();
    const auto entry = decode_entry(*bytes);
    if (!entry) return entry.error();
    if (const auto own = check_own_terminal(*entry, ledger_.verifier_key()); !own)
        return own.error();
    if (const auto checked = check_entry(conference(), *entry, position()); !checked)
        return checked.error();
    auto columns = index_columns(*entry);
    if (columns.ballot) {
        const auto known = ledger_.log_->store().entry_of_ballot(*columns.ballot);
        if (!known) return known.error();
        if (*known)
            return Error{Fault::refused,
                         fmt::format("This very ballot is recorded already, as entry {}. Nothing "
                                     "was recorded twice.",
                                     (*known)->seq)};
    }
    if (!changed_) changed_ = std::make_shared<Conference>(*ledger_.conference_);
    apply(*changed_, *entry);
    tree_.append(entry->leaf);
    entries_.push_back({.data = std::move(*bytes),
                        .type = std::move(columns.type),
                        .run = columns.run,
                        .ballot = std::move(columns.ballot)});
    return EntryRef{.seq = entry->seq, .leaf = entry->leaf, .wall_ms = entry->wall_ms};
}

Result<Done> Batch::commit() {
    if (entries_.empty()) return Done{};
    const auto checkpoint = ledger_.log_->append(entries_, ledger_.key_);
    if (!checkpoint) return checkpoint.error();
    ledger_.conference_ = std::move(changed_);
    entries_.clear();
    return Done{};
}

// ---- the ledger -------------------------------------------------------------------------------

Ledger::Ledger(Log log, SigningKey key, Options options)
    : log_(std::make_unique<Log>(std::move(log))),
      key_(std::move(key)),
      options_(std::move(options)) {}

Result<Ledger> Ledger::found(const std::filesystem::path& path, const Draft& charter,
                             std::string_view origin, SigningKey terminal_key, Options options) {
    const VerifierKey key{.name = std::string(origin), .key = terminal_key.public_key()};
    auto log = Log::create(path, key, {.mark = options.mark, .vfs = options.vfs});
    if (!log) return log.error();
    Ledger ledger(std::move(*log), std::move(terminal_key), std::move(options));
    if (const auto founded = ledger.append(charter); !founded) {
        Store::discard(std::move(ledger.log_->store()));
        return founded.error();
    }
    return ledger;
}

Result<Ledger> Ledger::open(const std::filesystem::path& path, SigningKey terminal_key,
                            Options options) {
    auto log = Log::open(path, {.mark = options.mark, .vfs = options.vfs});
    if (!log) return log.error();
    if (log->key().key != terminal_key.public_key())
        return Error{Fault::refused,
                     "This is not the key of this ledger's terminal. Nothing was changed. Give the "
                     "key that was made with this ledger."};
    Ledger ledger(std::move(*log), std::move(terminal_key), std::move(options));
    if (const auto restored = ledger.restore(); !restored) return restored.error();
    return ledger;
}

/// The bytes are those that were hashed, the columns agree with them, and the rules allow the
/// entry, but for what is the audit's (may_be_restored).
Result<Done> Ledger::fold(std::span<const StoredEntry> stored, Conference& conference) const {
    const auto corrupt = [](std::uint64_t seq, std::string_view why) {
        return Error{
            Fault::corrupt,
            fmt::format("Entry {} {}. Nothing is written. Keep this file as it is and call "
                        "the secretariat.",
                        seq, why)};
    };
    for (const auto& row : stored) {
        const auto entry = decode_entry(row.data);
        if (!entry || entry->seq != row.seq || entry->leaf != row.leaf ||
            entry->feed != verifier_key().name)
            return corrupt(row.seq, "is not as it was written");
        if (index_columns(*entry) !=
            IndexColumns{.type = row.type, .run = row.run, .ballot = row.ballot})
            return corrupt(row.seq, "stands under a type, run or ballot that is not its own");
        const auto allowed = may_be_restored(conference, *entry);
        if (!allowed) return corrupt(row.seq, "breaks the rules: " + allowed.error().detail);
        if (!check_own_terminal(*entry, verifier_key()))
            return corrupt(row.seq, "enrols this terminal under another key");
        apply(conference, *entry);
    }
    return Done{};
}

Result<Done> Ledger::fold_from(std::uint64_t seq, Conference& conference) {
    while (seq < log_->size()) {
        const auto entries = log_->store().entries(seq);
        if (!entries) return entries.error();
        if (const auto folded = fold(*entries, conference); !folded) return folded.error();
        seq = entries->empty() ? log_->size() : entries->back().seq + 1;
    }
    return Done{};
}

/// Folds all but the ballots of announced runs: from the start of a run that is not, everything.
Result<Done> Ledger::restore() {
    if (log_->size() == 0)
        return Error{Fault::malformed,
                     "This ledger was never founded: it holds no entry, so nothing is lost. Remove "
                     "the file and found the conference again."};
    auto conference = std::make_shared<Conference>();
    std::vector<StoredEntry> acts;  // not folded yet; from a start on, they wait for its result
    bool under_way = false;
    const auto fold_acts = [&] {
        const auto folded = fold(acts, *conference);
        acts.clear();
        return folded;
    };
    for (std::uint64_t from = 0;;) {
        auto block = log_->store().acts(from);
        if (!block) return block.error();
        if (block->empty()) break;
        from = block->back().seq + 1;
        for (auto& act : *block) {
            if (act.type == "vote_started/1") {
                if (const auto folded = fold_acts(); !folded) return folded.error();
                under_way = true;
            } else if (act.type == "result_announced/1" || act.type == "vote_annulled/1") {
                under_way = false;
            }
            acts.push_back(std::move(act));
            if (under_way) continue;
            if (const auto folded = fold_acts(); !folded) return folded.error();
        }
    }
    if (under_way)
        if (const auto folded = fold_from(acts.front().seq, *conference); !folded)
            return folded.error();
    conference->size = log_->size();
    conference_ = std::move(conference);
    return Done{};
}

Result<Receipt> Ledger::append(const Draft& draft) {
    Batch batch(*this);
    const auto added = batch.add(draft);
    if (!added) return added.error();
    if (const auto committed = batch.commit(); !committed) return committed.error();
    return Receipt{*added};
}

Result<Hash> Ledger::attach(BytesView bytes) {
    if (bytes.size() > attachment_size_limit)
        return Error{Fault::malformed, "An attachment has at most 8 MiB. Nothing was stored."};
    const Hash hash = sha256(bytes);
    if (const auto attached = log_->attach(hash, bytes); !attached) return attached.error();
    return hash;
}

Result<std::optional<Bytes>> Ledger::attachment(const Hash& hash) {
    auto bytes = log_->store().attachment(hash);
    if (!bytes) return bytes.error();
    if (*bytes && sha256(**bytes) != hash)
        return Error{Fault::corrupt,
                     "An attachment is not what its hash says. Call the secretariat."};
    return bytes;
}

Result<std::optional<Receipt>> Ledger::recorded(std::string_view ballot_id) {
    const auto found = log_->store().entry_of_ballot(ballot_id);
    if (!found) return found.error();
    if (!*found) return std::optional<Receipt>{};
    const auto entry = decode_entry((*found)->data);
    if (!entry) return entry.error();
    return std::optional{
        Receipt{{.seq = entry->seq, .leaf = entry->leaf, .wall_ms = entry->wall_ms}}};
}

FeedPosition Ledger::position() const {
    return {.origin = verifier_key().name, .size = log_->size(), .root = log_->tree().root()};
}

const std::string& Ledger::checkpoint_note() const { return log_->checkpoint_note(); }

const VerifierKey& Ledger::verifier_key() const { return log_->key(); }

}  // namespace placet::ledger
