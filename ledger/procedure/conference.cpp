#include "ledger/procedure/conference.h"

#include <algorithm>
#include <functional>
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
        if (auto profile = profile_from_fields(r.profile)) conference.profile = *std::move(profile);
    }
    // The presence register holds those who have the vote, so that it is the quorum's figure.
    void operator()(const Participation& r) const {
        auto& participants = conference.participants.change();
        for (const auto& participant : r.registered) {
            participants[participant.id] = participant;
            if (participant.credentials == Credentials::rejected)
                conference.present.erase(participant.id);
        }
        for (const auto& id : r.withdrawn) {
            participants.erase(id);
            conference.present.erase(id);
        }
    }
    void operator()(const Accreditation& r) const {
        auto& persons = conference.persons.change();
        for (const auto& person : r.persons) persons[person.id] = person;
    }
    // A unit that is known gets its new text in its place; a new one follows the unit before it.
    void operator()(const TextRegister& r) const {
        auto& units = conference.text_units.change();
        auto next = units.end();
        for (const auto& unit : r.units) {
            const auto known = std::ranges::find(units, unit.id, &TextUnit::id);
            if (known != units.end()) *known = unit;
            next = (known != units.end() ? known : units.insert(next, unit)) + 1;
        }
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
    }
    // After an objection the question goes to the vote: the proposal is before the meeting no more.
    void operator()(const QuestionPut& r) const {
        conference.last_question = r.question;
        conference.consensus.reset();
        conference.question = Question{.put = r, .unit = entry.unit, .entry = place};
    }
    void operator()(const VoteStarted& r) const {
        conference.run = Run{.start = r, .unit = entry.unit, .start_entry = place};
    }
    void operator()(const Ballot& r) const {
        conference.run->ballots[r.delegation].push_back(
            {.ballot = r, .person = sealer(), .entry = place});
        auto& ids = conference.run->ballot_ids;
        if (const auto id = ballot_id_of(r.id)) ids.insert(std::ranges::upper_bound(ids, *id), *id);
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
    void operator()(const VoteClosed&) const {
        conference.run->phase = RunPhase::closed;
        conference.run->close_entry = place;
        // Using its badge is evidence that the delegation was present at this vote.
        conference.run->present_at_close = conference.present;
        for (const auto& [id, cast] : conference.run->ballots)
            conference.run->present_at_close.insert(id);
    }
    void operator()(const VoteLocked& r) const {
        conference.run->phase = RunPhase::locked;
        conference.run->lock = r;
        conference.run->lock_entry = place;
    }
    void operator()(const ResultAnnounced& r) const {
        Run& run = *conference.run;
        run.phase = RunPhase::announced;
        const auto& put = conference.question->put;
        conference.decisions.push_back({.question = put.question,
                                        .meeting = put.meeting,
                                        .unit = entry.unit,
                                        .text_unit = put.text_unit,
                                        .kind = put.kind,
                                        .subject = put.subject,
                                        .outcome = r.outcome,
                                        .sentence = r.sentence,
                                        .entry = place,
                                        .result = r,
                                        .start = std::make_shared<VoteStarted>(run.start)});
        // A second vote is on the same question; anything else has decided it or left it.
        if (r.outcome != Outcome::tie_second_vote) conference.question.reset();
    }
    // The question stays before the meeting, to be voted on again.
    void operator()(const VoteAnnulled& r) const {
        conference.run->phase = RunPhase::annulled;
        conference.annulled.push_back({.run = r.run,
                                       .question = conference.question->put.question,
                                       .subject = conference.question->put.subject,
                                       .reason = r.reason,
                                       .entry = place});
    }
    void operator()(const CorrectionNoted& r) const {
        if (auto* decision = decision_of(r.result)) decision->corrections.push_back(r);
    }
    void operator()(const ConsensusProposed& r) const {
        conference.last_question = r.question;
        conference.consensus = Consensus{.proposed = r, .unit = entry.unit, .entry = place};
    }
    void operator()(const ObjectionRaised& r) const {
        conference.consensus->objections.push_back({.raised = r, .entry = place});
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
                          .text_unit = proposed.text_unit,
                          .subject = proposed.subject,
                          .outcome = Outcome::adopted,
                          .sentence = r.sentence,
                          .entry = place,
                          .statements = consensus.statements};
        decision.consensus = std::move(consensus);
        conference.decisions.push_back(std::move(decision));
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
        }
        conference.consensus->entry = place;
        conference.consensus->gavel.reset();
        conference.consensus->gavel_entry.reset();
    }
    void operator()(const ConsensusSetAside&) const { conference.consensus.reset(); }
    void operator()(const StatementAttached& r) const {
        if (auto* decision = decision_of(r.about))
            decision->statements.push_back({r, place});
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

    PersonId sealer() const {
        return entry.seals.empty() ? PersonId{} : entry.seals.front().person;
    }
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

std::optional<BallotId> ballot_id_of(std::string_view text) {
    BallotId id = {};
    if (text.size() != id.size() ||
        text.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return std::nullopt;
    std::ranges::copy(text, id.begin());
    return id;
}

bool Position::contested() const {
    return std::ranges::any_of(standing, [&](const CastBallot& cast) {
        return cast.ballot.choice != standing.front().ballot.choice;
    });
}

std::optional<Choice> Position::counted() const {
    if (standing.empty() || contested()) return std::nullopt;
    return standing.front().ballot.choice;
}

Position Run::position(const ParticipantId& delegation) const {
    Position position;
    const auto found = ballots.find(delegation);
    if (found == ballots.end()) return position;
    if (found->second.size() == 1 && found->second.front().ballot.replaces.empty()) {
        position.standing.push_back(found->second.front());
        return position;
    }
    std::set<std::string> replaced;
    for (const auto& cast : found->second)
        replaced.insert(cast.ballot.replaces.begin(), cast.ballot.replaces.end());
    std::set<std::string> seen;  // an id counts once wherever it stands
    for (const auto& cast : found->second)
        if (!replaced.contains(cast.ballot.id) && seen.insert(cast.ballot.id).second)
            position.standing.push_back(cast);
    return position;
}

const Person* Conference::person(const PersonId& id) const {
    const auto found = persons.find(id);
    return found == persons.end() ? nullptr : &found->second;
}

const TextUnit* Conference::text_unit(const TextUnitId& id) const {
    const auto found = std::ranges::find(text_units, id, &TextUnit::id);
    return found == text_units.end() ? nullptr : &*found;
}

const Unit* Conference::unit(const std::string& id) const {
    if (!charter) return nullptr;
    const auto found = std::ranges::find(charter->units, id, &Unit::id);
    return found == charter->units.end() ? nullptr : &*found;
}

Roll Conference::roll() const {
    std::map<ParticipantId, Credentials> all;
    for (const auto& [id, participant] : participants)
        all.emplace_hint(all.end(), id, participant.credentials);
    return all;
}

std::int64_t Conference::standing_decisions() const {
    return std::ranges::count_if(decisions, [](const Decision& d) {
        return !d.rescinded && d.outcome != Outcome::no_decision &&
               d.outcome != Outcome::tie_second_vote;
    });
}

bool Conference::voted_before(std::int64_t question_number) const {
    return std::ranges::any_of(decisions, [&](const Decision& d) {
        return d.question == question_number && d.outcome == Outcome::tie_second_vote;
    });
}

const Decision* Conference::decision_on(const TextUnitId& id) const {
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision& d) {
        return d.text_unit == id && d.on_the_text() && !d.rescinded;
    });
    return found == decisions.rend() ? nullptr : &*found;
}

const Decision* Conference::last_decision() const {
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(),
                                    [](const Decision& d) { return !d.rescinded; });
    return found == decisions.rend() ? nullptr : &*found;
}

const Decision* Conference::decision_of_entry(const Hash& leaf) const {
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(),
                                    [&](const Decision& d) { return d.entry.leaf == leaf; });
    return found == decisions.rend() ? nullptr : &*found;
}

ConsensusPhase Consensus::phase() const {
    if (gavel) return ConsensusPhase::gavelled;
    return objections.empty() ? ConsensusPhase::proposed : ConsensusPhase::objected;
}

std::vector<Objection> Consensus::standing() const {
    std::vector<Objection> all;
    std::ranges::copy_if(objections, std::back_inserter(all), std::logical_not{},
                         &Objection::withdrawn);
    return all;
}

bool Decision::on_the_text() const {
    return kind == QuestionKind::proposal || kind == QuestionKind::whole;
}

void apply(Conference& conference, const Entry& entry) {
    const EntryRef place{.seq = entry.seq, .leaf = entry.leaf, .wall_ms = entry.wall_ms};
    std::visit(Fold{conference, entry, place}, entry.record);
    conference.size = entry.seq + 1;
}

}  // namespace placet::ledger
