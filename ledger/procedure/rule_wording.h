// rule_wording.h: a rule profile in the words of a conference, and how two of them differ.
//
// Every field has a subject, a value in words and a sentence that says what it does. English;
// parsed by nothing.
#pragma once

#include "ledger/procedure/rule_profile.h"

namespace placet::ledger {

/// How a value of a field is said.
struct ValueWords {
    std::string_view spelled;  // as in the charter
    std::string_view words;
};

/// What a field of the profile is about.
struct RuleText {
    std::string_view field;
    std::string_view subject;
    std::string_view meaning;                 // a sentence
    std::span<const ValueWords> values = {};  // any other is a majority, a number or a text
    std::string_view unit = {};               // of a number, in the singular
};

/// Fields that are read together.
struct RuleGroup {
    std::string_view title;
    std::span<const RuleText> rules;
};

/// Every field once, in the order in which rules of procedure treat of them.
std::span<const RuleGroup> rule_groups();

/// "two thirds of those present and voting", "15 States", "one third of the participating States".
/// Requires a value that the field may have.
std::string value_in_words(const RuleText& rule, const std::string& spelled);

struct RuleDifference {
    std::string field = {};
    std::string subject = {};
    std::string first = {};  // values as spelled
    std::string second = {};
    std::string sentence = {};  // the difference in words, the second called B

    friend bool operator==(const RuleDifference&, const RuleDifference&) = default;
};

/// Every field whose values differ, in the order of rule_groups().
std::vector<RuleDifference> compare_rules(const RuleProfile& first, const RuleProfile& second);

}  // namespace placet::ledger
