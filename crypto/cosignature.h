// cosignature.h: witnesses' signatures below a checkpoint (C2SP tlog-cosignature 1.0.1,
// cosignature/v1): "at that time, this was the largest tree of that log that I had seen, and every
// earlier one was its beginning".
#pragma once

#include "crypto/checkpoint.h"

#include <vector>

namespace placet {

/// A witness's line below a checkpoint, verified.
struct Cosignature {
    VerifierKey witness = {};
    std::uint64_t time = 0;  // seconds since 1970, as the witness's clock said
    std::string line = {};   // with its LF
};

/// A checkpoint signed by its log, and who of the known witnesses cosigned it.
struct CosignedCheckpoint {
    Checkpoint checkpoint = {};
    std::string text = {};  // what was signed, extension lines included; what a witness cosigns
    std::vector<Cosignature> cosignatures = {};  // one of each witness, its latest; by first line
};

/// The signature line of a witness of this name under a checkpoint, for append_signature_line.
/// Whoever signs has checked that this log never showed it another tree. Requires a key name, the
/// text of a checkpoint, and a time below 2^63.
std::string cosign(std::string_view checkpoint_text, std::string_view name, const SigningKey& key,
                   std::uint64_t time);

/// Opens a checkpoint as open_checkpoint does, and the lines of these witnesses below it. A line of
/// a known witness that is wrong rejects the note whole (unverified), as that of the log does;
/// lines of others are ignored. Requires keys of witnesses (parse_witness_key): a line of a key of
/// another kind is wrong.
Result<CosignedCheckpoint> open_cosigned_checkpoint(std::string_view note,
                                                    const VerifierKey& log_key,
                                                    std::span<const VerifierKey> witnesses);

}  // namespace placet
