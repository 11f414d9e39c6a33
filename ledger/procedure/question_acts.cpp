#include "ledger/procedure/question_acts.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/question.h"

#include <fmt/format.h>

namespace placet::ledger {
namespace {

/// As a presiding officer calls it: "May I take it that the Committee wishes ..."
std::string_view name_of_organ(std::string_view kind) {
    if (kind == "plenary") return "Conference";
    return kind == "working_group" ? "Working Group" : "Committee";
}

Error nothing_like_it(std::string_view what) {
    return {Fault::absent,
            fmt::format("There is no such {}, or no meeting is open. Nothing was recorded. Open "
                        "the meeting and choose one of the conference's.",
                        what)};
}

/// What every question has in common. Requires an open meeting.
QuestionPut question_on(const Conference& conference, const Subject& subject, Method method) {
    const auto matter = matter_of(conference, subject);
    const bool decides = decides_on_proposal(subject.kind);
    const auto* proposal = decides ? conference.proposal(subject.proposal) : nullptr;
    QuestionPut put{.question = decides ? conference.next_question() : conference.last_question + 1,
                    .meeting = conference.meeting->number,
                    .proposal = subject.proposal,
                    .part = subject.part,
                    .motion = subject.motion,
                    .ruling = subject.ruling,
                    .kind = subject.kind,
                    .matter = matter,
                    .method = method,
                    .majority = std::string(to_text(majority_of(conference, subject, matter))),
                    .profile_version = conference.profile.version,
                    .participating = conference.participating()};
    if (proposal == nullptr) return put;
    put.text_unit = proposal->registered.text_unit;
    put.texts = proposal->texts;
    return put;
}

/// "adopted" in the plenary, "approved" in a committee.
const std::string& verb_of(const Conference& conference) {
    return organ_rules(conference.profile, conference.unit(conference.meeting->unit)->kind).verb;
}

void phrase(QuestionPut& put, std::string_view sentence, std::string_view carried,
            std::string_view not_carried) {
    put.sentence = sentence;
    put.if_carried = carried;
    put.if_not_carried = not_carried;
}

}  // namespace

Result<QuestionPut> question_of_adopting(const Conference& conference, const ProposalId& id,
                                         Method method) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !conference.meeting) return nothing_like_it("text");
    auto put = question_on(conference, {.kind = kind_of(*proposal), .proposal = id}, method);
    put.subject = subject_words(*proposal);
    const auto sentence = fmt::format("Do you approve {}?", within_sentence(put.subject));
    if (proposal->is_amendment()) {
        const auto parent = within_sentence(conference.proposal_title(proposal->registered.parent));
        phrase(put, sentence, fmt::format("The text of {} is amended.", parent),
               fmt::format("The text of {} stays as it is.", parent));
        return put;
    }
    phrase(put, sentence, fmt::format("{} is {}.", put.subject, verb_of(conference)),
           fmt::format("{} is not {}.", put.subject, verb_of(conference)));
    return put;
}

// Two thirds may be short on either side: which words go depends on how it is asked.
Result<QuestionPut> question_of_retaining(const Conference& conference, const ProposalId& id,
                                          const std::string& part, Method method) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !conference.meeting) return nothing_like_it("text");
    auto put =
        question_on(conference, {.kind = QuestionKind::part, .proposal = id, .part = part}, method);
    const auto of = within_sentence(proposal->registered.title);
    put.subject = fmt::format("{} of {}", part, of);
    put.subject[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(put.subject[0])));
    phrase(put, fmt::format("Shall {} be retained?", within_sentence(put.subject)),
           fmt::format("{} stays in the text.", put.subject),
           fmt::format("{} is deleted from the text.", put.subject));
    return put;
}

