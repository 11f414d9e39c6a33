#include "ledger/ledger.h"

#include "ledger/authority.h"
#include "ledger/index_columns.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace placet::ledger {

std::int64_t system_wall_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// ---- a batch -------------------------------------------------------------------------------------

Batch::Batch(Ledger& ledger)
    : ledger_(ledger),
      conference_(std::make_shared<Conference>(*ledger.conference_)),
      tree_(ledger.log_->tree()) {}

FeedPosition Batch::position() const {
    return {.origin = ledger_.verifier_key().name, .size = tree_.size(), .root = tree_.root()};
}

Result<EntryRef> Batch::add(const Draft& draft) {
    auto bytes = encode_entry(draft, ledger_.verifier_key().name, tree_.size(),
                              ledger_.options_.clock());
    if (!bytes) return bytes.error();
    const auto entry = decode_entry(*bytes);
    if (!entry) return entry.error();
    if (const auto checked = check_entry(*conference_, *entry, position()); !checked)
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
    apply(*conference_, *entry);
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
    ledger_.conference_ = conference_;
    conference_ = std::make_shared<Conference>(*conference_);
    entries_.clear();
    return Done{};
}

// ---- the ledger ----------------------------------------------------------------------------------

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
        ledger.log_.reset();
        std::error_code ignored;  // the refusal is what to report
        std::filesystem::remove(path, ignored);
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

Result<Done> Ledger::fold(const StoredEntry& stored, Conference& conference) const {
    const auto entry = decode_entry(stored.data);
    if (!entry || entry->seq != stored.seq || entry->leaf != stored.leaf ||
        entry->feed != verifier_key().name)
        return Error{Fault::corrupt,
                     fmt::format("Entry {} is not as it was written. Nothing more is written. Keep "
                                 "this file and call the secretariat.",
                                 stored.seq)};
    apply(conference, *entry);
    return Done{};
}

/// Folds all but the ballots of decided runs; those of the open run come after its start, in order
/// with what else was recorded meanwhile.
Result<Done> Ledger::restore() {
    auto conference = std::make_shared<Conference>();
    std::vector<StoredEntry> late;  // acts since the last start: to be merged with its ballots
    std::optional<std::int64_t> open_run;
    const auto fold_all = [&](const std::vector<StoredEntry>& entries) -> Result<Done> {
        for (const auto& entry : entries)
            if (const auto folded = fold(entry, *conference); !folded) return folded.error();
        return Done{};
    };
    std::uint64_t from = 0;
    for (;;) {
        auto acts = log_->store().acts(from);
        if (!acts) return acts.error();
        if (acts->empty()) break;
        from = acts->back().seq + 1;
        for (auto& act : *acts) {
            if (act.type == "vote_started/1") {
                if (const auto folded = fold_all(late); !folded) return folded.error();
                late.clear();
                open_run = act.run;
            }
            const bool decided = act.type == "result_announced/1";
            late.push_back(std::move(act));
            if (!open_run || decided) {
                if (const auto folded = fold_all(late); !folded) return folded.error();
                late.clear();
                open_run.reset();
            }
        }
    }
    if (open_run) {
        for (std::uint64_t next = 0;;) {
            auto ballots = log_->store().ballots(*open_run, next);
            if (!ballots) return ballots.error();
            if (ballots->empty()) break;
            next = ballots->back().seq + 1;
            std::ranges::move(*ballots, std::back_inserter(late));
        }
        std::ranges::sort(late, {}, &StoredEntry::seq);
    }
    if (const auto folded = fold_all(late); !folded) return folded.error();
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
        return Error{Fault::malformed,
                     "An attachment has at most 8 MiB. Nothing was stored."};
    const Hash hash = sha256(bytes);
    if (const auto attached = log_->attach(hash, bytes); !attached) return attached.error();
    return hash;
}

Result<std::optional<Bytes>> Ledger::attachment(const Hash& hash) {
    auto bytes = log_->store().attachment(hash);
    if (!bytes) return bytes.error();
    if (*bytes && sha256(**bytes) != hash)
        return Error{Fault::corrupt, "An attachment is not what its hash says. Call the secretariat."};
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
