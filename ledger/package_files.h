// package_files.h: the two files of a conference package that are TOML. For conference_package.cpp.
#pragma once

#include "ledger/conference_package.h"

namespace placet::ledger {

/// Fills id, title, origin, languages and units.
void parse_conference(std::string_view text, std::string_view file, ConferencePackage& package,
                      Complaints& complaints);

/// The rule profile field by field, as profile_from_fields takes it.
std::map<std::string, std::string> parse_profile(std::string_view text, std::string_view file,
                                                 Complaints& complaints);

}  // namespace placet::ledger
