// bare_sqlite.h: yardstick: rows in a plain table of SQLite, with the settings of a ledger's
// connection and nothing else.
#pragma once

#include "crypto/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace placet::bench {

class BareTable {
public:
    /// Makes the file anew. Fails (storage).
    static Result<BareTable> make(const std::filesystem::path& path);
    BareTable(BareTable&& other) noexcept;
    BareTable& operator=(BareTable&&) = delete;
    ~BareTable();

    /// All rows in one durable transaction. Fails (storage).
    Result<Done> insert(const std::vector<std::string_view>& rows);

private:
    BareTable(sqlite3* database) : database_(database) {}

    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

}  // namespace placet::bench
