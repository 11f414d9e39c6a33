// The list of persons to be accredited: every person accepted stands in a line of the list.
#include "ledger/person_list.h"
#include "ledger/badge.h"
#include "ledger/record_text.h"
#include "tests/fuzz/scratch.h"

#include <array>

namespace placet::fuzz {

using namespace placet::ledger;

bool hold(std::string_view input) {
    ConferencePackage package;
    package.states = {{.id = "BRA"}, {.id = "CIV"}, {.id = "VAT"}};
    const auto persons = read_persons(scratch().file("persons.tsv", input), package);
    if (!persons) return require(!persons.error().detail.empty(), "why is said"), false;
    auto written = split(input, '\n').front() + '\n';
    for (const auto& person : *persons) {
        require(is_person_id(person.id), "an id that a badge can carry");
        written += person.id + '\t' + person.name + '\t' + std::string(to_text(person.role)) +
                   '\t' + person.participant + '\n';
    }
    require(written == input, "every person says what the line says");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 8> words = {
        "presiding_officer", "secretary", "attendant", "delegate", "root", "BRA", "VAT", "bra-1"};
    return mutated_lines(input, other, '\t', dice, words);
}

}  // namespace placet::fuzz
