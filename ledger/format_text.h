// format_text.h: FORMAT.md as the program holds it, so that an archive explains itself.
#pragma once

#include <string>

namespace placet::ledger {

/// The whole document.
const std::string& format_text();

}  // namespace placet::ledger
