// session.h: the only place where an intent becomes a record.
//
// It asks the rules, seals with keys that badges and PINs opened, gives drafts to the writer and
// says "recorded" only when the writer says so. No drawing, no files, no clock of its own.
#pragma once

#include "terminal/held_positions.h"
#include "terminal/officers.h"
#include "terminal/pin_waits.h"
#include "terminal/session_parts.h"
#include "terminal/table_reader.h"

namespace placet::terminal {

class Session {
public:
    /// A delegate who walks away: this long without a sign of life, then a warning, then the kiosk
    /// resets itself and nothing is cast.
    static constexpr std::int64_t idle_limit_ms = 30'000;
    static constexpr std::int64_t warning_ms = 15'000;
    static constexpr std::int64_t recorded_limit_ms = 15'000;  // long enough to read "Recorded"
    /// An answer of a roll-call is shown this long before the next name comes, so that a second
    /// press of the same finger is for nobody.
    static constexpr std::int64_t answer_shown_ms = 400;

    using Parts = SessionParts;

    Session(Parts parts, AppState initial);
    ~Session();

    /// Does what the person asked, or shows why not. A press while an entry is being saved records
    /// nothing.
    void handle(const Intent& intent);

    /// Somebody touched the kiosk: it does not reset itself for a while.
    void touched();

    /// Takes up what other threads finished, and time that has run out. Call after every wake-up.
    void poll();

    /// Milliseconds until poll must be called though nothing happens; nothing if never.
    std::optional<std::int64_t> due_in_ms() const;
    const AppState& state() const { return state_; }

private:
    void on(const OpenScreen& intent);
    void on(const PresentBadge& intent);
    void on(const EnterPin& intent);
    void on(const Cancel& intent);
    void on(const SignIn& intent);
    void on(const SignOut& intent);
    void on(const OpenMeeting& intent);
    void on(const SuspendMeeting& intent);
    void on(const ResumeMeeting& intent);
    void on(const CloseMeeting& intent);
    void on(const TakeChair& intent);
    void on(const ProposeAdoption& intent);
    void on(const Gavel& intent);
    void on(const ConfirmConsensus& intent);
    void on(const SetProposalAside& intent);
    void on(const OpenDelegation& intent);
    void on(const Object& intent);
    void on(const WithdrawObjection& intent);
    void on(const AttachStatement& intent);
    void on(const NoteCorrection& intent);
    void on(const RuleLateFlag& intent);
    void on(const LeaveDelegation& intent);
    void on(const NotePresence& intent);
    void on(const PutQuestion& intent);
    void on(const StartVote& intent);
    void on(const CastBallot& intent);
    void on(const ChooseAgain& intent);
    void on(const LeaveBallot& intent);
    void on(const CloseVote& intent);
    void on(const LockVote& intent);
    void on(const AnnounceResult& intent);
    void on(const RunAudit& intent);
    void on(const UseStick& intent);
    void on(const DismissNotice& intent);
    void on(const CommitLot& intent);
    void on(const DrawLotByHand& intent);
    void on(const DrawLotByNumber& intent);
    void on(const NoteAnswer& intent);
    void on(const EnterHands& intent);
    void on(const AnnulVote& intent);
    void on(const NoteRecord& intent);

    void ask_pin(PinPurpose purpose, const ledger::Person& person);
    void pin_opened(Result<SigningKey> key);
    void pin_was_wrong(const ledger::PersonId& person);
    void open_ballot(const ledger::PersonId& person, SigningKey key);
    Result<Done> may_vote_here(const ledger::ParticipantId& delegation) const;
    void end_ballot();
    void watch_positions(const ledger::Conference& before);
    void take_position(ledger::Choice choice);
    void take_totals();
    Result<ledger::VoteClosed> may_seal_close(const ledger::Conference& conference) const;
    void ask_seals(PinPurpose purpose, const ledger::Record& record, const std::string& unit,
                   std::vector<ledger::Role> wanted, std::string table = {},
                   Phrases::Values values = {}, std::vector<Bytes> texts = {});
    void next_seal();
    void append_as(ledger::Role role, const ledger::Record& record, std::string unit = {},
                   std::vector<Bytes> texts = {});
    void append_for_delegation(const ledger::Record& record);
    void watch_pauses(const ledger::Conference& before);
    void count_pauses();
    void append(ledger::Draft draft, std::string table = {}, std::vector<Bytes> texts = {});
    void record_wrong_pins();
    void take(const ledger::Written& written);
    void ballot_written(const Result<ledger::Receipt>& result);
    void follow(ledger::RunPhase phase);
    void refuse(const Error& error);
    void print(const ledger::Written& written) const;
    void tell_of_paper();
    void watch_sticks();
    void watch_texts();
    void watch_tables();
    void draw_lot(PinPurpose purpose, ledger::LotDrawn drawn);
    void watch_lot();
    void answer_written(const Result<ledger::Receipt>& result);
    void next_name();
    std::optional<std::int64_t> name_due_in_ms() const;
    void leave();
    std::optional<std::int64_t> time_left_ms() const;
    void count_down();
    std::int64_t pin_wait_ms() const;

    Parts parts_;
    AppState state_;
    std::map<ledger::Role, Officer> officers_;
    std::optional<ledger::Badge> badge_;  // presented, PIN not yet entered
    std::optional<SigningKey> delegate_key_;
    std::optional<PendingSeals> pending_;
    std::optional<ledger::Ticket> awaited_;     // the person's own act
    std::string table_;                         // goes with it
    std::vector<ledger::PersonId> wrong_pins_;  // not yet recorded
    std::map<ledger::Ticket, ledger::PersonId> wrong_pins_sent_;
    PinWaits pin_waits_;
    std::int64_t last_touch_ms_ = 0;
    std::optional<Secret> lot_nonce_;         // until the lot is drawn
    std::optional<HeldPositions> positions_;  // of the non-recorded vote, until its totals are
    bool closing_ = false;                    // once the totals are recorded
    std::int64_t answer_pressed_ms_ = 0;
    std::int64_t silence_from_ms_ = 0, last_call_from_ms_ = 0;
    TableReader tables_;
    KeyOpening opening_;  // last: its thread uses the parts
};

}  // namespace placet::terminal
