// The power fails after any operation on the disk. Method: SQLite's crash tests, on a simulated
// disk; the controls show that the simulation finds what is not durable.
#include "tests/reliability/campaign.h"
#include "tests/reliability/recorded_vote.h"

#include <catch2/catch.hpp>
#include <span>

using namespace placet::tests;
using Kind = DiskOperation::Kind;

namespace {

constexpr int ballots = 12;

/// Calls `judge` with every power cut of these operations: image, what was acknowledged, where.
template <class Judge>
void cut_everywhere(const Image& before, const std::vector<DiskOperation>& operations,
                    std::uint32_t seeds, std::uint64_t acknowledged, const Judge& judge) {
    PowerCut cut(before);
    for (const auto& operation : operations) {
        cut.take(operation);
        if (operation.kind == Kind::acknowledge)
            acknowledged = static_cast<std::uint64_t>(operation.at);
        for (std::uint32_t seed = 0; seed < seeds; ++seed)
            judge(
                cut.image(seed), acknowledged,
                std::to_string(&operation - operations.data()) + ", seed " + std::to_string(seed));
    }
}

/// At least nothing and everything of what is pending.
std::uint32_t seeds_for(int points, std::size_t operations) {
    return static_cast<std::uint32_t>(
        std::max(2, campaign_count(points) / static_cast<int>(operations)));
}

}  // namespace

TEST_CASE("no acknowledged entry is lost when the power fails at any operation", "[campaign]") {
    RecordedVote vote(ballots);
    SimulatedDisk disk, after;
    vote.run(disk);
    const auto& operations = disk.operations();
    int points = 0, rolled_back = 0, unacknowledged = 0;
    const auto judge = [&](const Image& image, std::uint64_t acknowledged, const auto& where) {
        const auto found = vote.examine(after, image, acknowledged);
        ++points;
        rolled_back += found.hot_journal ? 1 : 0;
        unacknowledged += found.size > acknowledged ? 1 : 0;
        if (!found.wrong.empty()) FAIL("operation " << where << ": " << found.wrong);
    };
    cut_everywhere({}, operations, seeds_for(12000, operations.size()), 0, judge);
    // The campaign met what it is for.
    CHECK(rolled_back > 0);
    CHECK(unacknowledged > 0);
    report("power cuts: ", points, " after ", operations.size(), " operations, ", rolled_back,
           " with a journal to roll back, ", unacknowledged,
           " with an entry not acknowledged; 0 acknowledged entries lost");
}

TEST_CASE("no acknowledged entry is lost when the power fails again during recovery",
          "[campaign]") {
    RecordedVote vote(ballots);
    SimulatedDisk disk, after, again;
    vote.run(disk);
    int points = 0, recoveries = 0, cuts = 0;
    const int wanted = std::max(1, campaign_count(5000) / 100);
    const int every = std::max(1, static_cast<int>(disk.operations().size()) * 3 / wanted);
    const auto judge = [&](const Image& image, std::uint64_t acknowledged, const auto& where) {
        if (++cuts % every != 0) return;
        const auto first = vote.examine(after, image, acknowledged);
        if (!first.hot_journal || !first.opened) return;
        ++recoveries;
        // A torn journal header is no journal: then the last transaction stands, and was shown.
        const auto there = std::max(acknowledged, first.size);
        const auto operations = after.operations();
        cut_everywhere(
            image, operations, 4, there,
            [&](const Image& nested, std::uint64_t, const auto& nested_where) {
                ++points;
                const auto found = vote.examine(again, nested, there);
                if (!found.wrong.empty())
                    FAIL("operation " << where << ", then " << nested_where << ": " << found.wrong);
            });
    };
    cut_everywhere({}, disk.operations(), 6, 0, judge);
    CHECK(recoveries > 0);
    report("power cuts during recovery: ", points, " in ", recoveries,
           " recoveries; 0 acknowledged entries lost");
}

