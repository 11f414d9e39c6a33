// audited_record.h: what a ledger tells of its decisions and meetings, once the audit found all of
// it good.
#pragma once

#include "ledger/publish/result_sheet.h"
#include "ledger/verify/audit.h"

#include <functional>
#include <string>
#include <vector>

namespace placet::ledger {

struct AuditedRecord {
    AuditReport report = {};
    // Both empty if not all of the ledger is good.
    std::vector<ResultSheet> sheets = {};    // of every decision, with what followed
    std::vector<std::string> meetings = {};  // the records in words, of meeting 1 first
};

/// `go_on` is asked now and then; false stops the audit. Fails as audit does.
Result<AuditedRecord> audited_record(const std::filesystem::path& path,
                                     const std::function<bool()>& go_on);

}  // namespace placet::ledger
