// Verifier keys of logs and of witnesses in C2SP's spelling: what is accepted is one of the two,
// and is written again as it was.
#include "crypto/keys.h"
#include "tests/fuzz/target.h"

namespace placet::fuzz {

bool hold(std::string_view input) {
    const auto of_log = parse_verifier_key(input), of_witness = parse_witness_key(input);
    if (!of_log && !of_witness) return false;
    require(!of_log || !of_witness, "a log's key is no witness's");
    const auto& key = of_log ? of_log : of_witness;
    require(is_key_name(key->name), "a verifier key has a key name");
    require(format_verifier_key(*key) == input, "a verifier key has one spelling");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    const auto changed = mutated_lines(input, other, '+', dice);
    auto parts = split(changed, '+');
    const auto key = parts.size() == 3 ? from_base64(parts[2]) : Result<Bytes>(Bytes{});
    if (parts.size() != 3 || !key || key->empty() || dice.one_in(3)) return changed;
    parts[1] = hex(BytesView{key_id(parts[0], key->front(), BytesView{*key}.subspan(1))});
    return joined(parts, '+');
}

}  // namespace placet::fuzz
