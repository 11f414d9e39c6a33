#include "ledger/procedure/rule_profile.h"

#include <array>
#include <charconv>

namespace placet::ledger {
namespace {

/// A whole number in digits, without leading zeros.
std::optional<std::int64_t> number_from_text(std::string_view text) {
    std::int64_t value = 0;
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end || value < 0 || value > 999 ||
        text != std::to_string(value))
        return std::nullopt;
    return value;
}

std::optional<Fraction> fraction_from_text(std::string_view text) {
    if (text == "0") return nobody;
    if (text == "majority") return more_than_half;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto numerator = number_from_text(text.substr(0, slash));
    const auto denominator = number_from_text(text.substr(slash + 1));
    if (!numerator || !denominator || *numerator == 0 || *numerator > *denominator)
        return std::nullopt;
    return Fraction{*numerator, *denominator};
}

std::string spell(const std::string& value) { return value; }
std::string spell(bool value) { return value ? "true" : "false"; }
std::string spell(std::int64_t value) { return std::to_string(value); }
std::string spell(RuleChoice auto value) { return std::string(to_text(value)); }
std::string spell(const Fraction& value) {
    if (value == nobody) return "0";
    if (value == more_than_half) return "majority";
    return std::to_string(value.numerator) + '/' + std::to_string(value.denominator);
}

/// The lowest and the highest value of a number.
struct Bounds {
    std::int64_t lowest = 0;
    std::int64_t highest = 999;
};

// Each says what the text should have been; nothing is said and the value is taken if it is.
std::string take(std::string& value, const std::string& text, Bounds) {
    value = text;
    return {};
}

std::string take(bool& value, const std::string& text, Bounds) {
    value = text == "true";
    return value || text == "false" ? "" : "is neither true nor false";
}

std::string take(std::int64_t& value, const std::string& text, Bounds bounds) {
    const auto number = number_from_text(text);
    if (!number || *number < bounds.lowest || *number > bounds.highest)
        return "is no number from " + std::to_string(bounds.lowest) + " to " +
               std::to_string(bounds.highest);
    value = *number;
    return {};
}

std::string take(Fraction& value, const std::string& text, Bounds) {
    const auto fraction = fraction_from_text(text);
    if (!fraction) return "is no fraction such as 1/3, nor \"majority\", nor 0";
    value = *fraction;
    return {};
}

template <RuleChoice Enum>
std::string take(Enum& value, const std::string& text, Bounds) {
    const auto choice = rule_choice_from_text<Enum>(text);
    if (choice) {
        value = *choice;
        return {};
    }
    std::string trouble = "has no known value; it is one of";
    for (const auto& known : spellings_of(Enum{})) trouble += ' ' + std::string(known.text);
    return trouble;
}

template <auto Member, auto... Inner>
auto& part_of(auto& whole) {
    if constexpr (sizeof...(Inner) == 0)
        return whole.*Member;
    else
        return part_of<Inner...>(whole.*Member);
}

struct Field {
    std::string_view name;
    std::string (*text)(const RuleProfile& profile);
    std::string (*take)(RuleProfile& profile, const std::string& text, Bounds bounds);
    Bounds bounds = {};
};

template <auto... Path>
constexpr Field field(std::string_view name, Bounds bounds = {}) {
    return {name, [](const RuleProfile& profile) { return spell(part_of<Path...>(profile)); },
            [](RuleProfile& profile, const std::string& text, Bounds within) {
                return take(part_of<Path...>(profile), text, within);
            },
            bounds};
}

using P = RuleProfile;
using O = OrganRules;
constexpr Bounds speakers{0, 9};

constexpr std::array organ_fields{
    field<&P::id>("id"),
    field<&P::version>("version"),
    field<&P::title>("title"),
    field<&P::source_symbol>("source_symbol"),
    field<&P::adopted>("adopted"),
    field<&P::participation_base>("participation_base"),
    field<&P::quorum_check>("quorum_check"),
    field<&P::plenary, &O::quorum_open>("quorum_open_plenary"),
    field<&P::plenary, &O::substance>("majority_plenary_substance"),
    field<&P::plenary, &O::procedure>("majority_plenary_procedure"),
    field<&P::plenary, &O::verb>("verb_plenary"),
    field<&P::committee, &O::quorum_open>("quorum_open_committee"),
    field<&P::committee, &O::substance>("majority_committee_substance"),
    field<&P::committee, &O::procedure>("majority_committee_procedure"),
    field<&P::committee, &O::verb>("verb_committee"),
    field<&P::other, &O::quorum_open>("quorum_open_other"),
    field<&P::other, &O::substance>("majority_other_substance"),
    field<&P::other, &O::procedure>("majority_other_procedure"),
    field<&P::other, &O::verb>("verb_other"),
    field<&P::classify>("classify"),
};

constexpr std::array decision_fields{
    field<&P::majority_whole>("majority_whole"),
    field<&P::majority_reconsider>("majority_reconsider"),
    field<&P::majority_rules_amend>("majority_rules_amend"),
    field<&P::majority_rules_suspend>("majority_rules_suspend"),
    field<&P::majority_exhaustion>("majority_exhaustion"),
    field<&P::majority_closure>("majority_closure"),
    field<&P::majority_resume>("majority_resume"),
    field<&P::voting_quorum>("voting_quorum"),
    field<&P::voting_quorum_of>("voting_quorum_of"),
    field<&P::tie>("tie"),
    field<&P::tie_scope>("tie_scope"),
    field<&P::second_vote_in>("second_vote_in"),
    field<&P::second_vote_hours>("second_vote_hours"),
    field<&P::appeal_base>("appeal_base"),
};

constexpr std::array agreement_fields{
    field<&P::consensus>("consensus"),
    field<&P::silence_seconds>("silence_seconds", {1, 999}),
    field<&P::deferment_by_chair>("deferment_by_chair"),
    field<&P::deferment_states>("deferment_states"),
    field<&P::deferment_fraction>("deferment_fraction"),
    field<&P::deferment_by_motion>("deferment_by_motion"),
    field<&P::deferment_days>("deferment_days"),
    field<&P::deferment_hours>("deferment_hours"),
    field<&P::deferment_once>("deferment_once"),
    field<&P::deferment_within_session>("deferment_within_session"),
    field<&P::exhaustion>("exhaustion"),
    field<&P::notice_working_days>("notice_working_days", {0, 9}),
};

constexpr std::array meeting_fields{
    field<&P::division_for>("division_for", speakers),
    field<&P::division_against>("division_against", speakers),
    field<&P::adjourn_debate_for>("adjourn_debate_for", speakers),
    field<&P::adjourn_debate_against>("adjourn_debate_against", speakers),
    field<&P::closure_against>("closure_against", speakers),
    field<&P::reconsider_against>("reconsider_against", speakers),
    field<&P::competence_for>("competence_for", speakers),
    field<&P::competence_against>("competence_against", speakers),
    field<&P::sponsor_may_explain>("sponsor_may_explain"),
    field<&P::method_default>("method_default"),
    field<&P::recorded_on_request>("recorded_on_request"),
    field<&P::roll_call_on_request>("roll_call_on_request"),
    field<&P::secret_allowed_for>("secret_allowed_for"),
    field<&P::fallback_method>("fallback_method"),
    field<&P::last_call_seconds>("last_call_seconds"),
    field<&P::roll_call_second_call>("roll_call_second_call"),
    field<&P::live_positions_visible>("live_positions_visible"),
};

const std::vector<Field>& all_fields() {
    static const auto joined = [] {
        std::vector<Field> fields;
        for (const std::span<const Field> group :
             {std::span<const Field>(organ_fields), std::span<const Field>(decision_fields),
              std::span<const Field>(agreement_fields), std::span<const Field>(meeting_fields)})
            fields.insert(fields.end(), group.begin(), group.end());
        return fields;
    }();
    return joined;
}

}  // namespace

