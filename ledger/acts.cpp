#include "ledger/acts.h"

#include "crypto/sodium.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"
#include "ledger/procedure/tally.h"

#include <fmt/format.h>
#include <array>

namespace placet::ledger {
namespace {

Error nothing_open() {
    return {Fault::refused, "No vote is open. Nothing was recorded. Start a vote first."};
}

}  // namespace

MeetingOpened next_meeting(const Conference& conference, const PersonId& presiding) {
    return {.number = conference.last_meeting + 1, .presiding = presiding};
}

Result<VoteStarted> start_of_vote(const Conference& conference, std::string build) {
    if (!conference.question)
        return Error{Fault::refused,
                     "No question is before the meeting. Nothing was recorded. Put a question "
                     "first."};
    const auto& put = conference.question->put;
    return VoteStarted{.run = conference.next_run(),
                       .question = put.question,
                       .put = conference.question->entry.leaf,
                       .sentence = put.sentence,
                       .majority = put.majority,
                       .method = put.method,
                       .texts = put.texts,
                       .roll = conference.roll(),
                       .participating = conference.participating(),
                       .suspended = conference.suspended_here(),
                       .build = std::move(build)};
}

Result<Ballot> ballot_of(const Conference& conference, const ParticipantId& delegation,
                         Choice choice) {
    if (!conference.voting_open()) return nothing_open();
    Ballot ballot{.run = conference.run->start.run,
                  .start = conference.run->start_entry.leaf,
                  .delegation = delegation,
                  .id = random_id(),
                  .choice = choice};
    for (const auto& standing : conference.run->position(delegation).standing)
        ballot.replaces.push_back(standing.ballot.id);
    return ballot;
}

Result<VoteClosed> close_of_vote(const Conference& conference) {
    if (!conference.voting_open()) return nothing_open();
    return VoteClosed{.run = conference.run->start.run, .start = conference.run->start_entry.leaf};
}

Result<VoteLocked> lock_of_vote(const Conference& conference, const FeedPosition& before) {
    if (!conference.run || !conference.run->close_entry)
        return Error{Fault::refused,
                     "The vote is not closed. Nothing was recorded. Close the vote before it is "
                     "locked."};
    return VoteLocked{.run = conference.run->start.run,
                      .close = conference.run->close_entry->leaf,
                      .cut = sha256(bytes_of(cut_table({before})))};
}

Result<Announcement> announcement_of(const Conference& conference) {
    auto record = result_of(conference);
    if (!record) return record.error();
    Announcement announcement{.record = std::move(*record), .table = voting_table(conference)};
    announcement.record.lock = conference.run->lock_entry->leaf;
    announcement.record.table = sha256(bytes_of(announcement.table));
    return announcement;
}

Result<VoteAnnulled> annulment_of_vote(const Conference& conference, std::string reason) {
    if (!conference.vote_under_way()) return nothing_open();
    return VoteAnnulled{.run = conference.run->start.run,
                        .start = conference.run->start_entry.leaf,
                        .reason = std::move(reason)};
}

Result<AnswerGiven> answer_of(const Conference& conference, const ParticipantId& delegation,
                              Answer answer) {
    if (!conference.voting_open()) return nothing_open();
    const Run& run = *conference.run;
    AnswerGiven given{.run = run.start.run,
                      .start = run.start_entry.leaf,
                      .delegation = delegation,
                      .id = random_id(),
                      .answer = answer};
    const auto calls = calls_to_come(conference);
    const bool called = !calls.empty() && calls.front().delegation == delegation;
    if (called) {
        given.call = calls.front().call;
    } else if (const auto* noted = standing_answer(run, delegation)) {
        given.call = noted->answer.call;
        given.replaces = noted->answer.id;
    }
    return given;
}

Result<HandsCounted> hands_of(const Conference& conference, std::int64_t yes, std::int64_t no,
                              std::int64_t abstaining) {
    if (!conference.voting_open()) return nothing_open();
    const Run& run = *conference.run;
    return HandsCounted{.run = run.start.run,
                        .start = run.start_entry.leaf,
                        .round = next_round(run),
                        .yes = yes,
                        .no = no,
                        .abstaining = abstaining};
}

Result<TotalsTaken> totals_of(const Conference& conference, std::int64_t yes, std::int64_t no,
                              std::int64_t abstaining) {
    if (const auto may = may_take_totals(conference); !may) return may.error();
    return TotalsTaken{.run = conference.run->start.run,
                       .start = conference.run->start_entry.leaf,
                       .yes = yes,
                       .no = no,
                       .abstaining = abstaining};
}

Result<ConsensusConfirmed> confirmation_of(const Conference& conference) {
    if (const auto may = may_confirm(conference); !may) return may.error();
    return ConsensusConfirmed{.gavel = conference.consensus->gavel_entry->leaf,
                              .sentence = adoption_sentence(conference)};
}

ConferenceClosed close_of_conference(const Conference& conference, const FeedPosition& before) {
    return {.cut = sha256(bytes_of(cut_table({before}))),
            .meetings = conference.last_meeting,
            .decisions = conference.standing_decisions()};
}

std::string random_id() {
    std::array<Byte, 16> bytes = {};
    fill_random(bytes);
    return hex(BytesView{bytes});
}

}  // namespace placet::ledger
