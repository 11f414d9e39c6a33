// store.h: the one file of a ledger, through the one connection that SQLite has to it. store*.cpp
// are the only files that know SQLite; nothing here knows what an entry means.
//
// Settings and reasons: schema.sql, architecture in ledger/FORMAT.md section 6. After the first
// storage error everything fails: what is on disk is asked again by opening anew.
#pragma once

#include "ledger/store_rows.h"

#include <filesystem>
#include <map>

struct sqlite3;
struct sqlite3_stmt;

namespace placet::ledger {

/// "3.40.1": of the library that is loaded.
std::string_view sqlite_version();

class Store {
public:
    /// Creates the file, which must not exist, with the first feed, of this key: the own one, or
    /// another terminal's. A file that could not be made whole is removed. Fails refused (exists),
    /// absent (no folder), storage, full.
    static Result<Store> create(const std::filesystem::path& path, const VerifierKey& key,
                                const std::string& vfs = {}, bool own = true);

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

    // Reading, of the first feed where none is named. All fail storage, or corrupt if a row has
    // not the form of the schema.

    /// All histories of all feeds, by number. Never empty: a file without a feed is corrupt.
    Result<std::vector<StoredFeed>> feeds();
    /// Entries of a feed, those included that a branch shares.
    Result<std::uint64_t> size(FeedNo feed = first_feed);
    Result<std::optional<StoredCheckpoint>> last_checkpoint(FeedNo feed = first_feed);
    /// Checkpoints of more than `above` entries, by size; at most block_limit.
    Result<std::vector<StoredCheckpoint>> checkpoints_above(std::int64_t above,
                                                            FeedNo feed = first_feed);
    /// Entries from this index on, at most `limit` or block_limit.
    Result<std::vector<StoredEntry>> entries(std::uint64_t from, std::size_t limit = block_limit,
                                             FeedNo feed = first_feed);
    /// The same without ballots.
    Result<std::vector<StoredEntry>> acts(std::uint64_t from);
    Result<std::optional<StoredEntry>> entry_of_ballot(std::string_view ballot,
                                                       FeedNo feed = first_feed);
    /// Leaf hashes of [from, from + count), fewer at the end.
    Result<std::vector<Hash>> leaves(std::uint64_t from, std::uint64_t count,
                                     FeedNo feed = first_feed);
    /// Roots of complete tiles of this level (1 to 7) of [from, from + count).
    Result<std::vector<Hash>> tile_roots(int level, std::uint64_t from, std::uint64_t count,
                                         FeedNo feed = first_feed);
    /// Signature lines of witnesses below the checkpoint of this size, in byte order.
    Result<std::vector<std::string>> cosignatures(std::uint64_t size, FeedNo feed = first_feed);
    /// Evidence that keys signed two histories: of which feed, and the file's text.
    Result<std::vector<StoredEvidence>> evidence();
    Result<std::optional<Bytes>> attachment(const Hash& sha256);
    Result<bool> has_attachment(const Hash& sha256);
    /// SQLite's own check of the file's pages; each finding is one line. Slow.
    Result<std::vector<std::string>> integrity_findings();
    /// Fails (malformed) if schema and settings are not byte for byte this version's.
    Result<Done> check_schema();
    /// Rows that belong to no feed, tile roots of a branch, a branch without its feed.
    Result<bool> has_stray_rows();
    Result<std::int64_t> tile_root_count(FeedNo feed = first_feed);
    /// Hashes that attachments are stored under, in order, above this one; at most block_limit.
    Result<std::vector<Hash>> attachments_above(const std::optional<Hash>& above);

    // Writing, between begin and commit. Nothing is there before commit returned.

    Result<Done> begin();
    /// Gives the feed its number. Requires that feeds() has no such branch of this key yet.
    Result<FeedNo> insert_feed(const StoredFeed& feed);
    Result<Done> insert(const StoredEntry& entry, FeedNo feed = first_feed);
    /// Reads the entry back through SQLite and compares bytes and leaf hash.
    Result<Done> read_back(const StoredEntry& entry, FeedNo feed = first_feed);
    Result<Done> insert_tile_root(int level, std::uint64_t index, const Hash& hash,
                                  FeedNo feed = first_feed);
    Result<Done> insert_checkpoint(const StoredCheckpoint& checkpoint, FeedNo feed = first_feed);
    Result<Done> insert_cosignature(std::uint64_t size, std::string_view line,
                                    FeedNo feed = first_feed);
    Result<Done> insert_evidence(const StoredEvidence& evidence);
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
    Result<Done> write_founding(const VerifierKey& key, bool own);
    Result<std::int64_t> number(std::string_view sql);

    sqlite3* database_ = nullptr;
    std::map<std::string, sqlite3_stmt*, std::less<>> statements_ = {};
    std::filesystem::path path_;
    std::string vfs_;
    bool stops_ = true;  // on the first storage error; a copy is read as far as it goes
    bool stopped_ = false;
};

}  // namespace placet::ledger
