// founded.h: a conference of three on a real file, and what bears on its future.
#pragma once

#include "ledger/acts.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

namespace placet::tests {

namespace fs = std::filesystem;
using ledger::Choice;
using ledger::Conference;
using ledger::Draft;
using ledger::Ledger;
using ledger::Record;

/// A conference of three in a folder of its own.
struct Founded {
    TempFolder folder = {};
    fs::path path = folder / "ledger";
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    std::optional<Ledger> ledger = found_ledger(path, builder);

    const Conference& conference() const { return ledger->conference(); }
    Draft sealed(const Record& record) const { return builder.sealed(conference(), record); }
    /// As after a power cut: what is on disk is all there is.
    void restart() {
        ledger.reset();
        ledger = value_of(reopen_ledger(path, builder));
    }
    /// A vote with these choices, announced.
    void vote(Choice a, Choice b, Choice c) {
        start_vote(*ledger, builder);
        cast(*ledger, builder, "AAA", a);
        cast(*ledger, builder, "BBB", b);
        cast(*ledger, builder, "CCC", c);
        finish_vote(*ledger, builder);
    }
};

/// Everything that bears on what may follow, told apart from a restored conference by nothing.
inline std::string essence(const Conference& conference) {
    std::string text = std::to_string(conference.size) + ' ' + hex(conference.charter_leaf);
    text += ' ' + std::to_string(conference.next_question()) + ' ' +
            std::to_string(conference.next_run());
    for (const auto& [id, participant] : conference.participants) text += ' ' + participant.name;
    for (const auto& [id, person] : conference.persons) text += ' ' + hex(person.key);
    for (const auto& id : conference.present) text += " present:" + id;
    for (const auto& decision : conference.decisions) text += ' ' + decision.sentence;
    if (conference.meeting) text += " meeting" + std::to_string(conference.meeting->number);
    if (conference.question) text += " question:" + conference.question->put.sentence;
    if (conference.vote_under_way()) {
        text += " phase" + std::to_string(static_cast<int>(conference.run->phase));
        for (const auto& [id, cast] : conference.run->ballots)
            for (const auto& one : cast)
                text += ' ' + one.ballot.id + std::to_string(static_cast<int>(one.ballot.choice));
        for (const auto& id : conference.run->present_at_close) text += " voted:" + id;
    }
    for (const auto& [id, count] : conference.pins_refused) text += " pin:" + id;
    return text;
}

}  // namespace placet::tests
