// Histories compared, across bundles and at every kind of border.
#include "ledger/exchange/history_diff.h"
#include "tests/exchange/exchanged.h"

using namespace placet;
using namespace placet::tests;
using namespace placet::ledger;

using Relation = HistoryPair::Relation;

namespace {

/// A founded ledger of `common` entries as all have them, and then others up to `size`.
std::string history(const TempFolder& folder, const std::string& name, std::uint64_t common,
                    std::uint64_t size, const std::string& person) {
    auto ledger = ledger_of(folder / name, common);
    if (size > common) refuse_pins(ledger, size - common, person);
    return folder / name;
}

std::string directory_of(const std::string& ledger) {
    const auto directory = ledger + ".directory";
    auto store = value_of(Store::open(ledger));
    export_to(store, directory);
    return directory;
}

HistoryDiff compared(const std::vector<std::string>& names) {
    auto sources = value_of(HistorySources::open(names));
    const auto histories = value_of(sources.histories(desk_key()));
    return value_of(compare_histories(histories, desk_key()));
}

}  // namespace

TEST_CASE("two histories part where they part, and are proven to, at every border", "[exchange]") {
    const TempFolder folder;
    int made = 0;
    for (const std::uint64_t common : {20U, 255U, 256U, 257U, 512U})
        for (const std::uint64_t more : {1U, 2U, 256U}) {
            const auto name = std::to_string(++made);
            const auto a = history(folder, "a" + name, common, common + more, "clerk");
            const auto b = history(folder, "b" + name, common, common + 2, "usher");
            INFO(common << " and " << more);
            for (const auto& names : {std::vector{a, b}, std::vector{b, directory_of(a)}}) {
                const auto diff = compared(names);
                CHECK(diff.all_covered());
                const auto& pair = diff.pair(0, 1);
                CHECK(pair.relation == Relation::different);
                CHECK(pair.entry == common);
                REQUIRE(pair.fork);
                const auto proven = value_of(check_fork_evidence(*pair.fork));
                CHECK(proven.size_a == common + std::min<std::uint64_t>(more, 2));
                CHECK(proven.size_b == common + std::max<std::uint64_t>(more, 2));
            }
        }
}

TEST_CASE("three histories of a tree are told apart, with an old copy of their trunk",
          "[exchange]") {
    const TempFolder folder;
    const auto diff =
        compared({history(folder, "a", 300, 600, "clerk"), history(folder, "b", 300, 500, "usher"),
                  history(folder, "c", 280, 400, "usher"), history(folder, "old", 290, 290, "")});
    CHECK(diff.all_covered());
    CHECK(diff.pair(0, 1).entry == 300);
    CHECK(diff.pair(0, 2).entry == 280);
    CHECK(diff.pair(1, 2).entry == 280);
    CHECK(diff.pair(0, 3).relation == Relation::prefix);
    CHECK(diff.pair(0, 3).shorter == 3);
    CHECK(diff.pair(1, 3).relation == Relation::prefix);
    CHECK(diff.pair(2, 3).entry == 280);
    for (const auto& pair : diff.pairs)
        CHECK(pair.fork.has_value() == (pair.relation == Relation::different));
}

TEST_CASE("a checkpoint alone is placed by whoever has the entries", "[exchange]") {
    const TempFolder folder;
    const auto a = history(folder, "a", 300, 600, "clerk");
    const auto note_of = [&](const std::string& ledger, const std::string& name) {
        auto store = value_of(Store::open(ledger));
        write_file(folder / name, value_of(store.last_checkpoint())->note);
        return (folder / name).string();
    };
    const auto trunk = note_of(history(folder, "t", 280, 280, ""), "trunk.note");
    const auto other = note_of(history(folder, "b", 300, 400, "usher"), "other.note");
    const auto newer = note_of(history(folder, "n", 300, 700, "clerk"), "newer.note");
    const auto diff = compared({a, trunk, other, newer});
    CHECK(diff.pair(0, 1).relation == Relation::prefix);
    CHECK(diff.pair(0, 2).relation == Relation::different);
    CHECK(diff.pair(0, 2).fork);
    CHECK_FALSE(diff.pair(0, 2).entry);
    CHECK(diff.pair(0, 3).relation == Relation::unknown);
    CHECK(diff.pair(1, 2).relation == Relation::unknown);
    // Two notes alone contradict each other only where they are of as many entries.
    const auto same_size = note_of(history(folder, "s", 300, 400, "clerk"), "same.note");
    const auto notes = compared({other, same_size});
    CHECK(notes.pair(0, 1).relation == Relation::different);
    CHECK(notes.pair(0, 1).fork);
    CHECK(compared({other, other}).pair(0, 1).relation == Relation::same);
    CHECK(compared({trunk, other}).pair(0, 1).relation == Relation::unknown);
}
