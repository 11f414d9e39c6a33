// audit_output.h: what a command says of an audit, to a person, to a program, and on leaving.
#pragma once

#include "ledger/verify/audit.h"

#include <string>

namespace placet::tools {

/// What a comparison with something that others hold came to: a fifth level, if it is asked for.
struct Compared {
    std::string level = {};  // "checkpoint", "witnesses"
    ledger::Verdict verdict = ledger::Verdict::not_checked;
    std::string proved = {};  // one sentence or more
};

/// The four levels with what each proved, comparisons, findings, and the verdict last.
std::string audit_text(const std::string& name, const ledger::AuditReport& report,
                       const std::vector<Compared>& compared = {});

/// The same and more as one JSON object; members are only ever added. Ends with LF.
std::string audit_json(const std::string& name, const ledger::AuditReport& report,
                       const std::vector<Compared>& compared = {});

/// good, not_verified if something is bad, otherwise incomplete.
int exit_code_of(const ledger::AuditReport& report, const std::vector<Compared>& compared = {});

}  // namespace placet::tools
