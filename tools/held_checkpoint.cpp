#include "tools/held_checkpoint.h"

#include "ledger/exchange/counts.h"
#include "ledger/exchange/history_diff.h"
#include "tools/text_file.h"

#include <fmt/format.h>

namespace placet::tools {
namespace {

using namespace placet::ledger;

Compared told(const HistoryDiff& diff, std::uint64_t size) {
    using Relation = HistoryPair::Relation;
    const auto& pair = diff.pair(0, 1);
    const auto held = diff.histories.front().entries;
    const auto missing = size > held ? size - held : 0;
    switch (pair.relation) {
        case Relation::same:
            return {.verdict = Verdict::good,
                    .proved = fmt::format("The checkpoint is of these {}.", entries_text(held))};
        case Relation::prefix:
            return {.verdict = Verdict::good,
                    .proved = fmt::format("The checkpoint is of the first {}; {} came since.",
                                          entries_text(size), entries_text(held - size))};
        case Relation::different:
            return {.verdict = Verdict::bad,
                    .proved = fmt::format(
                        "The key signed another history: what differs stands in the first {}. Keep "
                        "both; placet diff --evidence writes the proof.",
                        entries_text(size))};
        case Relation::unknown:
            break;
    }
    if (missing > 0)
        return {.verdict = Verdict::not_checked,
                .proved = fmt::format(
                    "The checkpoint is newer: of {}. {} missing here: this is an older copy, or it "
                    "lost its end. Compare with a whole one.",
                    entries_text(size),
                    missing == 1 ? "1 entry is" : fmt::format("{} entries are", missing))};
    return {.verdict = Verdict::not_checked,
            .proved =
                "Of entries that were changed it cannot be said whether they are those of "
                "the checkpoint."};
}

}  // namespace

Result<Compared> with_checkpoint(const std::string& ledger, const std::string& file,
                                 const VerifierKey& key) {
    const auto text = read_text_or_picture(file);
    if (!text) return text.error();
    auto sources = HistorySources::open({ledger});
    if (!sources) return sources.error();
    auto histories = sources->histories(key);
    if (!histories) return histories.error();
    auto checkpoint = checkpoint_history(file, *text, key);
    if (!checkpoint) return checkpoint.error();
    const auto size = (*checkpoint)->checkpoint().size;
    histories->push_back(*std::move(checkpoint));
    const auto diff = compare_histories(*histories, key);
    if (!diff) return diff.error();
    auto compared = told(*diff, size);
    compared.level = "checkpoint";
    return compared;
}

}  // namespace placet::tools
