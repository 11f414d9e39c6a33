// Proofs of one entry as files: what is accepted is written again as it was, and only entries of
// the tree that was signed are proven. The tree has the entries "0" to "12".
#include "crypto/tlog_proof.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/witness_key.h"

namespace placet::fuzz {

namespace {

constexpr std::uint64_t leaves = 13;

/// The root of the entries that the log has, and of fewer.
const std::vector<Hash>& roots() {
    static const auto all = [] {
        CompactRange range;
        std::vector<Hash> roots = {range.root()};
        for (std::uint64_t i = 0; i < leaves; ++i) {
            range.append(leaf_hash(bytes_of(std::to_string(i))));
            roots.push_back(range.root());
        }
        return roots;
    }();
    return all;
}

/// The same with another checkpoint below it: of this log, signed and cosigned.
std::string with_checkpoint(const std::string& file, std::uint64_t size) {
    const auto head = file.substr(0, file.find("\n\n") + 2);
    const auto key = test_verifier_key();
    const Checkpoint checkpoint{.origin = key.name, .size = size, .root = roots().at(size)};
    return head + sign_checkpoint(checkpoint, test_key()) +
           cosign(format_checkpoint(checkpoint), test_witness(0).name, witness_key(0), 1);
}

}  // namespace

bool hold(std::string_view input) {
    const auto proof = parse_tlog_proof(input);
    if (!proof) return false;
    require(format_tlog_proof(*proof) == input, "a proof has one spelling");
    const std::vector witnesses = {test_witness(0)};
    const auto checked = check_tlog_proof(*proof, test_verifier_key(), witnesses);
    if (!checked) return true;
    const auto& checkpoint = checked->checkpoint;
    require(proof->index < checkpoint.size, "an entry of the tree");
    if (checkpoint.size > leaves || checkpoint.root != roots().at(checkpoint.size)) return true;
    require(text_of(*proof->extra) == std::to_string(proof->index), "no entry but the true one");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    const auto changed = mutated_lines(input, other, ' ', dice);
    if (changed.find("\n\n") == std::string::npos || dice.one_in(3)) return changed;
    return with_checkpoint(changed, dice.one_in(2) ? leaves : dice.below(leaves + 1));
}

}  // namespace placet::fuzz
