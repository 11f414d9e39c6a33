// What an entry does to the conference: apply() of conference.h.
#include "ledger/procedure/conference.h"
#include "ledger/procedure/effects.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"

#include <algorithm>
#include <utility>

namespace placet::ledger {
namespace {

/// What one entry does to the conference, kind by kind. The rules allowed it before.
struct Fold {
    Conference& conference;
    const Entry& entry;
    EntryRef place;

    void operator()(const Charter& r) const {
        conference.charter = std::make_shared<const Charter>(r);
        conference.charter_leaf = entry.leaf;
        conference.profile = *profile_from_fields(r.profile);
    }
    // The presence register holds those who have the vote, so that it is the quorum's figure.
    void operator()(const Participation& r) const {
        auto& participants = conference.participants.change();
        for (const auto& participant : r.registered) {
            participants[participant.id] = participant;
            if (r.decision && participant.credentials == Credentials::rejected)
                conference.rejected_on[participant.id] = *r.decision;
            else if (participant.credentials != Credentials::rejected)
                conference.rejected_on.erase(participant.id);
            if (participant.standing == Standing::registered)
                conference.registered_for.change()[participant.id] = conference.session;
            if (participant.credentials == Credentials::rejected ||
                participant.standing != Standing::registered)
                conference.present.erase(participant.id);
        }
        for (const auto& id : r.withdrawn) {
            participants.erase(id);
            conference.present.erase(id);
        }
    }
    void operator()(const SessionOpened& r) const {
        conference.session = r.session;
        if (conference.profile.deferment_within_session) end_deferments(conference);
    }
    void operator()(const OrganComposed& r) const {
        conference.members.change()[r.organ] = {r.members.begin(), r.members.end()};
    }
    void operator()(const VotingRightChanged& r) const {
        if (!r.suspended) return void(conference.suspended.erase(r.delegation));
        conference.suspended.insert(r.delegation);
        conference.present.erase(r.delegation);
    }
    void operator()(const RulesAdopted& r) const {
        conference.profile = *profile_from_fields(r.profile);
        if (r.decision) conference.rules_carried_out.insert(*r.decision);
    }
    void operator()(const Accreditation& r) const {
        auto& persons = conference.persons.change();
        for (const auto& person : r.persons) persons[person.id] = person;
    }
    void operator()(const MeetingOpened& r) const {
        conference.last_meeting = r.number;
        conference.meeting = Meeting{
            .number = r.number, .unit = entry.unit, .presiding = r.presiding, .entry = place};
        conference.present.clear();
    }
    void operator()(const MeetingSuspended&) const { conference.meeting->suspended = true; }
    void operator()(const MeetingResumed&) const { conference.meeting->suspended = false; }
    void operator()(const MeetingClosed&) const {
        conference.meeting.reset();
        conference.present.clear();
    }
    void operator()(const PresidingChanged& r) const {
        conference.meeting->presiding = r.presiding;
    }
    void operator()(const PresenceNoted& r) const {
        for (const auto& id : r.arrived) conference.present.insert(id);
        for (const auto& id : r.left) conference.present.erase(id);
        if (enough_to_decide(conference)) conference.meeting->quorum_reached = true;
    }
    // After an objection the question goes to the vote: the proposal is before the meeting no more.
    // A motion or an appeal interrupts the question that is before the meeting.
    void operator()(const QuestionPut& r) const {
        conference.last_question = std::max(conference.last_question, r.question);
        if (decides_on_proposal(r.kind)) {
            conference.consensus.reset();
            if (r.part.empty())
                move_on(conference, r.proposal, event_of_putting(*conference.proposal(r.proposal)));
        }
        if (conference.question) conference.waiting.push_back(*conference.question);
        conference.question = Question{.put = r, .unit = entry.unit, .entry = place};
    }
    void operator()(const VoteStarted& r) const {
        step(QuestionEvent::start);
        conference.run = Run{.start = r, .unit = entry.unit, .start_entry = place};
    }
    void operator()(const Ballot& r) const {
        conference.run->ballots[r.delegation].push_back(
            {.ballot = r, .person = sealer(), .entry = place});
        auto& ids = conference.run->ballot_ids;
        const auto id = *ballot_id_of(r.id);
        ids.insert(std::ranges::upper_bound(ids, id), id);
    }
    void operator()(const LotCommitted& r) const { conference.run->lot_commitment = r; }
    void operator()(const LotDrawn& r) const { conference.run->lot = r; }
    // The standing answer counts as the delegation's ballot; "none" leaves it without one.
    void operator()(const AnswerGiven& r) const {
        Run& run = *conference.run;
        run.answers[r.delegation].push_back({r, sealer(), place});
        run.ballots.erase(r.delegation);
        if (r.answer == Answer::none) return;
        const Ballot ballot{.run = r.run,
                            .start = r.start,
                            .delegation = r.delegation,
                            .id = r.id,
                            .choice = choice_of(r.answer)};
        run.ballots[r.delegation].push_back({.ballot = ballot, .person = sealer(), .entry = place});
    }
    void operator()(const HandsCounted& r) const {
        conference.run->hand_counts.push_back({r, sealer(), place});
    }
    void operator()(const TotalsTaken& r) const { conference.run->totals = r; }
    void operator()(const LastCalled&) const { conference.run->last_call = place; }
    void operator()(const VoteClosed&) const {
        step(QuestionEvent::close_voting);
        conference.run->phase = RunPhase::closed;
        conference.run->close_entry = place;
        // Using its badge is evidence that the delegation was present at this vote.
        conference.run->present_at_close = conference.present;
        for (const auto& [id, cast] : conference.run->ballots)
            conference.run->present_at_close.insert(id);
    }
    void operator()(const VoteLocked& r) const {
        step(QuestionEvent::lock);
        conference.run->phase = RunPhase::locked;
        conference.run->lock = r;
        conference.run->lock_entry = place;
    }
    void operator()(const ResultAnnounced& r) const {
        Run& run = *conference.run;
        run.phase = RunPhase::announced;
        const auto& put = conference.question->put;
        Decision decision{.question = put.question,
                          .meeting = put.meeting,
                          .unit = entry.unit,
                          .proposal = put.proposal,
                          .text_unit = put.text_unit,
                          .part = put.part,
                          .motion = put.motion,
                          .ruling = put.ruling,
                          .kind = put.kind,
                          .subject = put.subject,
                          .outcome = r.outcome,
                          .sentence = r.sentence,
                          .entry = place,
                          .result = r,
                          .start = std::make_shared<VoteStarted>(run.start),
                          .statements = std::exchange(conference.question->explanations, {})};
        take_decision(conference, std::move(decision));
    }
    // The question stays before the meeting, to be voted on again.
    void operator()(const VoteAnnulled& r) const {
        conference.run->phase = RunPhase::annulled;
        step(QuestionEvent::annul);
        conference.annulled.push_back({.run = r.run,
                                       .question = conference.question->put.question,
                                       .subject = conference.question->put.subject,
                                       .reason = r.reason,
                                       .entry = place});
    }
    void operator()(const CorrectionNoted& r) const {
        decision_of(r.result)->corrections.push_back(r);
    }
    void operator()(const ReadingCorrected& r) const {
        decision_of(r.result)->readings.push_back(r);
    }
    void operator()(const RecordClosed& r) const {
        auto* decision = decision_of(r.decision);
        decision->record_closed = true;
        const auto* proposal = conference.proposal(decision->proposal);
        if (proposal != nullptr && proposal->decision == r.decision)
            move_on(conference, decision->proposal, QuestionEvent::close_record);
    }
    void operator()(const ConsensusProposed& r) const {
        conference.last_question = std::max(conference.last_question, r.question);
        move_on(conference, r.proposal, QuestionEvent::propose_consensus);
        conference.consensus = Consensus{.proposed = r, .unit = entry.unit, .entry = place};
    }
    void operator()(const ObjectionRaised& r) const {
        conference.consensus->objections.push_back({.raised = r, .entry = place});
        conference.consensus->over_objection = 0;  // which was on the objections before this one
    }
    void operator()(const ObjectionWithdrawn& r) const {
        for (auto& objection : conference.consensus->objections)
            if (objection.entry.leaf == r.objection) objection.withdrawn = true;
    }
    void operator()(const ConsensusGavelled& r) const {
        conference.consensus->gavel = r;
        conference.consensus->gavel_entry = place;
    }
    void operator()(const ConsensusConfirmed& r) const {
        auto consensus = *std::exchange(conference.consensus, std::nullopt);
        const auto& proposed = consensus.proposed;
        Decision decision{.question = proposed.question,
                          .meeting = proposed.meeting,
                          .unit = entry.unit,
                          .proposal = proposed.proposal,
                          .text_unit = proposed.text_unit,
                          .kind = kind_of(*conference.proposal(proposed.proposal)),
                          .subject = proposed.subject,
                          .outcome = Outcome::adopted,
                          .sentence = r.sentence,
                          .entry = place,
                          .statements = consensus.statements,
                          .over_objection = consensus.over_objection != 0};
        decision.consensus = std::move(consensus);
        take_decision(conference, std::move(decision));
    }
    // A flag that was up before the gavel: the proposal stands again, from this entry on, and
    // silence begins anew. What was sealed for it before cites another entry and does not fit.
    void operator()(const LateFlagRuled& r) const {
        if (!r.before_gavel) return;
        if (!conference.consensus) {
            auto& decisions = conference.decisions.change();
            auto& decision = *std::ranges::find_if(decisions, [&](const Decision& d) {
                return d.consensus && d.consensus->gavel_entry->leaf == r.gavel;
            });
            decision.rescinded = true;
            conference.consensus = decision.consensus;
            conference.consensus->statements = decision.statements;
            take_back(conference, decision.proposal);
        }
        conference.consensus->entry = place;
        conference.consensus->gavel.reset();
        conference.consensus->gavel_entry.reset();
    }
    void operator()(const ConsensusSetAside&) const {
        move_on(conference, conference.consensus->proposed.proposal,
                QuestionEvent::set_consensus_aside);
        conference.consensus.reset();
    }
    void operator()(const StatementAttached& r) const {
        if (auto* decision = decision_of(r.about))
            decision->statements.push_back({r, place});
        else if (conference.question && conference.question->entry.leaf == r.about)
            conference.question->explanations.push_back({r, place});
        else
            conference.consensus->statements.push_back({r, place});
    }
    void operator()(const ConferenceClosed&) const { conference.closed = true; }
    void operator()(const PinRefused& r) const { ++conference.pins_refused[r.person]; }
    // It might be an objection.
    void operator()(const NotUnderstood&) const {
        conference.not_understood.push_back(entry.seq);
        if (conference.consensus) conference.consensus->indeterminate = true;
    }

