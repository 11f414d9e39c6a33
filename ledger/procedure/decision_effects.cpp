// What a decision does to the proposal, the motion or the ruling that it is about.
#include "ledger/procedure/announcement.h"
#include "ledger/procedure/effects.h"
#include "ledger/procedure/question.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// Neither the rules nor the figures decided anything, or not yet.
bool undecided(Outcome outcome) {
    return outcome == Outcome::no_decision || outcome == Outcome::tie_second_vote;
}

/// But for parts, which are retained or not.
bool passed(Outcome outcome) {
    return outcome == Outcome::adopted || outcome == Outcome::carried ||
           outcome == Outcome::ruling_overruled;
}

/// What was reopened on the same proposal is replaced by the decision that is taken now.
void replace_reopened(Conference& conference, const ProposalId& id) {
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr || proposal->reopened.empty()) return;
    auto& decisions = conference.decisions.change();
    for (const auto place : proposal->reopened) decisions[place].replaced = true;
    conference.proposals.change().at(id).reopened.clear();
}

/// What the last decision on a proposal, now rescinded, had replaced stands as before: reopened.
void restore_replaced(Conference& conference, const ProposalId& id) {
    auto& decisions = conference.decisions.change();
    const auto before = std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision& d) {
        return d.proposal == id && decides_on_proposal(d.kind) && d.kind != QuestionKind::part &&
               !d.rescinded && !undecided(d.outcome);
    });
    if (before == decisions.rend() || !before->replaced) return;
    const auto leaf = before->entry.leaf;
    for (std::size_t place = 0; place < decisions.size(); ++place) {
        if (decisions[place].entry.leaf != leaf) continue;
        decisions[place].replaced = false;
        conference.proposals.change().at(id).reopened.push_back(place);
    }
}

/// By an amendment to it that was adopted, and not taken back.
bool is_amended(const Conference& conference, const ProposalId& id) {
    return std::ranges::any_of(conference.decisions, [&](const Decision& decision) {
        return decision.outcome == Outcome::adopted && !decision.rescinded &&
               conference.proposal(decision.proposal)->registered.parent == id;
    });
}

/// An adopted amendment is to be written into the text that it amends.
void adopt_amendment(Conference& conference, const ProposalId& amended, const Hash& decision) {
    auto& parent = conference.proposals.change().at(amended);
    parent.amended = true;
    parent.to_write_in.push_back(decision);
}

/// All operative parts were rejected: so is the whole, without a vote on it.
void reject_as_whole(Conference& conference, const Decision& last_part) {
    const auto id = last_part.proposal;
    move_on(conference, id, QuestionEvent::reject_all_parts);
    auto& proposal = conference.proposals.change().at(id);
    proposal.organ = last_part.unit;
    proposal.decision = last_part.entry.leaf;
    const auto& title = proposal.registered.title;
    Decision whole{.question = last_part.question,
                   .meeting = last_part.meeting,
                   .unit = last_part.unit,
                   .proposal = id,
                   .text_unit = last_part.text_unit,
                   .kind = QuestionKind::whole,
                   .subject = title,
                   .outcome = Outcome::rejected_as_whole,
                   .sentence = announcement(title, "", QuestionKind::whole, {},
                                            {.outcome = Outcome::rejected_as_whole}),
                   .entry = last_part.entry};
    replace_reopened(conference, id);
    lapse_amendments(conference, id, 0);
    conference.decisions.push_back(std::move(whole));
}

void decide_part(Conference& conference, const Decision& decision) {
    auto& proposal = conference.proposals.change().at(decision.proposal);
    for (auto& part : proposal.parts)
        if (part.label == decision.part) {
            part.retained = decision.outcome == Outcome::retained;
            part.decision = decision.entry.leaf;
            if (!*part.retained) proposal.to_write_in.push_back(decision.entry.leaf);
        }
    const auto rejected = [](const Part& part) { return part.retained == false; };
    if (std::ranges::all_of(proposal.parts, rejected)) reject_as_whole(conference, decision);
}

void decide_proposal(Conference& conference, const Decision& decision) {
    move_on(conference, decision.proposal,
            decision.consensus ? QuestionEvent::confirm_consensus : QuestionEvent::announce);
    auto& proposal = conference.proposals.change().at(decision.proposal);
    proposal.organ = decision.unit;
    proposal.decision = decision.entry.leaf;
    if (passed(decision.outcome) && proposal.is_amendment())
        adopt_amendment(conference, proposal.registered.parent, decision.entry.leaf);
    lapse_amendments(conference, decision.proposal, 0);
}