std::int64_t fewest(const Fraction& fraction, std::int64_t states) {
    const auto part = states * fraction.numerator;
    if (fraction.exceeded) return part / fraction.denominator + 1;
    return (part + fraction.denominator - 1) / fraction.denominator;
}

bool is_unit_kind(std::string_view kind) {
    return std::ranges::find(unit_kinds, kind) != unit_kinds.end();
}

const OrganRules& organ_rules(const RuleProfile& profile, std::string_view kind) {
    const auto place = std::ranges::find(unit_kinds, kind) - unit_kinds.begin();
    if (place == 0) return profile.plenary;
    return place < 4 ? profile.committee : profile.other;
}

Tie tie_in(const RuleProfile& profile, std::string_view kind) {
    const bool here = profile.second_vote_in == SecondVoteIn::every_organ || kind == "plenary";
    return here ? profile.tie : Tie::reject;
}

std::optional<Majority> majority_from_text(std::string_view text) {
    return rule_choice_from_text<Majority>(text);
}

std::map<std::string, std::string> profile_fields(const RuleProfile& profile) {
    std::map<std::string, std::string> fields;
    for (const auto& field : all_fields()) fields.emplace(field.name, field.text(profile));
    return fields;
}

Result<RuleProfile> profile_from_fields(const std::map<std::string, std::string>& fields) {
    RuleProfile profile;
    for (const auto& field : all_fields()) {
        const std::string name(field.name);
        const auto found = fields.find(name);
        const auto trouble =
            found == fields.end() ? "is missing" : field.take(profile, found->second, field.bounds);
        if (!trouble.empty())
            return Error{Fault::malformed, "the rule profile: field " + name + ' ' + trouble};
    }
    for (const auto& [name, value] : fields)
        if (std::ranges::find(all_fields(), name, &Field::name) == all_fields().end())
            return Error{Fault::malformed, "the rule profile: there is no field " + name};
    return profile;
}

}  // namespace placet::ledger
