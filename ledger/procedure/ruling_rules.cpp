// Rulings of the presiding officer, and appeals against them.
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/floor_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/question.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Result<Done> order_fits(const Conference& conference, const RulingGiven& record) {
    const auto open = open_amendments(conference, record.proposal);
    if (conference.proposal(record.proposal) == nullptr || open.empty())
        return refused_entry("No amendments to it wait to be put in an order.",
                             "Name the text that is amended.");
    if (record.order.size() == open.size() && std::ranges::is_permutation(record.order, open))
        return Done{};
    return refused_entry("The order names every amendment that is open, each once.",
                         "Name them, the one furthest removed in substance first.");
}

Result<Done> skip_fits(const Conference& conference, const RulingGiven& record) {
    const auto* proposal = conference.proposal(record.proposal);
    if (proposal == nullptr)
        return refused_entry("There is no proposal \"" + record.proposal + "\".",
                             "Name the proposal that is not to be put.");
    const auto to =
        follow(conference.state_here(*proposal), QuestionEvent::skip, proposal->registered.title);
    if (!to) return to.error();
    const auto* because = conference.proposal(record.because);
    const auto* decision =
        because == nullptr ? nullptr : conference.decision_of_entry(because->decision);
    if (decision != nullptr && decision->outcome == Outcome::adopted && decision->stands() &&
        record.because != record.proposal)
        return Done{};
    return refused_entry(
        "What is not put to the vote is what the adoption of another necessarily implies.",
        "Name the proposal whose adoption implies it.");
}

Result<Done> classification_fits(const Conference& conference, const RulingGiven& record) {
    if (conference.profile.classify == Classify::substance_unless_substance_majority &&
        record.matter == MatterClass::procedure)
        return refused_entry(
            "In doubt a matter is one of substance, unless the conference decides otherwise by the "
            "majority of substance.",
            "Let the motion be made that it be treated as procedure.");
    if (record.motion != 0) {
        if (open_motion(conference, record.motion) != nullptr) return Done{};
        return refused_entry("No such motion waits to be decided.", "Name one that does.");
    }
    const auto* proposal = conference.proposal(record.proposal);
    if (proposal == nullptr || proposal->is_amendment())
        return refused_entry(
            "Classified is a proposal or a motion; an amendment follows what it "
            "amends.",
            "Name the proposal or the motion.");
    if (!proposal->basic && !settled(conference.state_here(*proposal))) return Done{};
    return refused_entry(
        "Articles and other units of the convention are matters of substance, and "
        "what is decided keeps its class.",
        "Put it as it is.");
}

Result<Done> over_objection_fits(const Conference& conference) {
    const auto& consensus = conference.consensus;
    if (!consensus || consensus->phase() != ConsensusPhase::objected ||
        consensus->over_objection != 0)
        return refused_entry("Nothing that was objected to is before the meeting.",
                             "Such a ruling is on the objections that stand.");
    if (!consensus->standing().empty()) return Done{};
    return refused_entry("No objection stands: there is nothing to rule over.", "Propose it anew.");
}

Result<Done> sponsor_fits(const Conference& conference, const RulingGiven& record) {
    const auto* proposal = conference.proposal(record.proposal);
    if (proposal != nullptr && std::ranges::count(proposal->sponsors, record.delegation) == 1)
        return Done{};
    return refused_entry("The delegation is no sponsor of this proposal.",
                         "Any other delegation explains its vote without a ruling.");
}

Result<Done> challenge_fits(const Conference& conference) {
    if (!quorum_is_asked(conference)) return Done{};
    return refused_entry("The quorum is asked of every decision already.",
                         "Note who is present; nothing is decided without a quorum.");
}

Result<Done> kind_fits(const Conference& conference, const RulingGiven& record) {
    switch (record.kind) {
        case RulingKind::point_of_order:
            if (conference.point_of_order) return Done{};
            return refused_entry("No point of order waits for a ruling.",
                                 "Note who raised it first.");
        case RulingKind::order:
            return order_fits(conference, record);
        case RulingKind::skip:
            return skip_fits(conference, record);
        case RulingKind::classification:
            return classification_fits(conference, record);
        case RulingKind::over_objection:
            return over_objection_fits(conference);
        case RulingKind::out_of_order:
            if (open_motion(conference, record.motion) != nullptr) return Done{};
            return refused_entry("No such motion waits to be decided.", "Name one that does.");
        case RulingKind::sponsor_explains:
            return sponsor_fits(conference, record);
        case RulingKind::quorum_challenged:
            return challenge_fits(conference);
    }
    return Done{};
}

