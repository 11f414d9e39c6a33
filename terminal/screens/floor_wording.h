// floor_wording.h: how what is raised from the floor and what is ruled is called on the screens.
// Pure.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/screens/noting.h"

#include <vector>

namespace placet::terminal {

/// As on a button: "To close the debate"
std::string motion_label(const Phrases& phrases, ledger::MotionKind kind);
/// As on a button: "Request a roll-call"
std::string request_label(const Phrases& phrases, ledger::Method method);
/// As on a button: "Recorded vote"
std::string method_label(const Phrases& phrases, ledger::Method method);

/// "Article 2"; of a proposal that is no unit of the convention its id: "L.12".
std::string proposal_label(const ledger::Conference& conference, const Phrases& phrases,
                           const ledger::ProposalId& id);

/// What the rules say no with, without what is safe and what to do instead: for a grey button. The
/// first sentence of it, in the language of the screen, or only that it is not in order if that is
/// too long; empty if they do not.
std::string short_refusal(const Phrases& phrases, const Result<Done>& allowed);
/// Keeps of these what may be noted now; says no with the first refusal where none may, in the
/// words of short_refusal, else with nothing. `record_of` gives the record of one.
template <class Candidate, class RecordOf>
std::string keep_allowed(const AppState& state, const Phrases& phrases,
                         std::vector<Candidate>& candidates, const RecordOf& record_of) {
    std::optional<Result<Done>> refused;
    std::erase_if(candidates, [&](const Candidate& candidate) {
        auto allowed = may_note(state, record_of(candidate));
        if (allowed) return false;
        if (!refused) refused = std::move(allowed);
        return true;
    });
    return refused && candidates.empty() ? short_refusal(phrases, *refused) : std::string();
}
/// May this record be noted now, said in the same way.
std::string short_note_refusal(const AppState& state, const Phrases& phrases,
                               const ledger::Record& record);

/// The proposal that is meant where nothing else is said: the one before the meeting, else the text
/// for which the screen was opened; empty if there is neither.
ledger::ProposalId meant_proposal(const AppState& state);
/// Proposals that may be meant, that one first, then all in their order.
std::vector<ledger::ProposalId> likely_proposals(const AppState& state);

/// The record as raised by this delegation.
ledger::Record raised_by(ledger::Record record, const ledger::ParticipantId& delegation);
/// A delegation with which the rules can be asked; empty if there is none.
ledger::ParticipantId any_delegation(const ledger::Conference& conference);

}  // namespace placet::terminal
