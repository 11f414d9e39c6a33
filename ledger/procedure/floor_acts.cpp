#include "ledger/procedure/floor_acts.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/state_name.h"

#include <algorithm>

namespace placet::ledger {
namespace {

std::int64_t meeting_number(const Conference& conference) {
    return conference.meeting ? conference.meeting->number : 0;
}

/// What follows "The motion". Of a motion that is free in its words, an example of them.
std::string motion_words_of(MotionKind kind, const std::string& about) {
    switch (kind) {
        case MotionKind::suspend_meeting:
            return "to suspend the meeting";
        case MotionKind::adjourn_meeting:
            return "to adjourn the meeting";
        case MotionKind::adjourn_debate:
            return "to adjourn the debate on " + about;
        case MotionKind::close_debate:
            return "to close the debate on " + about;
        case MotionKind::resume_debate:
            return "to resume the debate on " + about;
        case MotionKind::division:
            return "to vote separately on parts of " + about;
        case MotionKind::competence:
            return "that the conference is not competent to decide on " + about;
        case MotionKind::reconsider:
            return "to reconsider the decision on " + about;
        case MotionKind::defer_vote:
            return "to defer the vote on " + about;
        case MotionKind::amend_rules:
            return "to amend the rules of procedure";
        case MotionKind::treat_as_procedure:
            return "to treat " + about + " as a matter of procedure";
        case MotionKind::suspend_rule:
            return "to suspend a rule for one stated purpose";
        case MotionKind::other:
            break;
    }
    return "on the organization of work";
}

bool names_a_proposal(MotionKind kind) {
    switch (kind) {
        case MotionKind::adjourn_debate:
        case MotionKind::close_debate:
        case MotionKind::resume_debate:
        case MotionKind::division:
        case MotionKind::competence:
        case MotionKind::reconsider:
        case MotionKind::defer_vote:
        case MotionKind::treat_as_procedure:
            return true;
        case MotionKind::suspend_meeting:
        case MotionKind::adjourn_meeting:
        case MotionKind::amend_rules:
        case MotionKind::suspend_rule:
        case MotionKind::other:
            break;
    }
    return false;
}

/// "paragraph 1, paragraph 3"
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

RulingGiven ruling_of(const Conference& conference, RulingKind kind, std::string words,
                      std::string reasons = {}) {
    return {.ruling = static_cast<std::int64_t>(conference.rulings.size()) + 1,
            .meeting = meeting_number(conference),
            .kind = kind,
            .words = std::move(words),
            .reasons = std::move(reasons)};
}

std::string_view class_words(MatterClass matter) {
    return matter == MatterClass::substance ? "of substance" : "of procedure";
}

}  // namespace

MotionMoved motion_of(const Conference& conference, MotionKind kind, const ProposalId& about) {
    const bool names = names_a_proposal(kind);
    return {.motion = static_cast<std::int64_t>(conference.motions.size()) + 1,
            .meeting = meeting_number(conference),
            .kind = kind,
            .proposal = names ? about : ProposalId{},
            .words = motion_words_of(
                kind, names ? within_sentence(conference.proposal_title(about)) : "")};
}

std::string division_words(const std::vector<std::string>& parts, std::string_view of) {
    return ("to vote separately on " + listed(parts) + " of ").append(of);
}

MotionMoved motion_to_reconsider(const Conference& conference, const Decision& decision) {
    auto motion = motion_of(conference, MotionKind::reconsider, decision.proposal);
    motion.decision = decision.entry.leaf;
    return motion;
}

PointOfOrderRaised point_of_order_of(const Conference& conference) {
    return {.meeting = meeting_number(conference), .on_the_voting = conference.voting_open()};
}

RulingGiven ruling_on_point_of_order(const Conference& conference, bool well_taken) {
    return ruling_of(
        conference, RulingKind::point_of_order,
        well_taken ? "The point of order is well taken." : "The point of order is not well taken.");
}

RulingGiven ruling_on_order(const Conference& conference, const ProposalId& proposal) {
    auto ruling =
        ruling_of(conference, RulingKind::order, {},
                  "The one furthest removed in substance from the original text is put first.");
    ruling.proposal = proposal;
    ruling.order = open_amendments(conference, proposal);
    put_first(ruling, {}, within_sentence(conference.proposal_title(proposal)));
    return ruling;
}

void put_first(RulingGiven& order, const std::vector<ProposalId>& first, std::string_view of) {
    auto all = first;
    for (const auto& id : order.order)
        if (std::ranges::count(first, id) == 0) all.push_back(id);
    order.order = std::move(all);
    order.words = "The amendments to ";
    order.words.append(of).append(" are put in this order: ").append(listed(order.order) + ".");
}

RulingGiven ruling_to_skip(const Conference& conference, const ProposalId& proposal,
                           const ProposalId& because) {
    auto ruling =
        ruling_of(conference, RulingKind::skip,
                  conference.proposal_title(proposal) + " is not put to the vote.",
                  "The adoption of " + within_sentence(conference.proposal_title(because)) +
                      " implies its rejection.");
    ruling.proposal = proposal;
    ruling.because = because;
    return ruling;
}

RulingGiven ruling_on_the_class(const Conference& conference, const ProposalId& proposal,
                                MatterClass matter) {
    auto ruling = ruling_of(conference, RulingKind::classification,
                            conference.proposal_title(proposal) + " is a matter " +
                                std::string(class_words(matter)) + ".",
                            "So it follows from what it is about.");
    ruling.proposal = proposal;
    ruling.matter = matter;
    return ruling;
}

RulingGiven ruling_on_the_class(const Conference& conference, std::int64_t motion,
                                MatterClass matter) {
    auto ruling = ruling_of(conference, RulingKind::classification,
                            "The motion " + conference.motion_words(motion) + " is a matter " +
                                std::string(class_words(matter)) + ".",
                            "So it follows from what it is about.");
    ruling.motion = motion;
    ruling.matter = matter;
    return ruling;
}

RulingGiven ruling_over_objection(const Conference& conference) {
    return ruling_of(conference, RulingKind::over_objection,
                     "There is general agreement all the same.",
                     "The objection is noted in the record.");
}

RulingGiven ruling_out_of_order(const Conference& conference, std::int64_t motion) {
    auto ruling =
        ruling_of(conference, RulingKind::out_of_order,
                  "The motion " + conference.motion_words(motion) + " cannot be received.",
                  "It is not in order at this stage.");
    ruling.motion = motion;
    return ruling;
}

RulingGiven ruling_that_sponsor_explains(const Conference& conference, const ProposalId& proposal,
                                         const ParticipantId& delegation) {
    auto ruling =
        ruling_of(conference, RulingKind::sponsor_explains,
                  state_name(conference, delegation) + " may explain its vote on " +
                      within_sentence(conference.proposal_title(proposal)) + ", as a sponsor.");
    ruling.proposal = proposal;
    ruling.delegation = delegation;
    return ruling;
}

RulingGiven ruling_that_quorum_is_challenged(const Conference& conference) {
    return ruling_of(conference, RulingKind::quorum_challenged,
                     "The quorum is challenged, and the delegations present are counted.");
}

}  // namespace placet::ledger
