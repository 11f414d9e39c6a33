// store_check.cpp: what only an audit asks of the file: is there nothing in it but a ledger?
#include "ledger/store.h"
#include "ledger/store_statement.h"

namespace placet::ledger {

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

Result<bool> Store::has_foreign_rows() {
    const auto found = number(
        "SELECT EXISTS (SELECT 1 FROM feed WHERE feed_no <> 1)"
        " OR EXISTS (SELECT 1 FROM entry WHERE feed_no < 1)"
        " OR EXISTS (SELECT 1 FROM entry WHERE feed_no > 1)"
        " OR EXISTS (SELECT 1 FROM tile_root WHERE feed_no <> 1)"
        " OR EXISTS (SELECT 1 FROM checkpoint WHERE feed_no < 1)"
        " OR EXISTS (SELECT 1 FROM checkpoint WHERE feed_no > 1)");
    if (!found) return found.error();
    return *found != 0;
}

Result<std::int64_t> Store::tile_root_count() {
    return number("SELECT count(*) FROM tile_root WHERE feed_no = 1");
}

Result<std::vector<Hash>> Store::attachments_above(const std::optional<Hash>& above) {
    auto statement = prepare(
        "SELECT sha256 FROM attachment WHERE sha256 > ? ORDER BY sha256 "
        "LIMIT 256");
    if (!statement) return statement.error();
    return read_hashes(statement->bind(above ? BytesView{*above} : BytesView{}));
}

}  // namespace placet::ledger
