// trust.h: whose keys a person who checks has: --vkey, --witness and --policy.
#pragma once

#include "crypto/policy.h"
#include "tools/command.h"

#include <optional>
#include <string>

namespace placet::tools {

/// As they were given on the command line.
struct Trust {
    std::string vkey = {};
    std::vector<std::string> witnesses = {};
    std::string policy = {};  // a file

    bool asks_for_witnesses() const { return !witnesses.empty() || !policy.empty(); }
};

void add_key_option(CLI::App& app, Trust& trust, const std::string& what);
CLI::Option* add_witness_option(CLI::App& app, Trust& trust, const std::string& what);
/// --witness or --policy.
void add_witness_options(CLI::App& app, Trust& trust);

/// Witnesses and how many are needed: as the policy's file says, or all that were named. Fails as
/// read_text_file or parse_policy.
Result<Policy> policy_of(const Trust& trust);

/// The key that was given, or that the policy names for this log; nothing if neither says.
std::optional<VerifierKey> key_of(const Trust& trust, const Policy& policy,
                                  const std::string& name);

std::vector<VerifierKey> witness_keys(const Policy& policy);

}  // namespace placet::tools
