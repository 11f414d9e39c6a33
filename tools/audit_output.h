// audit_output.h: what a command says of an audit, to a person, to a program, and on leaving.
#pragma once

#include "ledger/verify/audit.h"

#include <string>

namespace placet::tools {

/// The four levels with what each proved, findings, and the verdict last.
std::string audit_text(const std::string& name, const ledger::AuditReport& report);

/// The same and more as one JSON object; members are only ever added. Ends with LF.
std::string audit_json(const std::string& name, const ledger::AuditReport& report);

/// good, not_verified if something is bad, otherwise incomplete.
int exit_code_of(const ledger::AuditReport& report);

}  // namespace placet::tools
