// state_name.h: what a participant is called where a sentence names it. Pure.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// As the list of participants has it; of an id that is not there, the id.
std::string state_name(const Conference& conference, const ParticipantId& id);

}  // namespace placet::ledger
