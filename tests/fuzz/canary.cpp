// Not a target but a planted bug: does the fuzzer find what hides behind one value of a field of a
// decoded entry?
#include "ledger/canonical.h"
#include "ledger/encoding.h"
#include "ledger/record_text.h"
#include "tests/fuzz/target.h"

namespace placet::fuzz {

using namespace placet::ledger;

bool hold(std::string_view input) {
    const auto entry = decode_entry(input);
    if (!entry) return false;
    const auto* ballot = std::get_if<Ballot>(&entry->record);
    require(ballot == nullptr || ballot->run != integer_limit, "the planted bug");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    return mutated_json(input, other, dice, known_types());
}

}  // namespace placet::fuzz
