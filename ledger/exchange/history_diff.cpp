#include "ledger/exchange/history_diff.h"

#include "ledger/encoding.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/procedure/permission.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>

namespace placet::ledger {
namespace {

using Relation = HistoryPair::Relation;
using Place = std::pair<int, std::uint64_t>;  // of a node: level and index

constexpr std::uint64_t entries_between_progress = 4096;

/// Where names of delegations and persons come from. Others are not folded: what they amount to is
/// the audit's.
bool names_somebody(std::string_view bytes) {
    const auto at = bytes.rfind(R"(,"type":")");
    if (at == std::string_view::npos) return false;
    const auto type = bytes.substr(at + 9);
    return type.starts_with("charter/") || type.starts_with("participation/") ||
           type.starts_with("accreditation/");
}

void learn_names(Conference& names, const std::string& bytes) {
    if (!names_somebody(bytes)) return;
    const auto entry = decode_entry(bytes);
    if (entry && may_append(names, *entry)) apply(names, *entry);
}

/// Nodes of the larger tree that proofs between checkpoints of these sizes will need.
std::set<Place> places_needed(const std::set<std::uint64_t>& sizes) {
    std::set<Place> needed;
    const NodeSource note = [&](int level, std::uint64_t index) {
        needed.emplace(level, index);
        return Result<Hash>(Hash{});
    };
    for (const auto old_size : sizes)
        for (const auto size : sizes)
            if (old_size > 0 && old_size < size) {
                [[maybe_unused]] const auto recorded = prove_consistency(old_size, size, note);
            }
    return needed;
}

/// Histories that are the same so far.
struct Branch {
    CompactRange tree = {};
    std::map<Place, Hash> nodes = {};  // of those that are needed
    Conference names = {};
    std::vector<std::size_t> members = {};  // that have not ended
};

/// One history as it is read.
struct Side {
    std::vector<std::string> block = {};
    std::size_t at = 0;  // in the block
    std::size_t branch = 0;
    std::uint64_t entries = 0;
};

class Comparison {
public:
    Comparison(std::span<const std::unique_ptr<History>> histories, VerifierKey key)
        : histories_(histories), key_(std::move(key)), sides_(histories.size()) {
        std::set<std::uint64_t> sizes;
        for (const auto& history : histories) sizes.insert(history->checkpoint().size);
        needed_ = places_needed(sizes);
        branches_.emplace_back();
        for (std::size_t i = 0; i < histories.size(); ++i)
            if (histories[i]->has_entries()) branches_.front().members.push_back(i);
    }

    Result<Done> read(const DiffProgress& progress) {
        for (std::uint64_t seq = 0;; ++seq) {
            if (progress && seq % entries_between_progress == 0 && !progress(seq))
                return Error{Fault::refused, "stopped, as asked. Nothing was changed."};
            note_roots(seq);
            bool any = false;
            for (std::size_t i = 0, known = branches_.size(); i < known; ++i) {
                const auto grown = grow(i, seq);
                if (!grown) return grown.error();
                any = any || *grown;
            }
            if (!any) return Done{};
        }
    }

    HistoryDiff result() const {
        HistoryDiff diff;
        for (std::size_t i = 0; i < sides_.size(); ++i) diff.histories.push_back(read_history(i));
        for (std::size_t a = 0; a < sides_.size(); ++a)
            for (std::size_t b = a + 1; b < sides_.size(); ++b) diff.pairs.push_back(relate(a, b));
        return diff;
    }

private:
    std::uint64_t size_of(std::size_t i) const { return histories_[i]->checkpoint().size; }
    const Hash& root_of(std::size_t i) const { return histories_[i]->checkpoint().root; }

    /// The root that the first entries of `t` have, as many as i's checkpoint is of; if there are
    /// as many.
    std::optional<Hash> root_at(std::size_t i, std::size_t t) const {
        const auto found = roots_.find({size_of(i), t});
        return found == roots_.end() ? std::nullopt : std::optional(found->second);
    }
    /// The entries of `t` begin with those that i's checkpoint covers.
    bool continues(std::size_t i, std::size_t t) const { return root_at(i, t) == root_of(i); }