void take_effect(Conference& conference, const Decision& decision) {
    switch (decision.kind) {
        case QuestionKind::proposal:
        case QuestionKind::amendment:
        case QuestionKind::sub_amendment:
        case QuestionKind::whole:
            return decide_proposal(conference, decision);
        case QuestionKind::part:
            return decide_part(conference, decision);
        case QuestionKind::motion:
        case QuestionKind::reconsideration:
        case QuestionKind::rules_change:
            if (passed(decision.outcome))
                carry_motion(conference, decision.motion, decision.entry);
            else if (decision.motion != 0) {
                auto& motion =
                    conference.motions.change()[static_cast<std::size_t>(decision.motion) - 1];
                motion.state = MotionState::not_carried;
                motion.decision = decision.entry.leaf;
            }
            return;
        case QuestionKind::appeal:
            if (passed(decision.outcome)) return overrule(conference, decision.ruling);
            conference.rulings.change()[static_cast<std::size_t>(decision.ruling) - 1].appeal =
                AppealState::dismissed;
            return;
        case QuestionKind::exhaustion:
            if (passed(decision.outcome))
                conference.proposals.change().at(decision.proposal).exhausted = true;
            return;
        case QuestionKind::credentials:
            return;  // the secretariat carries it out, citing it
    }
}

}  // namespace

void move_on(Conference& conference, const ProposalId& id, QuestionEvent event) {
    const auto& proposal = *conference.proposal(id);
    // What one organ decided is before the next one as if nobody had; what is noted on the decision
    // itself is about that one.
    const bool on_the_decision =
        event == QuestionEvent::close_record || event == QuestionEvent::reconsider;
    const auto from = on_the_decision ? proposal.state : conference.state_here(proposal);
    if (const auto to = next_state(from, event)) conference.proposals.change().at(id).state = *to;
}

void take_back(Conference& conference, const ProposalId& id) {
    auto& proposal = conference.proposals.change().at(id);
    proposal.state = QuestionState::consensus;
    restore_replaced(conference, id);
    if (!proposal.is_amendment()) return;
    auto& parent = conference.proposals.change().at(proposal.registered.parent);
    std::erase(parent.to_write_in, proposal.decision);
    parent.amended = is_amended(conference, parent.id());
}

void take_off(Conference& conference) {
    conference.question.reset();
    if (conference.waiting.empty()) return;
    conference.question = conference.waiting.back();
    conference.waiting.pop_back();
}

void drop_question(Conference& conference, const ProposalId& id) {
    const auto concerns = [&](const Question& question) {
        return decides_on_proposal(question.put.kind) && question.put.proposal == id;
    };
    std::erase_if(conference.waiting, concerns);
    if (conference.question && concerns(*conference.question)) take_off(conference);
}

void lapse_amendments(Conference& conference, const ProposalId& parent, std::int64_t motion) {
    std::vector<ProposalId> children;
    for (const auto& [id, proposal] : conference.proposals)
        if (proposal.is_amendment() && proposal.registered.parent == parent &&
            !settled(proposal.state))
            children.push_back(id);
    for (const auto& id : children) {
        move_on(conference, id, QuestionEvent::lapse);
        conference.proposals.change().at(id).lapsed_with = motion;
        lapse_amendments(conference, id, motion);
    }
}

void take_decision(Conference& conference, Decision decision) {
    const bool proposal_question = conference.question && !decision.consensus;
    if (undecided(decision.outcome)) {
        // A second vote is on the same question; without a quorum it may be put again.
        if (decision.outcome == Outcome::no_decision) {
            if (decides_on_proposal(conference.question->put.kind) && decision.part.empty())
                move_on(conference, decision.proposal, QuestionEvent::decide_nothing);
            take_off(conference);
        } else if (decides_on_proposal(conference.question->put.kind) && decision.part.empty()) {
            move_on(conference, decision.proposal, QuestionEvent::annul);
        }
        conference.decisions.push_back(std::move(decision));
        return;
    }
    if (proposal_question) take_off(conference);
    if (decision.kind != QuestionKind::part && decision.kind != QuestionKind::exhaustion &&
        decision.motion == 0)
        replace_reopened(conference, decision.proposal);
    conference.decisions.push_back(decision);
    take_effect(conference, decision);
}

}  // namespace placet::ledger
