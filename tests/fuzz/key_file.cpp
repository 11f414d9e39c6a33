// Key files, as far as they are read without the passphrase (opening one costs 64 MiB and a tenth
// of a second by design): an accepted file is canonical JSON and names the key that is returned.
#include "crypto/key_file.h"
#include "tests/fuzz/target.h"

#include <array>
#include <nlohmann/json.hpp>

namespace placet::fuzz {

bool hold(std::string_view input) {
    const auto key = public_half(input);
    if (!key) return false;
    const auto file = nlohmann::json::parse(input, nullptr, false);
    require(file.is_object() && file.size() == 7 && file.dump() == input, "one spelling");
    require(file["public"] == base64(*key), "the key is the one that is named");
    require(file["v"] == 1 && file["kdf"] == "argon2id", "a version that is known");
    return true;
}

std::string mutated(const std::string& input, const std::string& other, Dice& dice) {
    constexpr std::array<std::string_view, 4> words = {"interactive", "moderate", "argon2id",
                                                       "argon2i"};
    return mutated_json(input, other, dice, words);
}

}  // namespace placet::fuzz
