// Evidence of forks: what is accepted is read again as it is written, and it proves nothing against
// a log that signed only trees of which each is the beginning of the next.
#include "ledger/exchange/fork_evidence.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/test_key.h"

#include <array>
#include <nlohmann/json.hpp>

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

constexpr std::uint64_t leaves = 13;

/// The checkpoints of an honest log of the entries "0" to "12", by size.
const std::vector<std::string>& honest_notes() {
    static const auto all = [] {
        CompactRange range;
        std::vector<std::string> notes;
        for (std::uint64_t i = 0; i <= leaves; ++i) {
            notes.push_back(sign_checkpoint(
                {.origin = test_verifier_key().name, .size = i, .root = range.root()}, test_key()));
            range.append(leaf_hash(bytes_of(std::to_string(i))));
        }
        return notes;
    }();
    return all;
}

bool is_honest(const std::string& note) {
    const auto checkpoint = open_checkpoint(note, test_verifier_key());
    const auto size = checkpoint ? checkpoint->size : leaves + 1;
    return size <= leaves &&
           *checkpoint == *open_checkpoint(honest_notes().at(size), test_verifier_key());
}

}  // namespace

bool hold(std::string_view input) {
    const auto evidence = parse_fork_evidence(input);
    if (!evidence) return require(!evidence.error().detail.empty(), "why is said"), false;
    const auto again = parse_fork_evidence(format_fork_evidence(*evidence));
    require(again && *again == *evidence, "evidence is read as it was written");
    const auto fork = check_fork_evidence(*evidence);
    if (!fork) return true;
    require(fork->size_a <= fork->size_b, "the first is the smaller one");
    require(fork->key == evidence->key, "about the key that signed");
    require(!is_honest(evidence->checkpoint_a) || !is_honest(evidence->checkpoint_b),
            "an honest log forked nowhere");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 5> words = {"vkey", "checkpoint_a", "checkpoint_b",
                                                       "other_root_at_a_b64", "proof_b64"};
    const auto changed = mutated_json(input, other, dice, words);
    auto object = nlohmann::json::parse(changed, nullptr, false);
    if (!object.is_object() || dice.one_in(2)) return changed;
    object[dice.one_in(2) ? "checkpoint_a" : "checkpoint_b"] =
        honest_notes().at(dice.below(leaves + 1));
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace placet::fuzz
