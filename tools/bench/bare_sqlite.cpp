#include "tools/bench/bare_sqlite.h"

#include <sqlite3.h>
#include <utility>

namespace placet::bench {
namespace {

// Those of ledger/store_open.cpp that bear on time.
constexpr const char* set_up =
    "PRAGMA page_size = 4096; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; "
    "PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON; PRAGMA cell_size_check = ON; "
    "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
    "CREATE TABLE row (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT";

}  // namespace

BareTable::BareTable(BareTable&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      insert_(std::exchange(other.insert_, nullptr)) {}

BareTable::~BareTable() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
}

Result<BareTable> BareTable::make(const std::filesystem::path& path) {
    std::filesystem::remove(path);
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &database,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    BareTable table(database);
    if (opened != SQLITE_OK || sqlite3_exec(database, set_up, nullptr, nullptr, nullptr) != 0 ||
        sqlite3_prepare_v2(database, "INSERT INTO row (bytes) VALUES (?)", -1, &table.insert_,
                           nullptr) != SQLITE_OK)
        return Error{Fault::storage, path.string() + ": the bare table cannot be made"};
    return table;
}

Result<Done> BareTable::insert(const std::vector<std::string_view>& rows) {
    const auto execute = [this](const char* sql) {
        return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    bool good = execute("BEGIN IMMEDIATE");
    for (const auto row : rows) {
        sqlite3_bind_blob(insert_, 1, row.data(), static_cast<int>(row.size()), SQLITE_STATIC);
        good = good && sqlite3_step(insert_) == SQLITE_DONE;
        sqlite3_reset(insert_);
    }
    if (!good || !execute("COMMIT")) return Error{Fault::storage, "a bare row cannot be written"};
    return Done{};
}

}  // namespace placet::bench
