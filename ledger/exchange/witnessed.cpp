#include "ledger/exchange/witnessed.h"

#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/counts.h"
#include "ledger/verify/ledger_copy.h"
#include "ledger/words.h"

#include <fmt/format.h>
#include <algorithm>

namespace placet::ledger {
namespace {

bool trusts(const Policy& policy, const VerifierKey& log) {
    return policy.logs.empty() ||
           std::ranges::find(policy.logs, log, &Policy::Log::key) != policy.logs.end();
}

class Search {
public:
    Search(Store& store, const FeedTree& feed, const Policy& policy)
        : store_(store), feed_(feed), policy_(policy) {
        for (const auto& witness : policy.witnesses) missing_.push_back(witness.key);
    }

    Result<std::vector<Witnessing>> run() {
        for (auto size = feed_.size(); size > 0 && !missing_.empty(); --size) {
            const auto lines = store_.cosignatures(size, feed_.feed().number);
            if (!lines) return lines.error();
            if (lines->empty()) continue;
            if (const auto done = look_at(size, *lines); !done) return done.error();
        }
        std::ranges::sort(found_, {}, [&](const Witnessing& one) { return order(one.witness); });
        return std::move(found_);
    }

private:
    Result<Done> look_at(std::uint64_t size, const std::vector<std::string>& lines) {
        const auto stored =
            store_.checkpoints_above(static_cast<std::int64_t>(size) - 1, feed_.feed().number);
        if (!stored) return stored.error();
        if (stored->empty() || stored->front().size != size) return Done{};
        const auto note = with_lines(stored->front().note, lines);
        if (!note) return note.error();
        const auto opened = open_cosigned_checkpoint(*note, feed_.key(), missing_);
        if (!opened) return opened.error();
        const auto root = feed_.root_at(store_, size);
        if (!root) return root.error();
        if (opened->checkpoint.size != size || opened->checkpoint.root != *root)
            return Error{Fault::unverified,
                         fmt::format("The checkpoint of {} that witnesses cosigned is not of this "
                                     "ledger's history. Keep the ledger as it is and call the "
                                     "secretariat.",
                                     entries_text(size))};
        for (const auto& one : opened->cosignatures) {
            found_.push_back({.witness = one.witness, .size = size, .time = one.time});
            std::erase(missing_, one.witness);
        }
        return Done{};
    }

    std::ptrdiff_t order(const VerifierKey& key) const {
        return std::ranges::find(policy_.witnesses, key, &Policy::Witness::key) -
               policy_.witnesses.begin();
    }

    Store& store_;
    const FeedTree& feed_;
    const Policy& policy_;
    std::vector<VerifierKey> missing_ = {};  // not found yet
    std::vector<Witnessing> found_ = {};
};

Result<Witnessed> witnessed_of(Store& store, const Policy& policy) {
    const auto feeds = store.feeds();
    if (!feeds) return feeds.error();
    const auto feed = FeedTree::restore(store, feeds->front());
    if (!feed) return feed.error();
    Witnessed witnessed{.log = feed->key(), .size = feed->size()};
    auto note = cosigned_note(store, *feed);
    if (!note) return note.error();
    witnessed.note = *std::move(note);
    auto seen = Search(store, *feed, policy).run();
    if (!seen) return seen.error();
    witnessed.seen = *std::move(seen);
    witnessed.met = entries_met(policy, witnessed.seen);
    witnessed.log_is_trusted = trusts(policy, feed->key());
    return witnessed;
}

}  // namespace

Result<Witnessed> read_witnessed(const std::filesystem::path& ledger, const Policy& policy) {
    const auto copy = LedgerCopy::make(ledger);
    if (!copy) return copy.error();
    auto store = Store::open(copy->path());
    if (!store) return copy->about_original(store.error());
    return witnessed_of(*store, policy);
}

Result<Witnessed> witnessed_of_note(std::string note, const VerifierKey& log,
                                    const Policy& policy) {
    std::vector<VerifierKey> keys;
    for (const auto& witness : policy.witnesses) keys.push_back(witness.key);
    const auto opened = open_cosigned_checkpoint(note, log, keys);
    if (!opened) return opened.error();
    Witnessed witnessed{
        .log = log, .size = opened->checkpoint.size, .log_is_trusted = trusts(policy, log)};
    for (const auto& key : keys)
        for (const auto& line : opened->cosignatures)
            if (line.witness == key)
                witnessed.seen.push_back(
                    {.witness = key, .size = witnessed.size, .time = line.time});
    witnessed.note = std::move(note);
    witnessed.met = entries_met(policy, witnessed.seen);
    return witnessed;
}

Result<Policy> policy_of_all(const std::vector<VerifierKey>& witnesses) {
    if (witnesses.empty()) return Policy{};
    Policy policy{.quorum = "witnesses"};
    Policy::Group all{.name = policy.quorum, .needed = witnesses.size()};
    for (std::size_t i = 0; i < witnesses.size(); ++i) {
        policy.witnesses.push_back({.name = fmt::format("witness-{}", i + 1), .key = witnesses[i]});
        all.members.push_back(policy.witnesses.back().name);
    }
    policy.groups.push_back(std::move(all));
    return parse_policy(format_policy(policy));
}

std::uint64_t entries_met(const Policy& policy, const std::vector<Witnessing>& seen) {
    // Who cosigned a tree cosigned every beginning of it.
    std::uint64_t met = 0;
    for (const auto& each : seen) {
        std::vector<VerifierKey> cosigners;
        for (const auto& other : seen)
            if (other.size >= each.size) cosigners.push_back(other.witness);
        if (each.size > met && satisfied(policy, cosigners)) met = each.size;
    }
    return met;
}

std::string witnessed_text(const Policy& policy, const Witnessed& witnessed) {
    if (!witnessed.log_is_trusted)
        return "The policy names other logs, and not the one of this ledger.";
    const auto all = std::ranges::count(witnessed.seen, witnessed.size, &Witnessing::size);
    std::uint64_t last = 0;
    for (const auto& each : witnessed.seen)
        if (each.size == witnessed.size) last = std::max(last, each.time);
    auto text = fmt::format(
        "{} of {} witnesses cosigned all {}{}.", all, policy.witnesses.size(),
        entries_text(witnessed.size),
        all == 0
            ? ""
            : fmt::format(", the last on {}", date_text(static_cast<std::int64_t>(last) * 1000)));
    if (policy.quorum == "none") return text + " None is asked for.";
    if (witnessed.met == witnessed.size) return text + " That is as many as are asked for.";
    if (witnessed.met == 0) return text + " That is not as many as are asked for.";
    return text + fmt::format(
                      " As many as are asked for cosigned the first {}, and not what came "
                      "since.",
                      witnessed.met);
}

std::string witness_lines(const Policy& policy, const Witnessed& witnessed) {
    std::string text;
    for (const auto& witness : policy.witnesses) {
        const auto seen = std::ranges::find(witnessed.seen, witness.key, &Witnessing::witness);
        text += seen == witnessed.seen.end()
                    ? fmt::format("    {}: nothing\n", witness.key.name)
                    : fmt::format("    {}: {} on {}\n", witness.key.name,
                                  seen->size == witnessed.size
                                      ? fmt::format("all {}", entries_text(seen->size))
                                      : fmt::format("the first {}", seen->size),
                                  date_text(static_cast<std::int64_t>(seen->time) * 1000));
    }
    return text;
}

}  // namespace placet::ledger
