// record.h: every kind of record as a plain struct, in one variant.
//
// A record is what an entry says; FORMAT.md gives its members, encoding.h its bytes. Every struct
// is version 1 of its type.
#pragma once

#include "ledger/record_consensus.h"
#include "ledger/record_convention.h"
#include "ledger/record_election.h"
#include "ledger/record_founding.h"
#include "ledger/record_manual.h"
#include "ledger/record_meeting.h"
#include "ledger/record_motion.h"
#include "ledger/record_note.h"
#include "ledger/record_participation.h"
#include "ledger/record_proposal.h"
#include "ledger/record_vote.h"

#include <concepts>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace placet::ledger {

/// A badge was presented with a wrong PIN. The terminal's own record: no seal.
struct PinRefused {
    PersonId person = {};

    friend bool operator==(const PinRefused&, const PinRefused&) = default;
};

/// A type that this version does not understand: kept, carried, shown as such.
struct NotUnderstood {
    friend bool operator==(const NotUnderstood&, const NotUnderstood&) = default;
};

using AnyRecord = std::variant<
    Charter, Participation, Accreditation, TextRegister, MeetingOpened, MeetingSuspended,
    MeetingResumed, MeetingClosed, PresidingChanged, PresenceNoted, QuestionPut, VoteStarted,
    Ballot, LotCommitted, LotDrawn, AnswerGiven, HandsCounted, TotalsTaken, LastCalled, VoteClosed,
    VoteLocked, ResultAnnounced, VoteAnnulled, CorrectionNoted, ConsensusProposed, ObjectionRaised,
    ObjectionWithdrawn, ConsensusGavelled, ConsensusConfirmed, LateFlagRuled, ConsensusSetAside,
    StatementAttached, SessionOpened, OrganComposed, VotingRightChanged, RulesAdopted,
    ProposalRegistered, ProposalRevised, ProposalCirculated, ProposalIntroduced, ProposalWithdrawn,
    DebateClosed, DefermentRequested, VoteDeferred, DefermentEnded, VoteNotified,
    ExhaustionDeclared, TextRevised, TextPlaced, MotionMoved, MotionSpoken, MotionGranted,
    MotionWithdrawn, MethodRequested, PointOfOrderRaised, RulingGiven, RulingAppealed,
    AppealWithdrawn, ElectionOpened, CandidateWithdrawn, ProtocolEntered, ElectionLotDrawn,
    AcclamationDeclared, ElectionStopped, ReadingCorrected, RecordClosed, ConferenceClosed,
    PinRefused, NotUnderstood>;

template <class Kind, class Variant>
constexpr bool one_of = false;
template <class Kind, class... Kinds>
constexpr bool one_of<Kind, std::variant<Kinds...>> = (std::same_as<Kind, Kinds> || ...);

/// One of them. Made and copied in record.cpp: with so many kinds every file that did so itself
/// would take seconds longer to compile.
struct Record : AnyRecord {
    template <class Kind>
    requires one_of<Kind, AnyRecord> Record(Kind kind);
    Record();  // not understood
    Record(const Record& other);
    Record(Record&& other) noexcept;
    Record& operator=(const Record& other);
    Record& operator=(Record&& other) noexcept;
    ~Record();
};

/// A person's signature inside an entry.
struct Seal {
    Role role = Role::delegate;
    PersonId person = {};
    Signature signature = {};

    friend bool operator==(const Seal&, const Seal&) = default;
};

/// An entry, read: its envelope, its record, and the bytes that hashes and seals are over.
struct Entry {
    std::string feed = {};
    std::uint64_t seq = 0;
    std::string type = {};     // with its version: "ballot/1"
    std::string unit = {};     // organ, or "conference"
    std::int64_t wall_ms = 0;  // what the clock said; decides nothing
    std::vector<Seal> seals = {};
    Record record = {};
    std::string content = {};  // canonical bytes of the record, exactly as stored
    Hash leaf = {};
};

/// A feed up to a size.
struct FeedPosition {
    std::string origin = {};
    std::uint64_t size = 0;
    Hash root = {};
};

}  // namespace placet::ledger
