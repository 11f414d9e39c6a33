// Source: FORMAT.md section 6; architecture, "The ledger".
#include "tests/ledger/small_store.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

TEST_CASE("what was recorded is there when the store is opened again", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    auto store = value_of(Store::open(path));

    CHECK(value_of(store.size()) == 3);
    CHECK(value_of(store.feeds()).front().key == feed_key());
    const auto all = value_of(store.entries(0));
    REQUIRE(all.size() == 3);
    CHECK(all[0].data == "act");
    CHECK(all[0].leaf == leaf_hash(bytes_of("act")));
    CHECK_FALSE(all[0].ballot.has_value());
    CHECK(all[2].run == 1);
    CHECK(all[2].ballot == "b");
    CHECK(value_of(store.acts(0)).size() == 1);
    CHECK(value_of(store.entry_of_ballot("a"))->seq == 1);
    CHECK_FALSE(value_of(store.entry_of_ballot("c")).has_value());
    CHECK(value_of(store.leaves(1, 2)).size() == 2);
    CHECK(value_of(store.integrity_findings()).empty());
}

TEST_CASE("blocks are of at most 256 entries and follow each other without a gap", "[ledger]") {
    const TempFolder folder;
    auto store = value_of(Store::create(folder / "ledger", feed_key()));
    value_of(store.begin());
    for (std::uint64_t seq = 0; seq < 300; ++seq)
        value_of(store.insert(entry(seq, std::to_string(seq))));
    value_of(store.commit());

    const auto first = value_of(store.entries(0));
    REQUIRE(first.size() == block_limit);
    CHECK(first.back().seq == 255);
    const auto second = value_of(store.entries(256));
    CHECK(second.size() == 44);
    CHECK(second.front().seq == 256);
    CHECK(value_of(store.acts(256)).size() == 44);
    CHECK(value_of(store.entries(300)).empty());
}

TEST_CASE("a transaction that is rolled back leaves no trace", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    {
        auto store = value_of(Store::open(path));
        value_of(store.begin());
        value_of(store.insert(entry(3, "never")));
        store.roll_back();
        CHECK(value_of(store.size()) == 3);
        record(store, entry(3, "instead"));
    }
    auto store = value_of(Store::open(path));
    CHECK(value_of(store.entries(3)).front().data == "instead");
}

TEST_CASE("attachments are kept by their hash, up to 8 MiB", "[ledger]") {
    const TempFolder folder;
    auto store = value_of(Store::create(folder / "ledger", feed_key()));
    const Bytes largest(attachment_size_limit, 7);
    value_of(store.begin());
    value_of(store.insert_attachment(sha256(largest), largest));
    value_of(store.insert_attachment(sha256({}), {}));
    value_of(store.commit());

    CHECK(value_of(store.attachment(sha256(largest))) == largest);
    CHECK(value_of(store.attachment(sha256({}))) == Bytes{});
    CHECK_FALSE(value_of(store.attachment(sha256(bytes_of("other")))).has_value());

    value_of(store.begin());
    CHECK_FALSE(store.insert_attachment(sha256(bytes_of("x")), Bytes(attachment_size_limit + 1)));
}

TEST_CASE("the tables refuse whatever is not an append", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    {
        auto store = value_of(Store::open(path));
        value_of(store.begin());
        value_of(store.insert_checkpoint({.size = 3, .root = sha256({}), .note = "note"}));
        value_of(store.insert_tile_root(1, 0, sha256({})));
        value_of(store.insert_attachment(sha256({}), {}));
        value_of(store.commit());
    }
    const std::string leaf = "x'" + std::string(64, '0') + "'";
    const std::string row = "(1, 1, x'00', " + leaf + ", 't', NULL, NULL)";
    const std::vector<std::string> forbidden = {
        "UPDATE entry SET data = x'00' WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 2",
        "INSERT OR REPLACE INTO entry VALUES " + row,
        "REPLACE INTO entry VALUES " + row,
        "INSERT OR IGNORE INTO entry VALUES " + row + " ON CONFLICT DO UPDATE SET data = x'00'",
        "INSERT INTO entry VALUES (1, 4, x'00', " + leaf + ", 't', NULL, NULL)",
        "INSERT INTO entry VALUES (1, 3, x'00', " + leaf + ", 't', 1, 'a')",
        "UPDATE checkpoint SET note = x'00'",
        "DELETE FROM checkpoint",
        "INSERT OR REPLACE INTO checkpoint VALUES (1, 3, " + leaf + ", x'00')",
        "INSERT INTO checkpoint VALUES (1, 2, " + leaf + ", x'00')",
        "UPDATE tile_root SET hash = " + leaf,
        "DELETE FROM tile_root",
        "INSERT OR REPLACE INTO tile_root VALUES (1, 1, 0, " + leaf + ")",
        "INSERT INTO tile_root VALUES (1, 1, 2, " + leaf + ")",
        "UPDATE feed SET vkey = 'x'",
        "DELETE FROM feed",
        "INSERT OR REPLACE INTO feed VALUES (1, 'o', 'v', 1, 0, 0)",
        "INSERT OR REPLACE INTO feed VALUES (2, 'test.example/store/desk', 'v', 1, 0, 0)",
        "UPDATE attachment SET bytes = x'00'",
        "DELETE FROM attachment",
        "INSERT OR REPLACE INTO attachment SELECT sha256, x'00' FROM attachment",
    };
    const auto before = sha256_of_file(path);
    for (const auto& sql : forbidden) {
        INFO(sql);
        CHECK((execute(path, sql) & 0xFF) == SQLITE_CONSTRAINT);
        CHECK((execute(path, "PRAGMA recursive_triggers = OFF; " + sql) & 0xFF) ==
              SQLITE_CONSTRAINT);
    }
    CHECK(sha256_of_file(path) == before);
    // The twin: an append passes.
    CHECK(execute(path, "INSERT INTO entry VALUES (1, 3, x'00', " + leaf + ", 't', 1, 'c')") ==
          SQLITE_OK);
}

TEST_CASE("an entry that is refused stops the store, and what was recorded stays", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    {
        auto store = value_of(Store::open(path));
        value_of(store.begin());
        CHECK(fault_of(store.insert(ballot(3, 1, "a"))) == Fault::storage);
        CHECK(store.stopped());
        store.roll_back();
        CHECK(fault_of(store.begin()) == Fault::storage);
        CHECK(fault_of(store.size()) == Fault::storage);
    }
    auto store = value_of(Store::open(path));
    CHECK(value_of(store.size()) == 3);
    record(store, ballot(3, 1, "c"));
}

TEST_CASE("a copy made through the connection is a ledger with the same entries", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    {
        auto store = value_of(Store::open(path));
        value_of(store.back_up(folder / "copy"));
        CHECK(fault_of(store.back_up(folder / "copy")) == Fault::refused);
        CHECK(fault_of(store.back_up(folder / "no" / "copy")) == Fault::storage);
        record(store, entry(3, "goes on"));
    }
    auto copy = value_of(Store::open(folder / "copy"));
    CHECK(value_of(copy.size()) == 3);
    CHECK(value_of(copy.feeds()).front().key == feed_key());
}

TEST_CASE("a store that nobody founded goes with its file", "[ledger]") {
    const TempFolder folder;
    Store::discard(value_of(Store::create(folder / "ledger", feed_key())));
    CHECK(fs::is_empty(folder.path()));
}
