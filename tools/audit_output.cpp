#include "tools/audit_output.h"

#include "ledger/record_text.h"
#include "ledger/words.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace placet::tools {
namespace {

using namespace placet::ledger;
using json = nlohmann::ordered_json;

std::string head_text(const std::string& name, const AuditReport& report) {
    auto text = fmt::format("Ledger      {}\n", name);
    if (report.conference && report.conference->charter) {
        const auto& charter = *report.conference->charter;
        text += fmt::format("Conference  {} ({})\n", charter.title, to_text(charter.mode));
    }
    text += fmt::format("Terminal    {}\n", report.key.name);
    if (report.entries > 0)
        text += fmt::format("Entries     {}, {} to {}\n", report.entries,
                            date_text(report.first_wall_ms), date_text(report.last_wall_ms));
    return text;
}

std::string key_text(const AuditReport& report) {
    if (report.key_was_given) return "The key is the one that was given.\n";
    return "The key is the file's own: compare it with one that you have from elsewhere (--vkey), "
           "and the\ncheckpoint with one that you hold: only that shows a ledger made anew, or cut "
           "off at its end.\n";
}

std::string level_text(std::string_view level, Verdict verdict, std::string_view proved) {
    return fmt::format("{:<10}  {:<11}  {}\n", level, to_text(verdict), proved);
}

bool any(const std::vector<Compared>& compared, Verdict verdict) {
    return std::ranges::find(compared, verdict, &Compared::verdict) != compared.end();
}

}  // namespace

std::string audit_text(const std::string& name, const AuditReport& report,
                       const std::vector<Compared>& compared) {
    auto text = head_text(name, report) + "\n";
    for (const auto& level : report.levels)
        text += level_text(to_text(level.level), level.verdict, level.proved);
    for (const auto& one : compared) text += level_text(one.level, one.verdict, one.proved);
    text += "\n";
    for (const auto& finding : report.findings)
        text += fmt::format("{:<10}  {}\n", to_text(finding.level), finding.what);
    if (!report.findings.empty()) text += "\n";
    text += key_text(report);
    for (const auto& one : compared)
        if (one.verdict != Verdict::good) text += one.proved + "\n";
    return text + report.verdict() + "\n";
}

std::string audit_json(const std::string& name, const AuditReport& report,
                       const std::vector<Compared>& compared) {
    json levels = json::array();
    for (const auto& level : report.levels)
        levels.push_back({{"level", to_text(level.level)},
                          {"verdict", to_text(level.verdict)},
                          {"proved", level.proved}});
    for (const auto& one : compared)
        levels.push_back(
            {{"level", one.level}, {"verdict", to_text(one.verdict)}, {"proved", one.proved}});
    json findings = json::array();
    for (const auto& finding : report.findings)
        findings.push_back({{"level", to_text(finding.level)},
                            {"entry", finding.entry ? json(*finding.entry) : json(nullptr)},
                            {"what", finding.what}});
    const json object = {{"ledger", name},
                         {"all_good", report.all_good()},
                         {"verdict", report.verdict()},
                         {"entries", report.entries},
                         {"good", report.good},
                         {"undone", report.undone},
                         {"vkey", report.key.name.empty() ? "" : format_verifier_key(report.key)},
                         {"vkey_was_given", report.key_was_given},
                         {"checkpoint", report.checkpoint_note},
                         {"seals", report.seals},
                         {"results", report.results},
                         {"attachments", report.attachments},
                         {"first_wall_ms", report.first_wall_ms},
                         {"last_wall_ms", report.last_wall_ms},
                         {"not_understood", report.not_understood},
                         {"levels", levels},
                         {"findings", findings}};
    // What a damaged file says need not be UTF-8.
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

int exit_code_of(const AuditReport& report, const std::vector<Compared>& compared) {
    if (report.all_good() && !any(compared, Verdict::bad) && !any(compared, Verdict::not_checked))
        return exit_code::good;
    return report.anything_bad() || any(compared, Verdict::bad) ? exit_code::not_verified
                                                                : exit_code::incomplete;
}

}  // namespace placet::tools
