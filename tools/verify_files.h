// verify_files.h: what placet verify says of small files that need no ledger: evidence, receipts.
#pragma once

#include "tools/trust.h"

namespace placet::tools {

/// Is this proof that one key signed two histories? good: it is, and of the key that was given, if
/// one was.
int verify_evidence(const std::string& file, const Trust& trust, Streams& streams);

/// Does this receipt hold, and what is the entry that it is for?
int verify_receipt(const std::string& file, const Trust& trust, Streams& streams);

}  // namespace placet::tools
