// What the screens do with the rules of the conference: how votes are taken, what they fall back
// to, until when something waits, and whether the quorum is asked.
#include "ledger/procedure/deadline.h"
#include "terminal/screens/delegation_screen.h"
#include "terminal/screens/question_screen.h"
#include "terminal/screens/ruling_screen.h"
#include "terminal/screens/sitting_screen.h"
#include "tests/support/on_screen.h"

#include <algorithm>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

const Phrases english;
constexpr std::int64_t noon = 1'791'633'600'000;  // 2026-10-10 12:00:00 UTC
constexpr std::int64_t day = 86'400'000;

/// The question screen, under rules that are changed so.
template <class Change>
QuestionChoiceView choice(Change change) {
    return view_question_choice(
        changed(state_named("sitting_open"), [&](Conference& c) { change(c.profile); }), english);
}

const std::vector<std::string>& facts_of(const SittingView& view, const TextUnitId& id) {
    return std::ranges::find(view.units, id, &SittingView::Unit::id)->facts;
}

bool says(const std::vector<std::string>& facts, std::string_view words) {
    return std::ranges::any_of(
        facts, [&](const auto& fact) { return fact.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("the question screen is open at the method that the rules take votes by", "[terminal]") {
    const auto first = [](MethodDefault is) {
        const auto view = choice([&](RuleProfile& rules) { rules.method_default = is; });
        return view.methods[view.first_method];
    };
    CHECK(first(MethodDefault::recorded) == "Recorded vote");
    CHECK(first(MethodDefault::non_recorded) == "Not recorded");
    CHECK(first(MethodDefault::hands) == "Show of hands");
}

TEST_CASE(
    "what a vote falls back to is offered after an annulment at the terminals, and then "
    "alone",
    "[terminal]") {
    const auto put = state_named("sitting_question_put");
    CHECK(view_sitting(put, english).fallback.empty());
    const auto failed = [&](FallbackMethod fallback) {
        return changed(put, [&](Conference& c) {
            c.profile.fallback_method = fallback;
            c.annulled.push_back({.run = 1,
                                  .question = c.question->put.question,
                                  .reason = "The equipment failed."});
        });
    };
    CHECK(view_sitting(failed(FallbackMethod::hands), english).fallback ==
          "By show of hands, as the terminals fail");
    OnScreen shown(failed(FallbackMethod::roll_call));
    shown.ui().press("sitting.fallback");
    const auto start = shown.take<StartVote>();
    REQUIRE(start);
    CHECK(start->method == Method::roll_call);
}

TEST_CASE("until when a second vote is taken is shown, and that it is late", "[terminal]") {
    const auto tied = [](std::int64_t hours, std::int64_t now) {
        return changed(state_named("sitting_question_put"), [&](Conference& c) {
            c.profile.second_vote_hours = hours;
            c.decisions.push_back({.question = c.question->put.question,
                                   .outcome = Outcome::tie_second_vote,
                                   .entry = {.wall_ms = noon}});
            c.wall_ms = now;
        });
    };
    const auto shown = [&](std::int64_t hours, std::int64_t now) {
        return facts_of(view_sitting(tied(hours, now), english), "article-2");
    };
    CHECK(says(shown(48, noon), "is taken not later than 2026-10-12 12:00:00 UTC."));
    CHECK(says(shown(48, noon + 3 * day), "was to be taken by 2026-10-12 12:00:00 UTC."));
    CHECK_FALSE(says(shown(0, noon), "second vote"));
    CHECK(OnScreen(tied(48, noon + 3 * day)).ui().item("sitting.next").enabled);  // no refusal
}

TEST_CASE("until when a vote is deferred is shown, and that it is late", "[terminal]") {
    const auto deferred = [](std::int64_t days, std::int64_t now) {
        return facts_of(view_sitting(changed(state_named("sitting_open"),
                                             [&](Conference& c) {
                                                 c.profile.deferment_days = days;
                                                 auto& text = c.proposals.change().at("article-2");
                                                 text.state = QuestionState::deferred;
                                                 text.deferred_ms = noon;
                                                 c.wall_ms = now;
                                             }),
                                     english),
                        "article-2");
    };
    CHECK(says(deferred(10, noon), "deferred until 2026-10-20 12:00:00 UTC at the latest"));
    CHECK(says(deferred(10, noon + 11 * day), "was to end by 2026-10-20 12:00:00 UTC"));
    CHECK_FALSE(says(deferred(0, noon), "2026-10-20"));
}

TEST_CASE("a quorum that is presumed is called so, and may be challenged", "[terminal]") {
    const auto asks = [](QuorumCheck check) {
        return changed(state_named("sitting_open"),
                       [&](Conference& c) { c.profile.quorum_check = check; });
    };
    const auto words = [&](QuorumCheck check) {
        return view_sitting(asks(check), english).quorum.back().words;
    };
    CHECK(words(QuorumCheck::on_decision) == "Quorum to decide: 98");
    CHECK(words(QuorumCheck::on_challenge) == "Quorum to decide: 98, presumed");
    const auto may_rule = [&](QuorumCheck check) {
        const auto view = view_ruling(asks(check), english);
        const auto kind = std::ranges::find(view.kinds, "quorum_challenged", &RulingView::Kind::id);
        REQUIRE(kind != view.kinds.end());
        return !kind->choices.empty();
    };
    CHECK(may_rule(QuorumCheck::on_challenge));
    CHECK_FALSE(may_rule(QuorumCheck::on_decision));
}

TEST_CASE("between the question and the voting a delegation is asked for an explanation",
          "[terminal]") {
    const auto at_the_desk = [](AppState state) {
        state.delegation = DelegationDesk{.delegation = "BRA"};
        return view_delegation(state, english);
    };
    const auto put = at_the_desk(state_named("sitting_question_put"));
    CHECK(put.about.starts_with("An explanation of vote is given before the vote: "));
    CHECK(put.may_attach);
    CHECK(std::ranges::count(put.kinds, StatementKind::explanation_of_vote,
                             [](const auto& kind) { return kind.first; }) == 1);
    const auto open =
        at_the_desk(changed(state_named("sitting_open"), [](Conference& c) { c.decisions = {}; }));
    CHECK_FALSE(open.may_attach);  // nothing is put, and nothing was decided
}
