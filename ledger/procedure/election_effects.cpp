// What entries about elections do to the conference.
#include "ledger/procedure/effects.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Election& election_of(Conference& conference, std::int64_t number) {
    return conference.elections.change()[static_cast<std::size_t>(number) - 1];
}

}  // namespace

void take_effect(Conference& conference, const EntryRef& place, const ElectionOpened& record) {
    conference.elections.push_back({.opened = record,
                                    .unit = conference.meeting->unit,
                                    .entry = place,
                                    .terms = terms_of(record)});
}

void take_effect(Conference& conference, const EntryRef&, const CandidateWithdrawn& record) {
    auto& election = election_of(conference, record.election);
    auto& candidates = election.terms.candidates;
    const auto found = std::ranges::find(candidates, record.candidate, &Candidate::id);
    election.withdrawn.push_back(*found);
    candidates.erase(found);
}

void take_effect(Conference& conference, const EntryRef&, const ProtocolEntered& record) {
    auto& election = election_of(conference, record.election);
    election.history.emplace_back(act_of(record));
    if (record.document) election.sheets.push_back(*record.document);
}

void take_effect(Conference& conference, const EntryRef&, const ElectionLotDrawn& record) {
    election_of(conference, record.election).history.emplace_back(act_of(record));
}

void take_effect(Conference& conference, const EntryRef&, const AcclamationDeclared& record) {
    election_of(conference, record.election).acclaimed = true;
}

void take_effect(Conference& conference, const EntryRef&, const ElectionStopped& record) {
    election_of(conference, record.election).stopped = record;
}

}  // namespace placet::ledger