    // Of proposals, motions, rulings and elections: effects.h.
    void operator()(const auto& r) const { take_effect(conference, place, r); }

    /// What happens to the proposal that is voted on.
    void step(QuestionEvent event) const {
        const auto& put = conference.question->put;
        if (decides_on_proposal(put.kind) && put.part.empty())
            move_on(conference, put.proposal, event);
    }
    const PersonId& sealer() const { return entry.seals.front().person; }
    Decision* decision_of(const Hash& leaf) const {
        if (conference.decision_of_entry(leaf) == nullptr) return nullptr;  // and nothing changes
        auto& decisions = conference.decisions.change();
        return &*std::ranges::find(decisions, leaf, [](const Decision& d) { return d.entry.leaf; });
    }
    static Choice choice_of(Answer answer) {
        if (answer == Answer::yes) return Choice::yes;
        if (answer == Answer::no) return Choice::no;
        return answer == Answer::abstain ? Choice::abstain : Choice::not_participating;
    }
};

}  // namespace

void apply(Conference& conference, const Entry& entry) {
    const EntryRef place{.seq = entry.seq, .leaf = entry.leaf, .wall_ms = entry.wall_ms};
    std::visit(Fold{conference, entry, place}, entry.record);
    conference.size = entry.seq + 1;
    conference.wall_ms = entry.wall_ms;
}

}  // namespace placet::ledger
