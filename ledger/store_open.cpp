// store_open.cpp: how a ledger file is made, and what is looked at before a row of it is read.
#include "ledger/schema.h"
#include "ledger/store.h"
#include "ledger/store_statement.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace placet::ledger {
namespace {

constexpr std::int64_t application_id = 0x504C4331;  // "PLC1"
constexpr std::int64_t format_version = 1;
constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};
constexpr std::size_t header_size = 100;

/// A number of the file's header, big-endian (SQLite file format, 1.3).
std::int64_t header_number(std::string_view header, std::size_t at, int bytes) {
    std::int64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(header[at + static_cast<std::size_t>(i)]);
    return value;
}

Error no_ledger(const std::filesystem::path& path, std::string_view why) {
    return {Fault::malformed,
            fmt::format("{}: {}. The file was left as it is. Give the ledger that placet init made, "
                        "or a copy of it.",
                        path.string(), why)};
}

/// Looks at the file without SQLite, which would take an empty file for a new database.
Result<Done> check_header(const std::filesystem::path& path) {
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return Error{errno == ENOENT ? Fault::absent : Fault::storage,
                     fmt::format("{}: there is no such ledger. Nothing was created. Check the name, "
                                 "or the disk that should hold it.",
                                 path.string())};
    if (!S_ISREG(status.st_mode)) return no_ledger(path, "this is not a file");
    if (status.st_size == 0)
        return no_ledger(path, "the file is empty: a ledger is never empty, so it was lost here");
    std::ifstream file(path, std::ios::binary);
    std::string header(header_size, '\0');
    if (!file)
        return Error{Fault::storage,
                     fmt::format("{}: cannot be read. The file was left as it is. Check who may "
                                 "read it.",
                                 path.string())};
    file.read(header.data(), static_cast<std::streamsize>(header.size()));
    if (file.gcount() < static_cast<std::streamsize>(header.size()))
        return no_ledger(path, "the file is cut short");
    if (!header.starts_with(sqlite_magic)) return no_ledger(path, "this is no database");
    if (header_number(header, 68, 4) != application_id)
        return no_ledger(path, "this is another program's database");
    const auto version = header_number(header, 60, 4);
    if (version > format_version)
        return no_ledger(path, fmt::format("this ledger has format {}, and this program reads up to "
                                           "{}: use a newer Placet",
                                           version, format_version));
    const auto page_size = header_number(header, 16, 2);
    const auto pages = header_number(header, 28, 4);
    if (version != format_version || page_size != 4096 || header_number(header, 56, 4) != 1 ||
        header[18] != 1 || header[19] != 1 || header[20] != 0)
        return no_ledger(path, "the header is not that of a ledger");
    if (status.st_size < page_size * pages) {
        // A hot journal may restore what is missing; without one the end is gone.
        if (!std::filesystem::exists(path.string() + "-journal"))
            return no_ledger(path, "the file is cut short: its end is missing");
    }
    return Done{};
}

