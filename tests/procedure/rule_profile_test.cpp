// Rules held here: a profile holds every choice; nothing is assumed that it does not say.
#include "ledger/procedure/rule_profile.h"
#include "ledger/procedure/rule_wording.h"

#include <catch2/catch.hpp>
#include <set>

using namespace placet;
using namespace placet::ledger;
using Catch::Matchers::Contains;

namespace {

/// Every field with a value that is possible and that the profile of a test does not have.
const std::map<std::string, std::string> others = {
    {"id", "another"},
    {"version", "2"},
    {"title", "Other rules"},
    {"source_symbol", "A/CONF.999/1"},
    {"adopted", "true"},
    {"participation_base", "credentials_accepted"},
    {"quorum_check", "on_challenge"},
    {"quorum_open_plenary", "majority"},
    {"majority_plenary_substance", "two_thirds_and_majority_of_participating"},
    {"majority_plenary_procedure", "majority_of_present"},
    {"verb_plenary", "approved"},
    {"quorum_open_committee", "1/3"},
    {"majority_committee_substance", "two_thirds"},
    {"majority_committee_procedure", "two_thirds"},
    {"verb_committee", "adopted"},
    {"quorum_open_other", "1/3"},
    {"majority_other_substance", "two_thirds"},
    {"majority_other_procedure", "two_thirds"},
    {"verb_other", "agreed"},
    {"classify", "substance_unless_substance_majority"},
    {"majority_whole", "two_thirds_with_voting_quorum"},
    {"majority_reconsider", "simple"},
    {"majority_rules_amend", "simple"},
    {"majority_rules_suspend", "simple"},
    {"majority_exhaustion", "two_thirds_and_majority_of_participating"},
    {"majority_closure", "two_thirds"},
    {"majority_resume", "two_thirds"},
    {"voting_quorum", "2/3"},
    {"voting_quorum_of", "votes_cast"},
    {"tie", "second_vote"},
    {"tie_scope", "all"},
    {"second_vote_in", "plenary"},
    {"second_vote_hours", "48"},
    {"appeal_base", "present"},
    {"consensus", "exclusive"},
    {"silence_seconds", "5"},
    {"deferment_by_chair", "true"},
    {"deferment_states", "15"},
    {"deferment_fraction", "1/5"},
    {"deferment_by_motion", "true"},
    {"deferment_days", "10"},
    {"deferment_hours", "24"},
    {"deferment_once", "true"},
    {"deferment_within_session", "true"},
    {"exhaustion", "body_determines"},
    {"notice_working_days", "2"},
    {"division_for", "1"},
    {"division_against", "1"},
    {"adjourn_debate_for", "3"},
    {"adjourn_debate_against", "1"},
    {"closure_against", "0"},
    {"reconsider_against", "1"},
    {"competence_for", "1"},
    {"competence_against", "1"},
    {"sponsor_may_explain", "never"},
    {"method_default", "hands"},
    {"recorded_on_request", "false"},
    {"roll_call_on_request", "false"},
    {"secret_allowed_for", "none"},
    {"fallback_method", "hands"},
    {"last_call_seconds", "20"},
    {"roll_call_second_call", "false"},
    {"live_positions_visible", "true"},
};

RuleProfile rules() {
    RuleProfile rules;
    rules.id = "worked";
    rules.version = "1";
    rules.title = "Rules for a test";
    rules.source_symbol = "none";
    return rules;
}

Result<RuleProfile> with(const std::string& field, const std::string& value) {
    auto fields = profile_fields(rules());
    REQUIRE(fields.contains(field));
    fields[field] = value;
    return profile_from_fields(fields);
}

bool takes(const std::string& field, const std::string& value) {
    return static_cast<bool>(with(field, value));
}

/// The words of every enumeration of a profile.
template <class... Enums>
std::set<std::string_view> words_of(Enums... any) {
    std::set<std::string_view> words;
    const auto add = [&](auto spellings) {
        for (const auto& spelling : spellings) words.insert(spelling.text);
    };
    (add(spellings_of(any)), ...);
    return words;
}

const RuleText& text_of(std::string_view field) {
    for (const auto& group : rule_groups())
        for (const auto& rule : group.rules)
            if (rule.field == field) return rule;
    FAIL("no words for " << field);
    throw;
}

}  // namespace

