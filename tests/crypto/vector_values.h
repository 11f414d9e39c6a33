// vector_values.h: members of test vectors as the values that they spell.
#pragma once

#include "crypto/keys.h"
#include "crypto/merkle.h"
#include "tests/support/results.h"
#include "tests/support/vectors.h"

namespace placet::tests {

inline std::string text(const nlohmann::json& object, const char* member) {
    return object.at(member).get<std::string>();
}

inline std::uint64_t number(const nlohmann::json& object, const char* member) {
    return object.at(member).get<std::uint64_t>();
}

inline Hash root_of(const nlohmann::json& object, const char* member) {
    const auto hash = hash_from_base64(text(object, member));
    REQUIRE(hash);
    return *hash;
}

/// Nothing if a hash has another length: such a proof cannot even be asked about.
inline std::optional<Proof> proof_of(const nlohmann::json& object) {
    Proof proof;
    for (const auto& spelling : object.at("proof_b64")) {
        const auto hash = hash_from_base64(spelling.get<std::string>());
        if (!hash) return std::nullopt;
        proof.push_back(*hash);
    }
    return proof;
}

inline bool accepted(const nlohmann::json& object) {
    const auto expect = text(object, "expect");
    REQUIRE((expect == "accept" || expect == "reject"));
    return expect == "accept";
}

inline std::vector<VerifierKey> witnesses_of(const nlohmann::json& spellings) {
    std::vector<VerifierKey> keys;
    for (const auto& spelling : spellings)
        keys.push_back(value_of(parse_witness_key(spelling.get<std::string>())));
    return keys;
}

}  // namespace placet::tests
