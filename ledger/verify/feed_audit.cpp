#include "ledger/verify/feed_audit.h"

#include "crypto/checkpoint.h"
#include "ledger/authority.h"
#include "ledger/encoding.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>

namespace placet::ledger {
namespace {

using Taken = std::function<Result<Done>(const StoredEntry&, const Entry&)>;

Error wrong(std::string what) { return {Fault::unverified, std::move(what)}; }

/// The entries of a feed from where its row begins, appended to the tree.
Result<Done> append_all(Store& store, const StoredFeed& feed, CompactRange& tree,
                        const Taken& taken) {
    for (;;) {
        const auto block = store.entries(tree.size(), block_limit, feed.number);
        if (!block) return block.error();
        if (block->empty()) return Done{};
        for (const auto& stored : *block) {
            const auto entry = decode_entry(stored.data);
            if (!entry || stored.seq != tree.size() || entry->seq != stored.seq ||
                entry->feed != feed.key.name || entry->leaf != stored.leaf)
                return wrong(fmt::format("Entry {} of {} was changed after signing, or is missing.",
                                         tree.size(), feed.key.name));
            if (const auto done = taken(stored, *entry); !done) return done.error();
            tree.append(stored.leaf);
        }
    }
}

Result<Done> check_signed(Store& store, const StoredFeed& feed, const CompactRange& tree) {
    const auto last = store.last_checkpoint(feed.number);
    if (!last) return last.error();
    const auto opened = *last ? open_checkpoint((*last)->note, feed.key)
                              : Result<Checkpoint>(wrong("there is none"));
    if (!opened || opened->size != tree.size() || opened->root != tree.root())
        return wrong(fmt::format("The entries of {} are not those that its last checkpoint covers.",
                                 feed.key.name));
    return Done{};
}

Result<CompactRange> beginning(Store& store, const StoredFeed& feed, std::uint64_t size) {
    CompactRange tree;
    while (tree.size() < size) {
        const auto leaves = store.leaves(
            tree.size(), std::min<std::uint64_t>(block_limit, size - tree.size()), feed.number);
        if (!leaves) return leaves.error();
        if (leaves->empty()) return wrong("Entries that two histories share are missing.");
        for (const auto& leaf : *leaves) tree.append(leaf);
    }
    return tree;
}

/// Nothing if the branch does not part from the feed there.
Result<std::optional<Forking>> audit_branch(Store& store, const StoredFeed& feed,
                                            const StoredFeed& branch) {
    auto tree = beginning(store, feed, branch.base);
    if (!tree) return tree.error();
    std::string next;
    const auto appended =
        append_all(store, branch, *tree, [&](const StoredEntry& stored, const Entry&) {
            if (stored.seq == branch.base) next = stored.data;
            return Done{};
        });
    if (!appended) return appended.error();
    if (const auto is_signed = check_signed(store, branch, *tree); !is_signed)
        return is_signed.error();
    const auto here = store.entries(branch.base, 1, feed.number);
    if (!here) return here.error();
    if (here->empty() || next.empty() || here->front().data == next)
        return std::optional<Forking>{};
    return std::optional(
        Forking{.common = branch.base, .other = tree->size(), .next = std::move(next)});
}

Result<Done> audit_feed(Store& store, const StoredFeed& feed, const Conference& conference) {
    const auto& terminals =
        conference.charter ? conference.charter->terminals : std::vector<Terminal>{};
    if (std::ranges::none_of(terminals, [&](const Terminal& terminal) {
            return terminal.origin == feed.key.name && terminal.key == feed.key.key;
        }))
        return wrong(
            fmt::format("The feed {} belongs to no terminal of this conference.", feed.key.name));
    CompactRange tree;
    const auto appended =
        append_all(store, feed, tree, [&](const StoredEntry&, const Entry& entry) -> Result<Done> {
            const auto seals = check_seals(conference, entry);
            if (seals) return seals;
            return wrong(
                fmt::format("Entry {} of {}: {}.", entry.seq, feed.key.name, seals.error().detail));
        });
    if (!appended) return appended.error();
    return check_signed(store, feed, tree);
}

}  // namespace

std::optional<Forking> audit_branches(Store& store, const StoredFeed& feed,
                                      std::vector<Finding>& findings) {
    const auto feeds = store.feeds();
    std::optional<Forking> earliest;
    if (!feeds) return earliest;
    for (const auto& branch : *feeds) {
        if (branch.branch == 0 || branch.key.name != feed.key.name) continue;
        auto forking = audit_branch(store, feed, branch);
        if (forking && *forking) {
            if (!earliest || (*forking)->common < earliest->common) earliest = **forking;
            continue;
        }
        findings.push_back(
            {.level = Level::storage,
             .what = "A second history of the feed is kept that is not what its key signed: " +
                     (forking ? std::string("it does not differ.") : forking.error().detail)});
    }
    return earliest;
}

void audit_other_feeds(Store& store, const Conference& conference, AuditReport& report) {
    const auto feeds = store.feeds();
    if (!feeds) return;
    for (const auto& feed : *feeds) {
        if (feed.branch > 0 || feed.number == first_feed) continue;
        if (const auto good = audit_feed(store, feed, conference); !good) {
            report.findings.push_back({.level = Level::log, .what = good.error().detail});
            continue;
        }
        if (const auto forking = audit_branches(store, feed, report.findings))
            report.findings.push_back(
                {.level = Level::log,
                 .what = fmt::format("The key of {} signed two histories that part at entry {}.",
                                     feed.key.name, forking->common)});
        const auto size = store.size(feed.number);
        const auto last = store.last_checkpoint(feed.number);
        if (size && last && *last)
            report.other_feeds.push_back(
                {.origin = feed.key.name, .size = *size, .root = (*last)->root});
    }
}

}  // namespace placet::ledger
