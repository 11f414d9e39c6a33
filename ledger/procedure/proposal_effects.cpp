// What entries about proposals and their texts do to the conference.
#include "ledger/procedure/effects.h"
#include "ledger/procedure/question.h"

#include <algorithm>

namespace placet::ledger {
namespace {

Proposal& changed(Conference& conference, const ProposalId& id) {
    return conference.proposals.change().at(id);
}

/// A unit of the basic proposal is before the conference without being registered again.
void table_unit(Conference& conference, const EntryRef& place, const TextUnit& unit) {
    Proposal proposal{.registered = {.proposal = unit.id,
                                     .text_unit = unit.id,
                                     .title = unit.label,
                                     .texts = unit.texts},
                      .entry = place,
                      .basic = true,
                      .state = QuestionState::tabled,
                      .texts = unit.texts};
    conference.proposals.change()[unit.id] = std::move(proposal);
    conference.versions.change()[unit.id] = {{.texts = unit.texts, .entry = place}};
}

/// Its next version.
void add_version(Conference& conference, const EntryRef& place, const ProposalId& id,
                 const std::map<std::string, Hash>& texts, std::vector<Hash> decisions) {
    auto& proposal = changed(conference, id);
    proposal.texts = texts;
    ++proposal.version;
    conference.versions.change()[id].push_back({.version = proposal.version,
                                                .texts = texts,
                                                .entry = place,
                                                .decisions = std::move(decisions)});
}

std::vector<TextUnit>::iterator unit_of(std::vector<TextUnit>& units, const TextUnitId& id) {
    return std::ranges::find(units, id, &TextUnit::id);
}

}  // namespace

void take_effect(Conference& conference, const EntryRef& place, const ProposalRegistered& record) {
    if (!record.reintroduces.empty())
        move_on(conference, record.reintroduces, QuestionEvent::reintroduce);
    conference.proposals.change()[record.proposal] = {.registered = record,
                                                      .entry = place,
                                                      .symbol = record.symbol,
                                                      .sponsors = record.sponsors,
                                                      .texts = record.texts};
    conference.versions.change()[record.proposal] = {{.texts = record.texts, .entry = place}};
    // What is taken up again after a withdrawal is before the meeting at once.
    if (!record.reintroduces.empty())
        changed(conference, record.proposal).state = QuestionState::tabled;
}

void take_effect(Conference& conference, const EntryRef& place, const ProposalRevised& record) {
    auto& proposal = changed(conference, record.proposal);
    proposal.sponsors = record.sponsors;
    proposal.symbol = record.symbol;
    proposal.orally_revised = record.oral;
    if (record.texts != proposal.texts)
        add_version(conference, place, record.proposal, record.texts, {});
}

void take_effect(Conference& conference, const EntryRef&, const ProposalCirculated& record) {
    move_on(conference, record.proposal, QuestionEvent::circulate);
}

void take_effect(Conference& conference, const EntryRef&, const ProposalIntroduced& record) {
    move_on(conference, record.proposal, QuestionEvent::introduce);
}

void take_effect(Conference& conference, const EntryRef&, const ProposalWithdrawn& record) {
    auto& proposal = changed(conference, record.proposal);
    proposal.withdrawn_by.insert(record.delegation);
    const bool all = std::ranges::all_of(proposal.sponsors, [&](const ParticipantId& sponsor) {
        return proposal.withdrawn_by.contains(sponsor);
    });
    if (!all) return;
    move_on(conference, record.proposal, QuestionEvent::withdraw);
    lapse_amendments(conference, record.proposal, 0);
    drop_question(conference, record.proposal);
}

void take_effect(Conference& conference, const EntryRef&, const DebateClosed& record) {
    move_on(conference, record.proposal, QuestionEvent::close_debate);
}

void take_effect(Conference& conference, const EntryRef&, const DefermentRequested& record) {
    changed(conference, record.proposal).asked_to_defer.insert(record.delegation);
}

void count_deferment(Conference& conference, const ProposalId& id, const EntryRef& by) {
    auto& proposal = changed(conference, id);
    ++proposal.deferments;
    proposal.deferred_ms = by.wall_ms;
}

void end_deferments(Conference& conference) {
    std::vector<ProposalId> deferred;
    for (const auto& [id, proposal] : conference.proposals)
        if (proposal.state == QuestionState::deferred) deferred.push_back(id);
    for (const auto& id : deferred) move_on(conference, id, QuestionEvent::end_deferment);
}

void take_effect(Conference& conference, const EntryRef& place, const VoteDeferred& record) {
    move_on(conference, record.proposal, QuestionEvent::defer);
    count_deferment(conference, record.proposal, place);
    changed(conference, record.proposal).asked_to_defer.clear();
    conference.consensus.reset();  // which an objection stopped, if this was proposed
}

void take_effect(Conference& conference, const EntryRef&, const DefermentEnded& record) {
    move_on(conference, record.proposal, QuestionEvent::end_deferment);
}

void take_effect(Conference& conference, const EntryRef&, const VoteNotified& record) {
    changed(conference, record.proposal).not_before = record.not_before;
}

void take_effect(Conference& conference, const EntryRef&, const ExhaustionDeclared& record) {
    changed(conference, record.proposal).exhausted = true;
}

// A unit that is known gets its new text in its place; a new one follows the unit before it.
void take_effect(Conference& conference, const EntryRef& place, const TextRegister& record) {
    auto& units = conference.text_units.change();
    auto next = units.end();
    for (const auto& unit : record.units) {
        const auto known = unit_of(units, unit.id);
        if (known == units.end()) {
            table_unit(conference, place, unit);
            next = units.insert(next, unit) + 1;
            continue;
        }
        if (known->texts != unit.texts) add_version(conference, place, unit.id, unit.texts, {});
        changed(conference, unit.id).registered.title = unit.label;
        *known = unit;
        next = known + 1;
    }
}

void take_effect(Conference& conference, const EntryRef& place, const TextRevised& record) {
    add_version(conference, place, record.proposal, record.texts, record.decisions);
    auto& proposal = changed(conference, record.proposal);
    for (const auto& decision : record.decisions) std::erase(proposal.to_write_in, decision);
    if (!proposal.basic) return;
    auto& units = conference.text_units.change();
    unit_of(units, record.proposal)->texts = record.texts;
}

void take_effect(Conference& conference, const EntryRef& place, const TextPlaced& record) {
    auto& units = conference.text_units.change();
    TextUnit unit{.id = record.text_unit,
                  .number = record.number,
                  .label = record.label,
                  .title = record.title,
                  .texts = record.texts};
    if (const auto known = unit_of(units, record.text_unit); known != units.end()) {
        unit.texts = known->texts;
        changed(conference, unit.id).registered.title = unit.label;
        units.erase(known);
    } else {
        table_unit(conference, place, unit);
    }
    units.insert(record.after.empty() ? units.begin() : unit_of(units, record.after) + 1, unit);
}

}  // namespace placet::ledger
