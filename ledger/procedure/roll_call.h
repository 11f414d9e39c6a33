// roll_call.h: the order in which States are called, and whose turn it is.
//
// English alphabetical order of the names, from the State drawn by lot, wrapping at the end. States
// that do not answer are called once more when all have been, where the profile says so. Source:
// the rules on methods of voting of conferences and of the General Assembly; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// Every State of the roll, by the English alphabetical order of their names. Requires a run.
std::vector<ParticipantId> roll_order(const Conference& conference);

/// Those among whom the lot is drawn and who are called: the roll without those that have no vote.
/// In English alphabetical order. Requires a run.
std::vector<ParticipantId> may_be_called(const Conference& conference);

/// The same from the State drawn; empty as long as none is. Requires a run.
std::vector<ParticipantId> call_order(const Conference& conference);

struct Call {
    ParticipantId delegation = {};
    std::int64_t call = 1;  // first or second

    friend bool operator==(const Call&, const Call&) = default;
};

/// Who is to be called, soonest first; empty when the roll-call is complete or no lot is drawn.
/// Those who do not answer the first call will be called again and are not yet listed for that.
/// Requires a run.
std::vector<Call> calls_to_come(const Conference& conference);

/// Is every State called, and those that did not answer a second time if there is one? Requires a
/// run.
bool roll_call_complete(const Conference& conference);

/// The delegation's answer that stands; nothing if it has not been called.
const NotedAnswer* standing_answer(const Run& run, const ParticipantId& delegation);

}  // namespace placet::ledger
