// intent.h: everything a person can ask for, as plain data. Screens return intents and do nothing;
// the session alone reads them.
#pragma once

#include "ledger/record.h"
#include "terminal/intent_consensus.h"
#include "terminal/intent_screen.h"

#include <string>
#include <variant>

namespace placet::terminal {

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
struct SuspendMeeting {};
struct ResumeMeeting {};
struct CloseMeeting {};
/// The presiding officer who signed in takes the chair. Needs both officers' PINs.
struct TakeChair {};
struct NotePresence {
    std::vector<ledger::ParticipantId> arrived = {};
    std::vector<ledger::ParticipantId> left = {};
};
/// A proposal or a part of it, a motion from the floor, a ruling appealed against, or without any
/// of them the presiding officer's own motion.
struct PutQuestion {
    ledger::ProposalId proposal = {};
    std::optional<ledger::Method> method = {};  // where one was chosen; else as the rules say
    std::string words = {};   // the presiding officer's own motion: "to close the debate"
    std::string part = {};    // of the proposal: "paragraph 3"; empty for all of it
    std::int64_t motion = 0;  // from the floor; 0 if none
    std::int64_t ruling = 0;  // appealed against; 0 if none
};
struct StartVote {
    std::optional<ledger::Method> method = {};  // else as the question was put
};

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

/// The terminal fixes a secret number of its own for the lot, before one is said aloud.
struct CommitLot {};
/// This State was drawn by hand. Needs both officers' PINs.
struct DrawLotByHand {
    ledger::ParticipantId first = {};
};
/// The presiding officer said this number aloud. Needs both officers' PINs.
struct DrawLotByNumber {
    std::int64_t number = 0;
};
/// What the State answered whose name was on the screen at this press.
struct NoteAnswer {
    ledger::ParticipantId delegation = {};
    ledger::Answer answer = ledger::Answer::none;
    std::int64_t call = 1;
    std::string replaces = {};  // id of the answer that was noted wrongly; empty: it is called now
};
/// What a teller counted: the secretary or the attendant who signed in.
struct EnterHands {
    ledger::Role teller = ledger::Role::secretary;
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstaining = 0;
};
/// Takes the vote under way back. Needs both officers' PINs.
struct AnnulVote {
    std::string reason = {};
};

/// An officer notes what was raised, ruled or written: the record as it will stand. Who of those
/// signed in seals it, the rules say (screens/noting.h); where two must, each enters a PIN.
struct NoteRecord {
    ledger::Record record = {};
    std::string words = {};  // a text typed here, which the record names by its hash
};

/// Checks the whole ledger again and shows the verdict.
struct RunAudit {};

enum class StickAct { copy_to, take_in, stop };
/// Copies the record to a stick that is in, or takes in from it; `stop` ends what is under way.
struct UseStick {
    StickAct act = StickAct::copy_to;
    std::uint64_t stick = 0;
};

/// The message was read.
struct DismissNotice {};

using AnyIntent =
    std::variant<OpenScreen, PresentBadge, EnterPin, Cancel, SignIn, SignOut, OpenMeeting,
                 SuspendMeeting, ResumeMeeting, CloseMeeting, TakeChair, ProposeAdoption, Gavel,
                 ConfirmConsensus, SetProposalAside, OpenDelegation, Object, WithdrawObjection,
                 AttachStatement, NoteCorrection, RuleLateFlag, LeaveDelegation, NotePresence,
                 PutQuestion, StartVote, CastBallot, ChooseAgain, LeaveBallot, CloseVote, LockVote,
                 AnnounceResult, RunAudit, UseStick, DismissNotice, CommitLot, DrawLotByHand,
                 DrawLotByNumber, NoteAnswer, EnterHands, AnnulVote, NoteRecord>;

/// One of them. It is moved in intent.cpp, for the same reason as records.
struct Intent : AnyIntent {
    template <class Kind>
    requires(!std::same_as<std::remove_cvref_t<Kind>, Intent>) &&
        std::constructible_from<AnyIntent, Kind> Intent(Kind&& kind)
        : AnyIntent(std::forward<Kind>(kind)) {}
    Intent();
    Intent(Intent&& other) noexcept;
    Intent& operator=(Intent&& other) noexcept;
    ~Intent();
};

}  // namespace placet::terminal
