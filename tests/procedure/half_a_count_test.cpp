// Counts that are not complete, methods where the terminals fail, and words that no rule has.
#include "ledger/procedure/method.h"
#include "ledger/procedure/rule_wording.h"
#include "ledger/procedure/state_order.h"
#include "ledger/procedure/tally.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

/// A vote of two States that are present, closed.
Run closed(Method method) {
    Run run;
    for (const char* id : {"AAA", "BBB"}) {
        run.start.roll.change()[id] = Credentials::accepted;
        run.present_at_close.insert(id);
    }
    run.start.method = method;
    run.start.participating = 2;
    run.phase = RunPhase::closed;
    return run;
}

void count_as(const Run& run, const Figures& figures) {
    CHECK(count_by_state(run) == figures);
    CHECK(count_by_ballot(run) == figures);
}

constexpr Figures none = {.present = 2, .participating = 2};
constexpr Figures one_in_favour = {.yes = 1, .not_voting = 1, .present = 2, .participating = 2};

}  // namespace

TEST_CASE("the hands that one teller alone counted are no count", "[procedure]") {
    auto run = closed(Method::hands);
    count_as(run, none);
    const HandsCounted counted{.round = 1, .yes = 1};
    run.hand_counts.push_back({.counted = counted, .teller = "clerk"});
    count_as(run, none);
    run.hand_counts.push_back({.counted = counted, .teller = "scribe"});
    count_as(run, one_in_favour);
}

TEST_CASE("a vote that is not recorded has no figures before its totals are taken", "[procedure]") {
    auto run = closed(Method::non_recorded);
    count_as(run, none);
    run.totals = TotalsTaken{.yes = 1};
    count_as(run, one_in_favour);
}

TEST_CASE("a vote that a delegation wants by name keeps its names where the terminals fail",
          "[procedure]") {
    for (const auto asked : {Method::recorded, Method::roll_call}) {
        Spine spine({.rules = [](RuleProfile& rules) {
            rules.recorded_on_request = rules.roll_call_on_request = true;
            rules.fallback_method = FallbackMethod::hands;
        }});
        spine.open();
        spine.put("article-2", Method::non_recorded);
        CHECK(fallback_method(spine.conference) == Method::hands);  // nobody asked
        spine.take(MethodRequested{.question = 1, .delegation = "AAA", .method = asked});
        CHECK(fallback_method(spine.conference) == Method::roll_call);
    }
}

TEST_CASE("no terminals failed where no question is before the meeting", "[procedure]") {
    Spine spine;
    spine.begin();
    CHECK_FALSE(terminals_failed(spine.conference));
    spine.take(spine.annulment());
    CHECK(terminals_failed(spine.conference));
    spine.take(spine.motion(MotionKind::division));
    spine.take(MotionGranted{.motion = 1});  // the question is taken off
    REQUIRE_FALSE(spine.conference.question);
    CHECK_FALSE(terminals_failed(spine.conference));
}

TEST_CASE("a choice that no rule knows has no word, and none is made up for it", "[procedure]") {
    CHECK(to_text(TieScope::all) == "all");
    CHECK(to_text(static_cast<TieScope>(99)).empty());
    RuleText rule = {};
    rule.field = "majority_plenary_substance";
    CHECK(value_in_words(rule, "simple") != "\"simple\"");
    CHECK(value_in_words(rule, "three_quarters") == "\"three_quarters\"");
}

TEST_CASE("a name that is no text has its place by its bytes", "[procedure]") {
    CHECK(collation_key("\u00c9tat") == "etat");
    CHECK(collation_key("\xff\xfe") == "\xff\xfe");
}
