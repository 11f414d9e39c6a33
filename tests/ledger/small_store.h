// small_store.h: a store with three entries, and what others might do to its file.
#pragma once

#include "ledger/store.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <sqlite3.h>

namespace placet::tests {

namespace fs = std::filesystem;
using ledger::Store;
using ledger::StoredEntry;

inline VerifierKey feed_key() {
    return {.name = "test.example/store/desk",
            .key = SigningKey::from_seed(Bytes(32, 5)).public_key()};
}

inline StoredEntry entry(std::uint64_t seq, const std::string& data) {
    return {.seq = seq, .data = data, .leaf = leaf_hash(bytes_of(data)), .type = "test/1"};
}

inline StoredEntry ballot(std::uint64_t seq, std::int64_t run, const std::string& id) {
    auto made = entry(seq, "ballot " + id);
    made.type = "ballot/1";
    made.run = run;
    made.ballot = id;
    return made;
}

inline void record(Store& store, const StoredEntry& stored) {
    value_of(store.begin());
    value_of(store.insert(stored));
    value_of(store.read_back(stored));
    value_of(store.commit());
}

/// A ledger with one act and two ballots, closed.
inline fs::path small_ledger(const TempFolder& folder) {
    auto store = value_of(Store::create(folder / "ledger", feed_key()));
    record(store, entry(0, "act"));
    record(store, ballot(1, 1, "a"));
    record(store, ballot(2, 1, "b"));
    return folder / "ledger";
}

/// Any SQL on the file, past the store: what a stranger or a bug of ours might do.
inline int execute(const fs::path& path, const std::string& sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code;
}

}  // namespace placet::tests
