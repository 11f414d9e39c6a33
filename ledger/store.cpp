#include "ledger/store.h"

#include "ledger/store_file.h"
#include "ledger/store_statement.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {

Store::Store(sqlite3* database, std::filesystem::path path, std::string vfs)
    : database_(database), path_(std::move(path)), vfs_(std::move(vfs)) {}

Store::Store(Store&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      statements_(std::exchange(other.statements_, {})),
      path_(std::move(other.path_)),
      vfs_(std::move(other.vfs_)),
      stops_(other.stops_),
      stopped_(other.stopped_) {}

Store& Store::operator=(Store&& other) noexcept {
    std::swap(database_, other.database_);
    std::swap(statements_, other.statements_);
    std::swap(path_, other.path_);
    std::swap(vfs_, other.vfs_);
    std::swap(stops_, other.stops_);
    std::swap(stopped_, other.stopped_);
    return *this;
}

Store::~Store() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(database_);
}

// ---- errors -----------------------------------------------------------------------------------

Error Store::stop(std::string_view doing) {
    stopped_ = stops_;
    const bool full = sqlite3_errcode(database_) == SQLITE_FULL;
    return {
        full ? Fault::full : Fault::storage,
        fmt::format("{}: {} ({}). What was recorded before is safe; nothing more is written. {} "
                    "and open the ledger again: it then says what was recorded.",
                    path_.string(), doing, sqlite3_errmsg(database_),
                    full ? "Make room on the disk" : "Call the attendant, have the disk checked")};
}

Result<Store::Statement> Store::prepare(std::string_view sql) {
    if (stopped_)
        return Error{Fault::storage,
                     fmt::format("{}: writing stopped after a storage error. What was recorded "
                                 "before is safe. Call the attendant: the ledger must be opened "
                                 "again.",
                                 path_.string())};
    if (const auto known = statements_.find(sql); known != statements_.end())
        return Statement(known->second);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return stop("cannot be read");
    statements_.emplace(sql, statement);
    return Statement(statement);
}

Result<Done> Store::run(const char* sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    int code = statement->step();
    while (code == SQLITE_ROW) code = statement->step();
    if (code != SQLITE_DONE) return stop("cannot be written");
    return Done{};
}

Result<std::int64_t> Store::number(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    if (statement->step() != SQLITE_ROW) return stop("cannot be read");
    return statement->integer(0);
}

// ---- reading ----------------------------------------------------------------------------------

namespace {
constexpr std::string_view entry_columns = "SELECT seq, data, leaf, type, run, ballot FROM entry ";

Error corrupt_row() { return corrupt_ledger("A row of the ledger has not the form of its schema"); }

}  // namespace

Result<std::vector<StoredEntry>> Store::read_entries(Statement& statement) {
    std::vector<StoredEntry> entries;
    int code = statement.step();
    for (; code == SQLITE_ROW; code = statement.step()) {
        StoredEntry entry{.seq = static_cast<std::uint64_t>(statement.integer(0)),
                          .data = std::string(statement.view(1)),
                          .type = std::string(statement.view(3))};
        if (!statement.hash(2, entry.leaf)) return corrupt_row();
        if (!statement.is_null(4)) entry.run = statement.integer(4);
        if (!statement.is_null(5)) entry.ballot = std::string(statement.view(5));
        entries.push_back(std::move(entry));
    }
    if (code != SQLITE_DONE) return stop("entries cannot be read");
    return entries;
}

Result<std::vector<Hash>> Store::read_hashes(Statement& statement) {
    std::vector<Hash> hashes;
    int code = statement.step();
    for (; code == SQLITE_ROW; code = statement.step())
        if (!statement.hash(0, hashes.emplace_back())) return corrupt_row();
    if (code != SQLITE_DONE) return stop("hashes cannot be read");
    return hashes;
}

