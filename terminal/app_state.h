// app_state.h: all that a frame may need, as plain data. The session changes it, screens read it.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/audit_view.h"
#include "terminal/copy_view.h"
#include "terminal/intent.h"
#include "terminal/notice.h"
#include "terminal/texts.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace placet::terminal {

enum class PinPurpose {
    sign_in,
    cast,
    speak,
    close,
    lock,
    announce,
    lot_by_hand,
    lot_by_number,
    annul,
    confirm,
    take_chair,
    note,
};

/// Digits of a PIN, as the badges have it.
inline constexpr std::size_t pin_length = 6;

/// A PIN is being asked for.
struct PinEntry {
    ledger::PersonId person = {};  // whose PIN
    std::string name = {};         // the delegation's, or the officer's
    ledger::Role role = ledger::Role::delegate;
    PinPurpose purpose = PinPurpose::sign_in;
    std::vector<std::pair<std::string, std::string>> values = {};  // of what is sealed, by {name}
    bool checking = false;                                         // the key is being opened
    bool wrong = false;       // the last PIN entered here was not correct
    int refused = 0;          // wrong PINs of this person so far
    std::int64_t wait_s = 0;  // until a PIN is taken again
};

enum class BallotStage {
    choosing,
    saving,        // given to the writer: not yet recorded
    recorded,      // durable
    not_recorded,  // refused: nothing was written
    unknown,       // the disk failed: only the ledger, opened anew, can say
    closed,        // the voting ended while the delegate stood here
    taken,         // in a non-recorded vote: held in memory, and never recorded
};

/// A choice that stands in the ledger, and where.
struct RecordedChoice {
    ledger::Choice choice = ledger::Choice::abstain;
    std::uint64_t entry = 0;
    std::int64_t wall_ms = 0;
};

/// One delegate stands at the kiosk.
struct BallotDesk {
    ledger::PersonId person = {};
    ledger::ParticipantId delegation = {};
    BallotStage stage = BallotStage::choosing;
    std::optional<RecordedChoice> recorded = {};  // what counts now, as the ledger has it
    std::optional<ledger::Choice> asked = {};     // given to the writer last
    bool has_taken = false;  // a position in a non-recorded vote; which one, nothing here says
};

/// An answer that was just pressed. Until it is recorded, and could be seen, nothing is taken for
/// the next State.
struct PressedAnswer {
    ledger::ParticipantId delegation = {};
    ledger::Answer answer = ledger::Answer::none;
    bool recorded = false;
};

/// A delegation says something about a decision: with its badge, or noted by an officer.
struct DelegationDesk {
    ledger::PersonId person = {};  // of the badge; empty if an officer notes it
    ledger::ParticipantId delegation = {};
    std::optional<std::uint64_t> awaited = {};   // the ticket of what is being saved for it
    std::optional<std::uint64_t> recorded = {};  // the entry of what was done last
};

/// The silence before the gavel, or the time after the last call, as everybody sees it.
struct Silence {
    std::int64_t kept_ms = 0;
    std::int64_t least_ms = 0;

    bool over() const { return kept_ms >= least_ms; }
    friend bool operator==(const Silence&, const Silence&) = default;
};

struct Health {
    bool mark_wanted = false;  // a second medium was given
    bool mark_kept = false;    // and holds the last checkpoint
    bool writing_stopped = false;
};

struct AppState {
    /// Grows with every change: what was made from the state is made again then, and only then.
    std::uint64_t revision = 0;
    std::shared_ptr<const ledger::Conference> conference = std::make_shared<ledger::Conference>();
    ledger::FeedPosition position = {};
    std::string checkpoint_note = {};
    std::string verifier_key = {};
    /// Tables by State as attached to results, by the hash that the result names: those that a
    /// screen has asked for so far. Nothing where the ledger does not have it.
    std::map<Hash, std::optional<std::string>> voting_tables = {};
    Screen screen = Screen::sitting;
    ledger::ProposalId about = {};  // what the screen was opened for, as OpenScreen has it
    std::map<ledger::Role, ledger::Person> officers = {};  // signed in at this desk
    std::optional<ledger::Role> signing_in = {};           // whose badge is awaited
    std::optional<PinEntry> pin = {};
    std::optional<BallotDesk> ballot = {};
    std::optional<PressedAnswer> pressed_answer = {};
    /// How many took a position in the non-recorded vote under way. None: no such vote is open, or
    /// its positions were lost when the kiosk was started again.
    std::optional<std::int64_t> positions_taken = {};
    bool lot_number_held = false;  // committed to, and still known: not after a restart
    std::optional<DelegationDesk> delegation = {};
    std::optional<Silence> silence = {};            // while a proposal stands unopposed
    std::optional<Silence> last_call = {};          // since it was made, while the voting is open
    std::optional<std::int64_t> seconds_left = {};  // before the kiosk resets itself: warn
    std::optional<Notice> notice = {};
    bool saving = false;  // an entry is on its way: no second one is started
    AuditView audit = {};
    bool sticks_watched = false;  // else none is spoken of
    std::vector<Stick> sticks = {};
    CopyView copy = {};
    TextsView texts = {};
    Health health = {};
};

}  // namespace placet::terminal
