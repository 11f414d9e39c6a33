// placet articles.
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

TEST_CASE("of a changed ledger the articles are shown as far as it is good", "[tools]") {
    const DecidedLedger ledger;
    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    const auto ran = run({"articles", "--ledger", ledger.path().string()});
    CHECK(ran.code == 3);
    CHECK(ran.out.find("adopted") == std::string::npos);
    CHECK(ran.err.find("Only what good entries say was shown.") != std::string::npos);
}
