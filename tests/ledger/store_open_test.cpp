// Source: FORMAT.md section 6, SQLite's file format 1.3; architecture, "The ledger".
#include "tests/ledger/small_store.h"
#include "tests/support/child.h"

#include <sys/stat.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

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
        REQUIRE(execute(path,
                        "PRAGMA encoding = 'UTF-16le'; PRAGMA application_id = 0x504C4331; "
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
        REQUIRE(execute(path,
                        "DROP TABLE attachment; CREATE VIEW attachment AS SELECT 1 AS sha256, "
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
            "INSERT INTO attachment VALUES (x'"
            "11111111111111111111111111111111"
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
