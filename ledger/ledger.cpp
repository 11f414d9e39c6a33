#include "ledger/ledger.h"

#include "ledger/authority.h"
#include "ledger/index_columns.h"
#include "ledger/restoration.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>

namespace placet::ledger {

std::int64_t system_wall_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

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

Result<Done> Ledger::restore() {
    if (log_->size() == 0)
        return Error{Fault::malformed,
                     "This ledger was never founded: it holds no entry, so nothing is lost. Remove "
                     "the file and found the conference again."};
    auto conference = restore_conference(log_->store(), log_->feed());
    if (!conference) return conference.error();
    conference_ = *std::move(conference);
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
