// What the desk shows of the convention and what `placet show` prints of it are the same.
#include "ledger/procedure/article_map.h"
#include "terminal/screens/articles_screen.h"
#include "tests/support/two_meetings.h"
#include "tests/tools/run.h"

#include <nlohmann/json.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using nlohmann::json;

namespace {

json printed(const tests::TwoMeetings& meetings, const std::string& unit) {
    const auto ran = tests::run({"show", unit, "--json", "--ledger", meetings.path().string()});
    REQUIRE(ran.code == 0);
    return json::parse(ran.out);
}

ArticlesView shown(const tests::TwoMeetings& meetings, const std::string& unit) {
    AppState state;
    state.conference = std::make_shared<const Conference>(meetings.conference());
    state.screen = Screen::articles;
    state.about = unit;
    return view_articles(state, {});
}

/// The status of every row on the screen, those of proposals behind their unit's.
std::vector<std::string> words_printed(const json& map) {
    std::vector<std::string> all;
    for (const auto& unit : map["units"]) {
        all.push_back(unit["words"]);
        for (const auto& proposal : unit["proposals"]) all.push_back(proposal["words"]);
    }
    for (const auto& proposal : map["proposals"]) all.push_back(proposal["words"]);
    return all;
}

}  // namespace

TEST_CASE("the desk and the command say the same of every unit of the convention",
          "[terminal][tools][flow]") {
    const tests::TwoMeetings meetings;
    const auto whole =
        json::parse(tests::run({"show", "--json", "--ledger", meetings.path().string()}).out);
    const auto view = shown(meetings, "");
    CHECK(whole["summary"] == view.summary);
    std::vector<std::string> on_screen;
    for (const auto& row : view.rows) on_screen.push_back(row.status);
    CHECK(words_printed(whole) == on_screen);

    const auto people = tests::run({"show", "--ledger", meetings.path().string()}).out;
    CHECK(people.find(view.summary + ".\n") != std::string::npos);
    for (const auto& unit : whole["units"]) {
        const std::string id = unit["id"];
        INFO(id);
        const auto chosen = shown(meetings, id);
        const auto alone = printed(meetings, id)["units"][0];
        CHECK(alone == unit);
        CHECK(unit["words"] == chosen.status);
        CHECK(unit["left_to_do"] == chosen.left);
        CHECK(people.find(": " + chosen.status) != std::string::npos);
        if (!unit["decision"].is_null()) {
            CHECK(unit["decision"]["sentence"] == chosen.text.facts.at(0));
            const auto entry = std::to_string(unit["decision"]["entry"].get<int>());
            CHECK(chosen.text.facts.at(1).find("entry " + entry + ".") != std::string::npos);
        }
    }
}
