#include "ledger/acts.h"

#include "crypto/sodium.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/majority.h"
#include "ledger/procedure/roll_call.h"
#include "ledger/procedure/show_of_hands.h"
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

/// As a presiding officer calls it: "May I take it that the Committee wishes ..."
std::string_view name_of_organ(std::string_view kind) {
    if (kind == "plenary") return "Conference";
    return kind == "working_group" ? "Working Group" : "Committee";
}

Error nothing_open() {
    return {Fault::refused, "No vote is open. Nothing was recorded. Start a vote first."};
}

Error no_such_text() {
    return {Fault::absent,
            "There is no such unit of text, or no meeting is open. Nothing was recorded. Open the "
            "meeting and choose a unit of the convention."};
}

/// What every question has in common. `id` is empty for a motion.
Result<QuestionPut> question_on(const Conference& conference, const TextUnitId& id,
                                MatterClass matter, Method method) {
    const auto* text = conference.text_unit(id);
    if ((text == nullptr && !id.empty()) || !conference.meeting) return no_such_text();
    const auto* unit = conference.unit(conference.meeting->unit);
    const auto majority = majority_for(conference.profile, unit->kind, matter);
    return QuestionPut{.question = conference.next_question(),
                       .meeting = conference.meeting->number,
                       .text_unit = id,
                       .matter = matter,
                       .method = method,
                       .majority = std::string(to_text(majority)),
                       .profile_version = conference.profile.version,
                       .texts = text != nullptr ? text->texts : std::map<std::string, Hash>{},
                       .participating = conference.participating()};
}

}  // namespace

MeetingOpened next_meeting(const Conference& conference, const PersonId& presiding) {
    return {.number = conference.last_meeting + 1, .presiding = presiding};
}

Result<QuestionPut> question_of_adopting(const Conference& conference, const TextUnitId& id,
                                         Method method) {
    auto put = question_on(conference, id, MatterClass::substance, method);
    if (!put) return put.error();
    const auto& label = conference.text_unit(id)->label;
    put->subject = label;
    put->sentence = fmt::format("Do you approve {}?", within_sentence(label));
    put->if_carried = fmt::format("{} is adopted.", label);
    put->if_not_carried = fmt::format("{} is not adopted.", label);
    return put;
}

Result<QuestionPut> question_of_amending(const Conference& conference, const TextUnitId& id,
                                         std::string_view document, Method method) {
    auto put = question_on(conference, id, MatterClass::substance, method);
    if (!put) return put.error();
    const auto label = within_sentence(conference.text_unit(id)->label);
    const auto amendment = fmt::format("amendment to {} in document {}", label, document);
    put->kind = QuestionKind::amendment;
    put->subject = "The " + amendment;
    put->sentence = fmt::format("Do you approve the {}?", amendment);
    put->if_carried = fmt::format("The text of {} is amended.", label);
    put->if_not_carried = fmt::format("The text of {} stays as it is.", label);
    return put;
}

Result<QuestionPut> question_of_motion(const Conference& conference, std::string_view motion,
                                       Method method) {
    auto put = question_on(conference, {}, MatterClass::procedure, method);
    if (!put) return put.error();
    put->kind = QuestionKind::motion;
    put->subject = fmt::format("The motion {}", motion);
    put->sentence = fmt::format("Do you approve the motion {}?", motion);
    put->if_carried = fmt::format("The motion {} is carried.", motion);
    put->if_not_carried = fmt::format("The motion {} is not carried.", motion);
    return put;
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

Result<ConsensusProposed> proposal_of_adopting(const Conference& conference, const TextUnitId& id) {
    const auto* text = conference.text_unit(id);
    if (text == nullptr || !conference.meeting) return no_such_text();
    const auto& unit = *conference.unit(conference.meeting->unit);
    const auto& organ = organ_rules(conference.profile, unit.kind);
    return ConsensusProposed{.question = conference.next_question(),
                             .meeting = conference.meeting->number,
                             .text_unit = id,
                             .profile_version = conference.profile.version,
                             .subject = text->label,
                             .sentence = fmt::format("May I take it that the {} wishes to {} {}?",
                                                     name_of_organ(unit.kind),
                                                     organ.verb == "adopted" ? "adopt" : "approve",
                                                     within_sentence(text->label)),
                             .texts = text->texts,
                             .present = {conference.present.begin(), conference.present.end()},
                             .participating = conference.participating()};
}

Result<ConsensusConfirmed> confirmation_of(const Conference& conference) {
    if (const auto may = may_confirm(conference); !may) return may.error();
    const auto& consensus = *conference.consensus;
    const auto& organ = organ_rules(conference.profile, conference.unit(consensus.unit)->kind);
    return ConsensusConfirmed{.gavel = consensus.gavel_entry->leaf,
                              .sentence = adoption_sentence(consensus.proposed.subject, organ.verb,
                                                            consensus.gavel->label)};
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
