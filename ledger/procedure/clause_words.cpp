#include "ledger/procedure/clause_words.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

struct Words {
    std::string_view name;
    std::string_view asks;
    std::string_view lacking;
};

constexpr std::array all = {
    Words{"quorum", "Present: a majority of the participating States", "a quorum"},
    Words{"affirmative_vote", "In favour: at least one", "a vote in favour"},
    Words{"majority", "In favour: a majority of those present and voting", "the required majority"},
    Words{"two_thirds", "In favour: two thirds of those present and voting",
          "the required two-thirds majority"},
    Words{"majority_of_participating", "In favour: a majority of the participating States",
          "the votes in favour of a majority of the participating States"},
    Words{"absolute_majority", "In favour: a majority of the participating States",
          "the required majority of the participating States"},
    Words{"two_thirds_of_participating", "In favour: two thirds of the participating States",
          "the required two-thirds majority of the participating States"},
    Words{"majority_of_present", "In favour: a majority of the delegations present",
          "the required majority of the delegations present"},
    Words{"voting_quorum", "Taking part: the quorum for voting", "the required quorum for voting"},
};

Words words_of(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Words::name);
    return found == all.end() ? Words{name, name, name} : *found;
}

}  // namespace

std::string_view majority_words(Majority majority) {
    switch (majority) {
        case Majority::simple:
            return "a majority of those present and voting";
        case Majority::two_thirds:
            return "two thirds of those present and voting";
        case Majority::two_thirds_and_majority_of_participating:
            return "two thirds of those present and voting, including at least a majority of the "
                   "participating States";
        case Majority::majority_of_participating:
            return "a majority of the participating States";
        case Majority::two_thirds_of_participating:
            return "two thirds of the participating States";
        case Majority::two_thirds_with_voting_quorum:
            return "two thirds of those present and voting, with a quorum for voting";
        case Majority::majority_of_present:
            return "a majority of the delegations present";
    }
    return {};
}

std::string_view clause_words(std::string_view name) { return words_of(name).asks; }

std::string_view lacking_words(std::string_view name) { return words_of(name).lacking; }

}  // namespace placet::ledger
