#include "ledger/procedure/conference.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace placet::ledger {
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

const Proposal* Conference::proposal(const ProposalId& id) const {
    const auto found = proposals.find(id);
    return found == proposals.end() ? nullptr : &found->second;
}

QuestionState Conference::state_here(const Proposal& proposal) const {
    const bool decided =
        proposal.state == QuestionState::announced || proposal.state == QuestionState::recorded;
    if (decided && meeting && proposal.organ != meeting->unit) return QuestionState::tabled;
    return proposal.state;
}

const Motion* Conference::motion(std::int64_t number) const {
    if (number < 1 || number > static_cast<std::int64_t>(motions.size())) return nullptr;
    return &motions[static_cast<std::size_t>(number) - 1];
}

const Ruling* Conference::ruling(std::int64_t number) const {
    if (number < 1 || number > static_cast<std::int64_t>(rulings.size())) return nullptr;
    return &rulings[static_cast<std::size_t>(number) - 1];
}

const Election* Conference::election(std::int64_t number) const {
    if (number < 1 || number > static_cast<std::int64_t>(elections.size())) return nullptr;
    return &elections[static_cast<std::size_t>(number) - 1];
}

std::string Conference::proposal_title(const ProposalId& id) const {
    const auto* known = proposal(id);
    return known == nullptr ? id : known->registered.title;
}

std::string Conference::motion_words(std::int64_t number) const {
    const auto* moved = motion(number);
    return moved == nullptr ? std::string{} : moved->moved.words;
}

bool Conference::takes_part(const ParticipantId& id) const {
    const auto found = participants.find(id);
    if (found == participants.end() || found->second.standing != Standing::registered) return false;
    if (profile.participation_base == ParticipationBase::registered_session) {
        const auto registered = registered_for.find(id);
        if (registered == registered_for.end() || registered->second != session) return false;
    }
    if (!meeting) return true;
    const auto organ = members.find(meeting->unit);
    return organ == members.end() || organ->second.contains(id);
}

// Asked for every unit of text on a screen: both maps are in the order of ids and walked together.
std::int64_t Conference::participating() const {
    const auto organ = meeting ? members.find(meeting->unit) : members.end();
    const bool of_members = organ != members.end();
    const auto base = profile.participation_base;
    auto registered = registered_for.begin();
    std::int64_t count = 0;
    for (const auto& [id, participant] : participants) {
        while (registered != registered_for.end() && registered->first < id) ++registered;
        const bool this_session = registered != registered_for.end() && registered->first == id &&
                                  registered->second == session;
        bool counts = participant.standing == Standing::registered;
        if (base == ParticipationBase::registered_session) counts = counts && this_session;
        if (base == ParticipationBase::credentials_accepted)
            counts = counts && participant.credentials == Credentials::accepted;
        if (base == ParticipationBase::invited && !of_members)
            counts = counts || participant.standing == Standing::invited;
        if (of_members) counts = counts && organ->second.contains(id);
        count += counts ? 1 : 0;
    }
    return count;
}

Roll Conference::roll() const {
    std::map<ParticipantId, Credentials> all;
    for (const auto& [id, participant] : participants)
        if (takes_part(id)) all.emplace_hint(all.end(), id, participant.credentials);
    return all;
}

std::vector<ParticipantId> Conference::suspended_here() const {
    std::vector<ParticipantId> all;
    for (const auto& id : suspended)
        if (takes_part(id)) all.push_back(id);
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
                                    [](const Decision& d) { return !d.rescinded && !d.follows(); });
    return found == decisions.rend() ? nullptr : &*found;
}

const Decision* Conference::decision_of_entry(const Hash& leaf) const {
    const auto found = std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision& d) {
        return d.entry.leaf == leaf && !d.follows();
    });
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

bool Decision::stands() const {
    return !rescinded && !replaced && outcome != Outcome::no_decision &&
           outcome != Outcome::tie_second_vote;
}

bool Decision::on_the_text() const {
    return kind == QuestionKind::proposal || kind == QuestionKind::whole;
}

}  // namespace placet::ledger
