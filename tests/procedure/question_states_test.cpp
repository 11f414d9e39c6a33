// The life of a question, held beside the rules event by event.
#include "ledger/procedure/question_states.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>

using namespace placet::ledger;

namespace {

/// For every event: from which states, and where it leads; "=" is where it was.
const std::map<std::string, std::string> life = {
    {"register_it", "unknown > registered"},
    {"circulate", "registered > circulated"},
    {"introduce", "circulated > tabled"},
    {"move_orally", "unknown > tabled"},
    {"revise", "registered circulated tabled debate_closed > ="},
    {"withdraw", "registered circulated tabled debate_closed put > withdrawn"},
    {"reintroduce", "withdrawn > ="},
    {"adjourn_debate", "tabled debate_closed reopened > adjourned"},
    {"resume_debate", "adjourned > tabled"},
    {"defer", "tabled debate_closed reopened consensus > deferred"},
    {"end_deferment", "deferred > debate_closed"},
    {"close_debate", "tabled reopened > debate_closed"},
    {"propose_consensus", "tabled debate_closed reopened divided > consensus"},
    {"put", "tabled debate_closed reopened consensus > put"},
    {"request_method", "put > ="},
    {"explain_before", "put consensus > ="},
    {"divide", "tabled debate_closed reopened put > divided"},
    {"skip", "tabled debate_closed put > skipped"},
    {"undo_skip", "skipped > debate_closed"},
    {"start", "put > voting"},
    {"cast", "voting > ="},
    {"point_of_order", "put voting consensus > ="},
    {"arrive", "voting > ="},
    {"call_last", "voting > ="},
    {"close_voting", "voting > voting_closed"},
    {"lock", "voting_closed > locked"},
    {"annul", "voting voting_closed locked > put"},
    {"announce", "locked > announced"},
    {"decide_nothing", "locked > debate_closed"},
    {"explain_after", "announced > ="},
    {"correct", "announced > ="},
    {"correct_reading", "announced > ="},
    {"close_record", "announced > recorded"},
    {"reconsider", "announced recorded > reopened"},
    {"lapse",
     "registered circulated tabled debate_closed put deferred adjourned divided reopened > lapsed"},
    {"put_as_whole", "divided > put"},
    {"reject_all_parts", "divided > announced"},
    {"confirm_consensus", "consensus > announced"},
    {"set_consensus_aside", "consensus > debate_closed"},
};

/// Where the event leads from this state by the list above; empty if nowhere.
std::string expected(const std::string& event, const std::string& from) {
    std::istringstream words(life.at(event));
    bool allowed = false;
    std::string word;
    while (words >> word && word != ">") allowed = allowed || word == from;
    words >> word;
    if (!allowed) return "";
    return word == "=" ? from : word;
}

}  // namespace

TEST_CASE("in every state every event either leads on or is refused with a reason", "[procedure]") {
    REQUIRE(life.size() == question_events().size());
    std::size_t allowed = 0;
    for (const auto state : question_states())
        for (const auto event : question_events()) {
            const std::string from(to_text(state));
            INFO(from << ", " << to_text(event));
            const auto to = follow(state, event, "Draft article 5");
            const auto leads = expected(std::string(to_text(event)), from);
            CHECK(bool(to) == !leads.empty());
            if (to) {
                CHECK(to_text(*to) == leads);
                ++allowed;
                continue;
            }
            const auto& words = to.error().detail;
            CHECK(to.error().fault == placet::Fault::refused);
            CHECK(words.starts_with("Draft article 5 "));
            CHECK(words.ends_with('.'));
            CHECK(words.find(". ") != std::string::npos);  // what to do instead
        }
    CHECK(allowed == question_transitions().size());
}

TEST_CASE("every row of the table stands once, and leads somewhere", "[procedure]") {
    const auto rows = question_transitions();
    for (const auto& row : rows) {
        CHECK(std::ranges::count_if(rows, [&](const Transition& other) {
                  return other.from == row.from && other.event == row.event;
              }) == 1);
        CHECK((row.row.starts_with('Q') || row.row.starts_with('K')));
    }
    // What is settled is left by reconsideration, by a new proposal, or by an appeal alone.
    for (const auto& row : rows)
        if (settled(row.from) && row.to != row.from)
            CHECK((row.event == QuestionEvent::reconsider ||
                   row.event == QuestionEvent::close_record ||
                   row.event == QuestionEvent::undo_skip));
}
