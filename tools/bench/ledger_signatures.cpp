#include "tools/bench/ledger_signatures.h"

#include "crypto/seal.h"
#include "ledger/record_text.h"
#include "ledger/store.h"

#include <algorithm>

namespace placet::bench {
namespace {

using namespace placet::ledger;

SignedMessage message_of(const Conference& conference, BytesView charter, std::string_view type,
                         std::string_view unit, const Seal& seal, std::string_view content) {
    const auto* person = conference.person(seal.person);
    return {.key = person == nullptr ? conference.charter->root_key : person->key,
            .message = seal_message({.charter = charter,
                                     .type = type,
                                     .unit = unit,
                                     .role = to_text(seal.role),
                                     .person = seal.person,
                                     .content = content}),
            .signature = seal.signature};
}

Result<Done> add_seals(const StoredEntry& stored, const Conference& conference,
                       std::vector<SignedMessage>& all) {
    const auto entry = decode_entry(stored.data);
    if (!entry) return entry.error();
    const auto charter = entry->seq == 0 ? BytesView{} : BytesView{conference.charter_leaf};
    for (const auto& seal : entry->seals)
        all.push_back(
            message_of(conference, charter, entry->type, entry->unit, seal, entry->content));
    return Done{};
}

/// One signature line, at the end (crypto/note.h).
Result<Done> add_checkpoint(const std::string& note, const VerifierKey& own,
                            std::vector<SignedMessage>& all) {
    const auto blank = note.rfind("\n\n");
    const auto payload = from_base64(
        std::string_view(note).substr(note.rfind(' ') + 1, note.size() - note.rfind(' ') - 2));
    if (!payload) return payload.error();
    SignedMessage message{.key = own.key};
    const auto text = bytes_of(std::string_view(note).substr(0, blank + 1));
    message.message.assign(text.begin(), text.end());
    std::copy(payload->end() - message.signature.size(), payload->end(), message.signature.begin());
    all.push_back(std::move(message));
    return Done{};
}

}  // namespace

SignedMessage first_seal_of(const Conference& conference, const Draft& draft) {
    return message_of(conference, conference.charter_leaf, draft.type, draft.unit,
                      draft.seals.front(), draft.content);
}

Result<std::vector<SignedMessage>> signatures_in(const std::filesystem::path& path,
                                                 const Conference& conference) {
    auto store = Store::open(path);
    if (!store) return store.error();
    const auto feeds = store->feeds();
    if (!feeds) return feeds.error();
    std::vector<SignedMessage> all;
    for (std::uint64_t from = 0;;) {
        const auto block = store->entries(from);
        if (!block) return block.error();
        if (block->empty()) break;
        from += block->size();
        for (const auto& stored : *block)
            if (const auto added = add_seals(stored, conference, all); !added) return added.error();
    }
    for (std::int64_t above = -1;;) {
        const auto block = store->checkpoints_above(above);
        if (!block) return block.error();
        if (block->empty()) return all;
        above = static_cast<std::int64_t>(block->back().size);
        for (const auto& checkpoint : *block)
            if (const auto added = add_checkpoint(checkpoint.note, feeds->front().key, all); !added)
                return added.error();
    }
}

Result<std::vector<std::string>> entries_in(const std::filesystem::path& path) {
    auto store = Store::open(path);
    if (!store) return store.error();
    std::vector<std::string> all;
    for (;;) {
        auto block = store->entries(all.size());
        if (!block) return block.error();
        if (block->empty()) return all;
        for (auto& entry : *block) all.push_back(std::move(entry.data));
    }
}

}  // namespace placet::bench