Result<QuestionPut> question_of_motion(const Conference& conference, std::int64_t motion,
                                       Method method) {
    const auto* moved = conference.motion(motion);
    if (moved == nullptr || !conference.meeting) return nothing_like_it("motion");
    const Subject subject{
        .kind = kind_of(moved->moved.kind), .proposal = moved->moved.proposal, .motion = motion};
    auto put = question_on(conference, subject, method);
    put.subject = fmt::format("The motion {}", moved->moved.words);
    phrase(put, fmt::format("Do you approve the motion {}?", moved->moved.words),
           fmt::format("{} is carried.", put.subject),
           fmt::format("{} is not carried.", put.subject));
    return put;
}

Result<QuestionPut> question_of_own_motion(const Conference& conference, std::string_view motion,
                                           Method method) {
    if (!conference.meeting) return nothing_like_it("motion");
    auto put = question_on(conference, {.kind = QuestionKind::motion}, method);
    put.subject = fmt::format("The motion {}", motion);
    phrase(put, fmt::format("Do you approve the motion {}?", motion),
           fmt::format("The motion {} is carried.", motion),
           fmt::format("The motion {} is not carried.", motion));
    return put;
}

Result<QuestionPut> question_of_appeal(const Conference& conference, std::int64_t ruling,
                                       Method method) {
    const auto* given = conference.ruling(ruling);
    if (given == nullptr || !conference.meeting) return nothing_like_it("ruling");
    auto put = question_on(conference, {.kind = QuestionKind::appeal, .ruling = ruling}, method);
    put.subject = "The ruling of the presiding officer";
    phrase(put,
           fmt::format("Shall the ruling of the presiding officer be overruled: “{}”?",
                       given->given.words),
           "The ruling is overruled.", "The ruling stands.");
    return put;
}

Result<QuestionPut> question_of_exhaustion(const Conference& conference, const ProposalId& id,
                                           Method method) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !conference.meeting) return nothing_like_it("text");
    auto put = question_on(conference, {.kind = QuestionKind::exhaustion, .proposal = id}, method);
    const auto on = within_sentence(proposal->registered.title);
    put.subject = fmt::format(
        "The determination that all efforts to reach general agreement on {} "
        "are exhausted",
        on);
    phrase(put, fmt::format("Are all efforts to reach general agreement on {} exhausted?", on),
           fmt::format("{} may be put to the vote.", proposal->registered.title),
           fmt::format("{} is not yet put to the vote.", proposal->registered.title));
    return put;
}

Result<QuestionPut> question_of_credentials(const Conference& conference, std::string_view what,
                                            Method method) {
    if (!conference.meeting) return nothing_like_it("report");
    auto put = question_on(conference, {.kind = QuestionKind::credentials}, method);
    put.subject = what;
    if (!put.subject.empty() && put.subject[0] >= 'a' && put.subject[0] <= 'z')
        put.subject[0] = static_cast<char>(put.subject[0] - 'a' + 'A');
    phrase(put, fmt::format("Do you approve {}?", what),
           fmt::format("{} is approved.", put.subject),
           fmt::format("{} is not approved.", put.subject));
    return put;
}

Result<ConsensusProposed> proposal_of_adopting(const Conference& conference, const ProposalId& id) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || !conference.meeting) return nothing_like_it("text");
    const auto& unit = *conference.unit(conference.meeting->unit);
    const auto& organ = organ_rules(conference.profile, unit.kind);
    return ConsensusProposed{.question = conference.next_question(),
                             .meeting = conference.meeting->number,
                             .proposal = id,
                             .text_unit = proposal->registered.text_unit,
                             .profile_version = conference.profile.version,
                             .subject = subject_words(*proposal),
                             .sentence = fmt::format("May I take it that the {} wishes to {} {}?",
                                                     name_of_organ(unit.kind),
                                                     organ.verb == "adopted" ? "adopt" : "approve",
                                                     within_sentence(subject_words(*proposal))),
                             .texts = proposal->texts,
                             .present = {conference.present.begin(), conference.present.end()},
                             .participating = conference.participating()};
}

}  // namespace placet::ledger
