// What must come before a question is put: question.h.
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

std::string title_of(const Conference& conference, const ProposalId& id) {
    return conference.proposal_title(id);
}

Result<Done> none_before_the_meeting(const Conference& conference) {
    if (!conference.question) return Done{};
    return refused("Question " + std::to_string(conference.question->put.question) +
                       " is before the meeting and not yet decided.",
                   "Start the vote on it; put the next question after its result.");
}

/// Motions that wait come before proposals, and among themselves in their order.
Result<Done> no_motion_waits(const Conference& conference, int before) {
    for (const auto* motion : open_motions(conference))
        if (precedence(motion->moved.kind) < before)
            return refused("The motion " + motion->moved.words + " has precedence.",
                           "Put it, grant it if nobody objects, or let its mover withdraw it.");
    return Done{};
}

Result<Done> consensus_makes_way(const Conference& conference, const Subject& subject) {
    if (!conference.consensus) return Done{};
    const auto& consensus = *conference.consensus;
    if (consensus.phase() == ConsensusPhase::objected &&
        consensus.proposed.proposal == subject.proposal && subject.part.empty())
        return Done{};
    return proposed_first(conference);
}

Result<Done> state_allows(const Conference& conference, const Proposal& proposal) {
    const auto& title = proposal.registered.title;
    const auto here = conference.state_here(proposal);
    if (here == QuestionState::announced || here == QuestionState::recorded)
        return refused("This is decided already.",
                       "The conference may decide, by the majority that its rules ask for, to "
                       "reconsider it.");
    const auto event = event_of_putting(proposal);
    if (const auto to = follow(here, event, title); !to) return to.error();
    const bool waits = std::ranges::any_of(
        proposal.parts, [](const Part& part) { return !part.retained.has_value(); });
    if (event != QuestionEvent::put_as_whole || !waits) return Done{};
    return refused(title + " is divided, and not all of its parts are decided.",
                   "Put the parts that wait; the whole comes after them.");
}

Result<Done> part_waits(const Conference& conference, const Proposal& proposal,
                        const std::string& label) {
    if (const auto none = no_motion_waits(conference, precedence(MotionKind::other) + 1); !none)
        return none.error();
    const auto part = std::ranges::find(proposal.parts, label, &Part::label);
    if (proposal.state == QuestionState::divided && part != proposal.parts.end() && !part->retained)
        return Done{};
    return refused(
        "No part \"" + label + "\" of " + proposal.registered.title + " waits to be voted on.",
        "A part is put after the division was granted or carried, and once.");
}

Result<Done> amendments_come_first(const Conference& conference, const Proposal& proposal) {
    const auto& title = proposal.registered.title;
    const auto open = open_amendments(conference, proposal.id());
    if (!open.empty())
        return refused("Amendments are voted on before what they amend: " +
                           title_of(conference, open.front()) + " is not decided.",
                       "Put it, rule that it is not to be put, or let its sponsors withdraw it.");
    if (proposal.to_write_in.empty()) return Done{};
    return refused("What was adopted is not yet written into the text of " + title + ".",
                   "Record the text as amended first; it is what will be on the screen.");
}

/// Furthest removed in substance first: the presiding officer's ruling says which that is.
Result<Done> in_its_turn(const Conference& conference, const Proposal& proposal) {
    if (!proposal.is_amendment()) return Done{};
    const auto& parent = proposal.registered.parent;
    if (settled(conference.state_here(*conference.proposal(parent))))
        return refused("What it amends is not open any more: " + title_of(conference, parent) + ".",
                       "Let its sponsors withdraw it.");
    const auto open = open_amendments(conference, parent);
    if (open.size() < 2) return Done{};
    const auto* ruling = standing_order(conference, parent);
    const auto ordered = [&](const ProposalId& id) {
        return ruling != nullptr && std::ranges::count(ruling->given.order, id) == 1;
    };
    if (!std::ranges::all_of(open, ordered))
        return refused(
            "Several amendments to " + title_of(conference, parent) +
                " are open: the one furthest removed in substance is put first.",
            "The presiding officer rules on their order; the ruling may be appealed against.");
    if (open.front() == proposal.id()) return Done{};
    return refused("By the ruling on the order of amendments " +
                       title_of(conference, open.front()) + " is put first.",
                   "Put that one, or rule anew on the order.");
}

