// tlog_proof.h: that one entry is in a log, as one file that needs no network (C2SP tlog-proof@v1):
//
//     c2sp.org/tlog-proof@v1
//     extra <base64>        the entry itself, in Placet's proofs; may be missing
//     index <decimal>
//     <base64>              the inclusion proof, leaf's sibling first
//                           (an empty line)
//     <the checkpoint with its signature lines>
#pragma once

#include "crypto/cosignature.h"

#include <optional>

namespace placet {

/// What such a file says. Nothing of it is verified before check_tlog_proof.
struct TlogProof {
    std::optional<Bytes> extra = {};  // bound to the log only where it is the entry
    std::uint64_t index = 0;
    Proof proof = {};
    std::string checkpoint_note = {};  // as it stands

    friend bool operator==(const TlogProof&, const TlogProof&) = default;
};

/// Requires an index below 2^63.
std::string format_tlog_proof(const TlogProof& proof);

/// Fails (malformed) on whatever format_tlog_proof does not write, on more than 1 MiB and on a
/// proof longer than any tree's. Of the checkpoint nothing is read.
Result<TlogProof> parse_tlog_proof(std::string_view file);

/// The checkpoint, opened with these keys, once the proof shows that the entry of this leaf hash
/// is in its tree. Fails malformed or unverified. What is shown to a person afterwards is the entry
/// that was hashed here, never one from elsewhere.
Result<CosignedCheckpoint> check_tlog_proof(const TlogProof& proof, const Hash& leaf,
                                            const VerifierKey& log_key,
                                            std::span<const VerifierKey> witnesses = {});

/// The same of the entry that the file carries as `extra`; malformed if it carries none.
Result<CosignedCheckpoint> check_tlog_proof(const TlogProof& proof, const VerifierKey& log_key,
                                            std::span<const VerifierKey> witnesses = {});

}  // namespace placet
