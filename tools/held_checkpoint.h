// held_checkpoint.h: a ledger compared with a checkpoint that somebody kept: a note, or a
// photograph of the QR code.
#pragma once

#include "tools/audit_output.h"

namespace placet::tools {

/// What the checkpoint in this file says of the ledger. Fails as read_text_or_picture,
/// checkpoint_history and compare_histories.
Result<Compared> with_checkpoint(const std::string& ledger, const std::string& file,
                                 const VerifierKey& key);

}  // namespace placet::tools
