// Source: the rules of four families of conferences, written out by hand from a survey of them; not
// from the files that are tested.
#include "ledger/rule_presets.h"
#include "ledger/conference_package.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

struct Expected {
    std::string field;
    std::string conf_std;
    std::string los_type;
    std::string ga_mm;
    std::string consensus_only;
};

Expected same(const std::string& field, const std::string& value) {
    return {field, value, value, value, value};
}

const std::string both = "two_thirds_and_majority_of_participating";

/// Families of rules, participation, quorum, majorities.
const std::vector<Expected> organs = {
    same("participation_base", "registered_session"),
    same("quorum_check", "on_decision"),
    same("quorum_open_plenary", "1/3"),
    same("quorum_open_committee", "1/4"),
    same("quorum_open_other", "majority"),
    {"majority_plenary_substance", "two_thirds", both, "two_thirds", "two_thirds"},
    same("majority_plenary_procedure", "simple"),
    same("majority_committee_substance", "simple"),
    same("majority_committee_procedure", "simple"),
    same("majority_other_substance", "simple"),
    same("majority_other_procedure", "simple"),
    same("verb_plenary", "adopted"),
    same("verb_committee", "approved"),
    same("verb_other", "approved"),
    {"classify", "chair_appeal_simple", "substance_unless_substance_majority",
     "chair_appeal_simple", "chair_appeal_simple"},
    {"majority_whole", "two_thirds", both, "two_thirds", "two_thirds"},
    same("majority_reconsider", "two_thirds"),
    {"majority_rules_amend", "two_thirds", "two_thirds", "simple", "two_thirds"},
    {"majority_rules_suspend", "two_thirds", "two_thirds", "simple", "two_thirds"},
    {"majority_exhaustion", "two_thirds", both, "two_thirds", "two_thirds"},
    {"majority_closure", "simple", "two_thirds", "simple", "simple"},
    same("majority_resume", "simple"),
    same("voting_quorum", "majority"),
    same("voting_quorum_of", "present"),
    {"tie", "reject", "reject", "second_vote", "reject"},
    same("tie_scope", "simple_only"),
    same("second_vote_in", "plenary"),
    {"second_vote_hours", "0", "0", "48", "0"},
    same("appeal_base", "present_and_voting"),
};

/// Consensus first, motions, methods.
const std::vector<Expected> proceedings = {
    {"consensus", "first", "first", "first", "exclusive"},
    same("silence_seconds", "3"),
    {"deferment_by_chair", "false", "true", "false", "false"},
    {"deferment_states", "0", "15", "0", "0"},
    same("deferment_fraction", "0"),
    {"deferment_by_motion", "false", "true", "false", "false"},
    {"deferment_days", "0", "10", "0", "0"},
    same("deferment_hours", "0"),
    {"deferment_once", "false", "true", "false", "false"},
    same("deferment_within_session", "false"),
    {"exhaustion", "none", "body_determines", "chair_declares", "none"},
    {"notice_working_days", "0", "2", "0", "0"},
    {"division_for", "1", "2", "2", "1"},
    {"division_against", "1", "2", "2", "1"},
    same("adjourn_debate_for", "2"),
    same("adjourn_debate_against", "2"),
    same("closure_against", "2"),
    same("reconsider_against", "2"),
    same("competence_for", "2"),
    same("competence_against", "2"),
    {"sponsor_may_explain", "if_amended", "if_amended", "never", "if_amended"},
    same("method_default", "hands"),
    same("recorded_on_request", "true"),
    same("roll_call_on_request", "true"),
    same("secret_allowed_for", "elections_and_decisions"),
    same("fallback_method", "roll_call"),
    same("last_call_seconds", "10"),
    same("roll_call_second_call", "true"),
    {"live_positions_visible", "false", "false", "true", "false"},
};

std::string whole_file(const std::string& path) {
    const auto text = content_of(std::string(PLACET_SOURCE_DIR) + '/' + path);
    REQUIRE_FALSE(text.empty());
    return text;
}

