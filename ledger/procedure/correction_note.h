// correction_note.h: what a delegation had intended, in the words that records print.
//
// A correction after the announcement is a note and changes no figure. Source: practice of the
// General Assembly with voting machines; the customary bracketed note of verbatim records.
// RULES.md.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// "had intended to vote in favour", "had not intended to participate", ...
std::string_view intention(Choice intended);

/// "[Subsequently, the delegation of Brazil informed the Secretariat that it had intended to vote
/// in favour.]"; several delegations and intentions in one note, the last correction of each State,
/// States in English alphabetical order. Empty where nobody corrected anything.
std::string correction_note(const Conference& conference, const Decision& decision);

}  // namespace placet::ledger
