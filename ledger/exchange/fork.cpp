#include "ledger/exchange/fork.h"

#include "ledger/exchange/fork_evidence.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

/// The note of a checkpoint at which both can be compared, the shorter history first.
Result<std::string> evidence_of(Store& store, const FeedTree& held, CarrierTree& other,
                                const std::string& note, const Checkpoint& checkpoint) {
    ForkEvidence evidence{.key = held.key()};
    if (checkpoint.size > held.size()) {
        const auto root = other.root_at(held.size());
        if (!root) return root.error();
        auto proof = other.consistency(held.size());
        if (!proof) return proof.error();
        evidence.checkpoint_a = held.note();
        evidence.checkpoint_b = note;
        evidence.other_root_at_a = *root;
        evidence.proof = std::move(*proof);
    } else {
        const auto root = held.root_at(store, checkpoint.size);
        if (!root) return root.error();
        auto proof = held.consistency(store, checkpoint.size);
        if (!proof) return proof.error();
        evidence.checkpoint_a = note;
        evidence.checkpoint_b = held.note();
        evidence.other_root_at_a = *root;
        evidence.proof = std::move(*proof);
    }
    if (const auto proves = check_fork_evidence(evidence); !proves) return proves.error();
    return format_fork_evidence(evidence);
}

}  // namespace

Result<std::optional<Fork>> find_fork(Store& store, const FeedTree& held, CarrierTree& other,
                                      const std::string& note, const Checkpoint& checkpoint) {
    if (checkpoint.size == 0 || held.size() == 0) return std::optional<Fork>{};
    const auto root = other.root_at(checkpoint.size);
    if (!root) return root.error();
    if (*root != checkpoint.root)
        return Error{Fault::unverified,
                     "The hashes of the directory are not those that its checkpoint covers: it was "
                     "changed or is damaged. Nothing of it was stored. Ask for a fresh copy."};
    const auto shorter = std::min(checkpoint.size, held.size());
    const auto common = first_difference(
        shorter, [&](int level, std::uint64_t index) { return held.node(store, level, index); },
        [&](int level, std::uint64_t index) { return other.node(level, index); });
    if (!common) return common.error();
    if (*common == shorter) return std::optional<Fork>{};
    auto evidence = evidence_of(store, held, other, note, checkpoint);
    if (!evidence) return evidence.error();
    return std::optional(Fork{.origin = held.key().name,
                              .common = *common,
                              .held = held.size(),
                              .other = checkpoint.size,
                              .evidence = *std::move(evidence)});
}

std::string fork_text(const Fork& fork) {
    const auto common = fork.common == 0 ? std::string("Not one entry is the same")
                        : fork.common == 1
                            ? std::string("Entry 0 is the same")
                            : fmt::format("Entries 0 to {} are the same", fork.common - 1);
    return fmt::format(
        "The key of {} signed two histories. {}; from entry {} on there is one of {} entries, held "
        "here, and another of {}.",
        fork.origin, common, fork.common, fork.held, fork.other);
}

}  // namespace placet::ledger
