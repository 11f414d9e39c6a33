// app_state.h: all that a frame may need, as plain data. The session changes it, screens read it.
#pragma once

#include "ledger/procedure/conference.h"
#include "terminal/intent.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace placet::terminal {

/// What happened, what is safe, what to do now: no message has fewer parts.
struct Notice {
    std::string what = {};
    std::string safe = {};
    std::string now = {};
    bool grave = false;  // writing has stopped
};

/// A badge and PIN are being asked for.
struct PinEntry {
    ledger::PersonId person = {};  // whose PIN
    std::string name = {};         // as shown above the pad
    ledger::Role role = ledger::Role::delegate;
    bool checking = false;         // the key is being opened
    int refused = 0;               // wrong PINs of this person so far, by the ledger
    std::string reason = {};       // what the PIN is for: "to lock the vote"
};

enum class BallotStage { choosing, saving, recorded, not_recorded };

/// One delegate stands at the kiosk.
struct BallotDesk {
    ledger::PersonId person = {};
    ledger::ParticipantId delegation = {};
    BallotStage stage = BallotStage::choosing;
    std::optional<ledger::Choice> current = {};  // as recorded before
    std::optional<ledger::Choice> choice = {};   // being saved, or recorded now
    std::uint64_t entry = 0;                     // where it is recorded
    std::int64_t recorded_wall_ms = 0;
    std::int64_t seconds_left = 0;               // before the kiosk resets itself
};

/// One level of the last audit, in words.
struct AuditLine {
    std::string level = {};
    std::string words = {};
    bool good = false;
    bool checked = false;
};

struct AuditView {
    bool running = false;
    std::uint64_t done = 0;  // entries checked so far
    std::uint64_t of = 0;
    std::vector<AuditLine> levels = {};
    std::string verdict = {};
};

struct Health {
    std::uint64_t entries = 0;
    std::string origin = {};
    std::string second_copy = {};  // of the mark, in words
    bool writing_stopped = false;
};

struct AppState {
    std::shared_ptr<const ledger::Conference> conference = std::make_shared<ledger::Conference>();
    ledger::FeedPosition position = {};
    std::string checkpoint_note = {};
    Screen screen = Screen::sitting;
    std::map<ledger::Role, ledger::Person> officers = {};  // signed in at this desk
    std::optional<ledger::Role> signing_in = {};           // whose badge is awaited
    std::optional<PinEntry> pin = {};
    std::optional<BallotDesk> ballot = {};
    std::optional<Notice> notice = {};
    bool saving = false;  // an entry is on its way: no second one is started
    AuditView audit = {};
    Health health = {};
};

}  // namespace placet::terminal
