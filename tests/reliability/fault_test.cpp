// Every operation on the disk fails once, and from there on for ever. Method: SQLite's I/O-error
// and out-of-memory tests.
#include "tests/reliability/campaign.h"
#include "tests/reliability/recorded_vote.h"

#include <catch2/catch.hpp>

using namespace placet::tests;

namespace {

/// What became of the runs with one fault, at every place where it can happen.
struct Swept {
    int runs = 0;
    int unknown = 0;  // an entry that was not acknowledged is there
};

/// A ledger that met a fault: the power goes now, or the program is started again.
void examine_all(const RecordedVote& vote, SimulatedDisk& disk, SimulatedDisk& after,
                 std::uint64_t acknowledged, Swept& swept, const std::string& where) {
    const auto cut = disk.power_cut();
    std::vector<Image> images = {cut.image(0), cut.image(1), cut.image(2), disk.files()};
    for (std::size_t number = 0; number < images.size(); ++number) {
        const auto found = vote.examine(after, images[number], acknowledged);
        if (!found.wrong.empty())
            FAIL(where << (number < 3 ? ", power cut: " : ", started again: ") << found.wrong);
        swept.unknown += number == 3 && found.size > acknowledged ? 1 : 0;
    }
    ++swept.runs;
    // Started again, it says what was recorded; after that the power goes.
    const auto shown = vote.shown(disk);
    if (!shown) return;
    const auto later = disk.power_cut();
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
        const auto found = vote.examine(after, later.image(seed), *shown);
        if (!found.wrong.empty()) FAIL(where << ", shown, then power cut: " << found.wrong);
    }
}

}  // namespace

TEST_CASE("a fault at any operation loses nothing and is followed by no acknowledgement",
          "[campaign]") {
    RecordedVote vote(std::clamp(campaign_count(4), 4, 60));
    SimulatedDisk disk, after;
    vote.run(disk);
    int runs = 0, unknown = 0;
    for (const auto fault : disk_faults) {
        Swept swept;
        for (const bool for_ever : {false, true}) {
            for (int at = 0;; at += campaign_divisor) {
                disk.reset(vote.voting());
                disk.fail(fault, at, for_ever);
                const auto acknowledged = vote.go_on(disk);
                if (!disk.failed()) break;
                disk.heal();
                examine_all(vote, disk, after, acknowledged, swept,
                            std::string(to_text(fault)) + ' ' + std::to_string(at) +
                                (for_ever ? ", for ever" : ", once"));
            }
        }
        CHECK(swept.runs > 0);
        report("faults, ", to_text(fault), ": ", swept.runs, " runs, ", swept.unknown,
               " unknown outcomes resolved, 0 acknowledged entries lost");
        runs += swept.runs;
        unknown += swept.unknown;
    }
    CHECK(unknown > 0);
    report("faults: ", runs, " runs of ", std::size(disk_faults), " kinds, ", unknown,
           " unknown outcomes resolved, 0 acknowledged entries lost");
}
