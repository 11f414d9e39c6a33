// floor_essence.h: the part of an essence (essence.h) that the floor makes: who takes part, by
// which rules, proposals, motions and rulings, elections.
#pragma once

#include "ledger/procedure/conference.h"
#include "ledger/record_text.h"
#include "tests/support/results.h"

#include <sstream>
#include <string>

namespace placet::tests {

class FloorEssence {
public:
    explicit FloorEssence(const ledger::Conference& conference) {
        for (const auto& [name, value] : profile_fields(conference.profile)) add(name, value);
        add("session", conference.session);
        for (const auto& [id, session] : conference.registered_for) add(id, session);
        for (const auto& id : conference.suspended) add("without its vote", id);
        for (const auto& [organ, members] : conference.members)
            for (const auto& id : members) add(organ, id);
        for (const auto& decision : conference.rules_carried_out) add("rules", hex(decision));
        for (const auto& [id, proposal] : conference.proposals) add(proposal);
        for (const auto& motion : conference.motions) add(motion);
        for (const auto& ruling : conference.rulings) add(ruling);
        for (const auto& [id, versions] : conference.versions)
            for (const auto& version : versions) {
                add(id, version.version, hex(version.entry.leaf), hashes(version.texts));
                for (const auto& decision : version.decisions) add(hex(decision));
            }
        if (conference.point_of_order)
            add(conference.point_of_order->delegation, conference.point_of_order->words);
        for (const auto& question : conference.waiting)
            add("waits", question.put.question, question.unit, hex(question.entry.leaf));
        for (const auto& decision : conference.decisions) add(decision);
        for (const auto& election : conference.elections) add(election);
        if (conference.consensus) add("over", conference.consensus->over_objection);
        if (conference.run) add(*conference.run);
    }

    std::string text() const { return text_.str(); }

private:
    template <class... Values>
    void add(const Values&... values) {
        ((text_ << values << ' '), ...) << '\n';
    }
    static std::string hashes(const std::map<std::string, Hash>& texts) {
        std::string all;
        for (const auto& [language, hash] : texts) all += language + hex(hash);
        return all;
    }
    void add(const ledger::Proposal& proposal) {
        add(proposal.id(), to_text(proposal.state), proposal.version, proposal.symbol,
            proposal.orally_revised, proposal.registered.title, proposal.registered.parent,
            hashes(proposal.texts), hex(proposal.entry.leaf));
        for (const auto& id : proposal.sponsors) add("sponsor", id);
        for (const auto& id : proposal.withdrawn_by) add("withdrawn by", id);
        for (const auto& id : proposal.asked_to_defer) add("deferment asked by", id);
        add(proposal.deferments, proposal.deferred_ms, proposal.exhausted, proposal.not_before,
            proposal.amended, proposal.matter ? to_text(*proposal.matter) : "as it is",
            proposal.lapsed_with, proposal.organ, hex(proposal.decision));
        for (const auto& decision : proposal.to_write_in) add("to write in", hex(decision));
        for (const auto& part : proposal.parts)
            add(part.label, part.retained ? (*part.retained ? "retained" : "lost") : "waits",
                hex(part.decision));
    }
    void add(const ledger::Motion& motion) {
        add("motion", motion.moved.motion, to_text(motion.moved.kind), motion.moved.words,
            static_cast<int>(motion.state), hex(motion.entry.leaf), hex(motion.decision));
        for (const auto& spoken : motion.spoken) add(spoken.delegation, to_text(spoken.side));
    }
    void add(const ledger::Ruling& ruling) {
        add("ruling", ruling.given.ruling, to_text(ruling.given.kind), ruling.given.words,
            static_cast<int>(ruling.appeal), ruling.appealed_by, to_text(ruling.before),
            hex(ruling.entry.leaf));
    }
    void add(const ledger::Decision& decision) {
        add(decision.proposal, decision.part, decision.motion, decision.ruling, decision.reopened,
            decision.replaced, decision.over_objection, decision.record_closed);
        for (const auto& reading : decision.readings) add(reading.read);
    }
    void add(const ledger::Election& election) {
        add("election", election.unit, election.entry.seq, hex(election.entry.leaf),
            election.opened.election, election.opened.meeting, election.opened.seats);
        add(election.terms.office, election.terms.seats, to_text(election.terms.majority),
            election.terms.open_to_others, election.acclaimed,
            election.stopped ? election.stopped->reason : "goes on");
        for (const auto& one : election.terms.candidates) add("stands", one.id, one.name);
        for (const auto& one : election.withdrawn) add("withdrawn", one.id, one.name);
        for (const auto& act : election.history)
            std::visit([&](const auto& one) { add(one); }, act);
    }
    void add(const ledger::BallotProtocol& sheet) {
        add("ballot", sheet.round, sheet.places, sheet.distributed, sheet.found, sheet.invalid,
            sheet.blank);
        for (const auto& one : sheet.candidates) add(one.id, one.name, sheet.votes.at(one.id));
    }
    void add(const ledger::ElectionLot& lot) {
        add("lot", lot.round, lot.way, lot.witnesses);
        for (const auto& id : lot.among) add("among", id);
        for (const auto& id : lot.drawn) add("drawn", id);
    }
    void add(const ledger::Run& run) {
        if (run.totals) add(run.totals->yes, run.totals->no, run.totals->abstaining);
        if (run.last_call) add("last call", hex(run.last_call->leaf));
    }

    std::ostringstream text_ = {};
};

}  // namespace placet::tests
