#include "terminal/background_audit.h"

#include "terminal/ledger_backup.h"

namespace placet::terminal {

using namespace placet::ledger;

namespace {

std::string level_name(Level level) {
    switch (level) {
        case Level::storage:
            return "Storage";
        case Level::log:
            return "Log";
        case Level::authority:
            return "Authority";
        case Level::procedure:
            return "Procedure";
    }
    return {};
}

AuditView view_of(const AuditReport& report) {
    AuditView view{.done = report.good,
                   .of = report.entries,
                   .verdict = report.verdict(),
                   .good = report.all_good()};
    for (const auto& level : report.levels)
        view.levels.push_back({.level = level_name(level.level),
                               .words = level.proved,
                               .good = level.verdict == Verdict::good,
                               .checked = level.verdict != Verdict::not_checked});
    return view;
}

}  // namespace

BackgroundAudit::BackgroundAudit(Writer& writer, VerifierKey key, std::filesystem::path folder,
                                 std::function<void()> wake)
    : writer_(writer), key_(std::move(key)), folder_(std::move(folder)), wake_(std::move(wake)) {}

BackgroundAudit::~BackgroundAudit() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
}

void BackgroundAudit::start() {
    if (view().running) return;
    if (thread_.joinable()) thread_.join();
    show({.running = true});
    thread_ = std::thread([this] { run(); });
}

AuditView BackgroundAudit::view() const {
    const std::lock_guard lock(mutex_);
    return view_;
}

void BackgroundAudit::show(AuditView view) {
    const std::lock_guard lock(mutex_);
    view_ = std::move(view);
}

bool BackgroundAudit::tell(std::uint64_t done, std::uint64_t of) {
    show({.running = true, .done = done, .of = of});
    wake_();
    return !stopping_;
}

Result<AuditReport> BackgroundAudit::audit_backup() {
    const auto backup = LedgerBackup::make(writer_, folder_);
    if (!backup) return backup.error();
    return audit(backup->file(),
                 {.key = key_, .progress = [this](std::uint64_t done, std::uint64_t of) {
                      return tell(done, of);
                  }});
}

void BackgroundAudit::run() {
    const auto report = audit_backup();
    show(report ? view_of(*report) : AuditView{.verdict = report.error().detail});
    wake_();
}

}  // namespace placet::terminal
