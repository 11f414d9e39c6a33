// receipt.h: one entry with the proof that it is in a terminal's log, as one small file that needs
// neither ledger nor network (C2SP tlog-proof, crypto/tlog_proof.h).
#pragma once

#include "crypto/tlog_proof.h"
#include "ledger/record.h"

#include <filesystem>

namespace placet::ledger {

/// The receipt of this entry under the last checkpoint, with the lines of witnesses; the proof is
/// checked before it is given. Works on a private copy. Fails as LedgerCopy, refused (no such
/// entry), or corrupt (the entry is not what the tree says).
Result<std::string> make_receipt(const std::filesystem::path& ledger, std::uint64_t seq);

/// A receipt that was checked, and the entry that was hashed for it: no other may be shown.
struct CheckedReceipt {
    std::string bytes = {};  // of the entry
    Entry entry = {};        // read from these bytes
    CosignedCheckpoint checkpoint = {};
};

/// Fails malformed or unverified: also if the entry says another place or feed than it has.
Result<CheckedReceipt> check_receipt(std::string_view file, const VerifierKey& key,
                                     std::span<const VerifierKey> witnesses = {});

/// The origin that a receipt's checkpoint names, of which nothing is verified; for saying whose key
/// is needed.
std::string claimed_origin_of_receipt(std::string_view file);

}  // namespace placet::ledger
