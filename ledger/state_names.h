// state_names.h: what States are called in English, by code; for votes that list codes only.
#pragma once

#include "ledger/record.h"

#include <string>

namespace placet::ledger {

/// The short English name of a Member State of the United Nations, the Holy See, the State of
/// Palestine, or a State that was a Member once; any other code is its own name. Names are today's:
/// a code follows the seat, not the name. Source: assets/conferences/cah, assets/states.
std::string state_name(const ParticipantId& code);

}  // namespace placet::ledger
