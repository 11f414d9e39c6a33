// placet articles, and placet show of the convention: one and the same.
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/support/two_meetings.h"
#include "tests/tools/painted_code.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::tests;
using nlohmann::json;

TEST_CASE("what became of every unit of the convention is printed, with what is left", "[tools]") {
    const TwoMeetings meetings;
    const auto path = meetings.path().string();
    const auto ran = run({"articles", "--ledger", path});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    const auto printed = lines_of(ran.out);
    REQUIRE_FALSE(printed.empty());
    const auto whole = json::parse(run({"articles", "--ledger", path, "--json"}).out);
    CHECK(printed.back() == whole["summary"].get<std::string>() + ".");
    std::size_t open = 0;
    for (const auto& unit : whole["units"]) {
        CHECK(ran.out.find(unit["label"].get<std::string>()) != std::string::npos);
        const bool is_open = unit["status"] == "open";
        open += is_open ? 1 : 0;
        CHECK(unit["decision"].is_null() == is_open);
        CHECK(unit["left_to_do"].get<std::string>().empty() != is_open);
    }
    if (open > 0)
        CHECK(whole["summary"].get<std::string>().ends_with(std::to_string(open) + " open"));
}

TEST_CASE("one unit of the convention is shown alone, and one that is not there is refused",
          "[tools]") {
    const DecidedLedger ledger;
    const auto path = ledger.path().string();
    const auto ran = run({"articles", "--ledger", path, "--unit", "article-2", "--json"});
    CHECK(ran.code == 0);
    const auto units = json::parse(ran.out)["units"];
    REQUIRE(units.size() == 1);
    CHECK(units[0]["id"] == "article-2");
    CHECK(units[0]["decision"]["figures"]["participating"] == 4);
    const auto none = run({"articles", "--ledger", path, "--unit", "article-99"});
    CHECK(none.code == 1);
    CHECK(none.err.find("no unit of text \"article-99\"") != std::string::npos);
    CHECK(run({"articles"}).code == 2);
}

TEST_CASE("placet show prints the convention as placet articles does", "[tools]") {
    const TwoMeetings meetings;
    const auto path = meetings.path().string();
    for (const auto* form : {"", "--json"}) {
        const auto with = [&](std::vector<std::string> arguments) {
            if (*form != '\0') arguments.emplace_back(form);
            const auto ran = run(std::move(arguments));
            CHECK(ran.code == 0);
            return ran.out;
        };
        CHECK(with({"show", "--ledger", path}) == with({"articles", "--ledger", path}));
        CHECK(with({"show", "article-2", "--ledger", path}) ==
              with({"articles", "--ledger", path, "--unit", "article-2"}));
    }
    CHECK(run({"show", "article-99", "--ledger", path}).code == 1);
    CHECK(run({"show", "article-2", "--ledger", path, "--entries"}).code == 2);
    CHECK(run({"show", "--json", "--ledger", path, "--meeting", "1"}).code == 2);
}

TEST_CASE("of one unit every decision on it is printed, in the order in which they were taken",
          "[tools]") {
    const TwoMeetings meetings;
    const auto path = meetings.path().string();
    const auto words = run({"show", "article-2", "--ledger", path}).out;
    INFO(words);
    const auto rejected = words.find("    Decided: "), adopted = words.rfind("    Decided: ");
    REQUIRE(rejected != std::string::npos);
    CHECK(words.find("by 3 votes to 1", rejected) < adopted);
    CHECK(words.find("by 2 votes to 1", adopted) != std::string::npos);
    CHECK(words.find("Adopted by vote, 2-1-1") != std::string::npos);
    CHECK(words.find("Left to do") == std::string::npos);
    const auto unit =
        json::parse(run({"show", "article-2", "--ledger", path, "--json"}).out)["units"][0];
    REQUIRE(unit["decisions"].size() == 2);
    CHECK(unit["decisions"][0]["entry"] == meetings.entry_of(0));
    CHECK(unit["decisions"][1] == unit["decision"]);
    CHECK(unit["words"] == "Adopted by vote");
}

TEST_CASE("of a changed ledger the articles are shown as far as it is good", "[tools]") {
    const DecidedLedger ledger;
    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    const auto ran = run({"articles", "--ledger", ledger.path().string()});
    CHECK(ran.code == 3);
    CHECK(ran.out.find("Adopted") == std::string::npos);
    CHECK(ran.out.find("0 adopted without a vote, 0 by vote") != std::string::npos);
    CHECK(ran.err.find("Only what good entries say was shown.") != std::string::npos);
}