/// General agreement first, as far as the profile asks.
Result<Done> efforts_made(const Conference& conference, const Proposal& proposal) {
    const auto& profile = conference.profile;
    const auto& root = *root_of(conference, proposal.id());
    const auto needed = deferment_needed(conference);
    if (needed > 0 && static_cast<std::int64_t>(root.asked_to_defer.size()) >= needed &&
        may_be_deferred_again(conference, root))
        return refused(std::to_string(root.asked_to_defer.size()) +
                           " delegations have asked for the vote on " + root.registered.title +
                           " to be deferred, and the rules give them that right.",
                       "Defer the vote.");
    if (profile.exhaustion != Exhaustion::none && !root.exhausted)
        return refused(
            "No vote on " + root.registered.title +
                " before all efforts to reach general agreement are exhausted.",
            profile.exhaustion == Exhaustion::chair_declares
                ? "The presiding officer informs the conference that they are."
                : "Put the question whether they are; it needs the majority that the rules name.");
    if (profile.notice_working_days == 0 || !root.not_before.empty()) return Done{};
    return refused("A vote on " + root.registered.title + " is announced " +
                       std::to_string(profile.notice_working_days) + " working days before.",
                   "Announce it, with the day before which it is not taken.");
}

/// The convention as a whole comes after all of its units.
Result<Done> units_are_decided(const Conference& conference, const Proposal& proposal) {
    if (proposal.registered.kind != ProposalKind::convention) return Done{};
    for (const auto& unit : conference.text_units)
        if (!settled(conference.state_here(*conference.proposal(unit.id))))
            return refused(unit.label + " is not decided; the convention as a whole comes last.",
                           "Decide on every unit of the text first.");
    return Done{};
}

Result<Done> may_put_proposal(const Conference& conference, const Subject& subject) {
    const auto* proposal = conference.proposal(subject.proposal);
    if (proposal == nullptr)
        return refused("There is no proposal \"" + subject.proposal + "\".",
                       "Choose a unit of the convention or a proposal that is registered.");
    const auto expected = subject.part.empty() ? kind_of(*proposal) : QuestionKind::part;
    if (subject.kind != expected)
        return refused(proposal->registered.title + " is put as another kind of question.",
                       "Put it as what it is registered as.");
    if (conference.profile.consensus == ConsensusRule::exclusive &&
        matter_of(conference, subject) == MatterClass::substance)
        return refused(
            "The rules of this conference decide matters of substance by consensus only.",
            "Propose adoption without a vote, or set the matter aside.");
    for (const auto& answer :
         {none_before_the_meeting(conference), consensus_makes_way(conference, subject)})
        if (!answer) return answer.error();
    if (!subject.part.empty()) return part_waits(conference, *proposal, subject.part);
    if (conference.consensus) return Done{};  // after an objection to it: all of this was asked
    if (const auto ready = ready_to_decide(conference, *proposal); !ready) return ready.error();
    if (matter_of(conference, subject) != MatterClass::substance) return Done{};
    return efforts_made(conference, *proposal);
}

/// A motion from the floor; one without a number is the presiding officer's own.
Result<Done> may_put_motion(const Conference& conference, const Subject& subject) {
    if (subject.motion == 0) {
        if (subject.kind != QuestionKind::motion)
            return refused("Reconsideration and a change of the rules are moved from the floor.",
                           "Note the motion with its mover first.");
        if (const auto none = none_before_the_meeting(conference); !none) return none.error();
        return consensus_makes_way(conference, subject);
    }
    const auto* motion = open_motion(conference, subject.motion);
    if (motion == nullptr)
        return refused("No such motion waits to be decided.", "Note the motion first.");
    if (kind_of(motion->moved.kind) != subject.kind)
        return refused("The motion " + motion->moved.words + " is put as another kind of question.",
                       "Put it as what it was moved as.");
    if (conference.question && !decides_on_proposal(conference.question->put.kind))
        return none_before_the_meeting(conference);
    if (conference.consensus) return proposed_first(conference);
    return no_motion_waits(conference, precedence(motion->moved.kind));
}

