// text_acts.h: what may be done now with a unit of the convention or a proposal, as buttons offer
// it: the one act that comes next, and the others that the rules allow. Pure.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct TextAct {
    /// What must be said before it is recorded.
    enum class Asks { nothing, words, delegation };

    std::string id = {};     // of the button
    std::string label = {};  // empty: nothing is offered
    /// A NoteRecord is not complete while something must be said.
    std::variant<OpenScreen, ProposeAdoption, PutQuestion, NoteRecord> asked = {};
    std::string refusal = {};  // why not now; empty if it may be done
    Asks asks = Asks::nothing;
    std::string prompt = {};                                            // for the words
    std::vector<std::pair<std::string, std::string>> suggestions = {};  // as recorded, as shown
    std::vector<ledger::ParticipantId> delegations = {};                // to choose from
    std::vector<std::string> effects = {};  // of the question that it puts: carried, not carried
};

/// The act that comes next for this text; one that is refused says why. None, by its empty label,
/// where nothing is left to do. Requires the proposal.
TextAct next_act(const AppState& state, const Phrases& phrases, const ledger::ProposalId& id);

/// All others that may be done now. Requires the proposal.
std::vector<TextAct> other_acts(const AppState& state, const Phrases& phrases,
                                const ledger::ProposalId& id);

/// The act as it is, or with what it asks for.
Intent intent_of(const TextAct& act);
Intent with_words(const TextAct& act, const std::string& words);
Intent with_delegation(const TextAct& act, const ledger::ParticipantId& delegation);

/// Is it decided without a vote first, as the rules have it: once, or always?
bool by_consensus(const ledger::Conference& conference, const ledger::ProposalId& id);

/// "A/CONF.999/L.12", "Article 5", or who moved it orally: as a line names it.
std::string short_name(const AppState& state, const Phrases& phrases, const ledger::ProposalId& id);

/// What is left to do with a unit before it is decided, as one sentence; empty if nothing is.
std::string left_to_do(const AppState& state, const Phrases& phrases, const std::string& next,
                       const ledger::ProposalId& id);

}  // namespace placet::terminal
