#include "ledger/exchange/receipt.h"

#include "ledger/encoding.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/verify/ledger_copy.h"

#include <fmt/format.h>

namespace placet::ledger {
namespace {

Error no_such_entry(std::uint64_t seq, std::uint64_t size) {
    return {Fault::refused, fmt::format("There is no entry {}: {}. Nothing was written.", seq,
                                        size == 0 ? std::string("the ledger is empty")
                                                  : fmt::format("the last one is {}", size - 1))};
}

Error not_as_signed(std::uint64_t seq) {
    return {Fault::corrupt,
            fmt::format("Entry {} is not what the signed tree says. Nothing was written. Keep the "
                        "ledger as it is; placet verify says what is still good.",
                        seq)};
}

Result<std::string> receipt_of(Store& store, std::uint64_t seq) {
    const auto feeds = store.feeds();
    if (!feeds) return feeds.error();
    const auto feed = FeedTree::restore(store, feeds->front());
    if (!feed) return feed.error();
    if (seq >= feed->size()) return no_such_entry(seq, feed->size());
    const auto entries = store.entries(seq, 1);
    if (!entries) return entries.error();
    if (entries->empty() || entries->front().seq != seq) return not_as_signed(seq);
    const auto bytes = bytes_of(entries->front().data);
    auto proof = prove_inclusion(seq, feed->size(), [&](int level, std::uint64_t index) {
        return feed->node(store, level, index);
    });
    if (!proof) return proof.error();
    auto note = cosigned_note(store, *feed);
    if (!note) return note.error();
    const TlogProof made{.extra = Bytes(bytes.begin(), bytes.end()),
                         .index = seq,
                         .proof = *std::move(proof),
                         .checkpoint_note = *std::move(note)};
    if (!check_tlog_proof(made, feed->key())) return not_as_signed(seq);
    return format_tlog_proof(made);
}

}  // namespace

Result<std::string> make_receipt(const std::filesystem::path& ledger, std::uint64_t seq) {
    const auto copy = LedgerCopy::make(ledger);
    if (!copy) return copy.error();
    auto store = Store::open(copy->path());
    if (!store) return copy->about_original(store.error());
    return receipt_of(*store, seq);
}

Result<CheckedReceipt> check_receipt(std::string_view file, const VerifierKey& key,
                                     std::span<const VerifierKey> witnesses) {
    const auto proof = parse_tlog_proof(file);
    if (!proof) return proof.error();
    auto checkpoint = check_tlog_proof(*proof, key, witnesses);
    if (!checkpoint) return checkpoint.error();
    auto bytes = text_of(*proof->extra);
    auto entry = decode_entry(bytes);
    if (!entry)
        return Error{Fault::malformed,
                     fmt::format("What the receipt carries stands in the log of {}, but is no "
                                 "entry of a ledger: {}",
                                 key.name, entry.error().detail)};
    if (entry->feed != key.name || entry->seq != proof->index)
        return Error{Fault::unverified,
                     fmt::format("The entry says that it is entry {} of {}, and it stands in the "
                                 "log of {} as entry {}. Do not rely on it.",
                                 entry->seq, entry->feed, key.name, proof->index)};
    return CheckedReceipt{.bytes = std::move(bytes),
                          .entry = *std::move(entry),
                          .checkpoint = *std::move(checkpoint)};
}

std::string claimed_origin_of_receipt(std::string_view file) {
    const auto proof = parse_tlog_proof(file);
    if (!proof) return {};
    return proof->checkpoint_note.substr(0, proof->checkpoint_note.find('\n'));
}

}  // namespace placet::ledger
