// state_order.h: English alphabetical order of States, as rolls are called and printed.
//
// Accents and letter case do not count, and every run of other characters is one blank: Côte
// d'Ivoire stands before Croatia, Türkiye after Tunisia. Nothing is stripped: "Republic of Korea"
// stands under R.
#pragma once

#include <string>
#include <string_view>

namespace placet::ledger {

/// Names in the order of these keys, compared as bytes, are in English alphabetical order.
/// Requires well-formed UTF-8.
std::string collation_key(std::string_view name);

}  // namespace placet::ledger
