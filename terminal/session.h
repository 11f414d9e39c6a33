// session.h: the only place where an intent becomes a record.
//
// It asks the rules (through the ledger), seals with the keys that badges and PINs opened, gives
// drafts to the writer and says "recorded" only when the writer says so. No drawing, no files.
#pragma once

#include "ledger/badge.h"
#include "ledger/writer.h"
#include "terminal/app_state.h"

#include <functional>
#include <future>

namespace placet::terminal {

/// Starts an audit in the background; the session asks `poll` for its state.
class Auditor {
public:
    virtual ~Auditor() = default;
    virtual void start() = 0;
    virtual AuditView view() const = 0;
};

class Session {
public:
    struct Parts {
        ledger::Writer& writer;
        ledger::KeyStore keys;
        Auditor& auditor;
        std::function<std::int64_t()> now_ms;  // monotonic
        std::function<void()> wake;            // another frame is due
        std::string build = {};
    };

    Session(Parts parts, AppState initial);
    ~Session();

    /// Does what the person asked, or shows why not.
    void handle(const Intent& intent);

    /// Takes up what other threads finished, and time-outs that have come. Call before a frame.
    void poll();

    /// When poll must be called next though nothing happens; nothing if never.
    std::optional<std::int64_t> deadline_ms() const;

    const AppState& state() const { return state_; }

private:
    struct Officer;
    struct PendingSeal;
    enum class PinPurpose { sign_in, cast, seal };

    void on(const OpenScreen& intent);
    void on(const PresentBadge& intent);
    void on(const EnterPin& intent);
    void on(const Cancel& intent);
    void on(const SignIn& intent);
    void on(const SignOut& intent);
    void on(const OpenMeeting& intent);
    void on(const NotePresence& intent);
    void on(const PutQuestion& intent);
    void on(const StartVote& intent);
    void on(const CastBallot& intent);
    void on(const LeaveBallot& intent);
    void on(const CloseVote& intent);
    void on(const LockVote& intent);
    void on(const AnnounceResult& intent);
    void on(const RunAudit& intent);
    void on(const DismissNotice& intent);

    void ask_pin(PinPurpose purpose, const ledger::Person& person, std::string reason);
    void pin_opened(Result<SigningKey> key);
    void next_seal();
    void append_as(ledger::Role role, const ledger::Record& record);
    void append(ledger::Draft draft, Bytes attachment = {});
    void take(const ledger::Written& written);
    void ballot_written(const ledger::Written& written);
    void refuse(const Error& error);
    void leave_ballot();
    void touch() { last_touch_ms_ = parts_.now_ms(); }
    void count_down();

    Parts parts_;
    AppState state_;
    std::map<ledger::Role, std::unique_ptr<Officer>> officers_;
    std::optional<ledger::Badge> badge_;  // presented, PIN not yet entered
    PinPurpose purpose_ = PinPurpose::sign_in;
    std::future<Result<SigningKey>> opening_;
    std::optional<SigningKey> delegate_key_;
    std::unique_ptr<PendingSeal> pending_;
    std::optional<ledger::Ticket> awaited_;
    std::int64_t last_touch_ms_ = 0;
};

}  // namespace placet::terminal
