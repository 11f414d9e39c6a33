// auditor.h: audits the ledger beside the meeting; the session asks for what is known so far.
#pragma once

#include "terminal/app_state.h"

namespace placet::terminal {

class Auditor {
public:
    virtual ~Auditor() = default;
    /// Has no effect while an audit runs.
    virtual void start() = 0;
    virtual AuditView view() const = 0;
};

}  // namespace placet::terminal
