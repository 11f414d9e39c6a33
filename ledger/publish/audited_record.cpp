#include "ledger/publish/audited_record.h"

#include "ledger/publish/meeting_record.h"

namespace placet::ledger {

Result<AuditedRecord> audited_record(const std::filesystem::path& path,
                                     const std::function<bool()>& go_on) {
    AuditedRecord audited;
    std::vector<MeetingRecord> meetings;
    const auto folded = [&](const Entry& entry, const Conference& then) {
        if (const auto* opened = std::get_if<MeetingOpened>(&entry.record))
            meetings.emplace_back(opened->number);
        for (auto& meeting : meetings) meeting.add(entry, then);
        if (then.decision_of_entry(entry.leaf) != nullptr)
            audited.sheets.push_back(result_sheet(then));
    };
    auto report = audit(path, {.progress = [&](std::uint64_t, std::uint64_t) { return go_on(); },
                               .folded = folded});
    if (!report) return report.error();
    audited.report = *std::move(report);
    if (!audited.report.all_good()) {
        audited.sheets.clear();
        return audited;
    }
    for (auto& sheet : audited.sheets) {
        add_what_followed(sheet, *audited.report.conference);
        sheet.checkpoint_note = audited.report.checkpoint_note;
    }
    for (const auto& meeting : meetings)
        audited.meetings.push_back(meeting.text(audited.report.good));
    return audited;
}

}  // namespace placet::ledger