    void note_roots(std::uint64_t size) {
        const bool asked = std::ranges::any_of(
            histories_, [&](const auto& one) { return one->checkpoint().size == size; });
        if (!asked) return;
        for (const auto& branch : branches_)
            for (const auto i : branch.members) roots_[{size, i}] = branch.tree.root();
    }

    /// True if the history has an entry more, which is then at hand.
    Result<bool> fetch(std::size_t i) {
        auto& side = sides_[i];
        if (side.at < side.block.size()) return true;
        auto block = histories_[i]->next();
        if (!block) return block.error();
        side.block = *std::move(block);
        side.at = 0;
        return !side.block.empty();
    }
    const std::string& entry(std::size_t i) const { return sides_[i].block[sides_[i].at]; }

    /// Takes the next entry of every history in this branch; where they differ, it divides.
    Result<bool> grow(std::size_t index, std::uint64_t seq) {
        std::vector<std::vector<std::size_t>> parts;  // of the same entry
        for (const auto i : branches_[index].members) {
            const auto more = fetch(i);
            if (!more) return more.error();
            if (!*more) continue;
            const auto part = std::ranges::find_if(
                parts, [&](const auto& one) { return entry(one.front()) == entry(i); });
            if (part == parts.end())
                parts.push_back({i});
            else
                part->push_back(i);
        }
        branches_[index].members.clear();
        for (std::size_t p = 1; p < parts.size(); ++p) {
            branches_.push_back(branches_[index]);
            for (std::size_t q = 0; q < p; ++q) note_difference(index, seq, parts[q], parts[p]);
            take(branches_.size() - 1, parts[p]);
        }
        if (!parts.empty()) take(index, parts.front());
        return !parts.empty();
    }

    void note_difference(std::size_t branch, std::uint64_t seq, const std::vector<std::size_t>& of,
                         const std::vector<std::size_t>& others) {
        const auto& names = branches_[branch].names;
        for (const auto i : of)
            for (const auto j : others) {
                differences_[{std::min(i, j), std::max(i, j)}] = seq;
                words_[{seq, i}] = bytes_in_words(entry(i), names);
                words_[{seq, j}] = bytes_in_words(entry(j), names);
            }
    }

    void take(std::size_t index, const std::vector<std::size_t>& members) {
        auto& branch = branches_[index];
        const auto& bytes = entry(members.front());
        for (const auto& node : branch.tree.append(leaf_hash(bytes_of(bytes))))
            if (needed_.contains({node.level, node.index}))
                branch.nodes[{node.level, node.index}] = node.hash;
        learn_names(branch.names, bytes);
        branch.members = members;
        for (const auto i : members) {
            sides_[i].branch = index;
            ++sides_[i].at;
            ++sides_[i].entries;
        }
    }

    /// Evidence that the key signed another history at k's checkpoint than the one of s.
    std::optional<ForkEvidence> fork(std::size_t k, std::size_t s) const {
        if (size_of(k) == 0 || size_of(k) > size_of(s)) return std::nullopt;
        if (size_of(k) == size_of(s)) return checked(k, s, root_of(s), {});
        for (std::size_t t = 0; t < sides_.size(); ++t) {
            if (!continues(s, t)) continue;  // no entries of s's history
            const auto& nodes = branches_[sides_[t].branch].nodes;
            auto proof = prove_consistency(
                size_of(k), size_of(s), [&](int level, std::uint64_t index) -> Result<Hash> {
                    const auto found = nodes.find({level, index});
                    if (found != nodes.end()) return found->second;
                    return Error{Fault::malformed, "a node of the tree was not kept"};
                });
            if (!proof) continue;
            return checked(k, s, *root_at(k, t), *std::move(proof));
        }
        return std::nullopt;
    }

    std::optional<ForkEvidence> checked(std::size_t k, std::size_t s, const Hash& other_root,
                                        Proof proof) const {
        const auto a = log_note(histories_[k]->note(), key_);
        const auto b = log_note(histories_[s]->note(), key_);
        if (!a || !b) return std::nullopt;
        ForkEvidence evidence{.key = key_,
                              .checkpoint_a = *a,
                              .checkpoint_b = *b,
                              .other_root_at_a = other_root,
                              .proof = std::move(proof)};
        if (!check_fork_evidence(evidence)) return std::nullopt;
        return evidence;
    }

