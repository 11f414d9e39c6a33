#include "ledger/procedure/election_check.h"

#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <set>

namespace placet::ledger {
namespace {

// More than any conference has: sums of figures up to here stay far from overflow.
constexpr std::int64_t most_papers = 1'000'000;
constexpr std::int64_t most_seats = 1'000;

bool within(std::int64_t value, std::int64_t from, std::int64_t to) {
    return from <= value && value <= to;
}

/// No two with the same id or the same name, and neither empty.
bool distinct(const std::vector<Candidate>& candidates) {
    std::set<std::string> ids;
    std::set<std::string> names;
    for (const auto& candidate : candidates) {
        if (candidate.id.empty() || candidate.name.empty()) return false;
        if (!ids.insert(candidate.id).second || !names.insert(candidate.name).second) return false;
    }
    return true;
}

bool holds(const std::vector<Candidate>& candidates, const Candidate& candidate) {
    return std::ranges::find(candidates, candidate) != candidates.end();
}

/// Somebody of another ballot under another id or another name. Requires that the candidate is not
/// known by both: a ballot that is open to others has everybody who is, and is not elected.
bool known_otherwise(const ElectionState& state, const Candidate& candidate) {
    return std::ranges::any_of(state.candidates, [&](const Candidate& known) {
        return known.id == candidate.id || known.name == candidate.name;
    });
}

Result<Done> check_is_due(const ElectionState& state, std::int64_t round) {
    if (state.next.step == ElectionStep::complete)
        return refused_entry("The election is complete.", "Open another election.");
    if (state.next.step == ElectionStep::lots)
        return refused_entry("Lots are to be drawn before another ballot.",
                             "Draw lots and enter what was drawn.");
    if (round != state.next.round)
        return refused_entry("The next ballot is ballot " + std::to_string(state.next.round) + ".",
                             "Enter the sheet of that ballot.");
    return Done{};
}

Result<Done> check_others(const ElectionState& state, const std::vector<Candidate>& others) {
    for (const auto& other : others) {
        if (!state.next.others_allowed)
            return refused_entry(other.name + " is not on this ballot.",
                                 "A paper with a name that is not on the ballot is invalid.");
        const bool elected =
            std::ranges::find(state.elected, other, &Elected::candidate) != state.elected.end();
        if (elected)
            return refused_entry(other.name + " is elected already.",
                                 "A paper that names who is elected already is invalid.");
        if (known_otherwise(state, other))
            return refused_entry(other.name + " is in this election under another id or name.",
                                 "Enter the same id and the same name as before.");
    }
    return Done{};
}

Result<Done> check_candidates(const ElectionState& state, const BallotProtocol& protocol) {
    if (!distinct(protocol.candidates))
        return refused_entry("Every candidate has an id and a name of their own.",
                             "Enter every candidate once.");
    std::vector<Candidate> others;
    for (const auto& candidate : protocol.candidates)
        if (!holds(state.next.candidates, candidate)) others.push_back(candidate);
    if (auto allowed = check_others(state, others); !allowed) return allowed;
    for (const auto& candidate : state.next.candidates)
        if (!holds(protocol.candidates, candidate))
            return refused_entry(candidate.name + " is on this ballot and not on the sheet.",
                                 "Enter every candidate, those without votes too.");
    if (protocol.places != state.next.places)
        return refused_entry("This ballot is for " + std::to_string(state.next.places) +
                                 (state.next.places == 1 ? " place." : " places."),
                             "Take the ballot for as many names as that.");
    return Done{};
}

Result<Done> check_papers(const BallotProtocol& protocol) {
    for (const auto figure :
         {protocol.distributed, protocol.found, protocol.invalid, protocol.blank})
        if (!within(figure, 0, most_papers))
            return refused_entry("A number of papers is from 0 to 1000000.",
                                 "Count the papers again.");
    if (protocol.found > protocol.distributed)
        return refused_entry("There are more papers in the box than were distributed.",
                             "Count the papers again, or take the ballot again.");
    if (protocol.valid() < 0)
        return refused_entry("There are more invalid and blank papers than papers in the box.",
                             "Count the papers again.");
    return Done{};
}

Result<Done> check_votes(const BallotProtocol& protocol) {
    std::int64_t sum = 0;
    for (const auto& candidate : protocol.candidates) {
        const auto found = protocol.votes.find(candidate.id);
        if (found == protocol.votes.end())
            return refused_entry("The sheet gives no votes for " + candidate.name + ".",
                                 "Enter none where a candidate had none.");
        if (!within(found->second, 0, protocol.valid()))
            return refused_entry(candidate.name +
                                     " has from none to as many votes as there are "
                                     "valid papers.",
                                 "Count the votes again.");
        sum += found->second;
    }
    if (protocol.votes.size() != protocol.candidates.size())
        return refused_entry("The sheet gives votes to somebody who is not on it.",
                             "Enter the candidate, or count the votes again.");
    if (sum > protocol.valid() * protocol.places)
        return refused_entry(
            "There are more votes than names on the valid papers: a paper with "
            "more names than places is invalid.",
            "Count the votes again.");
    if (sum < protocol.valid())
        return refused_entry(
            "There are fewer votes than valid papers: a paper without a name is "
            "blank.",
            "Count the votes again.");
    return Done{};
}

bool is_drawn_from(const std::vector<std::string>& drawn, const std::vector<std::string>& among) {
    return std::ranges::all_of(drawn, [&](const std::string& id) {
        return std::ranges::count(drawn, id) == 1 && std::ranges::count(among, id) == 1;
    });
}

bool same_ids(const std::vector<std::string>& ids, const std::vector<Candidate>& candidates) {
    return std::ranges::is_permutation(ids, candidates, {}, {}, &Candidate::id);
}

Result<Done> check_act(const ElectionTerms& terms, std::span<const ElectionAct> before,
                       const ElectionAct& act) {
    if (const auto* protocol = std::get_if<BallotProtocol>(&act))
        return check_protocol(terms, before, *protocol);
    return check_lot(terms, before, std::get<ElectionLot>(act));
}

}  // namespace

Result<Done> check_terms(const ElectionTerms& terms) {
    if (terms.office.empty())
        return refused_entry("An election is to an office.", "Name the office.");
    if (!within(terms.seats, 1, most_seats))
        return refused_entry("An election fills from 1 to 1000 places.", "Enter the places.");
    if (terms.candidates.empty())
        return refused_entry("An election has candidates.", "Enter the nominations.");
    if (!distinct(terms.candidates))
        return refused_entry("Every candidate has an id and a name of their own.",
                             "Enter every candidate once.");
    if (terms.majority != Majority::simple && terms.majority != Majority::two_thirds)
        return refused_entry("An election is by a majority or by two thirds of the valid papers.",
                             "Choose one of the two.");
    return Done{};
}

Result<Done> check_protocol(const ElectionTerms& terms, std::span<const ElectionAct> history,
                            const BallotProtocol& protocol) {
    const auto state = election_state(terms, history);
    if (auto due = check_is_due(state, protocol.round); !due) return due;
    if (auto candidates = check_candidates(state, protocol); !candidates) return candidates;
    if (auto papers = check_papers(protocol); !papers) return papers;
    return check_votes(protocol);
}

Result<Done> check_lot(const ElectionTerms& terms, std::span<const ElectionAct> history,
                       const ElectionLot& lot) {
    const auto next = election_state(terms, history).next;
    if (next.step != ElectionStep::lots)
        return refused_entry("Lots are drawn only where the rules leave a tie to them.",
                             next.step == ElectionStep::complete ? "The election is complete."
                                                                 : "Take the next ballot.");
    if (lot.round != next.round)
        return refused_entry("Lots are due on ballot " + std::to_string(next.round) + ".",
                             "Name that ballot.");
    if (!same_ids(lot.among, next.candidates))
        return refused_entry("Lots are drawn among those who are tied: " +
                                 std::to_string(next.candidates.size()) + " candidates.",
                             "Draw among all of them and nobody else.");
    if (static_cast<std::int64_t>(lot.drawn.size()) != next.places ||
        !is_drawn_from(lot.drawn, lot.among))
        return refused_entry("As many different names are drawn as there are places: " +
                                 std::to_string(next.places) + ".",
                             "Enter the names in the order of the draw.");
    if (lot.way.empty() || lot.witnesses.empty())
        return refused_entry("A drawing of lots names the way of drawing and the witnesses.",
                             "Enter both in words.");
    return Done{};
}

Result<Done> check_election(const ElectionTerms& terms, std::span<const ElectionAct> history) {
    if (auto terms_hold = check_terms(terms); !terms_hold) return terms_hold;
    for (std::size_t i = 0; i < history.size(); ++i)
        if (auto act = check_act(terms, history.first(i), history[i]); !act) return act;
    return Done{};
}

Result<Done> may_acclaim(const ElectionTerms& terms) {
    if (auto terms_hold = check_terms(terms); !terms_hold) return terms_hold;
    if (static_cast<std::int64_t>(terms.candidates.size()) > terms.seats)
        return refused("There are more candidates than places: they are elected by ballot.",
                       "Take the first ballot.");
    return Done{};
}

}  // namespace placet::ledger
