// fork_evidence.h: proof that one key signed two histories of one log, for anybody with that key
// to check; of the entries it tells nothing. A JSON object:
//
//     vkey                 the verifier key
//     checkpoint_a         a note signed by that key, of size a
//     checkpoint_b         another, of size b, a <= b
//     other_root_at_a_b64  the root that the first a entries of b have: another than a's
//     proof_b64            the consistency proof from that root to b's; none where a = b
#pragma once

#include "crypto/checkpoint.h"

namespace placet::ledger {

/// What such a file says. Nothing of it is verified before check_fork_evidence.
struct ForkEvidence {
    VerifierKey key = {};
    std::string checkpoint_a = {};
    std::string checkpoint_b = {};
    Hash other_root_at_a = {};
    Proof proof = {};

    friend bool operator==(const ForkEvidence&, const ForkEvidence&) = default;
};

/// What was shown about whoever holds this key. Whether that key is one that matters, the caller
/// knows: the file itself names it.
struct ProvenFork {
    VerifierKey key = {};  // its name is the origin of both histories
    std::uint64_t size_a = 0;
    std::uint64_t size_b = 0;  // not below size_a
};

/// Indented by two blanks, with LF at its end. Requires notes in UTF-8.
std::string format_fork_evidence(const ForkEvidence& evidence);

/// Fails (malformed) on more than 1 MiB, on anything but an object of these five members, each
/// once, and on a value that is none. Order and blanks are free.
Result<ForkEvidence> parse_fork_evidence(std::string_view file);

/// Fails malformed or unverified, saying why this is no evidence.
Result<ProvenFork> check_fork_evidence(const ForkEvidence& evidence);

/// "The key <name> signed two histories of its log: ...", in one line for a person.
std::string to_sentence(const ProvenFork& fork);

}  // namespace placet::ledger
