// A spine by a forger who has every key: one entry a line. No sequence of records, however absurd,
// does more than be refused by the rules, and figures that are announced add up.
#include "crypto/merkle.h"
#include "ledger/acts.h"
#include "ledger/authority.h"
#include "ledger/words.h"
#include "tests/fuzz/worked_spine.h"

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::string_view origin = "placet.example/worked/desk";

/// A conference as far as its entries are accepted. Seals are not looked at: here all are good.
struct Spine {
    Conference conference = {};
    CompactRange tree = {};

    FeedPosition here() const {
        return {.origin = std::string(origin), .size = tree.size(), .root = tree.root()};
    }

    bool take(const Entry& entry) {
        if (!check_entry_rules(conference, entry, here())) return false;
        apply(conference, entry);
        tree.append(entry.leaf);
        return true;
    }
};

void require_sums(const Figures& f) {
    require(f.yes >= 0 && f.no >= 0 && f.abstaining >= 0 && f.not_voting >= 0,
            "no figure is negative");
    require(f.yes + f.no + f.abstaining + f.not_voting == f.present,
            "those present are those who voted and those who did not");
    require(f.present <= f.participating, "nobody is present who does not participate");
}

/// What depends on all that stands before, made anew: a cut, and a result with its table.
Record renewed(const Spine& spine, Record record, Dice& dice) {
    if (dice.one_in(4)) return record;
    if (std::holds_alternative<VoteLocked>(record))
        if (const auto lock = lock_of_vote(spine.conference, spine.here())) return *lock;
    if (std::holds_alternative<ResultAnnounced>(record))
        if (const auto announced = announcement_of(spine.conference)) return announced->record;
    return record;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

bool hold(std::string_view input) {
    Spine spine;
    for (const auto& line : split(input, '\n')) {
        const auto entry = decode_entry(line);
        if (!entry || !spine.take(*entry)) return false;
        require(!in_words(*entry, spine.conference).empty(), "an accepted entry has words");
        if (const auto* result = std::get_if<ResultAnnounced>(&entry->record))
            require_sums(result->figures);
    }
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    if (input.size() < worked_spine().front().size()) return joined(worked_spine(), '\n');
    auto lines = split(input, '\n');
    const auto others = split(other, '\n');
    const auto chosen = dice.below(lines.size());
    if (dice.one_in(4))
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(chosen), dice.pick(others));
    else if (dice.one_in(6))
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(chosen));
    else
        lines[chosen] = mutated_json(lines[chosen], dice.pick(others), dice);

    // Entries name earlier ones by their hashes, which have changed.
    Spine spine;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto entry = decode_entry(lines[i]);
        if (!entry) continue;
        if (i < chosen) {
            spine.take(*entry);
            continue;
        }
        auto draft = draft_of(renewed(spine, entry->record, dice), entry->unit);
        if (!draft || draft->type.empty()) continue;
        draft->seals = entry->seals;
        const auto line = encode_entry(*draft, origin, spine.tree.size(), entry->wall_ms);
        const auto again = line ? decode_entry(*line) : entry;
        if (!line || !again) continue;
        lines[i] = *line;
        spine.take(*again);
        for (auto later = i + 1; later < lines.size(); ++later)
            lines[later] = replaced(std::move(lines[later]), hex(entry->leaf), hex(again->leaf));
    }
    return joined(lines, '\n');
}

}  // namespace placet::fuzz