std::map<std::string, std::string> preset(const std::string& name) {
    return profile_fields(value_of(read_rules(name)));
}

std::string complaint(const TempFolder& folder, const std::string& before,
                      const std::string& after) {
    auto toml = whole_file("assets/rules/los-type.toml");
    const auto at = toml.find(before);
    REQUIRE(at != std::string::npos);
    write_file(folder / "rules.toml", toml.replace(at, before.size(), after));
    const auto rules = read_rules((folder / "rules.toml").string());
    REQUIRE_FALSE(rules);
    return rules.error().detail;
}

}  // namespace

TEST_CASE("each preset holds the rules of its family", "[ledger]") {
    auto expected = organs;
    expected.insert(expected.end(), proceedings.begin(), proceedings.end());
    const std::set<std::string> names_of_rules = {"id", "version", "title", "source_symbol",
                                                  "adopted"};
    CHECK(profile_fields(RuleProfile{}).size() == expected.size() + names_of_rules.size());
    const auto conf_std = preset("conf-std");
    const auto los_type = preset("los-type");
    const auto ga_mm = preset("ga-mm");
    const auto consensus_only = preset("consensus-only");
    for (const auto& row : expected) {
        INFO(row.field);
        CHECK(conf_std.at(row.field) == row.conf_std);
        CHECK(los_type.at(row.field) == row.los_type);
        CHECK(ga_mm.at(row.field) == row.ga_mm);
        CHECK(consensus_only.at(row.field) == row.consensus_only);
    }
}

TEST_CASE("a preset is the file of its name, and nobody adopted it", "[ledger]") {
    CHECK(rule_presets().size() == 4);
    for (const auto& known : rule_presets()) {
        const std::string name(known.name);
        INFO(name);
        CHECK(known.toml == whole_file("assets/rules/" + name + ".toml"));
        CHECK_THAT(std::string(known.toml), Contains("# NOT ADOPTED BY ANYBODY"));
        CHECK(preset(name).at("id") == name);
        CHECK(preset(name).at("adopted") == "false");
        CHECK(preset(name).at("source_symbol") == "none");
        CHECK_THAT(preset(name).at("title"), Contains("(not adopted by anybody)"));
    }
}

TEST_CASE("the rehearsal runs on the classic rules, with votes that are recorded", "[ledger]") {
    auto expected = preset("conf-std");
    expected["id"] = "classic-codification";
    expected["method_default"] = "recorded";
    const auto folder = std::string(PLACET_SOURCE_DIR) + "/assets/conferences/cah";
    CHECK(value_of(read_conference_package(folder)).profile == expected);
}

TEST_CASE("rules in a file are read like a preset, and everything wrong is said by row",
          "[ledger]") {
    const TempFolder folder;
    write_file(folder / "rules.toml", whole_file("assets/rules/los-type.toml"));
    CHECK(profile_fields(value_of(read_rules((folder / "rules.toml").string()))) ==
          preset("los-type"));

    CHECK_THAT(complaint(folder, "deferment_states = 15", "deferment_states = \"fifteen\""),
               Contains("deferment_states is no number from 0 to 999"));
    CHECK_THAT(complaint(folder, "deferment_states = 15", "deferment_state = 15"),
               Contains("there is no field deferment_state, did you mean \"deferment_states\"?") &&
                   Contains("field deferment_states is missing"));
    CHECK_THAT(complaint(folder, "\"body_determines\"", "\"chair_decides\""),
               Contains("exhaustion has no known value; it is one of none chair_declares "
                        "body_determines"));
    CHECK_THAT(complaint(folder, "title = ", "title = 3 #"), Contains("title has no value"));

    const auto absent = read_rules("los-typ");
    REQUIRE_FALSE(absent);
    CHECK(absent.error().fault == Fault::absent);
    CHECK_THAT(absent.error().detail, Contains("did you mean \"los-type\"?"));
    CHECK_FALSE(read_rules(folder.path().string()));
}