TEST_CASE("every field of a rule profile is spelled, read back and told apart", "[procedure]") {
    const auto fields = profile_fields(rules());
    REQUIRE(fields.size() == others.size());
    for (const auto& [name, value] : others) {
        INFO(name << " = " << value);
        REQUIRE(fields.contains(name));
        REQUIRE(fields.at(name) != value);
        const auto changed = with(name, value);
        REQUIRE(changed);
        CHECK_FALSE(*changed == rules());

        auto expected = fields;
        expected[name] = value;
        CHECK(profile_fields(*changed) == expected);

        const auto differences = compare_rules(rules(), *changed);
        REQUIRE(differences.size() == 1);
        CHECK(differences[0].field == name);
        CHECK(differences[0].first == fields.at(name));
        CHECK(differences[0].second == value);
        const auto back = compare_rules(*changed, rules());
        REQUIRE(back.size() == 1);
        CHECK(back[0].sentence != differences[0].sentence);
    }
    CHECK(compare_rules(rules(), rules()).empty());
}

TEST_CASE("a rule profile lacks no field and has none besides", "[procedure]") {
    for (const auto& [name, value] : others) {
        auto fields = profile_fields(rules());
        fields.erase(name);
        const auto lacking = profile_from_fields(fields);
        REQUIRE_FALSE(lacking);
        CHECK(lacking.error().detail == "the rule profile: field " + name + " is missing");
    }
    auto fields = profile_fields(rules());
    fields["casting_vote"] = "true";
    const auto besides = profile_from_fields(fields);
    REQUIRE_FALSE(besides);
    CHECK(besides.error().detail == "the rule profile: there is no field casting_vote");
}

TEST_CASE("a field of a rule profile takes its own values and no others", "[procedure]") {
    const std::set<std::string> any_text = {
        "id", "version", "title", "source_symbol", "verb_plenary", "verb_committee", "verb_other"};
    for (const auto& [name, value] : others) {
        INFO(name);
        if (any_text.contains(name)) continue;
        for (const auto* wrong : {"", " ", "Simple", "TRUE", "-1", "03", "1000", "two thirds"}) {
            INFO(wrong);
            const auto refused = with(name, wrong);
            REQUIRE_FALSE(refused);
            CHECK_THAT(refused.error().detail, Contains("field " + name + ' '));
        }
    }
    CHECK(takes("silence_seconds", "1"));
    CHECK_FALSE(takes("silence_seconds", "0"));
    CHECK(takes("last_call_seconds", "0"));
    CHECK(takes("last_call_seconds", "999"));
    CHECK(takes("division_for", "9"));
    CHECK_FALSE(takes("division_for", "10"));
    CHECK(takes("notice_working_days", "9"));
    CHECK_FALSE(takes("notice_working_days", "10"));
    CHECK(takes("deferment_fraction", "0"));
    CHECK(takes("quorum_open_other", "majority"));
    CHECK(takes("quorum_open_other", "3/3"));
    for (const auto* wrong : {"4/3", "0/3", "1/0", "1/", "/3", "1/3/3", "0.33", "01/3", "1"})
        CHECK_FALSE(takes("quorum_open_plenary", wrong));
}

TEST_CASE("a part of the States is reached at equality, a majority is more than half",
          "[procedure]") {
    for (std::int64_t states = 0; states <= 400; ++states) {
        INFO(states << " States");
        const auto fifth = fewest({1, 5}, states);
        CHECK(5 * fifth >= states);
        CHECK(5 * (fifth - 1) < states);
        const auto majority = fewest(more_than_half, states);
        CHECK(2 * majority > states);
        CHECK(2 * (majority - 1) <= states);
        CHECK(fewest(nobody, states) == 0);
    }
    CHECK(fewest({1, 5}, 193) == 39);  // 38 that ask do not suffice
    CHECK(fewest(more_than_half, 192) == 97);
    CHECK(fewest({1, 2}, 192) == 96);
}

