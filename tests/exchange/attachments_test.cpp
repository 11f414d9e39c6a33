// What the entries name is asked for once at the import that brings them, and again at every later
// one from what the conference still knows: the two must be the same.
#include "ledger/exchange/attachments.h"

#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

TEST_CASE("the conference remembers every attachment that any of its entries named", "[exchange]") {
    const TempFolder folder;
    const auto builder = builder_of_mixed_meetings();
    auto ledger = found_ledger(folder / "ledger", builder);
    hold_mixed_meetings(recorder_of(ledger, builder));
    std::map<Hash, std::string> named;  // and the kind of entry that named it first
    for (std::uint64_t at = 0; at < ledger.position().size;)
        for (const auto& stored : value_of(ledger.log().store().entries(at))) {
            const auto entry = value_of(decode_entry(stored.data));
            for (const auto& hash : attachments_named(entry.record))
                named.emplace(hash, stored.type);
            ++at;
        }
    const auto remembered = attachments_named(ledger.conference());
    for (const auto& [hash, type] : named) {
        INFO(type);
        CHECK(remembered.contains(hash));
    }
    CHECK(remembered.size() == named.size());
    const auto named_by = [&](std::string_view kind) {
        return std::ranges::any_of(named, [&](const auto& each) { return each.second == kind; });
    };
    for (const auto* kind :
         {"text_register/1", "proposal_registered/1", "protocol_entered/1", "result_announced/1"}) {
        INFO(kind);
        CHECK(named_by(kind));
    }
}
