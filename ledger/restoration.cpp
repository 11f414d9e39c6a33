#include "ledger/restoration.h"

#include "ledger/encoding.h"
#include "ledger/index_columns.h"
#include "ledger/procedure/permission.h"
#include "ledger/store_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <span>

namespace placet::ledger {
namespace {

/// The count of an announcement is the audit's: its ballots are not read here. So are decisions
/// without a vote that rest on an entry which a later version made and understood.
Result<Done> may_be_restored(const Conference& conference, const Entry& entry) {
    if (std::holds_alternative<ResultAnnounced>(entry.record)) return may_announce(conference);
    const auto& consensus = conference.consensus;
    if (!consensus || !consensus->indeterminate) return may_append(conference, entry);
    const bool next = (consensus->phase() == ConsensusPhase::proposed &&
                       std::holds_alternative<ConsensusGavelled>(entry.record)) ||
                      (consensus->phase() == ConsensusPhase::gavelled &&
                       std::holds_alternative<ConsensusConfirmed>(entry.record));
    return next ? Result<Done>(Done{}) : may_append(conference, entry);
}

class Restoration {
public:
    Restoration(Store& store, const FeedTree& spine) : store_(store), spine_(spine) {}

    Result<std::shared_ptr<Conference>> run() {
        bool under_way = false;
        for (std::uint64_t from = 0;;) {
            auto block = store_.acts(from);
            if (!block) return block.error();
            if (block->empty()) break;
            from = block->back().seq + 1;
            for (auto& act : *block)
                if (const auto taken = take(std::move(act), under_way); !taken)
                    return taken.error();
        }
        if (under_way)
            if (const auto folded = fold_from(acts_.front().seq); !folded) return folded.error();
        conference_->size = spine_.size();
        return std::move(conference_);
    }

private:
    Result<Done> take(StoredEntry act, bool& under_way) {
        if (act.type == "vote_started/1") {
            if (const auto folded = fold_acts(); !folded) return folded.error();
            under_way = true;
        } else if (act.type == "result_announced/1" || act.type == "vote_annulled/1") {
            under_way = false;
        }
        acts_.push_back(std::move(act));
        return under_way ? Result<Done>(Done{}) : fold_acts();
    }

    Result<Done> fold_acts() {
        const auto folded = fold(acts_);
        acts_.clear();
        return folded;
    }

    Result<Done> fold_from(std::uint64_t seq) {
        while (seq < spine_.size()) {
            const auto entries = store_.entries(seq);
            if (!entries) return entries.error();
            if (const auto folded = fold(*entries); !folded) return folded.error();
            seq = entries->empty() ? spine_.size() : entries->back().seq + 1;
        }
        return Done{};
    }

    Result<Done> fold(std::span<const StoredEntry> stored) {
        for (const auto& row : stored)
            if (const auto folded = fold(row); !folded) return folded.error();
        return Done{};
    }

    Result<Done> fold(const StoredEntry& row) {
        const auto corrupt = [&](std::string_view why) {
            return corrupt_ledger(fmt::format("Entry {} {}", row.seq, why));
        };
        const auto entry = decode_entry(row.data);
        if (!entry || entry->seq != row.seq || entry->leaf != row.leaf ||
            entry->feed != spine_.key().name)
            return corrupt("is not as it was written");
        if (index_columns(*entry) !=
            IndexColumns{.type = row.type, .run = row.run, .ballot = row.ballot})
            return corrupt("stands under a type, run or ballot that is not its own");
        const auto allowed = may_be_restored(*conference_, *entry);
        if (!allowed) return corrupt("breaks the rules: " + allowed.error().detail);
        if (!check_own_terminal(*entry, spine_.key()))
            return corrupt("enrols this terminal under another key");
        apply(*conference_, *entry);
        return Done{};
    }

    Store& store_;
    const FeedTree& spine_;
    std::shared_ptr<Conference> conference_ = std::make_shared<Conference>();
    std::vector<StoredEntry> acts_ = {};  // not folded yet; from a start on, they wait
};

}  // namespace

Result<Done> check_own_terminal(const Entry& entry, const VerifierKey& key) {
    const auto* charter = std::get_if<Charter>(&entry.record);
    if (charter == nullptr) return Done{};
    const auto own = std::ranges::find(charter->terminals, key.name, &Terminal::origin);
    if (own != charter->terminals.end() && own->key == key.key) return Done{};
    return Error{Fault::refused,
                 "The charter names another key for this terminal, or does not name the terminal. "
                 "Nothing was founded. Give the key that the charter was made with."};
}

Result<std::shared_ptr<Conference>> restore_conference(Store& store, const FeedTree& spine) {
    return Restoration(store, spine).run();
}

}  // namespace placet::ledger
