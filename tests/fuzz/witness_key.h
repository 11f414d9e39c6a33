// witness_key.h: the witnesses of the corpora, made of public labels like the key of the log.
#pragma once

#include "crypto/cosignature.h"
#include "tests/fuzz/test_key.h"

#include <array>

namespace placet::fuzz {

/// Number 0 or 1.
inline const SigningKey& witness_key(std::size_t number) {
    static const std::array keys = {SigningKey::from_seed(sha256(bytes_of("fuzz witness 0"))),
                                    SigningKey::from_seed(sha256(bytes_of("fuzz witness 1")))};
    return keys.at(number);
}

inline VerifierKey test_witness(std::size_t number) {
    return {.name = "witness.example/" + std::to_string(number),
            .algorithm = algorithm_cosignature_v1,
            .key = witness_key(number).public_key()};
}

/// One field of a cosigned note changed; mostly signed again, and mostly cosigned again.
inline std::string mutated_cosigned_note(const std::string& note, const std::string& other,
                                         Dice& dice) {
    auto changed = mutated_note(note, other, dice);
    const auto blank = changed.rfind("\n\n");
    if (blank == std::string::npos) return changed;
    const auto text = changed.substr(0, blank + 1);
    for (const std::size_t number : {0U, 1U})
        if (!dice.one_in(3))
            changed += cosign(text, test_witness(number).name, witness_key(number), dice.below(9));
    return changed;
}

}  // namespace placet::fuzz
