// store.h: the one file of a ledger, through the one connection that SQLite has to it. store*.cpp
// are the only files that know SQLite; nothing here knows what an entry means.
//
// Settings and reasons: schema.sql, architecture in ledger/FORMAT.md section 6. After the first
// storage error everything fails: what is on disk is asked again by opening anew.
#pragma once

#include "crypto/keys.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace placet::ledger {

inline constexpr std::size_t block_limit = 256;                   // entries read at once
inline constexpr std::size_t attachment_size_limit = 8UL << 20U;  // bytes

struct StoredEntry {
    std::uint64_t seq = 0;
    std::string data = {};
    Hash leaf = {};
    std::string type = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::string> ballot = {};
};

struct StoredCheckpoint {
    std::uint64_t size = 0;
    Hash root = {};
    std::string note = {};
};

/// "3.40.1": of the library that is loaded.
std::string_view sqlite_version();

class Store {
public:
    /// Creates the file, which must not exist, with the own feed of this key. A file that could not
    /// be made whole is removed. Fails refused (exists), absent (no folder), storage, full.
    static Result<Store> create(const std::filesystem::path& path, const VerifierKey& key,
                                const std::string& vfs = {});

    /// Opens a file that is there, alone. Header, settings and schema are compared with this
    /// version's before a row is read. Fails absent, malformed (no ledger: empty, truncated,
    /// another program's, a newer format, a foreign schema), in_use, storage (read-only, I/O), and
    /// leaves the file as it was.
    static Result<Store> open(const std::filesystem::path& path, const std::string& vfs = {});

    /// For the audit: opens a private copy, which SQLite first recovers from the journal beside it.
    /// The schema is not compared, and an error does not stop the reading. Fails as open.
    static Result<Store> open_copy(const std::filesystem::path& path);
    /// The same for the bytes of a file, in memory; nothing is recovered.
    static Result<Store> open_image(BytesView image);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    // Reading. All fail storage, or corrupt if a row has not the form of the schema.

    Result<VerifierKey> own_key();
    Result<std::uint64_t> size();
    Result<std::optional<StoredCheckpoint>> last_checkpoint();
    /// Checkpoints of more than `above` entries, by size; at most block_limit.
    Result<std::vector<StoredCheckpoint>> checkpoints_above(std::int64_t above);
    /// Entries from this index on, at most `limit` or block_limit.
    Result<std::vector<StoredEntry>> entries(std::uint64_t from, std::size_t limit = block_limit);
    /// The same without ballots.
    Result<std::vector<StoredEntry>> acts(std::uint64_t from);
    Result<std::optional<StoredEntry>> entry_of_ballot(std::string_view ballot);
    /// Leaf hashes of [from, from + count), fewer at the end.
    Result<std::vector<Hash>> leaves(std::uint64_t from, std::uint64_t count);
    /// Roots of complete tiles of this level (1 to 7) of [from, from + count).
    Result<std::vector<Hash>> tile_roots(int level, std::uint64_t from, std::uint64_t count);
    Result<std::optional<Bytes>> attachment(const Hash& sha256);
    /// SQLite's own check of the file's pages; each finding is one line. Slow.
    Result<std::vector<std::string>> integrity_findings();
    /// Fails (malformed) if schema and settings are not byte for byte this version's.
    Result<Done> check_schema();
    /// Rows that belong to no feed or to another than the own one: this version writes none.
    Result<bool> has_foreign_rows();
    Result<std::int64_t> tile_root_count();
    /// Hashes that attachments are stored under, in order, above this one; at most block_limit.
    Result<std::vector<Hash>> attachments_above(const std::optional<Hash>& above);

    // Writing, between begin and commit. Nothing is there before commit returned.

    Result<Done> begin();
    Result<Done> insert(const StoredEntry& entry);
    /// Reads the entry back through SQLite and compares bytes and leaf hash.
    Result<Done> read_back(const StoredEntry& entry);
    Result<Done> insert_tile_root(int level, std::uint64_t index, const Hash& hash);
    Result<Done> insert_checkpoint(const StoredCheckpoint& checkpoint);
    Result<Done> insert_attachment(const Hash& sha256, BytesView bytes);
    /// Durable when it returns. Fails storage or full: outcome unknown.
    Result<Done> commit();
    void roll_back();

    /// A storage error happened: nothing is written any more.
    bool stopped() const { return stopped_; }

    /// Copies the database through this connection into a new file. Fails refused (it exists),
    /// storage or full; the ledger is then as it was.
    Result<Done> back_up(const std::filesystem::path& to);

    /// Closes the store and takes its file away: for one that `create` made and nobody founded.
    static void discard(Store store);

private:
    class Statement;
    Store(sqlite3* database, std::filesystem::path path, std::string vfs);

    Result<Done> run(const char* sql);
    /// The statement of this text, prepared once. Not two of the same text at a time.
    Result<Statement> prepare(std::string_view sql);
    Error stop(std::string_view doing);
    Result<std::vector<StoredEntry>> read_entries(Statement& statement);
    Result<std::vector<Hash>> read_hashes(Statement& statement);
    Result<std::vector<StoredCheckpoint>> read_checkpoints(Statement& statement);
    static Result<Store> open_alone(const std::filesystem::path& path, const std::string& vfs);
    Result<Done> set_up();
    Result<Done> lock_alone();
    Result<Done> write_founding(const VerifierKey& key);
    Result<std::int64_t> number(std::string_view sql);

    sqlite3* database_ = nullptr;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements_ = {};
    std::filesystem::path path_;
    std::string vfs_;
    bool stops_ = true;  // on the first storage error; a copy is read as far as it goes
    bool stopped_ = false;
};

}  // namespace placet::ledger
