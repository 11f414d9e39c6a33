// intent.h: everything a person can ask for, as plain data. Screens return intents and do nothing;
// the session alone reads them.
#pragma once

#include "ledger/record.h"

#include <string>
#include <variant>

namespace placet::terminal {

enum class Screen { sitting, presence, vote, ledger };

/// Goes to a screen; nothing is recorded by going.
struct OpenScreen {
    Screen screen = Screen::sitting;
};

/// A badge was scanned or typed.
struct PresentBadge {
    Secret badge;
};

/// A PIN was entered for the badge presented.
struct EnterPin {
    Secret digits;
};

/// Back to where this began; what was chosen and not confirmed is forgotten.
struct Cancel {};

/// An officer signs in: the next badge is taken as this officer's.
struct SignIn {
    ledger::Role role = ledger::Role::presiding_officer;
};
struct SignOut {
    ledger::Role role = ledger::Role::presiding_officer;
};

struct OpenMeeting {};
struct NotePresence {
    std::vector<ledger::ParticipantId> arrived = {};
    std::vector<ledger::ParticipantId> left = {};
};
struct PutQuestion {
    ledger::TextUnitId text_unit = {};
};
struct StartVote {};

/// The choice that the delegate confirmed.
struct CastBallot {
    ledger::Choice choice = ledger::Choice::abstain;
};
/// The delegate has read what became of its ballot and wants to choose again.
struct ChooseAgain {};
/// The delegate leaves.
struct LeaveBallot {};

/// Needs the presiding officer's PIN.
struct CloseVote {};
/// Needs both officers' PINs.
struct LockVote {};
/// Needs both officers' PINs.
struct AnnounceResult {};

/// Checks the whole ledger again and shows the verdict.
struct RunAudit {};

/// The message was read.
struct DismissNotice {};

using Intent =
    std::variant<OpenScreen, PresentBadge, EnterPin, Cancel, SignIn, SignOut, OpenMeeting,
                 NotePresence, PutQuestion, StartVote, CastBallot, ChooseAgain, LeaveBallot,
                 CloseVote, LockVote, AnnounceResult, RunAudit, DismissNotice>;

}  // namespace placet::terminal
