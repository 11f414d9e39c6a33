// One key, two histories: proven by a small file, kept both, and nothing more taken in.
#include "ledger/exchange/fork.h"

#include "ledger/exchange/fork_evidence.h"
#include "ledger/verify/audit.h"
#include "tests/exchange/exchanged.h"
#include "tests/support/tampering.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;
using Arrival = ImportedFeed::Arrival;

namespace {

constexpr std::uint64_t common = 280;

/// Two ledgers of one key that are the same up to `common` entries, as static directories.
struct Clones {
    Clones(std::uint64_t first, std::uint64_t second) {
        const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
        ledger_of(folder / "a", common);
        fs::copy_file(folder / "a", folder / "b");
        auto a = value_of(reopen_ledger(folder / "a", builder));
        refuse_pins(a, first - common, "chair");
        export_to(a.log().store(), folder / "a.out");
        auto b = value_of(reopen_ledger(folder / "b", builder));
        refuse_pins(b, second - common, "clerk");
        export_to(b.log().store(), folder / "b.out");
    }
    TempFolder folder;
};

}  // namespace

TEST_CASE("two histories of one key are proven, whichever is longer", "[exchange]") {
    for (const auto& [first, second] : {std::pair<std::uint64_t, std::uint64_t>{300, 540},
                                        {540, 300},
                                        {600, 600},
                                        {281, 281},
                                        {513, 512}}) {
        CAPTURE(first, second);
        const Clones clones(first, second);
        auto copy = new_copy(clones.folder / "copy");
        CHECK(value_of(run_import(copy, clones.folder / "a.out")).feeds.front().after == first);
        const auto taken = value_of(run_import(copy, clones.folder / "b.out")).feeds.front();
        REQUIRE(taken.arrival == Arrival::forked);
        CHECK(taken.fork->common == common);
        CHECK(taken.fork->held == first);
        CHECK(taken.fork->other == second);
        CHECK(taken.after == first);
        const auto proven =
            value_of(check_fork_evidence(value_of(parse_fork_evidence(taken.fork->evidence))));
        CHECK(proven.key == desk_key());
        CHECK(proven.size_a == std::min(first, second));
        CHECK(proven.size_b == std::max(first, second));

        // Both are kept.
        const auto feeds = value_of(copy.feeds());
        REQUIRE(feeds.size() == 2);
        CHECK(feeds.back().base == common);
        CHECK(value_of(copy.size(feeds.back().number)) == second);
        CHECK(value_of(copy.entries(0, 1, feeds.back().number)).front().seq == common);
        CHECK(value_of(copy.last_checkpoint(feeds.back().number))->size == second);
        CHECK(value_of(copy.evidence()).front().json == taken.fork->evidence);

        // Frozen: nothing of either is taken in any more, and repeating changes nothing.
        for (const char* name : {"a.out", "b.out"})
            CHECK(value_of(run_import(copy, clones.folder / name)).feeds.front().arrival ==
                  Arrival::frozen);
        CHECK(value_of(copy.feeds()).size() == 2);
        // The audit stops where the two part.
        export_to(copy, clones.folder / "out");
        { const auto closed = std::move(copy); }
        const auto report = value_of(audit(clones.folder / "copy", {}));
        CHECK(report.forked_at == common);
        CHECK(report.good == common);
        CHECK(report.conference->size == common);
        CHECK(report.verdict().find("signed two histories") != std::string::npos);
        CHECK(report.findings.size() == 1);
        const auto hashes = value_of(audit(clones.folder / "copy", {.hashes_only = true}));
        CHECK(hashes.good == common);
        // The evidence leaves with the next export.
        CHECK(fs::exists(clones.folder / "out" / "evidence" /
                         (hex(sha256(bytes_of(taken.fork->evidence))) + ".json")));
    }
}

TEST_CASE("stopped, an import of another history stores nothing of it", "[exchange]") {
    const Clones clones(300, 540);
    auto copy = new_copy(clones.folder / "copy");
    value_of(run_import(copy, clones.folder / "a.out"));
    const auto stopped =
        run_import(copy, clones.folder / "b.out",
                   {.progress = [](std::uint64_t, std::uint64_t) { return false; }});
    CHECK(fault_of(stopped) == Fault::refused);
    CHECK(value_of(copy.evidence()).empty());
    CHECK(value_of(copy.feeds()).size() == 1);
    CHECK(value_of(run_import(copy, clones.folder / "b.out")).feeds.front().arrival ==
          Arrival::forked);
}

TEST_CASE("a prefix is no fork", "[exchange]") {
    const Clones clones(300, 540);
    auto copy = new_copy(clones.folder / "copy");
    value_of(run_import(copy, clones.folder / "b.out"));
    auto store = value_of(Store::open(clones.folder / "b"));
    CHECK(value_of(run_import(copy, clones.folder / "b.out")).feeds.front().arrival ==
          Arrival::nothing_new);
    CHECK(value_of(copy.evidence()).empty());
}

TEST_CASE("a damaged directory is no evidence of a fork", "[exchange]") {
    const Clones clones(300, 540);
    auto copy = new_copy(clones.folder / "copy");
    value_of(run_import(copy, clones.folder / "a.out"));
    for (const char* file : {"tile/0/001", "tile/0/002.p/28", "tile/1/000.p/2"}) {
        CAPTURE(file);
        const auto path = clones.folder / "b.out" / file;
        const auto good = content_of(path);
        auto bad = good;
        bad[40] ^= 1;
        write_file(path, bad);
        CHECK_FALSE(run_import(copy, clones.folder / "b.out"));
        CHECK(value_of(copy.evidence()).empty());
        CHECK(value_of(copy.feeds()).size() == 1);
        write_file(path, good);
    }
    CHECK(value_of(run_import(copy, clones.folder / "b.out")).feeds.front().arrival ==
          Arrival::forked);
}

TEST_CASE("a terminal that meets another history of its own key proves it", "[exchange]") {
    const Clones clones(300, 540);
    const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    CHECK(reopen_ledger(clones.folder / "a", builder));
    {
        auto own = value_of(Store::open(clones.folder / "a"));
        const auto taken = value_of(run_import(own, clones.folder / "b.out")).feeds.front();
        CHECK(taken.arrival == Arrival::forked);
        CHECK(taken.fork->common == common);
        CHECK(value_of(own.size()) == 300);
    }
    // And writes nothing with it any more.
    CHECK(fault_of(reopen_ledger(clones.folder / "a", builder)) == Fault::forked);
}

TEST_CASE("a second history that the key did not sign is no fork, but a change of the file",
          "[exchange]") {
    const Clones clones(300, 540);
    {
        auto copy = new_copy(clones.folder / "copy");
        value_of(run_import(copy, clones.folder / "a.out"));
        value_of(run_import(copy, clones.folder / "b.out"));
    }
    fs::copy_file(clones.folder / "copy", clones.folder / "twin");
    tamper(clones.folder / "copy",
           "UPDATE entry SET data = CAST(replace(data, 'clerk', 'usher') AS BLOB) "
           "WHERE feed_no = 2 AND seq = 290");
    const auto changed = value_of(audit(clones.folder / "copy", {}));
    CHECK_FALSE(changed.forked_at);
    REQUIRE_FALSE(changed.findings.empty());
    CHECK(changed.findings.front().level == Level::storage);
    CHECK(value_of(audit(clones.folder / "twin", {})).forked_at == common);
}
