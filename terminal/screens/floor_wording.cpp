#include "terminal/screens/floor_wording.h"

#include "ledger/procedure/consensus.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

std::string motion_label(const Phrases& phrases, MotionKind kind) {
    switch (kind) {
        case MotionKind::suspend_meeting:
            return phrases("To suspend the meeting");
        case MotionKind::adjourn_meeting:
            return phrases("To adjourn the meeting");
        case MotionKind::adjourn_debate:
            return phrases("To adjourn the debate");
        case MotionKind::close_debate:
            return phrases("To close the debate");
        case MotionKind::resume_debate:
            return phrases("To resume the debate");
        case MotionKind::division:
            return phrases("Separate vote on parts");
        case MotionKind::competence:
            return phrases("Not competent to decide");
        case MotionKind::reconsider:
            return phrases("To reconsider a decision");
        case MotionKind::defer_vote:
            return phrases("To defer the vote");
        case MotionKind::amend_rules:
            return phrases("To amend the rules");
        case MotionKind::treat_as_procedure:
            return phrases("To treat it as procedure");
        case MotionKind::suspend_rule:
            return phrases("To suspend a rule");
        case MotionKind::other:
            break;
    }
    return phrases("Another motion");
}

std::string request_label(const Phrases& phrases, Method method) {
    return method == Method::roll_call ? phrases("Request: a roll-call")
                                       : phrases("Request: a recorded vote");
}

std::string method_label(const Phrases& phrases, Method method) {
    switch (method) {
        case Method::recorded:
            break;
        case Method::non_recorded:
            return phrases("Not recorded");
        case Method::roll_call:
            return phrases("Roll-call");
        case Method::hands:
            return phrases("Show of hands");
    }
    return phrases("Recorded vote");
}

std::string proposal_label(const Conference& conference, const Phrases& phrases,
                           const ProposalId& id) {
    const auto* unit = conference.text_unit(id);
    return unit == nullptr ? id : text_unit_label(phrases, *unit);
}

std::string short_refusal(const Phrases& phrases, const Result<Done>& allowed) {
    if (allowed) return {};
    const std::string_view detail = allowed.error().detail;
    const auto end = detail.find(". ");
    const auto first = end == std::string_view::npos ? detail : detail.substr(0, end + 1);
    // Two documents with long symbols have no room on a button.
    constexpr std::size_t most = 130;  // bytes
    return first.size() > most ? phrases("This is not in order now.") : phrases(first);
}

std::string short_note_refusal(const AppState& state, const Phrases& phrases,
                               const Record& record) {
    return short_refusal(phrases, may_note(state, record));
}

ProposalId meant_proposal(const AppState& state) {
    const auto& conference = *state.conference;
    if (conference.question && !conference.question->put.proposal.empty())
        return conference.question->put.proposal;
    for (auto last = conference.waiting.rbegin(); last != conference.waiting.rend(); ++last)
        if (!last->put.proposal.empty()) return last->put.proposal;
    return conference.consensus ? conference.consensus->proposed.proposal : state.about;
}

std::vector<ProposalId> likely_proposals(const AppState& state) {
    const auto& conference = *state.conference;
    std::vector<ProposalId> likely;
    const auto add = [&](const ProposalId& id) {
        if (!id.empty() && std::ranges::count(likely, id) == 0) likely.push_back(id);
    };
    add(meant_proposal(state));
    for (const auto& unit : conference.text_units) add(unit.id);
    for (const auto& [id, proposal] : conference.proposals) add(id);
    return likely;
}

Record raised_by(Record record, const ParticipantId& delegation) {
    std::visit(
        [&]<class T>(T& what) {
            if constexpr (requires { what.mover; })
                what.mover = delegation;
            else if constexpr (requires { what.delegation; })
                what.delegation = delegation;
        },
        record);
    return record;
}

ParticipantId any_delegation(const Conference& conference) {
    for (const auto& [id, participant] : conference.participants)
        if (ledger::takes_part(conference, id)) return id;
    return {};
}

}  // namespace placet::terminal