Result<std::vector<StoredCheckpoint>> Store::read_checkpoints(Statement& statement) {
    std::vector<StoredCheckpoint> checkpoints;
    int code = statement.step();
    for (; code == SQLITE_ROW; code = statement.step()) {
        auto& checkpoint = checkpoints.emplace_back();
        checkpoint.size = static_cast<std::uint64_t>(statement.integer(0));
        if (!statement.hash(1, checkpoint.root)) return corrupt_row();
        checkpoint.note = statement.view(2);
    }
    if (code != SQLITE_DONE) return stop("checkpoints cannot be read");
    return checkpoints;
}

Result<std::uint64_t> Store::size(FeedNo feed) {
    auto statement = prepare(
        "SELECT coalesce(max(seq) + 1, (SELECT base FROM feed WHERE feed_no = ?1), 0) FROM entry "
        "WHERE feed_no = ?1");
    if (!statement) return statement.error();
    if (statement->bind(feed).step() != SQLITE_ROW) return stop("cannot be read");
    return static_cast<std::uint64_t>(statement->integer(0));
}

Result<std::optional<StoredCheckpoint>> Store::last_checkpoint(FeedNo feed) {
    auto statement = prepare(
        "SELECT size, root, note FROM checkpoint WHERE feed_no = ? ORDER BY size DESC LIMIT 1");
    if (!statement) return statement.error();
    auto found = read_checkpoints(statement->bind(feed));
    if (!found) return found.error();
    if (found->empty()) return std::optional<StoredCheckpoint>{};
    return std::optional{std::move(found->front())};
}

Result<std::vector<StoredCheckpoint>> Store::checkpoints_above(std::int64_t above, FeedNo feed) {
    auto statement = prepare(
        "SELECT size, root, note FROM checkpoint WHERE feed_no = ? AND size > ? ORDER BY size "
        "LIMIT 256");
    if (!statement) return statement.error();
    return read_checkpoints(statement->bind(feed).bind(above));
}

Result<std::vector<StoredEntry>> Store::entries(std::uint64_t from, std::size_t limit,
                                                FeedNo feed) {
    static const std::string sql =
        std::string(entry_columns) + "WHERE feed_no = ? AND seq >= ? ORDER BY seq LIMIT ?";
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    return read_entries(
        statement->bind(feed).bind(from).bind(std::uint64_t{std::min(limit, block_limit)}));
}

Result<std::vector<StoredEntry>> Store::acts(std::uint64_t from) {
    static const std::string sql =
        std::string(entry_columns) +
        "INDEXED BY entry_act WHERE feed_no = 1 AND seq >= ? AND ballot IS NULL ORDER BY seq "
        "LIMIT 256";
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    return read_entries(statement->bind(from));
}

Result<std::optional<StoredEntry>> Store::entry_of_ballot(std::string_view ballot, FeedNo feed) {
    static const std::string sql =
        std::string(entry_columns) + "WHERE ballot = ? AND feed_no = ? AND ballot IS NOT NULL";
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    auto found = read_entries(statement->bind(ballot).bind(feed));
    if (!found) return found.error();
    if (found->empty()) return std::optional<StoredEntry>{};
    return std::optional{std::move(found->front())};
}

Result<std::vector<Hash>> Store::leaves(std::uint64_t from, std::uint64_t count, FeedNo feed) {
    auto statement =
        prepare("SELECT leaf FROM entry WHERE feed_no = ? AND seq >= ? ORDER BY seq LIMIT ?");
    if (!statement) return statement.error();
    return read_hashes(statement->bind(feed).bind(from).bind(count));
}

Result<std::vector<Hash>> Store::tile_roots(int level, std::uint64_t from, std::uint64_t count,
                                            FeedNo feed) {
    auto statement = prepare(
        "SELECT hash FROM tile_root WHERE feed_no = ? AND level = ? AND idx >= ? ORDER BY idx "
        "LIMIT ?");
    if (!statement) return statement.error();
    return read_hashes(statement->bind(feed).bind(level).bind(from).bind(count));
}

