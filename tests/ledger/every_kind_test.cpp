// The mixed meetings hold an entry of every kind of record that there is: what walks through them
// (restart, audit, the second reader) walks through every kind.
#include "ledger/record_text.h"
#include "tests/support/mixed_meeting.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

std::set<std::string> types_of_mixed_meetings() {
    const TempFolder folder;
    const auto builder = builder_of_mixed_meetings();
    auto ledger = found_ledger(folder / "ledger", builder);
    hold_mixed_meetings(recorder_of(ledger, builder));
    std::set<std::string> types;
    std::uint64_t at = 0;
    while (at < ledger.position().size)
        for (const auto& stored : value_of(ledger.log().store().entries(at))) {
            types.insert(stored.type);
            ++at;
        }
    return types;
}

}  // namespace

TEST_CASE("the mixed meetings hold an entry of every kind of record", "[ledger]") {
    const auto held = types_of_mixed_meetings();
    for (const auto type : known_types()) {
        INFO("No mixed meeting holds an entry " << type
                                                << ". Hold one in tests/support/mixed_floor.cpp, "
                                                   "in a meeting of its own before the close.");
        CHECK(held.contains(std::string(type)));
    }
    CHECK(held.size() == known_types().size());
}
