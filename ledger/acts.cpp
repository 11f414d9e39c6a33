#include "ledger/acts.h"

#include "crypto/sodium.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/tally.h"

#include <fmt/format.h>
#include <array>

namespace placet::ledger {
namespace {

/// "Draft article 2" within a sentence: "draft article 2".
std::string within_sentence(std::string label) {
    if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z')
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
}

Error nothing_open() {
    return {Fault::refused, "No vote is open. Nothing was recorded. Start a vote first."};
}

}  // namespace

MeetingOpened next_meeting(const Conference& conference, const PersonId& presiding) {
    return {.number = conference.meeting ? conference.meeting->number + 1 : 1,
            .presiding = presiding};
}

Result<QuestionPut> question_of_adopting(const Conference& conference, const TextUnitId& id) {
    const auto* text = conference.text_unit(id);
    if (text == nullptr || !conference.meeting)
        return Error{Fault::absent,
                     "There is no such unit of text, or no meeting is open. Nothing was recorded. "
                     "Open the meeting and choose a unit of the convention."};
    const auto* unit = conference.unit(conference.meeting->unit);
    const auto label = within_sentence(text->label);
    return QuestionPut{.question = conference.next_question(),
                       .meeting = conference.meeting->number,
                       .text_unit = id,
                       .majority = std::string(to_text(
                           majority_for(conference.profile, unit->kind, MatterClass::substance))),
                       .profile_version = conference.profile.version,
                       .subject = text->label,
                       .sentence = fmt::format("Do you approve {}?", label),
                       .if_carried = fmt::format("{} is adopted.", text->label),
                       .if_not_carried = fmt::format("{} is not adopted.", text->label),
                       .texts = text->texts,
                       .participating = conference.participating()};
}

Result<VoteStarted> start_of_vote(const Conference& conference, std::string build) {
    if (!conference.question)
        return Error{Fault::refused,
                     "No question is before the meeting. Nothing was recorded. Put a question "
                     "first."};
    const auto& put = conference.question->put;
    VoteStarted start{.run = conference.next_run(),
                      .question = put.question,
                      .put = conference.question->entry.leaf,
                      .sentence = put.sentence,
                      .majority = put.majority,
                      .method = put.method,
                      .texts = put.texts,
                      .participating = conference.participating(),
                      .build = std::move(build)};
    for (const auto& [id, participant] : conference.participants)
        start.roll.emplace(id, participant.credentials);
    return start;
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

std::string random_id() {
    std::array<Byte, 16> bytes = {};
    fill_random(bytes);
    return hex(BytesView{bytes});
}

}  // namespace placet::ledger
