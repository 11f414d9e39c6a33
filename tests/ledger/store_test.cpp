// Source: FORMAT.md section 6, SQLite's file format 1.3; architecture, "The ledger".
#include "ledger/store.h"

#include "tests/support/child.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sqlite3.h>
#include <sys/stat.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

VerifierKey feed_key() {
    return {.name = "test.example/store/desk",
            .key = SigningKey::from_seed(Bytes(32, 5)).public_key()};
}

StoredEntry entry(std::uint64_t seq, const std::string& data) {
    return {.seq = seq, .data = data, .leaf = leaf_hash(bytes_of(data)), .type = "test/1"};
}

StoredEntry ballot(std::uint64_t seq, std::int64_t run, const std::string& id) {
    auto made = entry(seq, "ballot " + id);
    made.type = "ballot/1";
    made.run = run;
    made.ballot = id;
    return made;
}

void record(Store& store, const StoredEntry& stored) {
    value_of(store.begin());
    value_of(store.insert(stored));
    value_of(store.read_back(stored));
    value_of(store.commit());
}

/// A ledger with one act and two ballots, closed.
fs::path small_ledger(const TempFolder& folder) {
    auto store = value_of(Store::create(folder / "ledger", feed_key()));
    record(store, entry(0, "act"));
    record(store, ballot(1, 1, "a"));
    record(store, ballot(2, 1, "b"));
    return folder / "ledger";
}

/// Any SQL on the file, past the store: what a stranger or a bug of ours might do.
int execute(const fs::path& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code;
}

/// Opening fails like this and says so, and not a byte of the file changes.
void check_refused(const fs::path& path, Fault fault, std::string_view words) {
    const auto before = sha256_of_file(path);
    const auto error = error_of(Store::open(path));
    INFO(error.detail);
    CHECK(error.fault == fault);
    CHECK(error.detail.find(words) != std::string::npos);
    CHECK(error.detail.find(path.string()) != std::string::npos);
    CHECK(sha256_of_file(path) == before);
}

void patch(const fs::path& path, std::streamoff at, std::string_view bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
    REQUIRE(file.flush());
}

}  // namespace

