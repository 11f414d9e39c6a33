// Ledgers for goverify_test.py, in the folder that PLACET_SAMPLES names: one desk's as it grew, and
// a clone of its disk on which something else was recorded.
#include "tests/exchange/exchanged.h"

using namespace placet;
using namespace placet::tests;

namespace fs = std::filesystem;

TEST_CASE("the ledgers that an auditor is shown are written", "[.samples]") {
    const char* named = std::getenv("PLACET_SAMPLES");
    REQUIRE(named != nullptr);
    const fs::path folder = named;
    const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    const auto grow = [&](const char* from, const char* to, std::uint64_t size,
                          const char* person) {
        fs::copy_file(folder / from, folder / to);
        auto ledger = value_of(reopen_ledger(folder / to, builder));
        refuse_pins(ledger, size - ledger.position().size, person);
    };
    ledger_of(folder / "desk-200", 200);
    grow("desk-200", "desk-256", 256, "chair");
    grow("desk-256", "desk-700", 700, "chair");
    grow("desk-256", "clone-540", 540, "clerk");
}
