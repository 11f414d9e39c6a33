// audit_view.h: an audit that runs beside the meeting, as the ledger screen shows it. Plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace placet::terminal {

/// One level of the last audit, in words.
struct AuditLine {
    std::string level = {};
    std::string words = {};
    bool good = false;
    bool checked = false;

    friend bool operator==(const AuditLine&, const AuditLine&) = default;
};

struct AuditView {
    bool running = false;
    std::uint64_t done = 0;  // entries checked so far
    std::uint64_t of = 0;
    std::vector<AuditLine> levels = {};
    std::string verdict = {};
    bool good = false;

    friend bool operator==(const AuditView&, const AuditView&) = default;
};

}  // namespace placet::terminal
