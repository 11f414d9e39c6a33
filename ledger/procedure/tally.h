// tally.h: the count of a closed run, made twice in independent ways, and the table by State.
//
// Pure: tally(cut, rules). With one terminal the cut is the spine up to the lock.
#pragma once

#include "ledger/procedure/conference.h"
#include "ledger/procedure/majority.h"

namespace placet::ledger {

/// Is no position of any State known after such a vote?
bool totals_only(Method method);

/// Does the total of a non-recorded vote show how each of those who voted did, since all did alike?
/// Whoever shows such a total says so. Source: architecture.md 3 and the secrecy of the method.
bool total_shows_positions(Method method, const Figures& figures);

/// Figures by walking the roll State by State. Requires a run that is closed or further.
Figures count_by_state(const Run& run);

/// Figures by walking the ballots in the order of entries, undoing what a later one replaces.
Figures count_by_ballot(const Run& run);

/// Both counts. Fails (corrupt) if they differ, as they do where the positions do not add up to
/// those present: nothing is announced then.
Result<Figures> tally(const Run& run);

/// The result that the ledger will hold, apart from the hashes `lock` and `table`, computed from
/// the conference alone. Fails (refused) if no run is locked and not yet announced, or if an entry
/// that this version does not understand makes it indeterminate; otherwise as tally does.
Result<ResultAnnounced> result_of(const Conference& conference);

/// The same, of a run that is closed or locked: what officers see before they go on.
Result<ResultAnnounced> provisional_result_of(const Conference& conference);

/// The voting table: one line per State of the roll in English alphabetical order,
/// `<id> TAB <position> TAB <name> LF`, position being yes, no, abstain, not_participating,
/// contested, not_voting (present) or absent, and of a show of hands present or absent only; its
/// SHA-256 stands in the announcement. A State
/// without the right to vote is in no count of those present: absent. Requires a run that is closed
/// or further.
std::string voting_table(const Conference& conference);

}  // namespace placet::ledger
