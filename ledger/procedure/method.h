// method.h: how a vote is taken where nobody asks for another way, and where the terminals fail.
//
// Pure. Source: the profile's method_default and fallback_method; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// Where nobody asks for another.
Method default_method(const RuleProfile& profile);

/// Where the terminals fail. A vote that a delegation asked to be recorded keeps its names.
/// Requires a question before the meeting.
Method fallback_method(const Conference& conference);

/// Is the question before the meeting voted on at terminals, and was a vote on it annulled?
bool terminals_failed(const Conference& conference);

/// As it was put; after an annulment at the terminals also by the fallback method. Requires a
/// question before the meeting.
bool may_be_taken_by(const Conference& conference, Method method);

}  // namespace placet::ledger
