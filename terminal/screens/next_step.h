// next_step.h: what the meeting does next, as one button says it and does it. Pure.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"

namespace placet::terminal {

/// What the meeting does next. There is always exactly one.
enum class NextStep {
    sign_in_presiding_officer,
    sign_in_secretary,
    open_meeting,
    resume_meeting,
    note_presence,
    propose_adoption,
    put_question,
    start_vote,
    go_to_text,   // something comes before this text: step_text says what
    go_to_floor,  // something was raised that comes first
    go_to_vote,
};
NextStep next_step(const AppState& state, const ledger::TextUnitId& selected);

/// The text that the step is about: what must be decided before the selected one, else itself.
ledger::ProposalId step_text(const AppState& state, const ledger::TextUnitId& selected);

/// What the rules say to the step, where they have a say.
Result<Done> may_take(const ledger::Conference& conference, NextStep step,
                      const ledger::TextUnitId& selected);

/// As on the button.
std::string step_label(const AppState& state, const Phrases& phrases, NextStep step,
                       const ledger::TextUnit& unit);
/// What the rules have against the step; without that, what the step does.
std::string step_explanation(const AppState& state, const Phrases& phrases, NextStep step,
                             const ledger::TextUnit& unit);
Intent intent_of(NextStep step, const ledger::ProposalId& text);

}  // namespace placet::terminal
