#include "ledger/procedure/rule_wording.h"

#include "ledger/procedure/clause_words.h"

namespace placet::ledger {
namespace {

std::string counted(const std::string& number, std::string_view unit) {
    return number + ' ' + std::string(unit) + (number == "1" ? "" : "s");
}

/// "one third"; "3/5" as it stands.
std::string part_in_words(const std::string& fraction) {
    if (fraction == "1/2") return "half";
    if (fraction == "1/3") return "one third";
    if (fraction == "1/4") return "one quarter";
    if (fraction == "1/5") return "one fifth";
    if (fraction == "2/3") return "two thirds";
    if (fraction == "3/4") return "three quarters";
    return fraction;
}

/// What the second value says beyond the first; nothing if it says something else.
std::optional<std::string> addition(const std::string& first, const std::string& second) {
    const auto begins = first + ", including ";
    if (!second.starts_with(begins)) return std::nullopt;
    return second.substr(begins.size());
}

std::string difference_in_words(const RuleText& rule, const std::string& first,
                                const std::string& second) {
    const auto of_first = value_in_words(rule, first);
    const auto of_second = value_in_words(rule, second);
    std::string sentence = std::string(rule.subject) + ": " + of_first + "; in B ";
    const auto more = addition(of_first, of_second);
    return sentence + (more ? "also " + *more : of_second) + '.';
}

}  // namespace

std::string value_in_words(const RuleText& rule, const std::string& spelled) {
    for (const auto& value : rule.values)
        if (value.spelled == spelled) return std::string(value.words);
    if (rule.field.starts_with("majority_"))
        if (const auto majority = majority_from_text(spelled))
            return std::string(majority_words(*majority));
    if (rule.unit.empty()) return '"' + spelled + '"';
    if (spelled.find('/') != std::string::npos)
        return "at least " + part_in_words(spelled) + " of the " + std::string(rule.unit) + 's';
    return counted(spelled, rule.unit);
}

std::vector<RuleDifference> compare_rules(const RuleProfile& first, const RuleProfile& second) {
    const auto of_first = profile_fields(first);
    const auto of_second = profile_fields(second);
    std::vector<RuleDifference> differences;
    for (const auto& group : rule_groups())
        for (const auto& rule : group.rules) {
            const std::string field(rule.field);
            const auto& a = of_first.at(field);
            const auto& b = of_second.at(field);
            if (a != b)
                differences.push_back(
                    {field, std::string(rule.subject), a, b, difference_in_words(rule, a, b)});
        }
    return differences;
}

}  // namespace placet::ledger