TEST_CASE("what a ledger shows after a kill is there after a power cut", "[campaign]") {
    RecordedVote vote(ballots);
    SimulatedDisk disk, killed, after;
    vote.run(disk);
    const std::span operations = disk.operations();
    const auto seeds = seeds_for(3000, operations.size());
    int points = 0, unacknowledged = 0;
    std::uint64_t acknowledged = 0;
    for (std::size_t done = 1; done <= operations.size(); ++done) {
        if (operations[done - 1].kind == Kind::acknowledge)
            acknowledged = static_cast<std::uint64_t>(operations[done - 1].at);
        killed.resume({}, operations.first(done));
        const auto shown = vote.shown(killed);
        if (!shown) continue;
        unacknowledged += *shown > acknowledged ? 1 : 0;
        const auto cut = killed.power_cut();
        for (std::uint32_t seed = 0; seed < seeds; ++seed, ++points) {
            const auto found = vote.examine(after, cut.image(seed), *shown);
            if (!found.wrong.empty())
                FAIL("killed after " << done << ", seed " << seed << ": " << found.wrong);
        }
    }
    CHECK(unacknowledged > 0);
    report("kills followed by a power cut: ", points, ", ", unacknowledged,
           " with an entry that was not acknowledged; 0 entries lost that were shown");
}

TEST_CASE("an append syncs four times and makes no name", "[campaign]") {
    // Journal, its header, the database, the journal's end (FORMAT.md section 6).
    RecordedVote vote(ballots);
    SimulatedDisk disk;
    vote.run(disk);
    int syncs = 0, names = 0, appends = 0;
    for (const auto& operation : disk.operations()) {
        syncs += operation.kind == Kind::sync ? 1 : 0;
        names += operation.kind == Kind::create || operation.kind == Kind::remove ? 1 : 0;
        if (operation.kind != Kind::acknowledge) continue;
        if (static_cast<std::uint64_t>(operation.at) > vote.voting_size() && appends < ballots) {
            CHECK(syncs == 4);
            CHECK(names == 0);
            ++appends;
        }
        syncs = names = 0;
    }
    CHECK(appends == ballots);
}

// ---- controls: what must be lost --------------------------------------------------------------

namespace {

struct Control {
    const char* settings = "";
    bool lying_drive = false;  // it says that it synced
};

struct Losses {
    int points = 0;
    int lost = 0;
};

/// Rows that were committed before the power failed and are not there after, of a plain database.
Losses lost_rows(const Control& control) {
    SimulatedDisk disk, after;
    const auto open = [](const SimulatedDisk& on) {
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open_v2(SimulatedDisk::ledger_path, &database,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                on.vfs().c_str()) == SQLITE_OK);
        return database;
    };
    const auto execute = [](sqlite3* database, const std::string& sql) {
        return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    };
    auto* database = open(disk);
    REQUIRE(execute(database, control.settings) == SQLITE_OK);
    REQUIRE(execute(database, "CREATE TABLE t (a INTEGER PRIMARY KEY, b)") == SQLITE_OK);
    for (std::uint64_t row = 1; row <= 20; ++row) {
        REQUIRE(execute(database, "INSERT INTO t (b) VALUES (randomblob(300))") == SQLITE_OK);
        disk.acknowledge(row);
    }
    sqlite3_close(database);
    auto operations = disk.operations();
    if (control.lying_drive)
        std::erase_if(operations, [](const DiskOperation& operation) {
            return operation.kind == Kind::sync || operation.kind == Kind::sync_folder;
        });
    Losses losses;
    const auto judge = [&](const Image& image, std::uint64_t acknowledged, const auto&) {
        after.reset(image);
        auto* reopened = open(after);
        std::uint64_t rows = 0;
        const auto count = [](void* to, int, char** values, char**) {
            *static_cast<std::uint64_t*>(to) = std::strtoull(values[0], nullptr, 10);
            return 0;
        };
        sqlite3_exec(reopened, "SELECT count(*) FROM t", count, &rows, nullptr);
        sqlite3_close(reopened);
        ++losses.points;
        losses.lost += rows < acknowledged ? 1 : 0;
    };
    cut_everywhere({}, operations, 4, 0, judge);
    return losses;
}

}  // namespace

TEST_CASE("the simulated disk loses what is not made durable", "[campaign]") {
    const auto off = lost_rows({.settings = "PRAGMA synchronous = OFF"});
    const auto full = lost_rows({.settings = "PRAGMA synchronous = FULL"});
    const auto lying = lost_rows({.settings = "PRAGMA synchronous = EXTRA", .lying_drive = true});
    const auto extra = lost_rows({.settings = "PRAGMA synchronous = EXTRA"});
    CHECK(off.lost > 0);
    CHECK(full.lost > 0);  // the unlinked journal is back
    CHECK(lying.lost > 0);
    CHECK(extra.lost == 0);
    report("controls, power cuts with rows lost: synchronous OFF ", off.lost, " of ", off.points,
           ", FULL without a sync of the folder ", full.lost, " of ", full.points,
           ", a drive that does not sync ", lying.lost, " of ", lying.points, ", EXTRA ",
           extra.lost, " of ", extra.points);
}
