#include "ledger/procedure/article_map.h"

#include "ledger/procedure/deadline.h"
#include "ledger/procedure/question.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

bool is_plenary(const Conference& conference, const std::string& organ) {
    return conference.unit(organ)->kind == "plenary";
}

/// The last decision on it that stands, of the plenary or of another organ.
const Decision* last_decision(const Conference& conference, const ProposalId& id, bool plenary) {
    const Decision* last = nullptr;
    for (const auto& decision : conference.decisions)
        if (decision.proposal == id && decision.on_the_text() && decision.stands() &&
            is_plenary(conference, decision.unit) == plenary)
            last = &decision;
    return last;
}

UnitStatus status_of(const Decision* decision) {
    if (decision == nullptr) return UnitStatus::open;
    if (decision->outcome != Outcome::adopted) return UnitStatus::rejected;
    return decision->consensus ? UnitStatus::adopted_without_vote : UnitStatus::adopted_by_vote;
}

MapProposal entry_of(const Conference& conference, const Proposal& proposal, int depth) {
    return {.id = proposal.id(),
            .title = proposal.registered.title,
            .symbol = proposal.symbol,
            .depth = depth,
            .state = proposal.state,
            .decision = conference.decision_of_entry(proposal.decision)};
}

/// Those that hang on this text, in the order of their registration, each with its own below it.
void add_amendments(const Conference& conference, const ProposalId& parent, int depth,
                    std::vector<MapProposal>& list) {
    std::vector<const Proposal*> children;
    for (const auto& [id, proposal] : conference.proposals)
        if (proposal.is_amendment() && proposal.registered.parent == parent)
            children.push_back(&proposal);
    std::ranges::sort(children, {}, [](const Proposal* p) { return p->entry.seq; });
    for (const auto* child : children) {
        list.push_back(entry_of(conference, *child, depth));
        add_amendments(conference, child->id(), depth + 1, list);
    }
}

/// Proposals of their own that concern this unit, or none where it is empty.
void add_proposals(const Conference& conference, const TextUnitId& unit,
                   std::vector<MapProposal>& list) {
    std::vector<const Proposal*> own;
    for (const auto& [id, proposal] : conference.proposals)
        if (!proposal.basic && !proposal.is_amendment() && proposal.registered.text_unit == unit)
            own.push_back(&proposal);
    std::ranges::sort(own, {}, [](const Proposal* p) { return p->entry.seq; });
    for (const auto* proposal : own) {
        list.push_back(entry_of(conference, *proposal, 0));
        add_amendments(conference, proposal->id(), 1, list);
    }
}

/// Of a unit of the basic proposal: before the conference from the start, and withdrawn by nobody.
std::string_view next_by_state(QuestionState state) {
    using enum QuestionState;
    constexpr std::string_view vote = "Take the vote that is put.";
    constexpr std::array<std::pair<QuestionState, std::string_view>, 10> steps = {{
        {deferred, "End the deferment with a report."},
        {adjourned, "Its debate is adjourned: a motion to resume it comes first."},
        {divided, "Vote on its parts, and then on the whole."},
        {consensus, "Decide on the proposal to adopt it without a vote."},
        {put, vote},
        {voting, vote},
        {voting_closed, vote},
        {locked, vote},
        {lapsed, ""},
        {skipped, ""},
    }};
    const auto step = std::ranges::find(steps, state, [](const auto& one) { return one.first; });
    return step == steps.end() ? "Propose its adoption, or put it to the vote." : step->second;
}

/// Is the second vote on this proposal put, after equal figures?
bool awaits_second_vote(const Conference& conference, const Proposal& proposal) {
    const auto& question = conference.question;
    return question && question->put.proposal == proposal.id() && question->put.part.empty() &&
           decides_on_proposal(question->put.kind) &&
           conference.voted_before(question->put.question);
}

std::string next_step(const Conference& conference, const Proposal& proposal,
                      const Decision* decision) {
    if (decision != nullptr && !decision->reopened) return "";
    const auto open = open_amendments(conference, proposal.id());
    if (!open.empty()) {
        if (open.size() == 1) return "Decide on the amendment that is open.";
        return "Decide on " + std::to_string(open.size()) + " amendments that are open.";
    }
    if (!proposal.to_write_in.empty()) return "Record the text with what was adopted.";
    if (awaits_second_vote(conference, proposal)) return "Take the second vote.";
    return std::string(next_by_state(proposal.state));
}

/// Until when what is left to do waits.
std::optional<std::int64_t> not_later(const Conference& conference, const Proposal& proposal) {
    if (awaits_second_vote(conference, proposal)) return second_vote_by(conference);
    return deferred_until(conference, proposal);
}

}  // namespace

ArticleMap article_map(const Conference& conference) {
    ArticleMap map;
    for (const auto& unit : conference.text_units) {
        const auto& proposal = *conference.proposal(unit.id);
        MapUnit row{.id = unit.id,
                    .number = unit.number,
                    .label = unit.label,
                    .title = unit.title,
                    .version = proposal.version,
                    .state = proposal.state,
                    .decision = last_decision(conference, unit.id, true),
                    .in_committee = last_decision(conference, unit.id, false)};
        row.status = status_of(row.decision);
        row.next = next_step(conference, proposal, row.decision);
        row.not_later = not_later(conference, proposal);
        add_amendments(conference, unit.id, 0, row.proposals);
        add_proposals(conference, unit.id, row.proposals);
        map.units.push_back(std::move(row));
    }
    add_proposals(conference, {}, map.proposals);
    return map;
}

std::string summary(const ArticleMap& map) {
    const auto count = [&](UnitStatus status) {
        return std::ranges::count(map.units, status, &MapUnit::status);
    };
    return std::to_string(count(UnitStatus::adopted_without_vote)) + " adopted without a vote, " +
           std::to_string(count(UnitStatus::adopted_by_vote)) + " by vote, " +
           std::to_string(count(UnitStatus::rejected)) + " rejected, " +
           std::to_string(count(UnitStatus::open)) + " open";
}

std::string_view to_text(UnitStatus status) {
    switch (status) {
        case UnitStatus::adopted_without_vote:
            return "adopted without a vote";
        case UnitStatus::adopted_by_vote:
            return "adopted by vote";
        case UnitStatus::rejected:
            return "rejected";
        case UnitStatus::open:
            break;
    }
    return "open";
}

}  // namespace placet::ledger
