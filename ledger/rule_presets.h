// rule_presets.h: rules of procedure to start from, and rules read from a file.
//
// The presets are assets/rules/*.toml and stand in the program, so that it needs no folder. Nobody
// adopted them: each says which family of rules it follows and what of it was not verified.
#pragma once

#include "ledger/procedure/rule_profile.h"

#include <span>

namespace placet::ledger {

struct RulePreset {
    std::string_view name;  // "conf-std"
    std::string_view toml;  // the file as it is
};

std::span<const RulePreset> rule_presets();

/// The rules in a file, or the preset of this name where there is no file of it. Fails absent (with
/// the names of the presets), storage, or malformed: everything that is wrong, by row.
Result<RuleProfile> read_rules(const std::string& path_or_preset);

}  // namespace placet::ledger
