// test_key.h: the key of the corpora, made of a public label: whoever reads this can sign with it.
#pragma once

#include "crypto/checkpoint.h"
#include "tests/fuzz/mutation.h"

namespace placet::fuzz {

inline const SigningKey& test_key() {
    static const auto key = SigningKey::from_seed(sha256(bytes_of("fuzz")));
    return key;
}

inline VerifierKey test_verifier_key() {
    return {.name = "placet.example/fuzz", .key = test_key().public_key()};
}

/// One field of a signed note changed; mostly signed again.
inline std::string mutated_note(const std::string& note, const std::string& other, Dice& dice) {
    const auto changed = mutated_lines(note, other, ' ', dice);
    const auto blank = changed.rfind("\n\n");
    if (blank == std::string::npos || dice.one_in(3)) return changed;
    return sign_note(changed.substr(0, blank + 1), test_verifier_key().name, test_key());
}

}  // namespace placet::fuzz
