// acts.h: the records that acts of the meeting make, filled from the conference, ready to seal.
//
// One place for desk, replay and tests, so that what is put, started, locked and announced is
// always computed the same way. Nothing is judged here: the rules judge the entry.
#pragma once

#include "ledger/authority.h"
#include "ledger/procedure/conference.h"

#include <string>

namespace placet::ledger {

MeetingOpened next_meeting(const Conference& conference, const PersonId& presiding);

/// The question whether this unit of text is adopted: substance, majority by the profile.
/// Fails (absent) if there is no such unit of text, or no meeting.
Result<QuestionPut> question_of_adopting(const Conference& conference, const TextUnitId& id);

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

/// A new ballot id: 32 random hex digits.
std::string random_id();

}  // namespace placet::ledger
