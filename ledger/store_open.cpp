// store_open.cpp: how a ledger file is made, and what is looked at before a row of it is read.
#include "ledger/schema.h"
#include "ledger/store.h"
#include "ledger/store_file.h"
#include "ledger/store_statement.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

// No statement of ours needs more; a hostile file may ask for it.
constexpr std::array<std::pair<int, int>, 6> limits = {
    {{SQLITE_LIMIT_LENGTH, static_cast<int>(attachment_size_limit) + 65536},
     {SQLITE_LIMIT_SQL_LENGTH, 16384},
     {SQLITE_LIMIT_VDBE_OP, 25000},
     {SQLITE_LIMIT_ATTACHED, 0},
     {SQLITE_LIMIT_TRIGGER_DEPTH, 4},
     {SQLITE_LIMIT_WORKER_THREADS, 0}}};

void configure(sqlite3* database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    for (const auto& [limit, value] : limits) sqlite3_limit(database, limit, value);
}

int open_database(const std::filesystem::path& path, const std::string& vfs, sqlite3** database) {
    // The file itself must not be a link; a folder on the way may be, so it is resolved here.
    std::error_code unresolved;
    const auto folder = std::filesystem::canonical(
        path.has_parent_path() ? path.parent_path() : std::filesystem::path("."), unresolved);
    const auto name = unresolved ? path : folder / path.filename();
    const int code =
        sqlite3_open_v2(name.c_str(), database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE,
                        vfs.empty() ? nullptr : vfs.c_str());
    if (code == SQLITE_OK) configure(*database);
    return code;
}

/// Every statement of the schema; nothing if it cannot be read.
std::optional<std::string> schema_of(sqlite3* database) {
    std::string schema;
    const auto add = [](void* to, int, char** values, char**) {
        static_cast<std::string*>(to)->append(values[0]).append(";\n");
        return 0;
    };
    if (sqlite3_exec(database, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid",
                     add, &schema, nullptr) != SQLITE_OK)
        return std::nullopt;
    return schema;
}

/// What SQLite says of a database that was made from schema.sql just now.
std::optional<std::string> expected_schema() {
    sqlite3* database = nullptr;
    std::optional<std::string> schema;
    if (sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_exec(database, schema_text().c_str(), nullptr, nullptr, nullptr) == SQLITE_OK)
        schema = schema_of(database);
    sqlite3_close(database);
    return schema;
}

}  // namespace

std::string_view sqlite_version() { return sqlite3_libversion(); }

/// Settings of this connection. Rollback journal, every commit synced with its folder, and the file
/// held alone (measured: no acknowledged row lost in simulated power cuts).
Result<Done> Store::set_up() {
    constexpr const char* settings =
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; "
        "PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON; "
        "PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; "
        "PRAGMA temp_store = MEMORY";
    const int code = sqlite3_exec(database_, settings, nullptr, nullptr, nullptr);
    if ((code & 0xFF) == SQLITE_CORRUPT) return no_ledger(path_, "the database is damaged");
    if (code != SQLITE_OK) return stop("cannot be set up");
    return Done{};
}

Result<Done> Store::check_schema() {
    for (const auto& [setting, wanted] :
         {std::pair{"application_id", application_id}, std::pair{"user_version", format_version},
          std::pair{"page_size", page_size}}) {
        const auto value = number(fmt::format("PRAGMA {}", setting).c_str());
        if (!value) return value.error();
        if (*value != wanted)
            return no_ledger(path_, fmt::format("its {} is not {}", setting, wanted));
    }
    const auto schema = schema_of(database_);
    const auto expected = expected_schema();
    if (!schema || !expected) return stop("the schema cannot be read");
    if (*schema != *expected)
        return no_ledger(path_, "the tables in it are not exactly those of a ledger");
    return Done{};
}

Result<Done> Store::write_founding(const VerifierKey& key, bool own) {
    const auto execute = [&](const std::string& sql) {
        return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    if (const auto done = set_up(); !done) return done.error();
    if (!execute(fmt::format("PRAGMA page_size = {}; PRAGMA encoding = 'UTF-8'", page_size)))
        return stop("cannot be made");
    if (const auto done = begin(); !done) return done.error();
    if (!execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id,
                             format_version)) ||
        !execute(schema_text()))
        return stop("the tables cannot be made");
    if (const auto done = insert_feed({.key = key, .own = own}); !done) return done.error();
    return commit();
}

