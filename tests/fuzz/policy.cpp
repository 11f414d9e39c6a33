// Policies: what is accepted means the same when it is written and read again, everybody together
// is the quorum if anybody is, and one witness more never makes it less.
#include "crypto/policy.h"
#include "tests/fuzz/target.h"

#include <array>

namespace placet::fuzz {

bool hold(std::string_view input) {
    const auto policy = parse_policy(input);
    if (!policy) return require(!policy.error().detail.empty(), "why is said"), false;
    const auto again = parse_policy(format_policy(*policy));
    require(again && *again == *policy, "a policy is read as it was written");

    std::vector<VerifierKey> cosigners;
    bool enough = satisfied(*policy, cosigners);
    require(enough == (policy->quorum == "none"), "nobody is a quorum only where none is needed");
    for (const auto& witness : policy->witnesses) {
        cosigners.push_back(witness.key);
        const bool now = satisfied(*policy, cosigners);
        require(now || !enough, "one witness more is not less");
        enough = now;
    }
    require(enough, "all witnesses together are the quorum");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 9> words = {"log", "witness", "group", "quorum", "none",
                                                       "any", "all",     "#",     "a"};
    return mutated_lines(input, other, ' ', dice, words);
}

}  // namespace placet::fuzz
