// schema.h: schema.sql as the program holds it.
#pragma once

#include <string>

namespace placet::ledger {

/// The statements of schema.sql, as they are executed.
const std::string& schema_text();

}  // namespace placet::ledger