Result<std::optional<Bytes>> Store::attachment(const Hash& sha256) {
    auto statement = prepare("SELECT bytes FROM attachment WHERE sha256 = ?");
    if (!statement) return statement.error();
    const int code = statement->bind(BytesView{sha256}).step();
    if (code == SQLITE_DONE) return std::optional<Bytes>{};
    if (code != SQLITE_ROW) return stop("an attachment cannot be read");
    const auto bytes = bytes_of(statement->view(0));
    return std::optional{Bytes(bytes.begin(), bytes.end())};
}

// ---- writing ----------------------------------------------------------------------------------

Result<Done> Store::begin() { return run("BEGIN IMMEDIATE"); }

Result<Done> Store::insert(const StoredEntry& entry, FeedNo feed) {
    auto statement = prepare(
        "INSERT INTO entry (feed_no, seq, data, leaf, type, run, ballot) VALUES (?, ?, ?, ?, ?, ?, "
        "?)");
    if (!statement) return statement.error();
    statement->bind(feed).bind(entry.seq).bind(bytes_of(entry.data)).bind(BytesView{entry.leaf});
    statement->bind(std::string_view(entry.type)).bind(entry.run).bind(entry.ballot);
    if (statement->step() != SQLITE_DONE) return stop("an entry cannot be written");
    return Done{};
}

Result<Done> Store::read_back(const StoredEntry& entry, FeedNo feed) {
    auto statement = prepare("SELECT data, leaf FROM entry WHERE feed_no = ? AND seq = ?");
    if (!statement) return statement.error();
    Hash leaf;
    if (statement->bind(feed).bind(entry.seq).step() != SQLITE_ROW ||
        statement->view(0) != entry.data || !statement->hash(1, leaf) ||
        leaf != leaf_hash(bytes_of(statement->view(0))))
        return stop("an entry does not read back as it was written");
    return Done{};
}

Result<Done> Store::insert_tile_root(int level, std::uint64_t index, const Hash& hash,
                                     FeedNo feed) {
    auto statement =
        prepare("INSERT INTO tile_root (feed_no, level, idx, hash) VALUES (?, ?, ?, ?)");
    if (!statement) return statement.error();
    statement->bind(feed).bind(level).bind(index).bind(BytesView{hash});
    if (statement->step() != SQLITE_DONE) return stop("the tree cannot be written");
    return Done{};
}

Result<Done> Store::insert_checkpoint(const StoredCheckpoint& checkpoint, FeedNo feed) {
    auto statement =
        prepare("INSERT INTO checkpoint (feed_no, size, root, note) VALUES (?, ?, ?, ?)");
    if (!statement) return statement.error();
    statement->bind(feed).bind(checkpoint.size).bind(BytesView{checkpoint.root});
    if (statement->bind(bytes_of(checkpoint.note)).step() != SQLITE_DONE)
        return stop("a checkpoint cannot be written");
    return Done{};
}

Result<Done> Store::insert_attachment(const Hash& sha256, BytesView bytes) {
    auto statement = prepare("INSERT INTO attachment (sha256, bytes) VALUES (?, ?)");
    if (!statement) return statement.error();
    if (statement->bind(BytesView{sha256}).bind(bytes).step() != SQLITE_DONE)
        return stop("an attachment cannot be written");
    return Done{};
}

Result<Done> Store::commit() { return run("COMMIT"); }

void Store::roll_back() {
    if (sqlite3_get_autocommit(database_) == 0)
        sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Done> Store::back_up(const std::filesystem::path& to) {
    if (std::filesystem::exists(to))
        return Error{Fault::refused, to.string() + ": is there already; nothing was written"};
    sqlite3* target = nullptr;
    int code =
        sqlite3_open_v2(to.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        auto* backup = sqlite3_backup_init(target, "main", database_, "main");
        code = backup == nullptr ? sqlite3_errcode(target) : sqlite3_backup_step(backup, -1);
        if (backup != nullptr) sqlite3_backup_finish(backup);
    }
    sqlite3_close(target);
    if (code != SQLITE_DONE)
        return Error{code == SQLITE_FULL ? Fault::full : Fault::storage,
                     to.string() + ": the copy could not be made; the ledger is as it was"};
    return Done{};
}

}  // namespace placet::ledger
