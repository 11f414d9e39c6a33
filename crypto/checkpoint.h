// checkpoint.h: origin, tree size and root hash as the text of a signed note (C2SP
// tlog-checkpoint 1.0.0). Example, with the key of tests/data/vectors:
//
//     ledger.example/conf-2026/k07-1
//     11
//     071qFrv2kO/zRVom8+YNsfgFYz4Ma88IbQBO681+eh0=
#pragma once

#include "crypto/merkle.h"
#include "crypto/note.h"

namespace placet {

/// What a checkpoint says. A size goes with its root only in a checkpoint that was opened.
struct Checkpoint {
    std::string origin = {};
    std::uint64_t size = 0;
    Hash root = empty_root();

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Three lines, without extension lines.
std::string format_checkpoint(const Checkpoint& checkpoint);

/// Fails (malformed) on a sign, a leading zero, a size of 2^63 or more, a wrong root of the empty
/// tree, or an empty extension line. Extension lines are accepted and ignored.
Result<Checkpoint> parse_checkpoint(std::string_view text);

/// The signed note of a checkpoint; the key name is the origin.
std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

/// Opens the note of the log that owns this key: signed by it, and of that origin.
/// Fails malformed or unverified; nothing of an unverified note is returned.
Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key);

}  // namespace placet
