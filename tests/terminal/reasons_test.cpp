// What cannot be pressed says why, and what is to be pressed next stands out.
#include "terminal/screens/consensus_screen.h"
#include "terminal/screens/delegation_screen.h"
#include "terminal/screens/receipt_screen.h"
#include "terminal/widgets.h"
#include "tests/support/on_screen.h"

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::all_drawn_states;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

const Phrases english;

/// Pagers and pads: their page and their field say it. Answers of a roll-call: the large words do.
bool says_itself(const std::string& id) {
    return id.find(".page.") != std::string::npos || id.find("pin.") == 0 ||
           id.find(".number.") != std::string::npos || id.find("answer.") == 0;
}

std::string reason_on(const AppState& state, const std::string& id) {
    OnScreen shown(state);
    CHECK_FALSE(shown.ui().item(id).enabled);
    return shown.ui().item(id).reason;
}

AppState without(AppState state, Role role) {
    state.officers.erase(role);
    return state;
}

}  // namespace

TEST_CASE("a button that cannot be pressed says why", "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        // While an entry is saved, or a message lies over all, that alone is the reason.
        if (state.saving || state.notice) continue;
        OnScreen shown(std::move(state));
        for (const auto& item : shown.ui().items().seen()) {
            if (item.enabled || item.role != ItemRole::button || says_itself(item.id)) continue;
            INFO(name << ": " << item.id);
            CHECK(item.reason != "");
        }
        CHECK(shown.ui().ellipsized() == 0);
    }
}

TEST_CASE("what can be pressed has no reason against it", "[terminal]") {
    for (auto& [name, state] : all_drawn_states()) {
        OnScreen shown(std::move(state));
        for (const auto& item : shown.ui().items().seen()) {
            INFO(name << ": " << item.id);
            if (item.enabled) CHECK(item.reason == "");
        }
    }
}

TEST_CASE("after an objection each way on says what the rules or the desk have against it",
          "[terminal]") {
    const auto objected = state_named("consensus_objected");
    CHECK(reason_on(objected, "consensus.again").starts_with("An objection stands:"));
    CHECK(reason_on(without(objected, Role::presiding_officer), "consensus.vote") ==
          "The presiding officer signs in first.");
    const auto emptied = changed(objected, [](Conference& c) { c.present.clear(); });
    CHECK(reason_on(emptied, "consensus.vote").starts_with("There is no quorum:"));
    CHECK(OnScreen(objected).ui().item("consensus.vote").enabled);
    CHECK(OnScreen(emptied).ui().ellipsized() == 0);
}

TEST_CASE("after the gavel nothing offers to set the proposal aside, and why is said",
          "[terminal]") {
    CHECK_FALSE(OnScreen(state_named("consensus_gavelled")).shows("consensus.aside.deferred"));
    CHECK(OnScreen(state_named("consensus_unopposed")).shows("consensus.aside.deferred"));
    const auto view = view_consensus(state_named("consensus_gavelled"), english);
    CHECK(view.aside_reason == "The gavel has fallen. The secretary confirms the decision.");
    CHECK(view.invitation == "The presiding officer rules on a flag seen late.");
}

TEST_CASE("a delegation reads why it cannot object, attach, correct or be ruled on", "[terminal]") {
    const auto before = view_delegation(state_named("delegation_before_the_gavel"), english);
    CHECK(before.may_object);
    CHECK(before.objection_reason == "");
    CHECK(before.withdrawal_reason == "No objection of this delegation stands.");
    CHECK(before.attach_reason == "");
    CHECK(before.correction_reason == "No result of a vote has been announced.");
    CHECK(before.flag_reason == "Only right after a decision without a vote.");

    const auto noted = view_delegation(state_named("delegation_noted"), english);
    CHECK_FALSE(noted.may_object);
    CHECK(noted.objection_reason.starts_with("Nothing is proposed for adoption without a vote."));
    CHECK(noted.flag_reason == "");
    CHECK(
        view_delegation(without(state_named("delegation_noted"), Role::presiding_officer), english)
            .flag_reason == "The presiding officer signs in first.");

    auto objector = state_named("consensus_objected");
    objector.delegation = DelegationDesk{.person = "bra-1", .delegation = "BRA"};
    const auto own = view_delegation(objector, english);
    CHECK(own.may_withdraw);
    CHECK(own.objection_reason == "Its objection is recorded, and stands until it withdraws it.");
    objector.delegation->delegation = "CIV";
    CHECK(view_delegation(objector, english).objection_reason ==
          "It withdrew its objection, and may object again when the text is proposed anew.");
    objector.delegation->delegation = "BRA";
    OnScreen shown(objector);
    CHECK_FALSE(shown.shows("delegation.object"));
    shown.ui().press("delegation.withdraw");
    CHECK(shown.take<WithdrawObjection>());
}

