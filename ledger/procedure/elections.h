// elections.h: an election as the entries so far have it.
#pragma once

#include "ledger/procedure/election.h"
#include "ledger/procedure/run.h"

#include <optional>

namespace placet::ledger {

enum class ElectionPhase { open, complete, acclaimed, stopped };

struct Election {
    ElectionOpened opened = {};
    std::string unit = {};
    EntryRef entry = {};
    ElectionTerms terms = {};  // with the candidates who still stand
    std::vector<Candidate> withdrawn = {};
    std::vector<ElectionAct> history = {};
    std::vector<Hash> sheets = {};  // those of `history` that were scanned
    bool acclaimed = false;
    std::optional<ElectionStopped> stopped = {};

    ElectionPhase phase() const;
    ElectionState state() const { return election_state(terms, history); }
    /// By ballot or lot in the order of their election, or all candidates by acclamation.
    std::vector<Candidate> elected() const;
};

/// As the calculator has them. Of a majority that is neither simple nor two thirds: one that
/// `check_terms` refuses.
ElectionTerms terms_of(const ElectionOpened& record);
BallotProtocol act_of(const ProtocolEntered& record);
ElectionLot act_of(const ElectionLotDrawn& record);

/// The acts up to this one and with it; empty if it is none of this election.
std::span<const ElectionAct> history_to(const Election& election, const ElectionAct& act);

}  // namespace placet::ledger