Result<Store> Store::create(const std::filesystem::path& path, const VerifierKey& key,
                            const std::string& vfs, bool own) {
    if (const auto made = make_file(path, vfs); !made) return made.error();
    auto founded = [&]() -> Result<Store> {
        sqlite3* database = nullptr;
        const int code = open_database(path, vfs, &database);
        Store store(database, path, vfs);
        if (code != SQLITE_OK) return store.stop("cannot be made");
        if (const auto done = store.write_founding(key, own); !done) return done.error();
        // SQLite syncs the folder with its journal, but passes over an error of that.
        if (vfs.empty())
            if (const auto done = sync_folder_of(path); !done) return done.error();
        return store;
    }();
    if (!founded) discard_file(path, vfs);
    return founded;
}

Result<Store> Store::open(const std::filesystem::path& path, const std::string& vfs) {
    auto store = open_alone(path, vfs);
    if (!store) return store.error();
    if (const auto same = store->check_schema(); !same) return same.error();
    return store;
}

Result<Store> Store::open_copy(const std::filesystem::path& path) {
    auto store = open_alone(path, {});
    if (store) store->stops_ = false;
    return store;
}

Result<Store> Store::open_image(BytesView image) {
    const std::filesystem::path name = "ledger";
    const auto size = static_cast<std::int64_t>(image.size());
    const auto start = text_of(image.first(std::min(image.size(), header_size)));
    if (const auto header = check_header(name, start, size); !header) return header.error();
    sqlite3* database = nullptr;
    int code = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE,
                               nullptr);
    Store store(database, name, {});
    if (code == SQLITE_OK) {
        configure(database);
        // SQLite keeps the bytes until it closes.
        auto* bytes = static_cast<Byte*>(sqlite3_malloc64(image.size()));
        if (bytes == nullptr) return store.stop("cannot be held in memory");
        std::ranges::copy(image, bytes);
        code = sqlite3_deserialize(database, "main", bytes, size, size,
                                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    }
    if (code != SQLITE_OK) return store.stop("cannot be opened");
    store.stops_ = false;
    if (const auto done = store.set_up(); !done) return done.error();
    return store;
}

Result<Store> Store::open_alone(const std::filesystem::path& path, const std::string& vfs) {
    if (const auto header = check_header(path, vfs, Recovery::ahead); !header)
        return header.error();
    sqlite3* database = nullptr;
    const int code = open_database(path, vfs, &database);
    Store store(database, path, vfs);
    if (code != SQLITE_OK) return store.stop("cannot be opened");
    if (sqlite3_db_readonly(database, "main") == 1) return only_readable(path);
    if (const auto locked = store.lock_alone(); !locked) return locked.error();
    if (const auto header = check_header(path, vfs, Recovery::done); !header) return header.error();
    if (const auto done = store.set_up(); !done) return done.error();
    return store;
}

void Store::discard(Store store) {
    const auto path = store.path_;
    const auto vfs = store.vfs_;
    { const Store closed = std::move(store); }
    discard_file(path, vfs);
}

/// Takes the exclusive lock, recovers from a hot journal on the way, and keeps the lock. Not before
/// the journal is settled is it SQLite's to keep: it would go on writing to one that is unlinked.
Result<Done> Store::lock_alone() {
    const auto execute = [this](const char* sql) {
        return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr);
    };
    const int code = execute("PRAGMA synchronous = EXTRA; BEGIN EXCLUSIVE");
    if (code == SQLITE_OK) {
        if (const auto settled = settle_journal(path_, vfs_); !settled) return settled.error();
        if (execute("PRAGMA locking_mode = EXCLUSIVE; COMMIT") != SQLITE_OK)
            return stop("cannot be locked");
        return Done{};
    }
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error{Fault::in_use,
                         fmt::format("{}: another program has this ledger open. Nothing was "
                                     "changed. Close the other one, or ask it for an export.",
                                     path_.string())};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
            return only_readable(path_);
        case SQLITE_NOTADB:
            return no_ledger(path_, "this is no database");
        case SQLITE_CORRUPT:
            return no_ledger(path_, "the database is damaged");
        default:
            return stop("cannot be opened");
    }
}

}  // namespace placet::ledger