TEST_CASE("what was recorded is there when the store is opened again", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    auto store = value_of(Store::open(path));

    CHECK(value_of(store.size()) == 3);
    CHECK(value_of(store.own_key()) == feed_key());
    const auto all = value_of(store.entries(0));
    REQUIRE(all.size() == 3);
    CHECK(all[0].data == "act");
    CHECK(all[0].leaf == leaf_hash(bytes_of("act")));
    CHECK_FALSE(all[0].ballot.has_value());
    CHECK(all[2].run == 1);
    CHECK(all[2].ballot == "b");
    CHECK(value_of(store.acts(0)).size() == 1);
    CHECK(value_of(store.ballots(1, 2)).size() == 1);
    CHECK(value_of(store.ballots(2, 0)).empty());
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
        "INSERT OR REPLACE INTO feed VALUES (1, 'o', 'v', 1)",
        "INSERT OR REPLACE INTO feed VALUES (2, 'test.example/store/desk', 'v', 1)",
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

TEST_CASE("a ledger is made only where nothing is", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";

    write_file(path, "somebody's notes");
    CHECK(fault_of(Store::create(path, feed_key())) == Fault::refused);
    CHECK(content_of(path) == "somebody's notes");

    for (const char* left : {"new-journal", "new-wal"}) {
        write_file(folder / left, "left of another file");
        CHECK(fault_of(Store::create(folder / "new", feed_key())) == Fault::refused);
        CHECK_FALSE(fs::exists(folder / "new"));
        CHECK(content_of(folder / left) == "left of another file");
        fs::remove(folder / left);
    }

    fs::create_symlink(folder / "elsewhere", folder / "link");
    CHECK(fault_of(Store::create(folder / "link", feed_key())) == Fault::refused);
    CHECK_FALSE(fs::exists(folder / "elsewhere"));

    CHECK(fault_of(Store::create(folder / "no" / "ledger", feed_key())) == Fault::absent);
}

TEST_CASE("a ledger that is missing is not made", "[ledger]") {
    const TempFolder folder;
    CHECK(fault_of(Store::open(folder / "ledger")) == Fault::absent);
    CHECK(fault_of(Store::open(folder / "no" / "ledger")) == Fault::absent);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("what is no ledger is named for what it is and left as it was", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);

    SECTION("an empty file") {
        write_file(path, "");
        check_refused(path, Fault::malformed, "empty");
    }
    SECTION("a few bytes") {
        write_file(path, "SQLite format 3");
        check_refused(path, Fault::malformed, "cut short");
    }
    SECTION("a text") {
        write_file(path, std::string(5000, 'x'));
        check_refused(path, Fault::malformed, "no database");
    }
    SECTION("a ledger without its end") {
        fs::resize_file(path, fs::file_size(path) - 1);
        check_refused(path, Fault::malformed, "cut short");
    }
    SECTION("another program's database") {
        fs::remove(path);
        REQUIRE(execute(path, "CREATE TABLE t (a)") == SQLITE_OK);
        check_refused(path, Fault::malformed, "another program");
    }
    SECTION("a newer format") {
        REQUIRE(execute(path, "PRAGMA user_version = 2") == SQLITE_OK);
        check_refused(path, Fault::malformed, "newer Placet");
    }
    SECTION("a write-ahead log") {
        REQUIRE(execute(path, "PRAGMA journal_mode = WAL") == SQLITE_OK);
        check_refused(path, Fault::malformed, "write-ahead log");
    }
    SECTION("a write-ahead log beside it") {
        write_file(folder / "ledger-wal", "frames");
        check_refused(path, Fault::malformed, "write-ahead log");
        CHECK(content_of(folder / "ledger-wal") == "frames");
    }
    SECTION("text that is UTF-16") {
        fs::remove(path);
        REQUIRE(execute(path, "PRAGMA encoding = 'UTF-16le'; PRAGMA application_id = 0x504C4331; "
                              "PRAGMA user_version = 1; CREATE TABLE t (a)") == SQLITE_OK);
        check_refused(path, Fault::malformed, "UTF-8");
    }
    SECTION("other pages") {
        REQUIRE(execute(path, "PRAGMA page_size = 8192; VACUUM") == SQLITE_OK);
        check_refused(path, Fault::malformed, "header");
    }
    SECTION("a trigger more") {
        REQUIRE(execute(path, "CREATE TRIGGER more AFTER INSERT ON entry BEGIN SELECT 1; END") ==
                SQLITE_OK);
        check_refused(path, Fault::malformed, "tables");
    }
    SECTION("an index more") {
        REQUIRE(execute(path, "CREATE INDEX more ON entry (leaf)") == SQLITE_OK);
        check_refused(path, Fault::malformed, "tables");
    }
    SECTION("a view in place of a table") {
        REQUIRE(execute(path, "DROP TABLE attachment; CREATE VIEW attachment AS SELECT 1 AS sha256, "
                              "2 AS bytes") == SQLITE_OK);
        check_refused(path, Fault::malformed, "tables");
    }
    SECTION("a trigger less") {
        REQUIRE(execute(path, "DROP TRIGGER entry_update") == SQLITE_OK);
        check_refused(path, Fault::malformed, "tables");
    }
    SECTION("a damaged page") {
        patch(path, 100, std::string(64, '\xFF'));
        check_refused(path, Fault::malformed, "damaged");
    }
    SECTION("a folder") {
        fs::remove(path);
        fs::create_directory(path);
        const auto error = error_of(Store::open(path));
        CHECK(error.fault == Fault::malformed);
        CHECK(error.detail.find("not a file") != std::string::npos);
    }
    SECTION("a pipe that nobody writes to") {
        fs::remove(path);
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        CHECK(error_of(Store::open(path)).detail.find("not a file") != std::string::npos);
    }
    SECTION("a link") {
        fs::create_symlink(path, folder / "link");
        CHECK(fault_of(Store::open(folder / "link")) == Fault::malformed);
    }
    SECTION("the twin that opens") { CHECK(Store::open(path)); }
}

TEST_CASE("a ledger opens through a folder that is a link", "[ledger]") {
    const TempFolder folder;
    fs::create_directory(folder / "real");
    fs::create_directory_symlink(folder / "real", folder / "link");
    value_of(Store::create(folder / "link" / "ledger", feed_key()));
    CHECK(Store::open(folder / "link" / "ledger"));
}

TEST_CASE("a ledger that may only be read is refused and left as it was", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    const auto before = sha256_of_file(path);
    const auto try_to_open = [&] {
        const auto opened = Store::open(path);
        return opened ? "opened" : opened.error().detail;
    };
    const auto allow = [&](fs::perms file, fs::perms in_folder) {
        fs::permissions(path, file);
        fs::permissions(folder.path(), in_folder);
    };
    const auto anyone_reads = fs::perms{0444};
    const auto anyone_writes = fs::perms{0666};

    allow(anyone_reads, fs::perms{0777});
    CHECK(as_ordinary_user(try_to_open).find("may only be read") != std::string::npos);
    allow(anyone_writes, fs::perms{0555});  // no journal can be made
    CHECK(as_ordinary_user(try_to_open).find("may only be read") != std::string::npos);
    allow(fs::perms{0000}, fs::perms{0777});
    CHECK(as_ordinary_user(try_to_open).find("cannot be read") != std::string::npos);
    allow(anyone_writes, fs::perms{0777});
    CHECK(as_ordinary_user(try_to_open) == "opened");
    CHECK(sha256_of_file(path) == before);
}

TEST_CASE("a ledger is open in one place at a time", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    const auto try_to_open = [&]() -> std::string {
        const auto opened = Store::open(path);
        return opened ? "opened" : opened.error().detail;
    };
    {
        auto store = value_of(Store::open(path));
        CHECK(in_child(try_to_open).find("another program") != std::string::npos);
        CHECK(fault_of(Store::open(path)) == Fault::in_use);
        // Looking at the file did not drop the lock that this process holds.
        CHECK(in_child(try_to_open).find("another program") != std::string::npos);
        record(store, entry(3, "undisturbed"));
        CHECK(in_child(try_to_open).find("another program") != std::string::npos);
    }
    CHECK(in_child(try_to_open) == "opened");
}

TEST_CASE("a transaction that a crash cut off is rolled back when the ledger opens", "[ledger]") {
    const TempFolder folder;
    const auto path = small_ledger(folder);
    // Copies of file and journal as they are in the middle of a commit: SQLite spills pages to the
    // file once they do not fit its cache, so both are there before COMMIT.
    {
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
        const char* sql =
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; INSERT INTO attachment "
            "VALUES (zeroblob(32), randomblob(100000)); "
            "INSERT INTO attachment VALUES (x'" "11111111111111111111111111111111"
            "11111111111111111111111111111111', randomblob(100000));";
        REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
        fs::copy_file(path, folder / "copy");
        fs::copy_file(folder / "ledger-journal", folder / "copy-journal");
        sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    REQUIRE(fs::file_size(folder / "copy") > fs::file_size(path));

    SECTION("as it is") {}
    SECTION("with a header that was torn") { patch(folder / "copy", 0, std::string(512, 'x')); }
    auto store = value_of(Store::open(folder / "copy"));
    CHECK(value_of(store.size()) == 3);
    CHECK(value_of(store.integrity_findings()).empty());
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
    CHECK(value_of(copy.own_key()) == feed_key());
}

TEST_CASE("a store that nobody founded goes with its file", "[ledger]") {
    const TempFolder folder;
    Store::discard(value_of(Store::create(folder / "ledger", feed_key())));
    CHECK(fs::is_empty(folder.path()));
}
