// placet decide: what follows from figures alone; every worked vote, and what it refuses.
#include "ledger/record_text.h"
#include "tests/support/worked_votes.h"
#include "tests/tools/run.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;
using json = nlohmann::json;

namespace {

using List = std::vector<std::string>;

/// Two thirds of 100 voting, and what is given here.
List asked(const List& more) {
    List arguments = {"decide", "--majority", "two_thirds", "--participating", "193", "--yes",
                      "80",     "--no",       "20",         "--abstain",       "50"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

List asked_of(const WorkedVote& row) {
    List arguments = {"decide", "--json"};
    const auto add = [&](const char* option, std::string_view value) {
        arguments.emplace_back(option);
        arguments.emplace_back(value);
    };
    add("--majority", to_text(row.rule.majority));
    add("--participating", std::to_string(row.participating));
    add("--yes", std::to_string(row.yes));
    add("--no", std::to_string(row.no));
    add("--abstain", std::to_string(row.abstaining));
    add("--not-voting", std::to_string(row.not_voting));
    add("--kind", to_text(row.rule.kind));
    add("--tie", to_text(row.rule.tie.tie));
    add("--tie-scope", to_text(row.rule.tie.scope));
    add("--run", row.rule.tie.first_run ? "first" : "second");
    return arguments;
}

json answer(const List& arguments) {
    const auto ran = run(arguments);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    REQUIRE(ran.err.empty());
    return json::parse(ran.out);
}

bool says(const std::string& text, std::string_view what) {
    INFO(text);
    return text.find(what) != std::string::npos;
}

/// Refused as wrong use, with nothing on standard output.
std::string refusal(const List& arguments) {
    const auto ran = run(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    return ran.err;
}

/// With this value of the option instead of the one that stands there.
List with(List arguments, const std::string& option, const std::string& value) {
    const auto at = std::ranges::find(arguments, option);
    REQUIRE(at != arguments.end());
    *std::next(at) = value;
    return arguments;
}

List without(List arguments, const std::string& option) {
    const auto at = std::ranges::find(arguments, option);
    REQUIRE(at != arguments.end());
    arguments.erase(at, at + 2);
    return arguments;
}

}  // namespace

TEST_CASE("every worked vote is decided from its figures alone", "[tools]") {
    for (const auto& row : worked_votes()) {
        INFO(row.name);
        const auto told = answer(asked_of(row));
        const bool tie = row.outcome == ledger::Outcome::tie_rejected ||
                         row.outcome == ledger::Outcome::tie_second_vote;
        const auto needed = *std::ranges::max_element(row.needed);
        CHECK(told["outcome"] == (tie ? "tie" : std::string(to_text(row.outcome))));
        CHECK(told["result"] == std::string(to_text(row.outcome)));
        CHECK(told["needed"] == needed);
        CHECK(told["received"] == row.yes);
        CHECK(told["margin"] == row.yes - needed);
        CHECK(told["figures"]["present"] == row.present);
        CHECK(told["clauses"].size() == row.needed.size() + 2);
    }
}

TEST_CASE("what failed is named with what it needed and received", "[tools]") {
    const auto told = answer(asked_of(worked_vote("W22,")));
    CHECK(told["outcome"] == "not_adopted");
    CHECK(told["failed_clauses"] == json{"majority_of_participating"});
    CHECK(told["clauses"][0] ==
          json{{"name", "quorum"}, {"needed", 97}, {"received", 166}, {"met", true}});
    CHECK(told["clauses"][3] == json{{"name", "majority_of_participating"},
                                     {"needed", 97},
                                     {"received", 96},
                                     {"met", false}});
    CHECK(told["sentence"] ==
          "The result of the vote was 96 in favour and 40 against, with 30 abstentions. The "
          "proposal was not adopted, having failed to obtain the votes in favour of a majority of "
          "the participating States.");
    CHECK(answer(asked_of(worked_vote("W23,")))["failed_clauses"].empty());
    CHECK(answer(asked_of(worked_vote("W18,")))["failed_clauses"] == json{"quorum"});
}

TEST_CASE("what is not told is a proposal, a first vote, and a rejection by equal votes",
          "[tools]") {
    const List equal = {"decide", "--json", "--majority", "simple", "--yes",           "60",
                        "--no",   "60",     "--abstain",  "30",     "--participating", "193"};
    CHECK(answer(equal)["result"] == "tie_rejected");
    CHECK(answer(equal)["kind"] == "proposal");
    CHECK(answer(with(equal, "--majority", "two_thirds"))["outcome"] == "not_adopted");
    const auto told = answer(asked({"--json"}));
    CHECK(told["outcome"] == "adopted");
    CHECK(told["sentence"] == "The proposal was adopted by 80 votes to 20, with 50 abstentions.");
    CHECK(told["figures"]["not_voting"] == 0);
}

TEST_CASE("each kind of question is announced by what it is", "[tools]") {
    const auto sentence = [](const std::string& kind) {
        return answer(asked({"--json", "--kind", kind}))["sentence"].get<std::string>();
    };
    const std::string figures = " by 80 votes to 20, with 50 abstentions.";
    CHECK(sentence("amendment") == "The amendment was adopted" + figures);
    CHECK(sentence("sub_amendment") == "The sub-amendment was adopted" + figures);
    CHECK(sentence("part") == "The part put separately was retained" + figures);
    CHECK(sentence("whole") == "The proposal as a whole was adopted" + figures);
    CHECK(sentence("motion") == "The motion was carried" + figures);
    CHECK(sentence("appeal") == "The ruling of the presiding officer was overruled" + figures);
    CHECK(sentence("reconsideration") == "The motion to reconsider was carried" + figures);
    CHECK(sentence("exhaustion") ==
          "The motion to determine that all efforts to reach general agreement have been exhausted "
          "was carried" +
              figures);
    CHECK(sentence("credentials") ==
          "The report of the Credentials Committee was adopted" + figures);
    CHECK(sentence("rules_change") ==
          "The amendment to the rules of procedure was adopted" + figures);
}

TEST_CASE("the quorum for voting is of those present or of the votes cast", "[tools]") {
    const auto asked_for = [](const List& more) {
        auto arguments = with(asked({"--json"}), "--majority", "two_thirds_with_voting_quorum");
        arguments.insert(arguments.end(), more.begin(), more.end());
        return answer(arguments);
    };
    CHECK(asked_for({"--voting-quorum", "150"})["outcome"] == "adopted");  // all 150 present
    const auto one_short = asked_for({"--voting-quorum", "151"});
    CHECK(one_short["outcome"] == "not_adopted");
    CHECK(one_short["failed_clauses"] == json{"voting_quorum"});
    CHECK(one_short["margin"] == 13);  // 80 of the 67 needed: the votes were there
    const List of_votes = {"--voting-quorum-of", "votes_cast", "--voting-quorum"};
    const auto cast = [&](const char* needed) {
        auto arguments = of_votes;
        arguments.emplace_back(needed);
        return asked_for(arguments)["outcome"];
    };
    CHECK(cast("100") == "adopted");
    CHECK(cast("101") == "not_adopted");
}

TEST_CASE("the quorum for voting is asked where it is needed, and only there", "[tools]") {
    CHECK(says(refusal(with(asked({}), "--majority", "two_thirds_with_voting_quorum")),
               "needs --voting-quorum"));
    CHECK(says(refusal(asked({"--voting-quorum", "97"})),
               "asked by two_thirds_with_voting_quorum alone"));
}

TEST_CASE("the card says why, test by test", "[tools]") {
    const auto ran =
        run({"decide", "--majority", "two_thirds_and_majority_of_participating", "--participating",
             "193", "--yes", "96", "--no", "40", "--abstain", "30"});
    CHECK(ran.code == 0);
    CHECK(
        ran.out ==
        "Required: two thirds of those present and voting, including at least a majority of the "
        "participating States\n"
        "96 in favour, 40 against, 30 abstaining, 0 not voting; 166 present of 193 participating\n"
        "\n"
        "                                                    needed  received\n"
        "Present: a majority of the participating States         97       166  met\n"
        "In favour: at least one                                  1        96  met\n"
        "In favour: two thirds of those present and voting       91        96  met\n"
        "In favour: a majority of the participating States       97        96  NOT MET\n"
        "\n"
        "Outcome: not adopted\n"
        "Margin: 1 affirmative vote short of the 97 needed\n"
        "\n"
        "The result of the vote was 96 in favour and 40 against, with 30 abstentions. The "
        "proposal was not adopted, having failed to obtain the votes in favour of a majority of "
        "the participating States.\n");
    CHECK(says(run(asked({})).out, "Margin: 13 affirmative votes more than the 67 needed\n"));
    CHECK(says(run(with(asked({}), "--yes", "40")).out, "Margin: exactly the 40 needed\n"));
}

TEST_CASE("whatever the outcome is, it was answered", "[tools]") {
    CHECK(run(with(asked({}), "--no", "63")).code == 0);  // not adopted
    CHECK(run(with(asked({}), "--yes", "0")).code == 0);  // rejected
    const auto nobody = run({"decide", "--majority", "simple", "--participating", "0", "--yes", "0",
                             "--no", "0", "--json"});
    CHECK(nobody.code == 0);
    CHECK(json::parse(nobody.out)["outcome"] == "no_decision");
}

TEST_CASE("no more delegations are present than participate", "[tools]") {
    CHECK(run(asked({"--not-voting", "43"})).code == 0);  // 193 of 193
    const auto told = refusal(asked({"--not-voting", "44"}));
    CHECK(says(told, "194 delegations would be present"));
    CHECK(says(told, "the 193 that participate"));
    CHECK(says(told, "Nothing was decided."));
}

TEST_CASE("a figure is a whole number in digits", "[tools]") {
    for (const char* option : {"--participating", "--yes", "--no", "--abstain"})
        for (const char* value : {"-1", "", " 1", "1 ", "+1", "1.5", "1e2", "0x10", "ten",
                                  "1000000", "99999999999999999999", "\u0661"}) {
            INFO(option << " '" << value << "'");
            const auto told = refusal(with(asked({}), option, value));
            CHECK(says(told, option));
            CHECK(says(told, "is no whole number from 0 to 999999"));
        }
    // No octal: 010 is ten.
    CHECK(answer(with(asked({"--json"}), "--yes", "010"))["received"] == 10);
    CHECK(answer(with(with(asked({"--json"}), "--participating", "999999"), "--yes",
                      "999929"))["outcome"] == "adopted");
}

TEST_CASE("what is required is told, in words that exist", "[tools]") {
    for (const char* option : {"--majority", "--participating", "--yes", "--no"}) {
        INFO(option);
        CHECK(says(refusal(without(asked({}), option)), option));
    }
    CHECK(says(refusal(with(asked({}), "--majority", "two thirds")), "--majority"));
    CHECK(says(refusal(asked({"--kind", "election"})), "--kind"));
    CHECK(says(refusal(asked({"--tie", "0"})), "--tie"));
    CHECK(says(refusal(asked({"--tie-scope", "some"})), "--tie-scope"));
    CHECK(says(refusal(asked({"--run", "3"})), "--run"));
    CHECK(says(refusal(asked({"--yes", "81"})), "--yes"));  // told twice
    refusal(asked({"more"}));
    refusal({"decide"});
}
