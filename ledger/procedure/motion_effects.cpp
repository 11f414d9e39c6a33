// What motions, rulings and appeals do to the conference.
#include "ledger/procedure/effects.h"
#include "ledger/procedure/question.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Motion& motion_of(Conference& conference, std::int64_t number) {
    return conference.motions.change()[static_cast<std::size_t>(number) - 1];
}

Ruling& ruling_of(Conference& conference, std::int64_t number) {
    return conference.rulings.change()[static_cast<std::size_t>(number) - 1];
}

void divide(Conference& conference, const MotionMoved& moved) {
    drop_question(conference, moved.proposal);
    move_on(conference, moved.proposal, QuestionEvent::divide);
    auto& parts = conference.proposals.change().at(moved.proposal).parts;
    parts.clear();
    for (const auto& label : moved.parts) parts.push_back({.label = label});
}

/// The proposal, and what hangs on it, goes without a decision on its merits.
void leave_undecided(Conference& conference, const MotionMoved& moved, QuestionEvent event) {
    drop_question(conference, moved.proposal);
    move_on(conference, moved.proposal, event);
    lapse_amendments(conference, moved.proposal, moved.motion);
}

void reopen(Conference& conference, const Hash& leaf) {
    auto& decisions = conference.decisions.change();
    ProposalId id;
    for (std::size_t place = 0; place < decisions.size(); ++place) {
        auto& decision = decisions[place];
        if (decision.entry.leaf != leaf) continue;
        decision.reopened = true;
        id = decision.proposal;
        conference.proposals.change().at(id).reopened.push_back(place);
    }
    move_on(conference, id, QuestionEvent::reconsider);
}

}  // namespace

void carry_motion(Conference& conference, std::int64_t number, const EntryRef& by) {
    if (conference.motion(number) == nullptr) return;
    auto& motion = motion_of(conference, number);
    motion.state = MotionState::carried;
    motion.decision = by.leaf;
    const MotionMoved moved = motion.moved;
    switch (moved.kind) {
        case MotionKind::suspend_meeting:
            conference.meeting->suspended = true;
            return;
        case MotionKind::adjourn_meeting:
            conference.meeting.reset();
            conference.present.clear();
            return;
        case MotionKind::adjourn_debate:
            return leave_undecided(conference, moved, QuestionEvent::adjourn_debate);
        case MotionKind::competence:
            leave_undecided(conference, moved, QuestionEvent::lapse);
            conference.proposals.change().at(moved.proposal).lapsed_with = number;
            return;
        case MotionKind::close_debate:
            return move_on(conference, moved.proposal, QuestionEvent::close_debate);
        case MotionKind::resume_debate:
            return move_on(conference, moved.proposal, QuestionEvent::resume_debate);
        case MotionKind::division:
            return divide(conference, moved);
        case MotionKind::reconsider:
            return reopen(conference, moved.decision.value_or(Hash{}));
        case MotionKind::defer_vote:
            drop_question(conference, moved.proposal);
            move_on(conference, moved.proposal, QuestionEvent::defer);
            count_deferment(conference, moved.proposal, by);
            return;
        case MotionKind::treat_as_procedure:
            conference.proposals.change().at(moved.proposal).matter = MatterClass::procedure;
            return;
        case MotionKind::amend_rules:
        case MotionKind::suspend_rule:
        case MotionKind::other:
            return;  // the secretariat, or the presiding officer, carries it out
    }
}

void overrule(Conference& conference, std::int64_t number) {
    auto& ruling = ruling_of(conference, number);
    ruling.appeal = AppealState::upheld;
    const auto given = ruling.given;
    const auto before = ruling.before;
    switch (given.kind) {
        case RulingKind::skip:
            conference.proposals.change().at(given.proposal).state = before;
            return;
        case RulingKind::classification:
            if (given.motion == 0) conference.proposals.change().at(given.proposal).matter.reset();
            return;
        case RulingKind::over_objection:
            if (conference.consensus) conference.consensus->over_objection = 0;
            return;
        case RulingKind::out_of_order:
            motion_of(conference, given.motion).state = MotionState::open;
            return;
        case RulingKind::order:
        case RulingKind::point_of_order:
        case RulingKind::sponsor_explains:
        case RulingKind::quorum_challenged:
            return;  // whoever asks for rulings asks for those that stand
    }
}

void take_effect(Conference& conference, const EntryRef& place, const MotionMoved& record) {
    conference.motions.push_back(
        {.moved = record, .unit = conference.meeting->unit, .entry = place});
}

void take_effect(Conference& conference, const EntryRef&, const MotionSpoken& record) {
    motion_of(conference, record.motion).spoken.push_back(record);
}

void take_effect(Conference& conference, const EntryRef& place, const MotionGranted& record) {
    carry_motion(conference, record.motion, place);
}

void take_effect(Conference& conference, const EntryRef&, const MotionWithdrawn& record) {
    motion_of(conference, record.motion).state = MotionState::withdrawn;
}

void take_effect(Conference& conference, const EntryRef&, const MethodRequested& record) {
    conference.question->put.method = record.method;
    conference.question->method_requested = true;
}

void take_effect(Conference& conference, const EntryRef&, const PointOfOrderRaised& record) {
    conference.point_of_order = record;
}

void take_effect(Conference& conference, const EntryRef& place, const RulingGiven& record) {
    Ruling ruling{.given = record, .unit = conference.meeting->unit, .entry = place};
    if (record.kind == RulingKind::point_of_order) conference.point_of_order.reset();
    if (record.kind == RulingKind::skip) {
        const auto* proposal = conference.proposal(record.proposal);
        ruling.before =
            proposal->state == QuestionState::put ? QuestionState::debate_closed : proposal->state;
        drop_question(conference, record.proposal);
        move_on(conference, record.proposal, QuestionEvent::skip);
    }
    if (record.kind == RulingKind::classification && record.motion == 0)
        conference.proposals.change().at(record.proposal).matter = record.matter;
    if (record.kind == RulingKind::over_objection)
        conference.consensus->over_objection = record.ruling;
    if (record.kind == RulingKind::out_of_order)
        motion_of(conference, record.motion).state = MotionState::out_of_order;
    conference.rulings.push_back(std::move(ruling));
}

void take_effect(Conference& conference, const EntryRef&, const RulingAppealed& record) {
    auto& ruling = ruling_of(conference, record.ruling);
    ruling.appeal = AppealState::open;
    ruling.appealed_by = record.delegation;
}

void take_effect(Conference& conference, const EntryRef&, const AppealWithdrawn& record) {
    ruling_of(conference, record.ruling).appeal = AppealState::withdrawn;
}

}  // namespace placet::ledger
