// kiosk.h: a session over a real ledger file in a folder of its own, with clocks that stand still
// and keys by label. Every PIN is 246810 unless a test says otherwise.
#pragma once

#include "terminal/session.h"
#include "terminal/stick_copier.h"
#include "terminal/text_folder.h"
#include "tests/support/conference_builder.h"
#include "tests/support/simulated_sticks.h"
#include "tests/support/temp_folder.h"

#include <condition_variable>
#include <optional>

namespace placet::tests {

/// Is told to start, and shows what a test puts into it.
struct SilentAuditor : terminal::Auditor {
    void start() override { ++started; }
    terminal::AuditView view() const override { return shown; }

    int started = 0;
    terminal::AuditView shown = {};
};

/// Keeps what it was told to print, and what a test says went wrong.
struct SilentPrinter : terminal::Printer {
    void print(std::shared_ptr<const ledger::Conference> then, std::string note) override {
        decisions.push_back(then->decisions.back().sentence);
        checkpoint_note = std::move(note);
    }
    std::optional<Error> take_trouble() override { return std::exchange(trouble, std::nullopt); }

    std::vector<std::string> decisions = {};
    std::string checkpoint_note = {};
    std::optional<Error> trouble = {};
};

/// Answers as the store of a kiosk does, without the cost of guessing that a real key has.
Result<SigningKey> open_at_no_cost(const ledger::Badge& badge, std::string_view digits);

class Kiosk {
public:
    static constexpr std::string_view pin = "246810";
    static constexpr std::string_view wrong_pin = "111111";

    /// The ledger's folder is made in `under`.
    explicit Kiosk(std::vector<std::string> participants,
                   const std::filesystem::path& under = std::filesystem::temp_directory_path(),
                   terminal::OpenKey open_key = {}, ledger::RuleProfile rules = {});

    ConferenceBuilder& builder() { return builder_; }
    terminal::Session& session() { return *session_; }
    const terminal::AppState& state() const { return session_->state(); }
    const ledger::Conference& conference() const { return *state().conference; }
    SilentAuditor& auditor() { return auditor_; }
    SilentPrinter& printer() { return printer_; }
    SimulatedSticks& sticks() { return sticks_; }
    ledger::Writer& writer() { return *writer_; }
    std::filesystem::path file() const { return folder_ / "test.ledger"; }
    /// Files that are put here are offered as texts, once a screen for them opens.
    std::filesystem::path texts() const { return folder_ / "texts"; }

    /// What the badge of this person says.
    static std::string badge(const std::string& person);
    void present(const std::string& person);
    void enter(std::string_view digits);
    /// Presents the badge, enters the PIN and waits until the key is open.
    void identify(const std::string& person);
    void sign_in_officers();
    /// Another person of this role, "vice" say, with a badge like the others'.
    void accredit(const std::string& person, ledger::Role role);
    /// Officers, meeting, everybody present.
    void open_meeting();
    /// The same, article 2 put and its vote started.
    void start_vote(ledger::Method method = ledger::Method::recorded);
    /// Identifies, casts and waits for the ledger's answer.
    void cast(const std::string& delegation, ledger::Choice choice);
    /// Both officers' PINs, one after the other.
    void enter_both_pins();
    void handle(const terminal::Intent& intent) { session_->handle(intent); }
    /// Handled and saved, without a word.
    void act(const terminal::Intent& intent);
    /// Nothing is recorded and no PIN asked; these words are shown, and dismissed.
    void refuses(const terminal::Intent& intent, const std::string& words);
    /// Polls after each wake-up until the condition holds; fails the test after 20 s.
    void until(const std::function<bool()>& condition);
    /// Until nothing is being saved, opened or read.
    void settle();
    /// Until nothing is done with a stick.
    void settle_copy();
    /// The same, and until the wrong PINs are recorded too.
    void rest();

    void advance(std::int64_t ms);
    /// The process dies and is started again on the same file.
    void restart();
    /// It ends, and the file is nobody's. Afterwards only `file` and `restart` may be asked for.
    void stop();

private:
    void open(ledger::Ledger ledger);

    TempFolder folder_;
    ConferenceBuilder builder_;
    ledger::KeyStore keys_;
    terminal::OpenKey open_key_;
    SilentAuditor auditor_;
    SilentPrinter printer_;
    SimulatedSticks sticks_;
    std::int64_t now_ms_ = 1'000'000;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::size_t wakes_ = 0;
    std::optional<ledger::Writer> writer_;
    std::optional<terminal::StickCopier> copier_;
    std::optional<terminal::TextFolder> texts_;
    std::optional<terminal::Session> session_;
};

}  // namespace placet::tests