TEST_CASE("eight kinds of organ follow three sets of rules", "[procedure]") {
    const auto profile = rules();
    for (const auto* kind : {"committee", "committee_of_the_whole", "main_committee"})
        CHECK(&organ_rules(profile, kind) == &profile.committee);
    for (const auto* kind :
         {"general_committee", "credentials_committee", "drafting_committee", "working_group"})
        CHECK(&organ_rules(profile, kind) == &profile.other);
    CHECK(&organ_rules(profile, "plenary") == &profile.plenary);
    CHECK(unit_kinds.size() == 8);
    for (const auto kind : unit_kinds) CHECK(is_unit_kind(kind));
    for (const auto* kind : {"", "panel", "Plenary", "committees", "drafting committee"})
        CHECK_FALSE(is_unit_kind(kind));
}

TEST_CASE("equal votes are put a second time only where the rules say so", "[procedure]") {
    auto profile = rules();
    CHECK(tie_in(profile, "plenary") == Tie::reject);
    profile.tie = Tie::second_vote;
    CHECK(tie_in(profile, "plenary") == Tie::second_vote);
    CHECK(tie_in(profile, "main_committee") == Tie::second_vote);
    profile.second_vote_in = SecondVoteIn::plenary;
    CHECK(tie_in(profile, "plenary") == Tie::second_vote);
    CHECK(tie_in(profile, "main_committee") == Tie::reject);
    CHECK(tie_in(profile, "working_group") == Tie::reject);
}

TEST_CASE("every field is said in words, and every value that it can have", "[procedure]") {
    const auto words =
        words_of(Majority{}, ParticipationBase{}, QuorumCheck{}, Classify{}, VotingQuorumOf{},
                 Tie{}, TieScope{}, SecondVoteIn{}, AppealBase{}, ConsensusRule{}, Exhaustion{},
                 SponsorMayExplain{}, MethodDefault{}, SecretAllowedFor{}, FallbackMethod{});
    std::size_t texts = 0;
    for (const auto& group : rule_groups()) texts += group.rules.size();
    CHECK(texts == others.size());
    for (const auto& [name, value] : others) {
        const auto& text = text_of(name);
        INFO(name);
        CHECK(text.meaning.ends_with('.'));
        if (takes(name, "any text")) continue;
        std::set<std::string> said;
        std::size_t possible = 0;
        for (const auto spelled : words) {
            const std::string word(spelled);
            if (!takes(name, word)) continue;
            INFO(word);
            ++possible;
            const auto in_words = value_in_words(text, word);
            CHECK(in_words.front() != '"');
            said.insert(in_words);
        }
        CHECK(said.size() == possible);
        for (const auto& known : text.values)
            if (name != "method_default" && name != "fallback_method")
                CHECK(takes(name, std::string(known.spelled)));
    }
}

TEST_CASE("rules differ in the words of a conference", "[procedure]") {
    const auto sentence = [](const std::string& field, const std::string& value) {
        return compare_rules(rules(), *with(field, value)).at(0).sentence;
    };
    CHECK(
        sentence("majority_whole", "two_thirds_and_majority_of_participating") ==
        "Adoption of the convention as a whole: two thirds of those present and voting; in B also "
        "at least a majority of the participating States.");
    CHECK(sentence("deferment_states", "15") ==
          "A vote is deferred if this many ask: no such right; in B 15 States.");
    CHECK(sentence("quorum_open_plenary", "majority") ==
          "To open a plenary meeting: at least one third of the participating States; in B more "
          "than half of the participating States.");
    CHECK(sentence("division_for", "1") ==
          "For a division of the text: 2 speakers; in B 1 speaker.");
}
