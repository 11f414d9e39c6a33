// essence.h: everything that bears on what may follow, as text: two conferences with the same
// essence are told apart by nothing, but for the ballots of runs that ended.
#pragma once

#include "ledger/encoding.h"
#include "tests/ledger/floor_essence.h"

#include <string>

namespace placet::tests {

class Essence {
public:
    explicit Essence(const ledger::Conference& conference) {
        add("charter", conference.charter_leaf);
        add("questions", conference.next_question());
        add("runs", conference.next_run());
        add("meetings", conference.last_meeting);
        for (const auto& [id, participant] : conference.participants)
            add(id, ledger::Record{ledger::Participation{{participant}, {}}});
        for (const auto& [id, person] : conference.persons)
            add(id, ledger::Record{ledger::Accreditation{{person}}});
        add("texts", ledger::Record{ledger::TextRegister{conference.text_units}});
        for (const auto& id : conference.present) add("present", id);
        if (conference.meeting) add(*conference.meeting);
        if (conference.question) {
            add(conference.question->unit, ledger::Record{conference.question->put});
            add(conference.question->entry);
            add("method requested", conference.question->method_requested ? 1 : 0);
            for (const auto& statement : conference.question->explanations) add(statement);
        }
        for (const auto& [id, decision] : conference.rejected_on) add(id, decision);
        if (conference.consensus) add(*conference.consensus);
        if (conference.run) add(*conference.run, conference.vote_under_way());
        for (const auto& decision : conference.decisions) add(decision);
        for (const auto& annulled : conference.annulled) {
            add(annulled.subject + annulled.reason, annulled.run * 1000 + annulled.question);
            add(annulled.entry);
        }
        add("closed", conference.closed ? 1 : 0);
        for (const auto& [id, count] : conference.pins_refused) add(id, count);
        for (const auto seq : conference.not_understood) add("not understood", seq);
        text += FloorEssence(conference).text();
    }

    std::string text = {};  // without the number of entries

private:
    void add(const std::string& name, const std::string& value) {
        text += name + ' ' + value + '\n';
    }
    template <std::integral Number>
    void add(const std::string& name, Number value) {
        add(name, std::to_string(value));
    }
    void add(const std::string& name, const Hash& value) { add(name, hex(value)); }
    void add(const std::string& name, const ledger::Record& record) {
        add(name, value_of(ledger::draft_of(record, "plenary")).content);
    }
    void add(const ledger::EntryRef& entry) {
        add("entry", std::to_string(entry.seq) + ' ' + hex(entry.leaf) + ' ' +
                         std::to_string(entry.wall_ms));
    }
    void add(const ledger::Meeting& meeting) {
        add(meeting.unit, meeting.presiding);
        add(meeting.suspended ? "suspended" : "open", meeting.number);
        add("quorum", meeting.quorum_reached ? 1 : 0);
        add(meeting.entry);
    }
    void add(const ledger::Consensus& consensus) {
        add(consensus.unit, ledger::Record{consensus.proposed});
        add(consensus.entry);
        for (const auto& objection : consensus.objections) {
            add(objection.withdrawn ? "withdrawn" : "stands", ledger::Record{objection.raised});
            add(objection.entry);
        }
        if (consensus.gavel) {
            add("gavel", ledger::Record{*consensus.gavel});
            add(*consensus.gavel_entry);
        }
        for (const auto& statement : consensus.statements) add(statement);
        add("indeterminate", consensus.indeterminate ? 1 : 0);
    }
    void add(const ledger::Statement& statement) {
        add("statement", ledger::Record{statement.attached});
        add(statement.entry);
    }
    void add(const ledger::Run& run, bool under_way) {
        add(run.unit, ledger::Record{run.start});
        add(run.start_entry);
        add("phase", static_cast<int>(run.phase));
        if (run.lot_commitment) add("lot", ledger::Record{*run.lot_commitment});
        if (run.lot) add("lot", ledger::Record{*run.lot});
        for (const auto& [id, answers] : run.answers)
            for (const auto& noted : answers) {
                add(noted.person, ledger::Record{noted.answer});
                add(noted.entry);
            }
        for (const auto& count : run.hand_counts) {
            add(count.teller, ledger::Record{count.counted});
            add(count.entry);
        }
        if (run.close_entry) add(*run.close_entry);
        if (run.lock) add("lock", ledger::Record{*run.lock});
        if (run.lock_entry) add(*run.lock_entry);
        if (!under_way) return;
        for (const auto& [id, cast] : run.ballots)
            for (const auto& one : cast) {
                add(one.person, ledger::Record{one.ballot});
                add(one.entry);
            }
        for (const auto& id : run.present_at_close) add("voted", id);
    }
    void add(const ledger::Decision& decision) {
        add(decision.unit + ' ' + decision.text_unit, decision.question * 1000 + decision.meeting);
        add(decision.subject, decision.sentence);
        add(std::to_string(static_cast<int>(decision.kind)), static_cast<int>(decision.outcome));
        add(decision.rescinded ? "rescinded" : "stands", decision.entry.seq);
        add(decision.entry);
        if (decision.result) add("result", ledger::Record{*decision.result});
        if (decision.start) add("start", ledger::Record{*decision.start});
        if (decision.consensus) add(*decision.consensus);
        for (const auto& statement : decision.statements) add(statement);
        for (const auto& noted : decision.corrections) add("correction", ledger::Record{noted});
    }
};

inline std::string essence(const ledger::Conference& conference) {
    return "size " + std::to_string(conference.size) + '\n' + Essence(conference).text;
}

}  // namespace placet::tests
