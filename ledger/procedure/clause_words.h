// clause_words.h: what a majority and each of its tests ask, in English, for sheets, cards and
// sentences.
#pragma once

#include "ledger/procedure/rule_profile.h"

#include <string_view>

namespace placet::ledger {

/// "two thirds of those present and voting"
std::string_view majority_words(Majority majority);

/// What the clause of this name asks, for a list: "In favour: two thirds of those present and
/// voting". A name that is not known stays as it is: wrong words would be worse than none.
std::string_view clause_words(std::string_view name);

/// What is lacking where it is not met, after "having failed to obtain": "the required two-thirds
/// majority".
std::string_view lacking_words(std::string_view name);

}  // namespace placet::ledger
