// acts.h: the records that acts of the meeting make, filled from the conference, ready to seal.
//
// One place for desk, replay and tests, so that what is put, started, locked and announced is
// always computed the same way. Nothing is judged here: the rules judge the entry.
#pragma once

#include "ledger/authority.h"
#include "ledger/procedure/conference.h"
#include "ledger/procedure/question_acts.h"

#include <string>

namespace placet::ledger {

MeetingOpened next_meeting(const Conference& conference, const PersonId& presiding);

/// Starts the vote on the question before the meeting. Fails (refused) if there is none.
Result<VoteStarted> start_of_vote(const Conference& conference, std::string build);

/// A ballot of the open run that replaces the delegation's standing ones, with a new random id.
/// Fails (refused) if no vote is open.
Result<Ballot> ballot_of(const Conference& conference, const ParticipantId& delegation,
                         Choice choice);

/// Fails (refused) if no run is open.
Result<VoteClosed> close_of_vote(const Conference& conference);

/// `before`: the spine as it stands, which nothing may follow but this lock.
Result<VoteLocked> lock_of_vote(const Conference& conference, const FeedPosition& before);

/// The announcement, and the voting table that goes with it as an attachment.
struct Announcement {
    ResultAnnounced record = {};
    std::string table = {};
};
/// Fails as result_of does.
Result<Announcement> announcement_of(const Conference& conference);

/// Takes the run back. Fails (refused) if none is under way.
Result<VoteAnnulled> annulment_of_vote(const Conference& conference, std::string reason);

/// The answer of a State that is called, or one that replaces what was noted of it. Fails (refused)
/// if no roll-call is open.
Result<AnswerGiven> answer_of(const Conference& conference, const ParticipantId& delegation,
                              Answer answer);

/// A teller's totals in the round that is due. Fails (refused) if no show of hands is open.
Result<HandsCounted> hands_of(const Conference& conference, std::int64_t yes, std::int64_t no,
                              std::int64_t abstaining);

/// What the shared kiosk counted. Fails (refused) if no non-recorded vote is open, or if its totals
/// are recorded.
Result<TotalsTaken> totals_of(const Conference& conference, std::int64_t yes, std::int64_t no,
                              std::int64_t abstaining);

/// The second seal on what was gavelled. Fails (refused) if nothing was.
Result<ConsensusConfirmed> confirmation_of(const Conference& conference);

/// Ends the conference. `before`: the spine as it stands.
ConferenceClosed close_of_conference(const Conference& conference, const FeedPosition& before);

/// A new id of a ballot or an answer: 32 random hex digits.
std::string random_id();

}  // namespace placet::ledger
