#include "tools/history_output.h"

#include "ledger/exchange/counts.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace placet::tools {
namespace {

using namespace placet::ledger;
using json = nlohmann::ordered_json;
using Relation = HistoryPair::Relation;

/// Entries that were read, or that a checkpoint alone speaks of.
std::uint64_t length_of(const Histories& histories, const HistoryDiff& diff, std::size_t i) {
    return histories[i]->has_entries() ? diff.histories[i].entries
                                       : histories[i]->checkpoint().size;
}

std::string different_text(const Histories& histories, const HistoryPair& pair) {
    const auto& a = *histories[pair.a];
    const auto& b = *histories[pair.b];
    std::string text;
    if (pair.entry)
        text = fmt::format(
            "{0} and {1}: {2}; first difference at entry {3}:\n    {0}: {4}\n    "
            "{1}: {5}\n",
            a.name(), b.name(),
            *pair.entry == 0 ? "no entry is the same"
                             : first_entries_text(*pair.entry) +
                                   (*pair.entry == 1 ? " is" : " are") + " the same",
            *pair.entry, pair.in_a, pair.in_b);
    else
        text = fmt::format(
            "{} and {} differ somewhere in the first {}; a checkpoint alone does not show where.\n",
            a.name(), b.name(), entries_text(std::min(a.checkpoint().size, b.checkpoint().size)));
    if (!pair.fork)
        return text + "That is no fork that could be shown: it is not what one key signed twice.\n";
    const auto proven = check_fork_evidence(*pair.fork);
    return text + "This is a fork. " + (proven ? to_sentence(*proven) : "") + "\n";
}

std::string unknown_text(const Histories& histories, const HistoryDiff& diff,
                         const HistoryPair& pair) {
    const bool a_longer = length_of(histories, diff, pair.a) > length_of(histories, diff, pair.b);
    const auto longer = a_longer ? pair.a : pair.b;
    const auto shorter = a_longer ? pair.b : pair.a;
    const auto most = length_of(histories, diff, longer);
    const auto fewest = length_of(histories, diff, shorter);
    if (!histories[longer]->has_entries() && most > fewest)
        return fmt::format(
            "{0} is of {1}, and {2} has {3}: {4} missing there. Whether it is newer or another "
            "history, only its entries show.\n",
            histories[longer]->name(), entries_text(most), histories[shorter]->name(), fewest,
            most - fewest == 1 ? "1 entry is" : fmt::format("{} entries are", most - fewest));
    return fmt::format(
        "{} and {}: how they stand to each other is not known, for want of good entries.\n",
        histories[pair.a]->name(), histories[pair.b]->name());
}

std::string_view to_text(Relation relation) {
    switch (relation) {
        case Relation::same:
            return "same";
        case Relation::prefix:
            return "prefix";
        case Relation::different:
            return "different";
        case Relation::unknown:
            break;
    }
    return "unknown";
}

std::string_view to_text(History::Kind kind) {
    switch (kind) {
        case History::Kind::ledger:
            return "ledger";
        case History::Kind::directory:
            return "directory";
        case History::Kind::checkpoint:
            break;
    }
    return "checkpoint";
}

template <class Value>
json or_null(const std::optional<Value>& value) {
    return value ? json(*value) : json(nullptr);
}

}  // namespace

std::string pair_text(const Histories& histories, const HistoryDiff& diff,
                      const HistoryPair& pair) {
    const auto& a = *histories[pair.a];
    const auto& b = *histories[pair.b];
    switch (pair.relation) {
        case Relation::same:
            return fmt::format("{} and {}: the same history, {}.\n", a.name(), b.name(),
                               entries_text(length_of(histories, diff, pair.a)));
        case Relation::prefix: {
            const auto longer = pair.shorter == pair.a ? pair.b : pair.a;
            const auto count = length_of(histories, diff, pair.shorter);
            return fmt::format("{} is an older prefix of {}: {}; {} came since.\n",
                               histories[pair.shorter]->name(), histories[longer]->name(),
                               first_entries_text(count),
                               entries_text(length_of(histories, diff, longer) - count));
        }
        case Relation::different:
            return different_text(histories, pair);
        case Relation::unknown:
            break;
    }
    return unknown_text(histories, diff, pair);
}

std::string damage_text(const Histories& histories, const HistoryDiff& diff) {
    std::string text;
    for (std::size_t i = 0; i < histories.size(); ++i) {
        const auto& read = diff.histories[i];
        if (read.covered) continue;
        const auto signed_for = histories[i]->checkpoint().size;
        text += fmt::format("{} is damaged or was changed: ", histories[i]->name());
        if (read.changed)
            text += fmt::format("entry {} is not the one that its own checkpoint covers.\n",
                                *read.changed);
        else if (read.entries < signed_for)
            text += fmt::format("its checkpoint covers {}, and it has {}.\n",
                                entries_text(signed_for), read.entries);
        else if (read.entries > signed_for)
            text += fmt::format("its checkpoint covers {}, and it has {}.\n",
                                entries_text(signed_for), read.entries);
        else
            text += "its entries are not those that its own checkpoint covers.\n";
    }
    return text;
}

std::string diff_json(const Histories& histories, const VerifierKey& key, const HistoryDiff& diff,
                      const std::string& evidence) {
    json read = json::array();
    for (std::size_t i = 0; i < histories.size(); ++i)
        read.push_back({{"name", histories[i]->name()},
                        {"kind", to_text(histories[i]->kind())},
                        {"entries", diff.histories[i].entries},
                        {"checkpoint_size", histories[i]->checkpoint().size},
                        {"checkpoint", histories[i]->note()},
                        {"covered", diff.histories[i].covered},
                        {"changed", or_null(diff.histories[i].changed)}});
    json pairs = json::array();
    for (const auto& pair : diff.pairs)
        pairs.push_back(
            {{"a", histories[pair.a]->name()},
             {"b", histories[pair.b]->name()},
             {"relation", to_text(pair.relation)},
             {"shorter", pair.relation == Relation::prefix ? json(histories[pair.shorter]->name())
                                                           : json(nullptr)},
             {"entry", or_null(pair.entry)},
             {"in_a", pair.entry ? json(pair.in_a) : json(nullptr)},
             {"in_b", pair.entry ? json(pair.in_b) : json(nullptr)},
             {"fork", pair.fork.has_value()}});
    const json object = {{"vkey", format_verifier_key(key)},
                         {"histories", read},
                         {"pairs", pairs},
                         {"evidence", evidence.empty() ? json(nullptr) : json(evidence)}};
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

int exit_code_of(const HistoryDiff& diff) {
    if (diff.any(Relation::different) || !diff.all_covered()) return exit_code::not_verified;
    return diff.any(Relation::unknown) ? exit_code::incomplete : exit_code::good;
}

}  // namespace placet::tools