int open_database(const std::filesystem::path& path, int flags, const std::string& vfs,
                  sqlite3** database) {
    const int code = sqlite3_open_v2(path.c_str(), database,
                                     flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW |
                                         SQLITE_OPEN_EXRESCODE,
                                     vfs.empty() ? nullptr : vfs.c_str());
    if (code != SQLITE_OK) return code;
    sqlite3_db_config(*database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(*database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(*database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    return SQLITE_OK;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Result<Done> sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!synced)
        return Error{Fault::storage, folder.string() + ": the new file may not survive a power cut"};
    return Done{};
}

std::string schema_of(sqlite3* database) {
    std::string schema;
    const auto add = [](void* to, int, char** values, char**) {
        static_cast<std::string*>(to)->append(values[0]).append(";\n");
        return 0;
    };
    if (sqlite3_exec(database,
                     "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid", add,
                     &schema, nullptr) != SQLITE_OK)
        schema.clear();
    return schema;
}

/// What SQLite says of a database that was made from schema.sql just now.
const std::string& expected_schema() {
    static const std::string schema = [] {
        sqlite3* database = nullptr;
        sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_exec(database, schema_text().c_str(), nullptr, nullptr, nullptr);
        auto text = schema_of(database);
        sqlite3_close(database);
        return text;
    }();
    return schema;
}

}  // namespace

/// Settings of this connection. Rollback journal, every commit synced with its folder, and the file
/// held alone (measured: no acknowledged row lost in simulated power cuts).
Result<Done> Store::set_up() {
    for (const char* pragma :
         {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE",
          "PRAGMA synchronous = EXTRA", "PRAGMA fullfsync = ON", "PRAGMA foreign_keys = ON",
          "PRAGMA recursive_triggers = ON", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
          "PRAGMA temp_store = MEMORY"})
        if (const auto done = run(pragma); !done) return done.error();
    return Done{};
}

Result<Done> Store::check_schema() {
    for (const auto& [sql, wanted] :
         {std::pair{"PRAGMA application_id", application_id},
          std::pair{"PRAGMA user_version", format_version}, std::pair{"PRAGMA page_size", std::int64_t{4096}}}) {
        const auto value = number(sql);
        if (!value) return value.error();
        if (*value != wanted) return no_ledger(path_, fmt::format("{} is not {}", sql + 7, wanted));
    }
    if (schema_of(database_) != expected_schema()) return no_ledger(path_, "the schema is not that of a ledger");
    return Done{};
}

Result<Store> Store::create(const std::filesystem::path& path, const VerifierKey& key,
                            const std::string& vfs) {
    // Exclusive: of two that found at once, one is refused.
    const int descriptor =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
    if (descriptor < 0) {
        const int number = errno;
        const auto fault = number == EEXIST   ? Fault::refused
                           : number == ENOENT ? Fault::absent
                           : number == ENOSPC ? Fault::full
                                              : Fault::storage;
        return Error{fault, fmt::format("{}: a new ledger cannot be made here ({}). Nothing was "
                                        "changed. Choose a name that is free.",
                                        path.string(), std::strerror(number))};
    }
    ::close(descriptor);
    auto made = [&]() -> Result<Store> {
        sqlite3* database = nullptr;
        const int code = open_database(path, 0, vfs, &database);
        Store store(database, path);
        if (code != SQLITE_OK) return store.stop("cannot be made");
        const auto founding = fmt::format(
            "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA application_id = {}; "
            "PRAGMA user_version = {};",
            application_id, format_version);
        if (sqlite3_exec(database, founding.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return store.stop("cannot be made");
        if (const auto done = store.set_up(); !done) return done.error();
        if (const auto done = store.begin(); !done) return done.error();
        if (sqlite3_exec(database, schema_text().c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return store.stop("the tables cannot be made");
        {
            auto statement = store.prepare(
                "INSERT INTO feed (feed_no, origin, vkey, is_own) VALUES (1, ?, ?, 1)");
            if (!statement) return statement.error();
            const auto vkey = format_verifier_key(key);
            statement->bind(std::string_view(key.name)).bind(std::string_view(vkey));
            if (statement->step() != SQLITE_DONE) return store.stop("the feed cannot be written");
        }
        if (const auto done = store.commit(); !done) return done.error();
        if (const auto done = sync_folder(folder_of(path)); !done) return done.error();
        return store;
    }();
    if (!made) {
        std::error_code ignored;  // the first error is the one to report
        std::filesystem::remove(path, ignored);
    }
    return made;
}

Result<Store> Store::open(const std::filesystem::path& path, const std::string& vfs) {
    if (vfs.empty())
        if (const auto header = check_header(path); !header) return header.error();
    sqlite3* database = nullptr;
    const int code = open_database(path, 0, vfs, &database);
    Store store(database, path);
    if (code != SQLITE_OK) return store.stop("cannot be opened");
    if (sqlite3_db_readonly(database, "main") == 1)
        return Error{Fault::storage,
                     fmt::format("{}: this ledger may only be read. Nothing was changed. Give the "
                                 "kiosk's user the right to write file and folder.",
                                 path.string())};
    if (const auto locked = store.lock_alone(); !locked) return locked.error();
    if (const auto done = store.set_up(); !done) return done.error();
    if (const auto same = store.check_schema(); !same) return same.error();
    return store;
}

/// Takes the exclusive lock and keeps it; recovers from a hot journal on the way.
Result<Done> Store::lock_alone() {
    sqlite3_exec(database_, "PRAGMA locking_mode = EXCLUSIVE", nullptr, nullptr, nullptr);
    const int code = sqlite3_exec(database_, "BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
    switch (code & 0xFF) {
        case SQLITE_OK: return Done{};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error{Fault::in_use,
                         fmt::format("{}: another program has this ledger open. Nothing was "
                                     "changed. Close the other one, or ask it for an export.",
                                     path_.string())};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
            return Error{Fault::storage,
                         fmt::format("{}: this ledger may only be read. Nothing was changed. Give "
                                     "the kiosk's user the right to write file and folder.",
                                     path_.string())};
        case SQLITE_NOTADB: return no_ledger(path_, "this is no database");
        case SQLITE_CORRUPT: return no_ledger(path_, "the database is damaged");
        default: return stop("cannot be opened");
    }
}

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

}  // namespace placet::ledger
