#include "tests/support/forged_ledger.h"

#include "tests/support/conference_builder.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

std::uint64_t forge_entry(const std::filesystem::path& from, const std::filesystem::path& to,
                          int nth,
                          const std::function<std::optional<Record>(const Record&)>& change) {
    auto whole = value_of(Log::open(from, {}));
    std::vector<StoredEntry> stored;
    while (stored.size() < whole.size())
        for (auto& one : value_of(whole.store().entries(stored.size())))
            stored.push_back(std::move(one));
    std::vector<NewEntry> entries;
    for (const auto& one : stored) {
        entries.push_back(
            {.data = one.data, .type = one.type, .run = one.run, .ballot = one.ballot});
        const auto entry = value_of(decode_entry(one.data));
        const auto changed = change(entry.record);
        if (!changed || --nth > 0) continue;
        auto draft = value_of(draft_of(*changed, entry.unit));
        const std::vector<Seal> alone = {{.role = Role::presiding_officer, .person = "chair"}};
        for (const auto& seal : draft.type == entry.type ? entry.seals : alone)
            seal_draft(draft, stored.front().leaf, seal.role, seal.person,
                       key_from_label(seal.person));
        entries.back().data = value_of(encode_entry(draft, entry.feed, entry.seq, entry.wall_ms));
        break;
    }
    REQUIRE(nth == 0);
    const auto desk = key_from_label("desk");
    auto log = value_of(Log::create(to, {.name = whole.key().name, .key = desk.public_key()}, {}));
    value_of(log.append(entries, desk));
    return entries.size() - 1;
}

}  // namespace placet::tests
