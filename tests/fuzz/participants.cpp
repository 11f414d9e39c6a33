// The table of participants, and with it the reader of all tables: rows that are accepted say what
// their lines say, and nothing is accepted with a complaint.
#include "ledger/conference_package.h"
#include "tests/fuzz/target.h"

namespace placet::fuzz {

using namespace placet::ledger;

namespace {

std::string line_of(const ListedState& state) {
    auto line = state.id + '\t' + state.alpha2 + '\t' + state.status + '\t' + state.regional_group;
    for (const auto language : official_languages)
        line += '\t' + state.names.at(std::string(language));
    return line + '\t' + state.board;
}

}  // namespace

bool hold(std::string_view input) {
    Complaints complaints;
    const auto states = parse_participants(input, "participants.tsv", complaints);
    if (!complaints.none())
        return require(!complaints.error().detail.empty(), "why is said"), false;
    auto written = split(input, '\n').front() + '\n';
    for (const auto& state : states) written += line_of(state) + '\n';
    require(written == input, "every row says what its line says");
    for (const auto& state : states)
        for (const auto& [language, name] : state.names)
            require(text_fault(name).empty(), "names are clean");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_lines(input, other, '\t', dice);
}

}  // namespace placet::fuzz
