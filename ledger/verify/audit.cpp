#include "ledger/verify/audit.h"

#include "ledger/verify/ledger_copy.h"
#include "ledger/verify/store_audit.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>

namespace placet::ledger {

std::string_view to_text(Level level) {
    switch (level) {
        case Level::storage:
            return "storage";
        case Level::log:
            return "log";
        case Level::authority:
            return "authority";
        case Level::procedure:
            return "procedure";
    }
    return "";
}

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::good:
            return "good";
        case Verdict::bad:
            return "bad";
        case Verdict::not_checked:
            return "not checked";
    }
    return "";
}

bool AuditReport::all_good() const {
    return findings.empty() && std::ranges::all_of(levels, [](const LevelReport& level) {
               return level.verdict == Verdict::good;
           });
}

std::string AuditReport::verdict() const {
    std::string text;
    if (!findings.empty()) {
        // The first entry concerned; of its findings the log's, which explains the others.
        const auto place = [](const Finding& finding) {
            return std::pair(finding.entry.value_or(std::numeric_limits<std::uint64_t>::max()),
                             finding.level != Level::log);
        };
        text = std::ranges::min_element(findings, {}, place)->what + " ";
    } else if (!all_good()) {
        text = "Not everything was checked. ";
    }
    text += good == 0         ? "No entry is known to be good."
            : good == entries ? fmt::format("All {} entries are good.", entries)
            : good == 1       ? "Entry 0 is good."
                              : fmt::format("Entries 0 to {} are good.", good - 1);
    if (undone > 0)
        text += " The terminal was stopped while writing: the last transaction was not committed.";
    return text;
}

Result<AuditReport> audit(const std::filesystem::path& path, const AuditOptions& options) {
    const auto copy = LedgerCopy::make(path);
    if (!copy) return copy.error();
    auto store = Store::open_copy(copy->path());
    if (!store) return copy->about_original(store.error());
    auto report = audit_store(*store, options);
    report.undone = copy->stopped_while_writing() ? 1 : 0;
    return report;
}

}  // namespace placet::ledger
