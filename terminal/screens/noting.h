// noting.h: whether what is raised, ruled or written may be noted now, and who of the officers
// signed in seals it. The buttons of the screens and the session ask here. Pure.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"

#include <string>
#include <vector>

namespace placet::terminal {

/// The organ that meets, or the plenary while none does.
std::string unit_of_notes(const ledger::Conference& conference);

/// An officer who is needed is not there, in words for a person.
Error signs_in_first(ledger::Role role);

/// Of the ways to seal this record, the first for which all who are needed have signed in. Fails
/// (refused) in words for a person, naming who signs in first.
Result<std::vector<ledger::Role>> sealing_roles(const AppState& state,
                                                const ledger::Record& record);

/// May it be the next entry, noted by who is signed in? Fails (refused) in words for a person.
Result<Done> may_note(const AppState& state, const ledger::Record& record);

/// Why it cannot be noted, in the language of the screen; empty if it can.
std::string note_refusal(const AppState& state, const Phrases& phrases,
                         const ledger::Record& record);

}  // namespace placet::terminal
