#include "terminal/background_audit.h"

#include <stdlib.h>
#include <future>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

/// A private folder that goes with the audit.
class BackupFolder {
public:
    static Result<BackupFolder> make(const std::filesystem::path& parent) {
        auto name = (parent / "placet-audit-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            return Error{Fault::storage,
                         "No folder for a backup could be made in " + parent.string() +
                             ". The ledger is as it was. Make room there and audit again."};
        return BackupFolder(name);
    }
    BackupFolder(BackupFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    BackupFolder& operator=(BackupFolder&&) = delete;
    ~BackupFolder() {
        std::error_code ignored;  // a backup left behind harms nothing
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }

    std::filesystem::path backup() const { return path_ / "backup.ledger"; }

private:
    explicit BackupFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
};

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
    const auto folder = BackupFolder::make(folder_);
    if (!folder) return folder.error();
    std::promise<Result<Done>> backed_up;
    writer_.run([&](Ledger& ledger) {
        backed_up.set_value(ledger.log().store().back_up(folder->backup()));
    });
    if (const auto done = backed_up.get_future().get(); !done) return done.error();
    return audit(folder->backup(),
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
