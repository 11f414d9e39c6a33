// SQLite 3.7.0 to 3.51.2 can lose committed rows of a write-ahead log that two connections use at a
// time (the "WAL-reset bug", fixed in 3.51.3; sqlite.org/wal.html). Whatever SQLite is linked, a
// ledger has neither: no such log, and no second connection.
#include "tests/support/child.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sqlite3.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

/// What another connection gets when it executes this.
int execute_beside(const fs::path& path, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code;
}

void check_names(const fs::path& folder) {
    for (const auto& file : fs::directory_iterator(folder)) {
        const auto name = file.path().filename().string();
        INFO(name);
        CHECK((name == "ledger" || name == "ledger-journal"));
    }
}

constexpr const char* intrusions[] = {"SELECT count(*) FROM entry", "PRAGMA journal_mode = WAL",
                                      "PRAGMA wal_checkpoint(RESTART)", "BEGIN IMMEDIATE",
                                      "VACUUM"};

}  // namespace

TEST_CASE("a ledger keeps no write-ahead log and lets no second connection in", "[ledger]") {
    const TempFolder folder;
    const auto path = folder / "ledger";
    ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    {
        auto ledger = found_ledger(path, builder);
        bring_to_vote(ledger, builder);
        for (const auto& who : builder.participants()) {
            cast(ledger, builder, who, Choice::yes);
            check_names(folder.path());
            for (const char* sql : intrusions) {
                INFO(sql);
                CHECK(execute_beside(path, sql) == SQLITE_BUSY);
                CHECK(in_child([&] { return std::to_string(execute_beside(path, sql)); }) ==
                      std::to_string(SQLITE_BUSY));
            }
        }
        finish_vote(ledger, builder);
    }
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    CHECK(reopen_ledger(path, builder));
    // The twin: once it is closed, others read it; one that was switched is refused.
    CHECK(execute_beside(path, intrusions[0]) == SQLITE_OK);
    CHECK(execute_beside(path, intrusions[1]) == SQLITE_OK);
    CHECK(error_of(reopen_ledger(path, builder)).detail.find("write-ahead log") !=
          std::string::npos);
}
