// mixed_rights.h: the part of the mixed meetings in which credentials are decided on, votes are
// explained before they are taken, terminals fail, and a quorum is presumed.
#pragma once

#include "tests/support/morning.h"

namespace placet::tests {

/// After the meetings of the floor: two meetings, with a session opened between them.
void hold_meetings_on_rights(Morning& morning);

}  // namespace placet::tests