Result<Done> may_put_appeal(const Conference& conference, const Subject& subject) {
    const auto* open = open_appeal(conference);
    if (open == nullptr || open->given.ruling != subject.ruling)
        return refused("No appeal against this ruling is open.",
                       "Note who appeals first; an appeal follows its ruling at once.");
    if (conference.question && conference.question->put.kind == QuestionKind::appeal)
        return none_before_the_meeting(conference);
    return Done{};
}

Result<Done> may_determine_exhaustion(const Conference& conference, const Subject& subject) {
    const auto* proposal = conference.proposal(subject.proposal);
    if (conference.profile.exhaustion != Exhaustion::body_determines)
        return refused("The rules know no vote on whether all efforts are exhausted.",
                       "Go on as the rules of this conference say.");
    if (proposal == nullptr || proposal->is_amendment() || settled(proposal->state))
        return refused("The efforts are those to agree on a proposal that waits to be decided.",
                       "Name the unit of the convention or the proposal.");
    if (proposal->exhausted)
        return refused(
            "The efforts to agree on " + proposal->registered.title + " are exhausted already.",
            "Put the proposal.");
    if (const auto none = none_before_the_meeting(conference); !none) return none.error();
    return consensus_makes_way(conference, {.proposal = {}});
}

Result<Done> may_put_kind(const Conference& conference, const Subject& subject) {
    switch (subject.kind) {
        case QuestionKind::proposal:
        case QuestionKind::amendment:
        case QuestionKind::sub_amendment:
        case QuestionKind::part:
        case QuestionKind::whole:
            return may_put_proposal(conference, subject);
        case QuestionKind::motion:
        case QuestionKind::reconsideration:
        case QuestionKind::rules_change:
            return may_put_motion(conference, subject);
        case QuestionKind::appeal:
            return may_put_appeal(conference, subject);
        case QuestionKind::exhaustion:
            return may_determine_exhaustion(conference, subject);
        case QuestionKind::credentials:
            break;
    }
    if (const auto none = none_before_the_meeting(conference); !none) return none.error();
    return consensus_makes_way(conference, subject);
}

}  // namespace

Result<Done> ready_to_decide(const Conference& conference, const Proposal& proposal) {
    for (const auto& answer :
         {no_motion_waits(conference, precedence(MotionKind::other) + 1),
          state_allows(conference, proposal), amendments_come_first(conference, proposal),
          in_its_turn(conference, proposal), units_are_decided(conference, proposal)})
        if (!answer) return answer.error();
    return Done{};
}

Error proposed_first(const Conference& conference) {
    return refused(
        conference.consensus->proposed.subject + " is proposed for adoption without a vote.",
        "Decide on it or set it aside first.");
}

Result<Done> floor_is_clear(const Conference& conference) {
    if (const auto* ruling = open_appeal(conference))
        return refused("An appeal against ruling " + std::to_string(ruling->given.ruling) +
                           " is open, and is put to the vote at once.",
                       "Put the appeal, or let the delegation withdraw it.");
    if (!conference.point_of_order) return Done{};
    return refused("A point of order waits for a ruling, which is given at once.",
                   "Rule on it first.");
}

Result<Done> still_its_turn(const Conference& conference) {
    const auto& put = conference.question->put;
    if (put.kind == QuestionKind::appeal) return Done{};
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    const auto* motion = conference.motion(put.motion);
    return no_motion_waits(conference, motion == nullptr ? precedence(MotionKind::other) + 1
                                                         : precedence(motion->moved.kind));
}

bool floor_waits(const Conference& conference) {
    if (conference.question) return !still_its_turn(conference);
    return !floor_is_clear(conference) || !open_motions(conference).empty();
}

Result<Done> may_put(const Conference& conference, const Subject& subject) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (subject.kind != QuestionKind::appeal)
        if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    if (const auto may = may_put_kind(conference, subject); !may) return may.error();
    return quorum_present(conference);
}

}  // namespace placet::ledger
