// store_check.cpp: what only an audit asks of the file: is there nothing in it but a ledger?
#include "ledger/store.h"
#include "ledger/store_statement.h"

#include <fmt/format.h>

namespace placet::ledger {
namespace {

constexpr int feeds_looked_at = 4096;

}  // namespace

Result<std::vector<std::string>> Store::integrity_findings() {
    auto statement = prepare("PRAGMA integrity_check(20)");
    if (!statement) return statement.error();
    std::vector<std::string> findings;
    int code = statement->step();
    for (; code == SQLITE_ROW; code = statement->step()) findings.emplace_back(statement->view(0));
    if (code != SQLITE_DONE) findings.emplace_back(sqlite3_errmsg(database_));
    if (findings.size() == 1 && findings.front() == "ok") findings.clear();
    return findings;
}

Result<bool> Store::has_stray_rows() {
    // Feeds that a table has rows of, from one to the next in its index: no table is read whole. A
    // damaged index may lead in a circle, so the number of steps is bounded.
    const auto strays = [this](std::string_view table, std::string_view feeds) {
        return number(fmt::format(
            "WITH RECURSIVE held (n) AS (SELECT min(feed_no) FROM {0} UNION ALL "
            "SELECT (SELECT min(feed_no) FROM {0} WHERE feed_no > n) FROM held WHERE n IS NOT NULL "
            "LIMIT {2}) "
            "SELECT EXISTS (SELECT 1 FROM held WHERE n IS NOT NULL AND n NOT IN "
            "(SELECT feed_no FROM feed WHERE {1}))",
            table, feeds, feeds_looked_at));
    };
    for (const auto& [table, feeds] :
         {std::pair{"entry", "true"}, std::pair{"checkpoint", "true"},
          std::pair{"evidence", "true"}, std::pair{"tile_root", "branch = 0"}}) {
        const auto found = strays(table, feeds);
        if (!found) return found.error();
        if (*found != 0) return true;
    }
    const auto found = number(
        "SELECT EXISTS (SELECT 1 FROM cosignature WHERE (feed_no, size) NOT IN"
        "               (SELECT feed_no, size FROM checkpoint))"
        " OR EXISTS (SELECT 1 FROM feed WHERE branch > 0 AND origin NOT IN"
        "            (SELECT origin FROM feed WHERE branch = 0))");
    if (!found) return found.error();
    return *found != 0;
}

Result<std::int64_t> Store::tile_root_count(FeedNo feed) {
    auto statement = prepare("SELECT count(*) FROM tile_root WHERE feed_no = ?");
    if (!statement) return statement.error();
    if (statement->bind(feed).step() != SQLITE_ROW) return stop("cannot be read");
    return statement->integer(0);
}

Result<std::vector<Hash>> Store::attachments_above(const std::optional<Hash>& above) {
    auto statement = prepare(
        "SELECT sha256 FROM attachment WHERE sha256 > ? ORDER BY sha256 "
        "LIMIT 256");
    if (!statement) return statement.error();
    return read_hashes(statement->bind(above ? BytesView{*above} : BytesView{}));
}

}  // namespace placet::ledger
