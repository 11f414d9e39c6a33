#include "ledger/procedure/consensus.h"

#include "ledger/procedure/announcement.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"
#include "ledger/procedure/state_name.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Result<Done> proposal_stands(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (conference.consensus) return Done{};
    return refused("Nothing is proposed for adoption without a vote.",
                   "The presiding officer proposes a text first.");
}

/// What this version does not understand might be an objection.
Result<Done> all_understood(const Consensus& consensus) {
    if (!consensus.indeterminate) return Done{};
    return refused(
        "An entry that this version does not understand was made since the proposal; it might be "
        "an objection.",
        "Set the proposal aside, or go on with the version of Placet that made that entry.");
}

/// The delegation's objection to this proposal; it makes one at most.
const Objection* objection_of(const Consensus& consensus, const ParticipantId& delegation) {
    const auto found = std::ranges::find_if(consensus.objections, [&](const Objection& o) {
        return o.raised.delegation == delegation;
    });
    return found == consensus.objections.end() ? nullptr : &*found;
}

/// Is the text as it was proposed, also what an amendment amends, and are those who participate as
/// many?
bool as_decided(const Conference& conference, const Decision& decision) {
    const auto& proposed = decision.consensus->proposed;
    const auto& proposal = *conference.proposal(proposed.proposal);
    const bool written_in =
        proposal.is_amendment() &&
        std::ranges::count(conference.proposal(proposal.registered.parent)->to_write_in,
                           decision.entry.leaf) == 0;
    return !written_in && proposal.texts == proposed.texts &&
           conference.participating() == proposed.participating;
}

}  // namespace

Result<Done> takes_part(const Conference& conference, const ParticipantId& delegation) {
    const auto found = conference.participants.find(delegation);
    if (found == conference.participants.end())
        return refused("\"" + delegation + "\" does not participate in this conference.",
                       "Observers may speak and file papers; ask the secretariat.");
    if (!conference.takes_part(delegation))
        return refused(found->second.name + " is not registered to take part in this organ now.",
                       "Observers may speak and file papers; ask the secretariat.");
    if (found->second.credentials == Credentials::rejected)
        return refused(found->second.name +
                           " has no right to take part in decisions: the "
                           "conference rejected its credentials.",
                       "Ask the secretariat.");
    return Done{};
}

Result<Done> may_propose(const Conference& conference, const ProposalId& id) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (conference.profile.consensus == ConsensusRule::none)
        return refused("The rules of this conference know no adoption without a vote.",
                       "Put the question to the vote.");
    if (conference.question)
        return refused("Question " + std::to_string(conference.question->put.question) +
                           " is before the meeting and not yet decided.",
                       "Vote on it first.");
    if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
    const auto* proposal = conference.proposal(id);
    if (proposal == nullptr)
        return refused("There is no proposal \"" + id + "\".",
                       "Choose a unit of the convention or a proposal that is registered.");
    if (conference.consensus) {
        const auto& consensus = *conference.consensus;
        if (consensus.proposed.proposal != id || consensus.phase() != ConsensusPhase::objected)
            return proposed_first(conference);
        if (!consensus.standing().empty())
            return refused(
                "An objection stands: it is withdrawn by the delegation that made it, or "
                "the question is voted on.",
                "Ask for its withdrawal, set the proposal aside, or put the question.");
        return quorum_present(conference);
    }
    if (const auto ready = ready_to_decide(conference, *proposal); !ready) return ready.error();
    return quorum_present(conference);
}