    ReadHistory read_history(std::size_t i) const {
        const auto entries = sides_[i].entries;
        if (!histories_[i]->has_entries() || (entries == size_of(i) && continues(i, i)))
            return {.entries = entries};
        ReadHistory read{.entries = entries, .covered = false};
        for (std::size_t t = 0; t < sides_.size(); ++t)
            if (const auto at = differences_.find({std::min(i, t), std::max(i, t)});
                at != differences_.end() && continues(i, t))
                read.changed = at->second;
        return read;
    }

    HistoryPair relate(std::size_t a, std::size_t b) const {
        HistoryPair pair{.a = a, .b = b, .shorter = a};
        pair.fork = fork(a, b);
        if (!pair.fork) pair.fork = fork(b, a);
        if (const auto differs = differences_.find({a, b}); differs != differences_.end()) {
            pair.entry = differs->second;
            pair.in_a = words_.at({differs->second, a});
            pair.in_b = words_.at({differs->second, b});
        }
        if (pair.fork || pair.entry)
            pair.relation = Relation::different;
        else if (histories_[a]->has_entries() && histories_[b]->has_entries())
            by_length(pair, sides_[a].entries, sides_[b].entries);
        else if (histories_[a]->has_entries())
            by_checkpoint(pair, b, a);
        else
            by_checkpoint(pair, a, b);
        return pair;
    }

    static void by_length(HistoryPair& pair, std::uint64_t a, std::uint64_t b) {
        pair.relation = a == b ? Relation::same : Relation::prefix;
        pair.shorter = a <= b ? pair.a : pair.b;
    }

    /// k is a checkpoint alone. What it is of, only entries show, whoever brought them.
    void by_checkpoint(HistoryPair& pair, std::size_t k, std::size_t other) const {
        if (histories_[other]->has_entries()) {
            if (continues(k, other)) by_length(pair, length(pair.a), length(pair.b));
            return;
        }
        for (std::size_t t = 0; t < sides_.size(); ++t)
            if (continues(k, t) && continues(other, t))
                return by_length(pair, length(pair.a), length(pair.b));
        if (size_of(k) == size_of(other)) pair.relation = Relation::same;  // roots agree: no fork
    }

    std::uint64_t length(std::size_t i) const {
        return histories_[i]->has_entries() ? sides_[i].entries : size_of(i);
    }

    std::span<const std::unique_ptr<History>> histories_;
    VerifierKey key_;
    std::vector<Side> sides_;
    std::set<Place> needed_ = {};
    std::vector<Branch> branches_ = {};
    std::map<std::pair<std::uint64_t, std::size_t>, Hash> roots_ = {};  // by size and history
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> differences_ = {};
    std::map<std::pair<std::uint64_t, std::size_t>, std::string> words_ = {};
};

}  // namespace

bool HistoryDiff::all_covered() const {
    return std::ranges::all_of(histories, &ReadHistory::covered);
}

bool HistoryDiff::any(HistoryPair::Relation relation) const {
    return std::ranges::find(pairs, relation, &HistoryPair::relation) != pairs.end();
}

const HistoryPair& HistoryDiff::pair(std::size_t a, std::size_t b) const {
    return *std::ranges::find_if(pairs,
                                 [&](const HistoryPair& one) { return one.a == a && one.b == b; });
}

Result<HistoryDiff> compare_histories(std::span<const std::unique_ptr<History>> histories,
                                      const VerifierKey& key, const DiffProgress& progress) {
    Comparison comparison(histories, key);
    if (const auto done = comparison.read(progress); !done) return done.error();
    return comparison.result();
}

std::string bytes_in_words(const std::string& bytes, const Conference& names) {
    const auto entry = decode_entry(bytes);
    if (!entry) return fmt::format("{} bytes that are no entry", bytes.size());
    return fmt::format("{} ({}, SHA-256 {}...)", in_words(*entry, names), date_text(entry->wall_ms),
                       hex(sha256(bytes_of(bytes))).substr(0, 8));
}

std::string first_entries_text(std::uint64_t count) {
    if (count == 0) return "no entries";
    return count == 1 ? "entry 0" : fmt::format("entries 0 to {}", count - 1);
}

}  // namespace placet::ledger
