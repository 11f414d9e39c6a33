// sitting_screen.h: the meeting at a glance: the convention, the item before it, one next step, who
// is here.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/next_step.h"
#include "terminal/signs.h"

namespace placet::terminal {

struct SittingView {
    static constexpr std::size_t units_per_page = 18;

    /// A unit of the convention, and what the middle of the screen says when it is chosen.
    struct Unit {
        ledger::TextUnitId id = {};
        std::string label = {};
        std::string status = {};
        std::optional<State> sign = {};
        std::string heading = {};  // "Draft article 2"
        std::string title = {};
        std::string script = {};              // what the chair says now, where there is room for it
        std::vector<std::string> facts = {};  // the most important first
        std::vector<std::string> more_facts = {};  // in place of the n-th and those behind it
        std::string explanation = {};              // of the step
        std::string step_label = {};
        NextStep step = NextStep::put_question;
        ledger::ProposalId step_text = {};  // that the step is about
        bool may_step = true;               // else the explanation says why not
    };
    struct Officer {
        ledger::Role role = ledger::Role::presiding_officer;
        std::string title = {};
        std::string name = {};
        std::string action = {};
        bool signed_in = false;
    };
    struct Line {
        State state = State::good;
        std::string words = {};
    };
    std::string convention = {};
    std::vector<Unit> units = {};
    std::size_t first_open = 0;               // the unit that is next in order
    std::optional<std::size_t> current = {};  // the unit before the meeting: no other can be chosen
    std::optional<Unit> motion = {};          // before the meeting in place of any unit
    std::string status = {};
    bool item_is_current = false;
    std::string step_caption = {};
    /// Beside the next step: an empty label is not offered.
    std::string other_question = {}, delegations = {}, floor = {}, elections = {};
    std::string suspend = {}, close_meeting = {}, take_chair = {};
    std::string fallback = {};  // the vote, in the way for when terminals fail
    ledger::Method fallback_method = ledger::Method::roll_call;
    std::string attendance = {}, present = {}, of_participating = {}, presence_button = {};
    std::vector<Line> quorum = {};
    std::string officers_title = {};
    std::vector<Officer> officers = {};
    std::string back = {}, more = {};
    std::vector<std::string> pages = {};  // "Page 1 of 2"
};

struct SittingDraft {
    std::optional<std::size_t> selected = {};
    std::size_t page = 0;
};

/// The facts that have room; where not all have, the last line says how many more there are.
std::vector<std::string> shown_facts(Canvas& canvas, float width, float height,
                                     const SittingView::Unit& unit);

SittingView view_sitting(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_sitting(Canvas& canvas, const SittingView& view,
                                                 SittingDraft& draft);

}  // namespace placet::terminal
