// drawn_meeting.h: what the drawn states of a subject begin with, and how an entry follows.
#pragma once

#include "tests/support/drawn_states.h"

namespace placet::tests {

/// A question is put, and no vote on it has started.
ledger::Conference drawn_question();

/// A meeting at which nothing has been put yet; otherwise as in voting_state().
ledger::Conference drawn_meeting();

/// The next entry of the plenary, of which nobody judges whether it may stand there. Gives its
/// leaf.
Hash take(ledger::Conference& conference, const ledger::Record& record);

}  // namespace placet::tests
