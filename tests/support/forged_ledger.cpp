#include "tests/support/forged_ledger.h"

#include "ledger/procedure/permission.h"
#include "ledger/record_text.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"

namespace placet::tests {

using namespace placet::ledger;

namespace {

std::vector<Seal> seals_of(const Entry& before, const Record& record, Sealed sealed) {
    std::vector<Seal> seals = before.seals;
    if (type_of(record) != before.type) {
        const std::vector<Role> both = {Role::presiding_officer, Role::secretary};
        const auto& ways = required_seals(record);
        seals = {{.role = Role::presiding_officer, .person = "chair"}};
        if (!ways.empty() && ways.front() == both)
            seals.push_back({.role = Role::secretary, .person = "clerk"});
    }
    if (sealed == Sealed::by_one) seals.resize(1);
    if (sealed == Sealed::twice)
        for (auto& seal : seals) seal.person = seals.front().person;
    return seals;
}

}  // namespace

std::uint64_t forge_entry(const std::filesystem::path& from, const std::filesystem::path& to,
                          int nth,
                          const std::function<std::optional<Record>(const Record&)>& change,
                          Sealed sealed) {
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
        for (const auto& seal : seals_of(entry, *changed, sealed))
            seal_draft(draft, stored.front().leaf, seal.role, seal.person,
                       key_from_label(seal.person));
        entries.back().type = draft.type;
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
