// background_audit.h: audits the ledger while the meeting goes on: a backup is made between two
// appends, and audited on a thread of its own as an outside observer would.
#pragma once

#include "ledger/verify/audit.h"
#include "ledger/writer.h"
#include "terminal/auditor.h"

#include <atomic>

namespace placet::terminal {

class BackgroundAudit : public Auditor {
public:
    /// `writer` outlives this. `key` is what the feed must be signed with. `wake` is called from
    /// another thread when the view has changed. Backups are made in `folder` and removed again.
    BackgroundAudit(ledger::Writer& writer, VerifierKey key, std::filesystem::path folder,
                    std::function<void()> wake);
    ~BackgroundAudit() override;  // stops an audit that runs
    BackgroundAudit(const BackgroundAudit&) = delete;
    BackgroundAudit& operator=(const BackgroundAudit&) = delete;

    void start() override;
    AuditView view() const override;

private:
    void run();
    Result<ledger::AuditReport> audit_backup();
    void show(AuditView view);
    bool tell(std::uint64_t done, std::uint64_t of);

    ledger::Writer& writer_;
    VerifierKey key_;
    std::filesystem::path folder_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    AuditView view_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace placet::terminal