TEST_CASE("a long sentence of a decision is read in full where statements attach to it",
          "[terminal]") {
    const auto state = changed(state_named("delegation_noted"), [](Conference& c) {
        c.decisions.change().back().sentence =
            "The amendment to draft article 2 in document A/CONF.165/C.1/L.12/Rev.1 was rejected "
            "by "
            "120 votes to 57, with 16 abstentions. The required majority of two thirds of those "
            "present and voting was not reached.";
    });
    OnScreen shown(state);
    CHECK(shown.ui().ellipsized() == 0);
    CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
}

TEST_CASE("what is still to be chosen or typed is named on the button that waits for it",
          "[terminal]") {
    OnScreen shown(state_named("question"));
    CHECK(shown.ui().item("question.put").enabled);
    shown.ui().press("question.kind.motion");
    CHECK(shown.ui().item("question.put").reason == "Choose a motion first.");
    shown.ui().press("question.motion.1");
    CHECK(shown.ui().item("question.put").enabled);
    shown.ui().press("question.kind.amendment");
    CHECK(shown.ui().item("question.put").reason == "No amendment is before the meeting.");

    OnScreen hands(state_named("hands"));
    CHECK(hands.ui().item("hands.confirm").reason == "Press your name first.");
    hands.ui().press("hands.teller.secretary");
    CHECK(hands.ui().item("hands.confirm").reason == "Enter all three figures first.");
}

TEST_CASE("beside the pager of a long convention there is room for what the rules refuse",
          "[terminal]") {
    const auto state = changed(state_named("question"), [](Conference& c) {
        auto& units = c.text_units.change();
        for (int n = 16; n <= 60; ++n)
            units.push_back({.id = "article-" + std::to_string(n),
                             .number = std::to_string(n),
                             .label = "Draft article " + std::to_string(n)});
        c.present.clear();
    });
    OnScreen shown(state);
    CHECK(shown.shows("question.page.more"));
    CHECK(shown.ui().item("question.put").reason.starts_with("There is no quorum:"));
    CHECK(shown.ui().ellipsized() == 0);
}

TEST_CASE("a ballot that was not recorded is chosen again first, and what stands is said",
          "[terminal]") {
    const auto view = view_receipt(state_named("not_recorded"), english);
    CHECK(view.change_first);
    CHECK(view.detail == "No vote of your delegation is recorded.");
    auto before = state_named("not_recorded");
    before.ballot->recorded = RecordedChoice{.choice = Choice::yes, .entry = 71};
    CHECK(view_receipt(before, english).detail == "Your recorded vote is YES, entry 71.");
    CHECK_FALSE(view_receipt(state_named("recorded"), english).change_first);
    CHECK(view_receipt(state_named("unknown"), english).detail ==
          "Everything that was shown as recorded is safe.");
}

TEST_CASE("States are picked by their names, and found under the letter of the roll",
          "[terminal]") {
    OnScreen shown(state_named("delegations"));
    const auto label = [&](const char* id) { return shown.ui().item(id).label; };
    CHECK(label("delegations.BOL") == "\u2068Bolivia (Plurinational State of)\u2069");
    CHECK(label("delegations.COD") == "\u2068Democratic Republic of the Congo\u2069");
    shown.ui().press("delegations.letter.D");
    CHECK(shown.shows("delegations.PRK"));
    shown.ui().press("delegations.letter.P");
    CHECK_FALSE(shown.shows("delegations.PRK"));
    CHECK(shown.shows("delegations.PER"));
    shown.ui().press("delegations.letter.U");  // too long for two lines: as on the board
    const auto board = shown.state().conference->participants.at("GBR").board;
    CHECK(label("delegations.GBR") == "\u2068" + board + "\u2069");
}

TEST_CASE("the header shows the place from which a screen without a place was reached",
          "[terminal]") {
    CHECK(OnScreen(state_named("delegations")).ui().item("go.vote").on);
    CHECK(OnScreen(state_named("question")).ui().item("go.sitting").on);
    CHECK(OnScreen(state_named("annul")).ui().item("go.vote").on);
}

TEST_CASE("between the buttons of a pager its position has room", "[terminal]") {
    float needed = 0;
    std::size_t page = 1;
    tests::HeadlessUi ui([&](Canvas& canvas) {
        constexpr std::string_view position = "Page 2 of 4, all";
        pager(canvas, {32, 32, 576, pager_height},
              {.id = "p", .back = "Back", .more = "More", .position = position}, 4, page);
        needed = canvas.text_width(position, type::body);
    });
    ui.frame();
    CHECK(ui.item("p.more").box.x0 - ui.item("p.back").box.x1 >= needed + 2 * 24 - 1);
    CHECK(tests::targets_at_fault(ui.items(), 1) == "");
}
