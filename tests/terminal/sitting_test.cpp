// The sitting: what it says of the item before the meeting, and of its one next step.
#include "ledger/acts.h"
#include "terminal/screens/sitting_screen.h"
#include "tests/support/on_screen.h"

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

const Phrases english;

/// What the middle of the sitting says while this unit is chosen.
SittingView::Unit said_of(const AppState& state, const TextUnitId& id) {
    for (auto& unit : view_sitting(state, english).units)
        if (unit.id == id) return unit;
    FAIL("no unit " << id);
    return {};
}

// 97 of 195 States: one too few to decide.
void leave_one_too_few(Conference& conference) {
    while (conference.present.size() > 97)
        conference.present.erase(std::prev(conference.present.end()));
}

constexpr std::string_view no_quorum =
    "There is no quorum: 98 of the 195 participating States must be present to decide, 97 are "
    "noted "
    "as present. Note the delegations that are in the room, or wait for others.";

}  // namespace

TEST_CASE("a conference that decides by consensus only is asked for its quorum, not for a vote",
          "[terminal]") {
    const auto exclusive = changed(state_named("sitting_open"), [](Conference& c) {
        c.profile.consensus = ConsensusRule::exclusive;
    });
    CHECK(said_of(exclusive, "article-2").step == NextStep::propose_adoption);
    CHECK(said_of(exclusive, "article-2").may_step);

    const auto unit = said_of(changed(exclusive, leave_one_too_few), "article-2");
    CHECK(unit.step == NextStep::note_presence);
    CHECK(unit.explanation == no_quorum);
}

TEST_CASE("where consensus is the only way, a text decided before is proposed anew and never put",
          "[terminal]") {
    const auto adopted = changed(state_named("sitting_adopted"), [](Conference& c) {
        c.profile.consensus = ConsensusRule::exclusive;
    });
    CHECK(said_of(adopted, "article-1").step == NextStep::propose_adoption);
    CHECK(said_of(state_named("sitting_adopted"), "article-1").step == NextStep::put_question);
}

TEST_CASE("a step that the rules refuse is grey and says why", "[terminal]") {
    const auto elsewhere = changed(state_named("sitting_question_put"),
                                   [](Conference& c) { c.question->unit = "committee"; });
    const auto unit = said_of(elsewhere, "article-2");
    CHECK(unit.step == NextStep::start_vote);
    CHECK(unit.explanation ==
          "The question before the conference was put in another organ: committee. Open a meeting "
          "of that organ to vote on it.");
    CHECK_FALSE(OnScreen(elsewhere).ui().item("sitting.next").enabled);
    CHECK(OnScreen(state_named("sitting_question_put")).ui().item("sitting.next").enabled);
}

TEST_CASE("the method of a question is said as it was put", "[terminal]") {
    const auto put = state_named("sitting_question_put");
    const auto by_hands =
        changed(put, [](Conference& c) { c.question->put.method = Method::hands; });
    CHECK(said_of(put, "article-2").facts.front().starts_with("Recorded vote."));
    CHECK(said_of(by_hands, "article-2").facts.front().starts_with("Show of hands."));
    // Nobody votes on what is about to be adopted without a vote.
    for (const auto& fact : said_of(state_named("sitting_proposed"), "article-1").facts)
        CHECK(fact.find("Majority") == std::string::npos);
}

TEST_CASE("a procedural motion stands in the middle, with the votes on it that were annulled",
          "[terminal]") {
    const auto view = view_sitting(state_named("sitting_motion"), english);
    REQUIRE(view.motion);
    CHECK(view.motion->title == "The motion to suspend the meeting");
    CHECK(view.motion->step_label == "Start the vote: The motion to suspend the meeting");
    CHECK(view.motion->facts ==
          std::vector<std::string>{
              "Vote 2 was annulled. There was an error in the procedure.",
              "Vote 1 was annulled. The equipment failed.",
              "Show of hands. Majority required: more than half of those present and voting."});

    OnScreen shown(state_named("sitting_motion"));
    CHECK_FALSE(shown.ui().item("unit.article-2").enabled);
    shown.ui().press("sitting.next");
    CHECK(shown.take<StartVote>());
    CHECK_FALSE(view_sitting(state_named("sitting_question_put"), english).motion);
}

TEST_CASE("facts that have no room are counted, not dropped", "[terminal]") {
    SittingView::Unit unit{.facts = {"One.", "Two.", "Three.", "Four."},
                           .more_facts = {"and 4 more", "and 3 more", "and 2 more", "and 1 more"}};
    std::vector<std::string> in_three_lines, in_four;
    tests::HeadlessUi ui([&](Canvas& canvas) {
        // Lines of 34 dp with 10 dp between them.
        in_three_lines = shown_facts(canvas, 600, 3 * 44, unit);
        in_four = shown_facts(canvas, 600, 4 * 44, unit);
    });
    ui.frame();
    CHECK(in_three_lines == std::vector<std::string>{"One.", "Two.", "and 2 more"});
    CHECK(in_four == unit.facts);
}

TEST_CASE("a suspended meeting is called suspended", "[terminal]") {
    CHECK(view_sitting(state_named("sitting_suspended"), english).status ==
          "The meeting is suspended");
    CHECK(view_sitting(state_named("sitting_open"), english).status ==
          "No question is before the meeting");
}
