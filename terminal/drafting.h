// drafting.h: what a person asked for, as a draft that can be sealed. Pure.
#pragma once

#include "ledger/encoding.h"
#include "ledger/procedure/conference.h"

namespace placet::terminal {

/// Fails as draft_of does, and refused if a badge was typed into the words: a scanner types where
/// the focus is, and everybody may read the ledger.
Result<ledger::Draft> drafted(const ledger::Conference& conference, const ledger::Record& record,
                              std::string_view unit);

}  // namespace placet::terminal
