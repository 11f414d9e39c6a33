// policy.h: whose checkpoints are believed, and how many witnesses must have cosigned them (C2SP
// tlog-policy): a text file that other verifiers read too.
//
//     log <verifier key> [<url>]
//     witness <name> <witness key> [<url>]
//     group <name> any|all|<k> <name>...
//     quorum <name>|none
#pragma once

#include "crypto/keys.h"

#include <vector>

namespace placet {

/// Names are of this file alone, and bytes: those of witnesses and groups, which are defined before
/// they are used. `none` is nobody's name.
struct Policy {
    struct Log {
        VerifierKey key = {};
        std::string url = {};  // may be empty
        friend bool operator==(const Log&, const Log&) = default;
    };
    struct Witness {
        std::string name = {};
        VerifierKey key = {};
        std::string url = {};
        friend bool operator==(const Witness&, const Witness&) = default;
    };
    /// Has seen a checkpoint when so many of its members have.
    struct Group {
        std::string name = {};
        std::size_t needed = 1;  // 1 to the number of members
        std::vector<std::string> members = {};
        friend bool operator==(const Group&, const Group&) = default;
    };

    std::vector<Log> logs = {};
    std::vector<Witness> witnesses = {};
    std::vector<Group> groups = {};
    std::string quorum = "none";

    friend bool operator==(const Policy&, const Policy&) = default;
};

/// Logs, witnesses, groups, quorum, without comments. Requires what parse_policy could have read.
std::string format_policy(const Policy& policy);

/// Fails (malformed), naming the line, on a word or key that is none, a name used before it is
/// defined or defined twice, a member of two groups, a key that stands twice (also as that of a log
/// and of a witness), no quorum line or two, and on more than 1 MiB.
Result<Policy> parse_policy(std::string_view file);

/// Whether cosignatures by these keys are the quorum. Asks nothing about the log.
bool satisfied(const Policy& policy, std::span<const VerifierKey> cosigners);

}  // namespace placet
