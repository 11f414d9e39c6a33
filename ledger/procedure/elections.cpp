#include "ledger/procedure/elections.h"

#include <algorithm>

namespace placet::ledger {

ElectionPhase Election::phase() const {
    if (stopped) return ElectionPhase::stopped;
    if (acclaimed) return ElectionPhase::acclaimed;
    return state().next.step == ElectionStep::complete ? ElectionPhase::complete
                                                       : ElectionPhase::open;
}

std::vector<Candidate> Election::elected() const {
    if (acclaimed) return terms.candidates;
    std::vector<Candidate> all;
    for (const auto& one : state().elected) all.push_back(one.candidate);
    return all;
}

ElectionTerms terms_of(const ElectionOpened& record) {
    return {.office = record.office,
            .seats = record.seats,
            .candidates = record.candidates,
            .majority = majority_from_text(record.majority).value_or(Majority::majority_of_present),
            .open_to_others = record.open_to_others};
}

BallotProtocol act_of(const ProtocolEntered& record) {
    BallotProtocol protocol{.round = record.round,
                            .places = record.places,
                            .distributed = record.distributed,
                            .found = record.found,
                            .invalid = record.invalid,
                            .blank = record.blank};
    for (const auto& one : record.votes) {
        protocol.candidates.push_back(one.candidate);
        protocol.votes.emplace(one.candidate.id, one.votes);
    }
    return protocol;
}

ElectionLot act_of(const ElectionLotDrawn& record) {
    return {.round = record.round,
            .among = record.among,
            .drawn = record.drawn,
            .way = record.way,
            .witnesses = record.witnesses};
}

std::span<const ElectionAct> history_to(const Election& election, const ElectionAct& act) {
    const auto found = std::ranges::find(election.history, act);
    if (found == election.history.end()) return {};
    return std::span(election.history)
        .first(static_cast<std::size_t>(found - election.history.begin()) + 1);
}

}  // namespace placet::ledger
