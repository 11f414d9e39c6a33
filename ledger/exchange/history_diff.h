// history_diff.h: histories of one feed side by side, entry by entry: the same, one a beginning of
// the other, or where they part, and whether that is a fork.
//
// The entries are hashed here and no stored hash is used, so that nothing is believed but the
// checkpoints' signatures. In bounded memory at any length.
#pragma once

#include "ledger/exchange/fork_evidence.h"
#include "ledger/exchange/history.h"
#include "ledger/procedure/conference.h"

#include <functional>

namespace placet::ledger {

/// What one history turned out to be.
struct ReadHistory {
    std::uint64_t entries = 0;  // that were read; none of a checkpoint alone
    /// Its entries are those that its own signed checkpoint covers. Always so of a checkpoint
    /// alone.
    bool covered = true;
    /// The first of them that is not, where another history shows it.
    std::optional<std::uint64_t> changed = {};
};

/// How two of the histories stand to each other.
struct HistoryPair {
    enum class Relation {
        same,
        prefix,     // `shorter` is the beginning of the other
        different,  // they part, or are shown to
        unknown,    // a checkpoint of more entries than anybody brought, or of a damaged history
    };
    std::size_t a = 0;  // in the order in which they were given
    std::size_t b = 0;
    Relation relation = Relation::unknown;
    std::size_t shorter = 0;  // a or b
    /// The first entry that differs, if both have entries, and what it is in each, in words.
    std::optional<std::uint64_t> entry = {};
    std::string in_a = {};
    std::string in_b = {};
    /// The key signed both: checked, and to be written to a file.
    std::optional<ForkEvidence> fork = {};
};

struct HistoryDiff {
    std::vector<ReadHistory> histories = {};
    std::vector<HistoryPair> pairs = {};  // (0,1), (0,2), ... (1,2), ...

    bool all_covered() const;
    bool any(HistoryPair::Relation relation) const;
    const HistoryPair& pair(std::size_t a, std::size_t b) const;  // requires a < b
};

/// Called now and then with the entries compared so far; return false to stop.
using DiffProgress = std::function<bool(std::uint64_t done)>;

/// Compares them, once. `key` is the one that all of them were opened with. Fails as
/// History::next does, or refused (stopped).
Result<HistoryDiff> compare_histories(std::span<const std::unique_ptr<History>> histories,
                                      const VerifierKey& key, const DiffProgress& progress = {});

/// An entry's bytes in words, with the names that `names` knows; of bytes that are no entry, that.
std::string bytes_in_words(const std::string& bytes, const Conference& names);

/// "no entries", "entry 0", "entries 0 to 14"
std::string first_entries_text(std::uint64_t count);

}  // namespace placet::ledger
