// Entries: one spelling each. What is accepted is written again byte for byte.
#include "ledger/content.h"
#include "ledger/encoding.h"
#include "ledger/record_text.h"
#include "tests/fuzz/target.h"

namespace placet::fuzz {

using namespace placet::ledger;

bool hold(std::string_view input) {
    const auto entry = decode_entry(input);
    if (!entry) return false;
    if (!std::holds_alternative<NotUnderstood>(entry->record)) {
        const auto content = encode_content(entry->record);
        require(content && *content == entry->content, "the record has one spelling");
        require(type_of(entry->record) == entry->type, "the record is of its entry's type");
    }
    const Draft draft{
        .type = entry->type, .unit = entry->unit, .content = entry->content, .seals = entry->seals};
    const auto bytes = encode_entry(draft, entry->feed, entry->seq, entry->wall_ms);
    require(bytes && *bytes == input, "the entry has one spelling");
    require(entry->leaf == leaf_hash(bytes_of(input)), "the leaf is that of the bytes");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_json(input, other, dice, known_types());
}

}  // namespace placet::fuzz
