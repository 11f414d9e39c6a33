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
            // Half a step apart, so that a step of many does not meet the same operations twice.
            for (int at = for_ever ? campaign_divisor / 2 : 0;; at += campaign_divisor) {
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
    if (campaign_divisor == 1) CHECK(unknown > 0);
    report("faults: ", runs, " runs of ", std::size(disk_faults), " kinds, ", unknown,
           " unknown outcomes resolved, 0 acknowledged entries lost");
}

// ---- memory -----------------------------------------------------------------------------------

namespace {

/// SQLite's memory, which ends when it is told to.
struct Memory {
    static inline sqlite3_mem_methods real = {};
    static inline int left = -1;  // allocations until it fails; negative: it does not
    static inline bool for_ever = false;
    static inline bool failed = false;

    static bool fails() {
        if (left < 0 || left-- > 0) return false;
        failed = true;
        left = for_ever ? 0 : -1;
        return true;
    }
    static void* allocate(int size) { return fails() ? nullptr : real.xMalloc(size); }
    static void* enlarge(void* memory, int size) {
        return fails() ? nullptr : real.xRealloc(memory, size);
    }
    static void fail(int at, bool then_for_ever) {
        left = at;
        for_ever = then_for_ever;
        failed = false;
    }

    Memory() {
        sqlite3_shutdown();
        REQUIRE(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) == SQLITE_OK);
        auto failing = real;
        failing.xMalloc = allocate;
        failing.xRealloc = enlarge;
        REQUIRE(sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) == SQLITE_OK);
    }
    ~Memory() {
        left = -1;
        sqlite3_shutdown();
        sqlite3_config(SQLITE_CONFIG_MALLOC, &real);
    }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
};

}  // namespace

TEST_CASE("memory that ends at any allocation loses nothing", "[campaign]") {
    const Memory memory;
    RecordedVote vote(2);
    SimulatedDisk disk, after;
    vote.run(disk);
    Swept swept;
    const int step = std::max(1, 32 * campaign_divisor / std::max(1, campaign_count(1)));
    for (const bool for_ever : {false, true}) {
        for (int at = 0;; at += step) {
            disk.reset(vote.voting());
            Memory::fail(at, for_ever);
            const auto acknowledged = vote.go_on(disk);
            Memory::left = -1;
            if (!Memory::failed) break;
            CHECK(sqlite3_memory_used() == 0);
            examine_all(vote, disk, after, acknowledged, swept,
                        "allocation " + std::to_string(at) + (for_ever ? ", for ever" : ", once"));
        }
    }
    CHECK(swept.runs > 0);
    report("memory: ", swept.runs, " runs, ", swept.unknown,
           " unknown outcomes resolved, 0 acknowledged entries lost");
}