/// A ruling gives reasons where it takes something from somebody.
bool needs_reasons(RulingKind kind) {
    return kind != RulingKind::point_of_order && kind != RulingKind::sponsor_explains &&
           kind != RulingKind::quorum_challenged;
}

/// The appeal, or its withdrawal, is by a delegation that takes part.
Result<Done> by_a_delegation(const Conference& conference, const Entry& entry,
                             const ParticipantId& delegation) {
    if (const auto here = of_this_organ(conference, entry); !here) return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    return takes_part(conference, delegation);
}

}  // namespace

Result<Done> check(const Conference& conference, const Entry& entry, const RulingGiven& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    const bool on_the_voting = record.kind == RulingKind::point_of_order;
    if (!on_the_voting || (conference.vote_under_way() && !conference.voting_open()))
        if (const auto none = no_vote_under_way(conference); !none) return none.error();
    if (conference.consensus && conference.consensus->phase() == ConsensusPhase::gavelled)
        return refused("The gavel has fallen.", "The secretary confirms the decision first.");
    if (open_appeal(conference) != nullptr) return floor_is_clear(conference);
    if (conference.point_of_order && !on_the_voting)
        return refused("A point of order waits for a ruling, which is given at once.",
                       "Rule on it first.");
    if (const auto here = of_this_meeting(conference, entry, record.meeting); !here)
        return here.error();
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (record.ruling != static_cast<std::int64_t>(conference.rulings.size()) + 1)
        return refused_entry("Rulings are counted; this is not the number of the next.",
                             "Rule again.");
    if (record.words.empty() || (needs_reasons(record.kind) && record.reasons.empty()))
        return refused_entry("A ruling is given in words, and this one with its reasons.",
                             "Say what is ruled, and why.");
    for (const auto& words : {record.words, record.reasons})
        if (const auto fits = short_enough(words); !fits) return fits.error();
    return kind_fits(conference, record);
}

Result<Done> check(const Conference& conference, const Entry& entry, const RulingAppealed& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (conference.vote_under_way())
        return refused("A vote is under way: an appeal waits for its result.",
                       "A ruling on the conduct of the voting is followed until then.");
    const auto* ruling = conference.ruling(record.ruling);
    const bool last = ruling != nullptr && &conference.rulings.back() == ruling;
    if (!last || ruling->unit != conference.meeting->unit ||
        ruling->given.meeting != conference.meeting->number)
        return refused_entry("An appeal is against the last ruling of this meeting, at once.",
                             "What was ruled before stands.");
    if (ruling->appeal != AppealState::none)
        return refused_entry("This ruling was appealed against already.", "Its outcome stands.");
    if (ruling->given.kind == RulingKind::over_objection &&
        (!conference.consensus || conference.consensus->over_objection != record.ruling ||
         conference.consensus->phase() == ConsensusPhase::gavelled))
        return refused_entry("What was ruled is carried out.",
                             "Move the reconsideration of the decision.");
    return by_a_delegation(conference, entry, record.delegation);
}

Result<Done> check(const Conference& conference, const Entry& entry,
                   const AppealWithdrawn& record) {
    if (const auto open = may_proceed(conference); !open) return open.error();
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    const auto* ruling = open_appeal(conference);
    if (ruling == nullptr || ruling->given.ruling != record.ruling ||
        ruling->appealed_by != record.delegation)
        return refused_entry("No appeal of this delegation against this ruling is open.",
                             "An appeal is withdrawn by the delegation that made it.");
    if (conference.question && conference.question->put.ruling == record.ruling)
        return refused_entry("The appeal is put to the vote.", "Take the vote.");
    return by_a_delegation(conference, entry, record.delegation);
}

}  // namespace placet::ledger
