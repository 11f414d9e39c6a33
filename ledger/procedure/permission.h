// permission.h: may this entry follow, and if not, by which rule and what to do instead.
//
// Pure. The flags of the screens and the refusals of the ledger both come from here, so that a
// grey button and a refusal cannot disagree. Signatures are not this file's business: who sealed
// is taken from the entry, and ledger/authority.h checks that they did.
#pragma once

#include "ledger/procedure/conference.h"

namespace placet::ledger {

/// Roles that must all have sealed an entry of this record; each alternative is a list of roles.
/// Empty: no seal is allowed. Source: architecture.md 5.
const std::vector<std::vector<Role>>& required_seals(const Record& record);

/// May this entry be the next of the spine? Fails (refused) with the rule by name, what is safe
/// and what to do instead. The conference is what all entries before it amount to.
/// Checked here: everything but signatures, the hash of the cut and the hash of the voting table.
Result<Done> may_append(const Conference& conference, const Entry& entry);

// The single questions, as screens ask them. All fail (refused) in words for a person.

Result<Done> may_open_meeting(const Conference& conference);
Result<Done> may_suspend(const Conference& conference);
Result<Done> may_resume(const Conference& conference);
Result<Done> may_close_meeting(const Conference& conference);
Result<Done> may_change_presiding(const Conference& conference);
Result<Done> may_close_conference(const Conference& conference);
Result<Done> may_note_presence(const Conference& conference);
Result<Done> may_start(const Conference& conference);
/// May this delegation cast or change a ballot now?
Result<Done> may_cast(const Conference& conference, const ParticipantId& delegation);
/// May the State be drawn that is called first?
Result<Done> may_draw_lot(const Conference& conference);
/// May the answer of the next State in the order be noted, or one noted before be corrected?
Result<Done> may_answer(const Conference& conference);
/// May a teller enter totals?
Result<Done> may_count_hands(const Conference& conference);
/// May this delegation take or change a position in a non-recorded vote, at the shared kiosk?
Result<Done> may_take_position(const Conference& conference, const ParticipantId& delegation);
/// May the shared kiosk enter the totals of a non-recorded vote, once?
Result<Done> may_take_totals(const Conference& conference);
/// May the presiding officer ask whether all have voted?
Result<Done> may_call_last(const Conference& conference);
Result<Done> may_close(const Conference& conference);
Result<Done> may_lock(const Conference& conference);
Result<Done> may_announce(const Conference& conference);
Result<Done> may_annul(const Conference& conference);
/// May this delegation have it noted that it had intended to vote otherwise in this run?
Result<Done> may_note_correction(const Conference& conference, RunNumber run,
                                 const ParticipantId& delegation);

// What several of these questions have in common.

/// A meeting is open and not suspended, and the conference not closed.
Result<Done> may_proceed(const Conference& conference);
Result<Done> no_vote_under_way(const Conference& conference);
/// Enough are noted as present to decide, where the rules ask it now. Fails (refused) else.
Result<Done> quorum_present(const Conference& conference);
/// Is the quorum to decide asked of what is decided now: always, until it was there once in this
/// meeting, or only from a challenge on, as the profile says? Requires an open meeting.
bool quorum_is_asked(const Conference& conference);
/// Are enough noted as present to decide, whether or not it is asked? Requires an open meeting.
bool enough_to_decide(const Conference& conference);

/// Does this participant have the vote? Fails (refused) with the reason: not registered,
/// credentials rejected. Credentials that are merely not yet accepted leave the vote.
Result<Done> may_vote(const VoteStarted& start, const ParticipantId& delegation);

}  // namespace placet::ledger
