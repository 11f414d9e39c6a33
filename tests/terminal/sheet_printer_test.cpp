// Sheets on a thread beside the meeting, written from snapshots of a real ledger's conference.
#include "terminal/sheet_printer.h"

#include "tests/support/results.h"
#include "tests/support/two_meetings.h"

#include <future>

using namespace placet;
using namespace placet::terminal;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

std::shared_ptr<const ledger::Conference> right_after(const TwoMeetings& meetings,
                                                      std::size_t decision) {
    return std::make_shared<const ledger::Conference>(meetings.right_after(decision));
}

}  // namespace

TEST_CASE("every decision is a file of its own when the printer has ended", "[terminal][threads]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    {
        SheetPrinter printer(folder.path(), [] {});
        for (std::size_t i = 0; i < 4; ++i) printer.print(right_after(meetings, i), "a note");
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = std::to_string(1'000'000 + meetings.entry_of(i)).substr(1);
        CHECK(content_of(folder / ("decision-" + number + ".pdf")).starts_with("%PDF"));
    }
}

TEST_CASE("a sheet that cannot be written is told once", "[terminal][threads]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    const auto sheets = folder / "sheets";
    std::promise<void> woken;
    SheetPrinter printer(sheets, [&] { woken.set_value(); });
    CHECK_FALSE(printer.take_trouble());
    printer.print(right_after(meetings, 0), "a note");
    REQUIRE(woken.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    const auto trouble = printer.take_trouble();
    REQUIRE(trouble);
    CHECK_THAT(trouble->detail, Contains("there is no such folder"));
    CHECK_FALSE(printer.take_trouble());
}
