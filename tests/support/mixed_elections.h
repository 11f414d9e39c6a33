// mixed_elections.h: the meetings of mixed_meeting.h in which officers are elected.
#pragma once

#include "tests/support/morning.h"

namespace placet::tests {

/// Sixth meeting: one of two candidates withdraws, the other is elected by acclamation; one is
/// elected in the second ballot; lots decide equal votes of another second ballot; of two places
/// one is filled, and a tie for the next ballot needs a special ballot, then lots. Seventh, in the
/// committee: a ballot without a valid paper, and who was no candidate elected by two thirds after
/// three limited ballots; an election stopped when one of two places is filled. Requires the
/// meetings before, with nobody's vote suspended.
void hold_elections(Morning& morning);

}  // namespace placet::tests
