// placet rules: what a chair reads of a set of rules, and how two of them differ.
#include "ledger/rule_presets.h"
#include "tests/support/temp_folder.h"
#include "tests/tools/run.h"

#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

namespace exit_code = tools::exit_code;

std::string preset(std::string_view name) {
    for (const auto& known : ledger::rule_presets())
        if (known.name == name) return std::string(known.toml);
    FAIL("no preset " << name);
    return {};
}

}  // namespace

TEST_CASE("every rule of a preset is read out in words", "[tools]") {
    const auto shown = run({"rules", "show", "los-type"});
    CHECK(shown.code == exit_code::good);
    CHECK_THAT(shown.out, Contains("not adopted by anybody"));
    CHECK_THAT(shown.out,
               Contains("Adoption of the convention as a whole: two thirds of those present and "
                        "voting, including at least a majority of the participating States."));
    CHECK_THAT(shown.out, Contains("A vote is deferred if this many ask: 15 States."));
    CHECK_THAT(shown.out, Contains("[deferment_states = 15]"));
    CHECK_THAT(run({"rules", "show", "conf-std"}).out,
               Contains("A vote is deferred if this many ask: no such right."));

    const auto json = nlohmann::json::parse(run({"rules", "show", "--json", "los-type"}).out);
    CHECK(json.at("id") == "los-type");
    CHECK(json.at("adopted") == false);
    CHECK(json.at("rules").size() == ledger::profile_fields({}).size());
    for (const auto& rule : json.at("rules"))
        if (rule.at("field") == "notice_working_days") {
            CHECK(rule.at("value") == "2");
            CHECK(rule.at("words") == "2 working days");
        }
}

TEST_CASE("two sets of rules are compared in words", "[tools]") {
    const auto compared = run({"rules", "compare", "conf-std", "los-type"});
    CHECK(compared.code == exit_code::good);
    CHECK_THAT(compared.out,
               Contains("Adoption of the convention as a whole: two thirds of those present and "
                        "voting; in B also at least a majority of the participating States.\n"));
    CHECK_THAT(compared.out, !Contains("Silence before the gavel"));
    const auto back = run({"rules", "compare", "los-type", "conf-std"});
    CHECK_THAT(back.out, Contains("; in B two thirds of those present and voting.\n"));
    CHECK_THAT(run({"rules", "compare", "ga-mm", "ga-mm"}).out,
               Contains("They are the same in every field.\n"));

    const auto json = nlohmann::json::parse(
        run({"rules", "compare", "--json", "conf-std", "consensus-only"}).out);
    CHECK(json.at("a").at("id") == "conf-std");
    CHECK(json.at("b").at("id") == "consensus-only");
    REQUIRE(json.at("differences").size() == 3);  // id, title and consensus
    CHECK(json.at("differences").at(2).at("field") == "consensus");
    CHECK(json.at("differences").at(2).at("a") == "first");
    CHECK(json.at("differences").at(2).at("b") == "exclusive");
}

TEST_CASE("a file of rules is checked row by row, all at once", "[tools]") {
    const TempFolder folder;
    const auto file = (folder / "profile.toml").string();
    auto toml = preset("conf-std");
    write_file(file, toml);
    const auto good = run({"rules", "check", file});
    CHECK(good.code == exit_code::good);
    CHECK_THAT(good.out, Contains("Every field is there and has a possible value.\n"));

    for (const auto* line : {"\ntie = ", "\nsilence_seconds = "})
        toml.insert(toml.find(line) + 1, "x");
    toml.replace(toml.find("\"present_and_voting\""), 20, "\"present_and_votin\"");
    write_file(file, toml);
    const auto wrong = run({"rules", "check", file});
    CHECK(wrong.code == exit_code::unreadable);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, Contains("there is no field xtie, did you mean \"tie\"?"));
    CHECK_THAT(wrong.err, Contains("field tie is missing"));
    CHECK_THAT(wrong.err, Contains("there is no field xsilence_seconds"));
    CHECK_THAT(wrong.err, Contains("row ") && Contains("appeal_base has no known value"));

    CHECK_THAT(run({"rules", "show", "conf-st"}).err, Contains("did you mean \"conf-std\"?"));
    CHECK(run({"rules", "compare", "conf-std"}).code == exit_code::usage);
    CHECK(run({"rules", "show", "conf-std", "ga-mm"}).code == exit_code::usage);
    CHECK(run({"rules", "judge", "conf-std"}).code == exit_code::usage);
}
