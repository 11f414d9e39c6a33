// opening.h: the state with which a terminal starts on its ledger.
#pragma once

#include "ledger/ledger.h"
#include "terminal/app_state.h"

namespace placet::terminal {

/// What the ledger holds, and a notice if a vote was under way when the terminal went off. Fails
/// as Ledger::attachment does: the table of the last result cannot be read.
Result<AppState> opening_state(ledger::Ledger& ledger, bool mark_wanted);

}  // namespace placet::terminal
