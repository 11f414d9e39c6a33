#include "ledger/procedure/conference.h"

#include <algorithm>

namespace placet::ledger {
namespace {

/// What one entry does to the conference, kind by kind. The rules allowed it before.
struct Fold {
    Conference& conference;
    const Entry& entry;
    EntryRef place;

    void operator()(const Charter& r) const {
        conference.charter = r;
        conference.charter_leaf = entry.leaf;
        if (auto profile = profile_from_fields(r.profile)) conference.profile = *std::move(profile);
    }
    // The presence register holds those who have the vote, so that it is the quorum's figure.
    void operator()(const Participation& r) const {
        for (const auto& participant : r.registered) {
            conference.participants[participant.id] = participant;
            if (participant.credentials == Credentials::rejected)
                conference.present.erase(participant.id);
        }
        for (const auto& id : r.withdrawn) {
            conference.participants.erase(id);
            conference.present.erase(id);
        }
    }
    void operator()(const Accreditation& r) const {
        for (const auto& person : r.persons) conference.persons[person.id] = person;
    }
    // A unit that is known gets its new text in its place; a new one follows the unit before it.
    void operator()(const TextRegister& r) const {
        auto& units = conference.text_units;
        auto next = units.end();
        for (const auto& unit : r.units) {
            const auto known = std::ranges::find(units, unit.id, &TextUnit::id);
            if (known != units.end()) *known = unit;
            next = (known != units.end() ? known : units.insert(next, unit)) + 1;
        }
    }
    void operator()(const MeetingOpened& r) const {
        conference.meeting = Meeting{
            .number = r.number, .unit = entry.unit, .presiding = r.presiding, .entry = place};
        conference.present.clear();
    }
    void operator()(const PresenceNoted& r) const {
        for (const auto& id : r.arrived) conference.present.insert(id);
        for (const auto& id : r.left) conference.present.erase(id);
    }
    void operator()(const QuestionPut& r) const {
        conference.question = Question{.put = r, .unit = entry.unit, .entry = place};
    }
    void operator()(const VoteStarted& r) const {
        conference.run = Run{.start = r, .unit = entry.unit, .start_entry = place};
    }
    void operator()(const Ballot& r) const {
        conference.run->ballots[r.delegation].push_back(
            {.ballot = r,
             .person = entry.seals.empty() ? PersonId{} : entry.seals.front().person,
             .entry = place});
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
        conference.run->phase = RunPhase::announced;
        conference.decisions.push_back(
            {.put = conference.question->put, .result = r, .unit = entry.unit, .entry = place});
        // A second vote is on the same question; anything else has decided it or left it.
        if (r.outcome != Outcome::tie_second_vote) conference.question.reset();
    }
    void operator()(const PinRefused& r) const { ++conference.pins_refused[r.person]; }
    void operator()(const NotUnderstood&) const { conference.not_understood.push_back(entry.seq); }
};

}  // namespace

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

std::int64_t Conference::next_question() const {
    if (question) return question->put.question + 1;
    return decisions.empty() ? 1 : decisions.back().put.question + 1;
}

bool Conference::voted_before(std::int64_t question_number) const {
    return std::ranges::any_of(
        decisions, [&](const Decision& d) { return d.put.question == question_number; });
}

const Decision* Conference::decision_on(const TextUnitId& id) const {
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(),
                                    [&](const Decision& d) { return d.put.text_unit == id; });
    return found == decisions.rend() ? nullptr : &*found;
}

void apply(Conference& conference, const Entry& entry) {
    const EntryRef place{.seq = entry.seq, .leaf = entry.leaf, .wall_ms = entry.wall_ms};
    std::visit(Fold{conference, entry, place}, entry.record);
    conference.size = entry.seq + 1;
}

}  // namespace placet::ledger
