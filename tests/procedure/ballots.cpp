#include "tests/procedure/ballots.h"

#include "ledger/procedure/election_words.h"

#include <catch2/catch.hpp>

namespace placet::tests {

using namespace placet::ledger;

std::vector<Candidate> lettered_candidates(int count) {
    std::vector<Candidate> candidates;
    for (int i = 0; i < count; ++i) {
        const std::string letter(1, static_cast<char>('A' + i));
        candidates.push_back({.id = letter, .name = "State " + letter});
    }
    return candidates;
}

ElectionTerms terms_for(int candidates, int seats, Majority majority) {
    return {.office = "to the General Committee",
            .seats = seats,
            .candidates = lettered_candidates(candidates),
            .majority = majority};
}

BallotProtocol Balloting::sheet(std::int64_t valid, const std::vector<std::int64_t>& votes) const {
    const auto next = this->next();
    BallotProtocol protocol{.round = next.round,
                            .places = next.places,
                            .candidates = next.candidates,
                            .distributed = valid,
                            .found = valid};
    REQUIRE(votes.size() == next.candidates.size());
    for (std::size_t i = 0; i < votes.size(); ++i) protocol.votes[next.candidates[i].id] = votes[i];
    return protocol;
}

ElectionLot Balloting::lot(const std::vector<std::string>& drawn) const {
    const auto next = this->next();
    ElectionLot lot{.round = next.round,
                    .drawn = drawn,
                    .way = "folded slips from a bowl",
                    .witnesses = "Ms Silva and Mr Okafor"};
    for (const auto& candidate : next.candidates) lot.among.push_back(candidate.id);
    return lot;
}

std::string Balloting::refusal(const ElectionAct& act) const {
    auto with_it = history;
    with_it.push_back(act);
    const auto checked = check_election(terms, with_it);
    return checked ? "" : checked.error().detail;
}

void Balloting::take(const ElectionAct& act) {
    REQUIRE(refusal(act) == "");
    history.push_back(act);
}

std::string Balloting::announcement() const { return election_announcement(terms, history); }

std::string Balloting::elected() const {
    std::string ids;
    for (const auto& one : state().elected) ids += (ids.empty() ? "" : " ") + one.candidate.id;
    return ids;
}

std::string Balloting::ahead() const {
    std::string ids;
    for (const auto& one : next().candidates) ids += (ids.empty() ? "" : " ") + one.id;
    return ids;
}

}  // namespace placet::tests
