// Rules held here: until when a second vote and a deferment wait, as it is said and shown; and
// deferments that end with the session.
#include "ledger/procedure/deadline.h"
#include "ledger/procedure/article_map.h"
#include "ledger/procedure/script.h"
#include "tests/procedure/spine.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

constexpr std::int64_t hour = 3'600'000, day = 24 * hour;
constexpr std::int64_t noon = 1'791'633'600'000;  // 2026-10-10 12:00:00 UTC

Entry at(const Spine& spine, const Record& record, std::int64_t wall_ms) {
    auto entry = spine.entry(record);
    entry.wall_ms = wall_ms;
    return entry;
}

/// One vote for, one against, on rules that put it a second time; announced at noon.
Spine tied(std::int64_t hours) {
    Spine spine({.rules = [&](RuleProfile& rules) {
        rules.tie = Tie::second_vote;
        rules.tie_scope = TieScope::all;
        rules.second_vote_hours = hours;
    }});
    spine.begin();
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::no);
    spine.take(spine.close());
    spine.take(spine.lock());
    spine.take(at(spine, spine.announcement(), noon));
    return spine;
}

/// The vote on article 2 is deferred at noon.
Spine deferred(std::function<void(RuleProfile&)> rules) {
    Spine spine({.rules = [&](RuleProfile& profile) {
        profile.deferment_by_chair = true;
        rules(profile);
    }});
    spine.open();
    spine.take(
        at(spine, VoteDeferred{.proposal = "article-2", .meeting = 1, .until = "Monday"}, noon));
    return spine;
}

/// "Take the second vote. 2026-10-12 12:00:00 UTC"
std::string left_to_do(const Spine& spine) {
    const auto unit = article_map(spine.conference).units.front();
    return unit.next + (unit.not_later ? " " + date_text(*unit.not_later) : "");
}

std::string said(const Spine& spine) {
    std::string words;
    for (const auto& spoken : script_of(spine.conference)) words += in_english(spoken) + " ";
    return words;
}

}  // namespace

TEST_CASE("a second vote is announced with the time in which it is taken", "[procedure]") {
    CHECK(tied(48).conference.decisions.back().sentence ==
          "The result of the vote was 1 in favour and 1 against. The votes being equally divided, "
          "draft article 2 will be put to the vote a second time within 48 hours.");
    CHECK(tied(1).conference.decisions.back().sentence.ends_with("a second time within 1 hour."));
    CHECK(tied(0).conference.decisions.back().sentence.ends_with("a second time."));
}

TEST_CASE("until when a second vote is taken is counted from its announcement", "[procedure]") {
    auto spine = tied(48);
    CHECK(second_vote_by(spine.conference) == noon + 2 * day);
    CHECK(left_to_do(spine) == "Take the second vote. 2026-10-12 12:00:00 UTC");
    CHECK(said(spine).find("not later than 2026-10-12 12:00:00 UTC") != std::string::npos);
    auto without = tied(0);
    CHECK_FALSE(second_vote_by(without.conference));
    CHECK(left_to_do(without) == "Take the second vote.");
    CHECK(said(without).find("not later") == std::string::npos);
    // No clock decides: it is taken later all the same, and shown to be late.
    CHECK_FALSE(is_past(spine.conference, noon + 2 * day));
    spine.take(at(spine, spine.start(), noon + 3 * day));
    CHECK(is_past(spine.conference, noon + 2 * day));
    CHECK(second_vote_by(spine.conference));
}

TEST_CASE("a question that was not tied waits for no second vote", "[procedure]") {
    auto spine = tied(48);
    spine.take(spine.start());
    spine.cast("AAA", Choice::yes);
    spine.cast("BBB", Choice::yes);
    spine.finish();
    spine.put("article-3");
    CHECK_FALSE(second_vote_by(spine.conference));
}

TEST_CASE("until when a vote may be deferred is counted in days and hours together",
          "[procedure]") {
    struct Case {
        std::int64_t days, hours;
        const char* until;
    };
    for (const auto& c :
         {Case{10, 0, "2026-10-20 12:00:00 UTC"}, Case{0, 24, "2026-10-11 12:00:00 UTC"},
          Case{1, 6, "2026-10-11 18:00:00 UTC"}}) {
        const auto spine = deferred([&](RuleProfile& rules) {
            rules.deferment_days = c.days;
            rules.deferment_hours = c.hours;
        });
        const auto& proposal = *spine.conference.proposal("article-2");
        REQUIRE(deferred_until(spine.conference, proposal));
        CHECK(date_text(*deferred_until(spine.conference, proposal)) == c.until);
        CHECK(left_to_do(spine) == std::string("End the deferment with a report. ") + c.until);
    }
    const auto unlimited = deferred([](RuleProfile&) {});
    CHECK_FALSE(deferred_until(unlimited.conference, *unlimited.conference.proposal("article-2")));
    CHECK(left_to_do(unlimited) == "End the deferment with a report.");
}

TEST_CASE("the time of a deferment runs from the last one, by a motion too", "[procedure]") {
    auto spine = deferred([](RuleProfile& rules) {
        rules.deferment_by_motion = true;
        rules.deferment_days = 5;
    });
    spine.take(DefermentEnded{.proposal = "article-2", .meeting = 1, .report = "No agreement."});
    CHECK_FALSE(deferred_until(spine.conference, *spine.conference.proposal("article-2")));
    spine.take(spine.motion(MotionKind::defer_vote));
    spine.take(at(spine, MotionGranted{.motion = 1}, noon + day));
    CHECK(deferred_until(spine.conference, *spine.conference.proposal("article-2")) ==
          noon + 6 * day);
}

TEST_CASE("a deferment ends with the session where the rules say so", "[procedure]") {
    for (const bool within : {true, false}) {
        auto spine = deferred([&](RuleProfile& rules) { rules.deferment_within_session = within; });
        spine.take(MeetingClosed{.meeting = 1});
        CHECK(spine.conference.proposal("article-2")->state == QuestionState::deferred);
        spine.take(SessionOpened{.session = 2});
        Participation anew;
        for (const auto& [id, participant] : spine.conference.participants)
            anew.registered.push_back(participant);
        spine.take(anew);
        spine.open();
        CHECK(static_cast<bool>(spine.offer(spine.question("article-2"))) == within);
        CHECK((spine.conference.proposal("article-2")->state == QuestionState::debate_closed) ==
              within);
    }
}
