// witnessed.h: how much of a ledger which witnesses cosigned, and whether that is what a policy
// asks for.
#pragma once

#include "crypto/policy.h"
#include "ledger/feed_tree.h"

#include <filesystem>

namespace placet::ledger {

/// The largest checkpoint of a ledger that a witness cosigned.
struct Witnessing {
    VerifierKey witness = {};
    std::uint64_t size = 0;
    std::uint64_t time = 0;  // seconds since 1970, by the witness's clock
};

struct Witnessed {
    VerifierKey log = {};
    std::uint64_t size = 0;             // entries of the ledger
    std::string note = {};              // of the last checkpoint, with all lines of witnesses
    std::vector<Witnessing> seen = {};  // in the policy's order; those who cosigned nothing not
    /// So many entries were cosigned by as many as the policy asks for; 0 also where it asks for
    /// none.
    std::uint64_t met = 0;
    bool log_is_trusted = true;  // the policy names this log, or none
};

/// Looks at the checkpoints from the last one back, on a private copy. Only signatures, and that a
/// cosigned checkpoint is of this tree; the entries are the audit's. Fails as read_head, or
/// unverified: a line of one of these witnesses is wrong.
Result<Witnessed> read_witnessed(const std::filesystem::path& ledger, const Policy& policy);

/// The same of one note, of a directory's checkpoint say. Fails malformed or unverified.
Result<Witnessed> witnessed_of_note(std::string note, const VerifierKey& log, const Policy& policy);

/// The policy that all of these witnesses are needed. Fails malformed (one stands twice).
Result<Policy> policy_of_all(const std::vector<VerifierKey>& witnesses);

/// For how many entries the policy is met, by what these witnesses saw.
std::uint64_t entries_met(const Policy& policy, const std::vector<Witnessing>& seen);

/// "3 of 5 witnesses cosigned all 812 entries, ...", and a line for each witness if asked.
std::string witnessed_text(const Policy& policy, const Witnessed& witnessed);
std::string witness_lines(const Policy& policy, const Witnessed& witnessed);

}  // namespace placet::ledger