Result<Done> may_object(const Conference& conference, const ParticipantId& delegation) {
    if (const auto stands = proposal_stands(conference); !stands) return stands.error();
    if (conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("An objection is made before the gavel, and the gavel has fallen.",
                       "Tell the presiding officer at once, who rules whether your flag was up "
                       "before; a statement can be attached to the decision.");
    if (const auto part = takes_part(conference, delegation); !part) return part.error();
    const auto* objection = objection_of(*conference.consensus, delegation);
    if (objection == nullptr) return Done{};
    if (!objection->withdrawn)
        return refused("The objection of this delegation (" + delegation + ") is recorded already.",
                       "It stands until the delegation withdraws it.");
    return refused("This delegation (" + delegation +
                       ") objected to this proposal and withdrew its objection.",
                   "Nothing is decided before it is proposed anew; object to that proposal.");
}

Result<Done> may_withdraw(const Conference& conference, const ParticipantId& delegation) {
    if (const auto stands = proposal_stands(conference); !stands) return stands.error();
    if (conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.",
                       "A statement can be attached to the decision when it is confirmed.");
    const auto* objection = objection_of(*conference.consensus, delegation);
    if (objection != nullptr && !objection->withdrawn) return Done{};
    return refused("No objection of this delegation (" + delegation + ") stands.",
                   "An objection is withdrawn by the delegation that made it.");
}

Result<Done> may_gavel(const Conference& conference) {
    if (const auto stands = proposal_stands(conference); !stands) return stands.error();
    switch (conference.consensus->phase()) {
        case ConsensusPhase::proposed:
            if (const auto all = all_understood(*conference.consensus); !all) return all.error();
            if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
            return quorum_present(conference);
        case ConsensusPhase::gavelled:
            return refused("The gavel has fallen already.", "The secretary confirms the decision.");
        case ConsensusPhase::objected:
            // The record names whose objection it was: with none left the text is proposed anew.
            if (conference.consensus->over_objection == 0 ||
                conference.consensus->standing().empty())
                break;
            if (const auto clear = floor_is_clear(conference); !clear) return clear.error();
            return quorum_present(conference);
    }
    return refused("There was an objection to deciding without a vote.",
                   "Propose anew when every objection is withdrawn, set the proposal aside, or put "
                   "the question to the vote.");
}

Result<Done> may_confirm(const Conference& conference) {
    if (const auto stands = proposal_stands(conference); !stands) return stands.error();
    if (conference.consensus->phase() == ConsensusPhase::gavelled)
        return all_understood(*conference.consensus);
    return refused("The gavel has not fallen.", "The presiding officer decides first.");
}

Result<Done> may_set_aside(const Conference& conference) {
    if (const auto stands = proposal_stands(conference); !stands) return stands.error();
    const auto& consensus = *conference.consensus;
    if (consensus.phase() != ConsensusPhase::gavelled || consensus.indeterminate) return Done{};
    return refused("The gavel has fallen.", "The secretary confirms the decision.");
}

Result<Hash> gavel_to_rule_on(const Conference& conference) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (conference.consensus && conference.consensus->gavel_entry)
        return conference.consensus->gavel_entry->leaf;
    if (!conference.consensus && !conference.question && !conference.decisions.empty()) {
        const auto& last = conference.decisions.back();
        if (last.consensus && !last.rescinded && !last.record_closed &&
            last.meeting == conference.meeting->number && as_decided(conference, last))
            return last.consensus->gavel_entry->leaf;
    }
    return refused(
        "A late flag is ruled on right after a decision without a vote, in the same "
        "meeting and before another question is taken up, the text or the participants change.",
        "Attach a statement to the decision, or move its reconsideration.");
}

Result<Done> may_attach(const Conference& conference, const Hash& about,
                        const ParticipantId& delegation) {
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (const auto part = takes_part(conference, delegation); !part) return part.error();
    if (conference.consensus && conference.consensus->entry.leaf == about) {
        if (conference.consensus->phase() != ConsensusPhase::gavelled) return Done{};
        return refused("The decision is not confirmed yet.", "Attach it after the confirmation.");
    }
    if (const auto* question = open_to_explanations(conference);
        question != nullptr && question->entry.leaf == about)
        return Done{};
    const auto* decision = conference.decision_of_entry(about);
    if (decision != nullptr && decision->record_closed)
        return refused("The record of this decision is closed.",
                       "The delegation may write to the secretariat.");
    if (decision != nullptr && !decision->rescinded) return Done{};
    return refused("There is no such decision or proposal.",
                   "Attach the statement to a decision of this conference.");
}

std::optional<Hash> open_to_statements(const Conference& conference) {
    if (conference.consensus) return conference.consensus->entry.leaf;
    const auto* last = conference.last_decision();
    return last == nullptr ? std::nullopt : std::optional(last->entry.leaf);
}

const Question* open_to_explanations(const Conference& conference) {
    const auto& question = conference.question;
    if (!question || conference.vote_under_way() || !decides_on_proposal(question->put.kind))
        return nullptr;
    return &*question;
}

std::optional<Hash> open_to(const Conference& conference, StatementKind kind) {
    if (kind == StatementKind::explanation_of_vote)
        if (const auto* question = open_to_explanations(conference)) return question->entry.leaf;
    return open_to_statements(conference);
}

bool takes_statements(const Conference& conference) {
    return !conference.vote_under_way() &&
           (open_to_explanations(conference) != nullptr || open_to_statements(conference));
}

const Decision* open_to_corrections(const Conference& conference) {
    const auto last = std::find_if(conference.decisions.rbegin(), conference.decisions.rend(),
                                   [](const Decision& d) { return d.result.has_value(); });
    return last == conference.decisions.rend() ? nullptr : &*last;
}

std::string adoption_sentence(const Conference& conference) {
    const auto& consensus = *conference.consensus;
    const auto& organ = organ_rules(conference.profile, conference.unit(consensus.unit)->kind);
    auto sentence = before_verb(consensus.proposed.subject) + " was " + organ.verb +
                    (consensus.gavel->label == ConsensusLabel::by_consensus ? " by consensus."
                                                                            : " without a vote.");
    if (consensus.over_objection == 0) return sentence;
    std::string objectors;
    for (const auto& objection : consensus.standing()) {
        objectors.append(objectors.empty() ? "" : ", ")
            .append(state_name(conference, objection.raised.delegation));
    }
    return sentence.append(" The presiding officer so ruled over the objection of ")
        .append(objectors)
        .append(".");
}

}  // namespace placet::ledger
