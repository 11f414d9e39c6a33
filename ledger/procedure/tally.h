// tally.h: the count of a closed run, made twice in independent ways, and the table by State.
//
// Pure: tally(cut, rules). With one terminal the cut is the spine up to the lock.
#pragma once

#include "ledger/procedure/conference.h"
#include "ledger/procedure/majority.h"

namespace placet::ledger {

/// Figures by walking the roll State by State. Requires a run that is closed or further.
Figures count_by_state(const Run& run);

/// Figures by walking the ballots in the order of entries, undoing what a later one replaces.
Figures count_by_ballot(const Run& run);

/// Both counts. Fails (corrupt) if they differ, or if the positions do not add up to those
/// present: nothing is announced then.
Result<Figures> tally(const Run& run);

/// The result that the ledger will hold, apart from the hashes `lock` and `table`, computed from
/// the conference alone. Requires a locked run. Fails as tally does.
Result<ResultAnnounced> result_of(const Conference& conference);

/// The same, of a closed run: what officers see before they lock.
Result<ResultAnnounced> provisional_result_of(const Conference& conference);

/// The voting table: one line per State of the roll in English alphabetical order,
/// `<id> TAB <position> TAB <name> LF`, position being yes, no, abstain, not_participating,
/// contested, not_voting (present) or absent; its SHA-256 stands in the announcement.
std::string voting_table(const Conference& conference);

}  // namespace placet::ledger
