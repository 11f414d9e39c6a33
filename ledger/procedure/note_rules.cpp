// What is noted on a decision after it was taken.
#include "ledger/procedure/entry_rules.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/refusal.h"

#include <algorithm>

namespace placet::ledger {

Result<Done> check(const Conference& conference, const Entry& entry,
                   const ReadingCorrected& record) {
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    const auto* decision = conference.decision_of_entry(record.result);
    if (decision == nullptr || !decision->result)
        return refused_entry("There is no announcement of this result.",
                             "Name the result that was read wrongly.");
    if (decision->record_closed)
        return refused_entry("The record of this decision is closed.", "Ask the secretariat.");
    if (entry.unit != decision->unit || !conference.meeting ||
        conference.meeting->unit != decision->unit)
        return refused_entry("It was announced in another organ.", "Correct it there.");
    if (const auto sealed = sealed_as_needed(conference, entry); !sealed) return sealed.error();
    if (const auto words = short_enough(record.read); !words) return words.error();
    return agrees("The correction",
                  {{record.sentence == decision->sentence, "sentence"},
                   {!record.read.empty() && record.read != decision->sentence, "wrong sentence"}},
                  "Repeat the announcement as the ledger has it, and what was read instead.");
}

Result<Done> check(const Conference& conference, const Entry& entry, const RecordClosed& record) {
    if (const auto none = no_vote_under_way(conference); !none) return none.error();
    const auto* decision = conference.decision_of_entry(record.decision);
    if (decision == nullptr || decision->rescinded)
        return refused_entry("There is no such decision.", "Name one that was taken.");
    if (decision->record_closed)
        return refused_entry("The record of this decision is closed already.", "Nothing is to do.");
    if (entry.unit != decision->unit)
        return refused_entry("The decision was taken in another organ.", "Close it there.");
    return sealed_as_needed(conference, entry);
}

}  // namespace placet::ledger
