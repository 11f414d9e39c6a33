// stick_copier.h: copies the record to a stick and takes in from one, on a thread of its own. What
// is copied is a backup made between two appends, and what is taken in was read from the stick and
// verified before the writer sees it: a stick that is slow, or hangs, holds up no ballot.
#pragma once

#include "ledger/exchange/export.h"
#include "ledger/exchange/import.h"
#include "ledger/writer.h"
#include "terminal/copier.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace placet::terminal {

class StickCopier : public Copier {
public:
    struct Parts {
        ledger::Writer& writer;
        Sticks& sticks;
        std::filesystem::path backups = {};  // where a backup is made, and taken away again
        ledger::WallClock clock = ledger::system_wall_ms;
        std::function<void()> wake = {};  // from another thread: the view has changed
    };
    /// Writer and sticks outlive this.
    explicit StickCopier(Parts parts) : parts_(std::move(parts)) {}
    ~StickCopier() override;  // stops what is under way
    StickCopier(const StickCopier&) = delete;
    StickCopier& operator=(const StickCopier&) = delete;

    std::vector<Stick> sticks() const override { return parts_.sticks.in(); }
    void copy_to(std::uint64_t stick) override;
    void take_in_from(std::uint64_t stick) override;
    void stop() override { stopping_ = true; }
    CopyView view() const override;

private:
    using Trouble = std::optional<Notice>;  // what stood against it; nothing if it is done
    using Work = Trouble (StickCopier::*)(const Stick&);

    void begin(std::uint64_t stick, CopyStage stage, Work work);
    Trouble copy(const Stick& stick);
    Trouble write_and_read_back(const Stick& stick);
    Trouble write(ledger::Export& copy, ledger::Store& store, const Stick& stick);
    Trouble take_in(const Stick& stick);
    Result<ledger::ImportReport> rehearse(ledger::Carrier& carrier, const Stick& stick);
    Result<ledger::ImportReport> take_into_ledger(ledger::Carrier& carrier);
    bool is_in(const Stick& stick) const;
    void change(const std::function<void(CopyView&)>& how);

    Parts parts_;
    mutable std::mutex mutex_;
    CopyView view_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace placet::terminal
