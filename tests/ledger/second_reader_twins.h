// second_reader_twins.h: for every check of the second reader a twin of the mixed meetings that is
// wrong in this alone: tree, checkpoints and seals are in order.
#pragma once

#include "ledger/record_text.h"
#include "tests/support/forged_ledger.h"

#include <functional>
#include <string>
#include <vector>

namespace placet::tests {

/// The nth entry of a type, otherwise than it was, and how the second reader refuses it.
struct Twin {
    std::string type = {};  // of the entry in whose place it stands
    int nth = 1;
    /// Writes the twin over the record in that place; `others` finds a record of the same ledger.
    using Others = std::function<ledger::Record(const std::string& type, int nth)>;
    std::function<void(ledger::Record&, const Others& others)> change = {};
    std::string words = {};
    Sealed sealed = Sealed::as_it_was;
};

/// The nth record of this kind, changed.
template <class Kind>
Twin changed(int nth, std::string words, std::function<void(Kind&)> change) {
    return {
        std::string(type_of(ledger::Record{Kind{}})), nth,
        [change](ledger::Record& record, const Twin::Others&) { change(std::get<Kind>(record)); },
        std::move(words)};
}

/// In place of the nth record of this kind, the nth of another kind, which comes too early there.
template <class Kind, class Other>
Twin instead(
    int nth, int other_nth, std::string words, std::function<void(Other&)> change = [](Other&) {}) {
    return {std::string(type_of(ledger::Record{Kind{}})), nth,
            [=](ledger::Record& record, const Twin::Others& others) {
                auto early = std::get<Other>(
                    others(std::string(type_of(ledger::Record{Other{}})), other_nth));
                change(early);
                record = early;
            },
            std::move(words)};
}

/// Another hash than it was.
inline void flip(Hash& hash) { hash.bytes[0] ^= 1U; }

// second_reader_twins.cpp
std::vector<Twin> twins_of_the_founding();
std::vector<Twin> twins_of_meetings();
std::vector<Twin> twins_of_decisions_without_a_vote();
std::vector<Twin> twins_of_votes();
// second_reader_floor_twins.cpp
std::vector<Twin> twins_of_proposals();
std::vector<Twin> twins_of_motions();
std::vector<Twin> twins_of_rulings();
std::vector<Twin> twins_of_questions();
// second_reader_election_twins.cpp
std::vector<Twin> twins_of_nominations();
std::vector<Twin> twins_of_protocols();
std::vector<Twin> twins_of_lots_and_ends();

}  // namespace placet::tests
