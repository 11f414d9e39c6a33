// record_motion.h: the records of what is raised from the floor, and of the presiding officer's
// rulings. Part of record.h.
#pragma once

#include "ledger/record_meeting.h"

namespace placet::ledger {

enum class MotionKind {
    suspend_meeting,
    adjourn_meeting,
    adjourn_debate,  // "no action": neither debate nor vote
    close_debate,
    resume_debate,  // on a proposal whose debate was adjourned
    division,       // parts are voted on separately
    competence,     // yes: the conference is not competent
    reconsider,
    defer_vote,
    amend_rules,
    treat_as_procedure,  // what is in doubt counts as substance otherwise
    suspend_rule,        // for one stated purpose
    other,               // organization of work, time limits
};

/// Sealed by a delegate of the mover, or by whoever at the desk notes it.
struct MotionMoved {
    std::int64_t motion = 0;  // counts the conference's motions from 1
    std::int64_t meeting = 0;
    MotionKind kind = MotionKind::other;
    ParticipantId mover = {};
    ProposalId proposal = {};             // that it concerns; empty if none
    std::optional<Hash> decision = {};    // to reconsider: its leaf hash
    std::vector<std::string> parts = {};  // of a division: "paragraph 3", in their order
    std::string words = {};               // "to close the debate on draft article 5"

    friend bool operator==(const MotionMoved&, const MotionMoved&) = default;
};

enum class Side { in_favour, against };

/// A delegation has spoken on a motion. Sealed as the motion is.
struct MotionSpoken {
    std::int64_t motion = 0;
    ParticipantId delegation = {};
    Side side = Side::against;

    friend bool operator==(const MotionSpoken&, const MotionSpoken&) = default;
};

/// Nobody objected: carried without a vote. Sealed by the presiding officer.
struct MotionGranted {
    std::int64_t motion = 0;

    friend bool operator==(const MotionGranted&, const MotionGranted&) = default;
};

/// By its mover. Sealed as the motion is.
struct MotionWithdrawn {
    std::int64_t motion = 0;
    ParticipantId delegation = {};

    friend bool operator==(const MotionWithdrawn&, const MotionWithdrawn&) = default;
};

/// A delegation asks for a method of voting: a right, not a motion. Sealed as a motion is.
struct MethodRequested {
    std::int64_t question = 0;
    ParticipantId delegation = {};
    Method method = Method::recorded;

    friend bool operator==(const MethodRequested&, const MethodRequested&) = default;
};

/// Sealed as a motion is.
struct PointOfOrderRaised {
    std::int64_t meeting = 0;
    ParticipantId delegation = {};
    bool on_the_voting = false;  // on its actual conduct: the only one while a vote is under way
    std::string words = {};

    friend bool operator==(const PointOfOrderRaised&, const PointOfOrderRaised&) = default;
};

enum class RulingKind {
    point_of_order,
    order,              // in which amendments, or proposals, are put: furthest removed first
    skip,               // adopting one implies rejecting another
    classification,     // substance or procedure
    over_objection,     // there is consensus all the same
    out_of_order,       // a motion cannot be received
    sponsor_explains,   // a sponsor may explain its vote
    quorum_challenged,  // those present are counted from now on, at every decision of the meeting
};

/// Sealed by the presiding officer. Stands unless an appeal overrules it.
struct RulingGiven {
    std::int64_t ruling = 0;  // counts the conference's rulings from 1
    std::int64_t meeting = 0;
    RulingKind kind = RulingKind::point_of_order;
    ProposalId proposal = {};            // that it concerns; empty if none
    std::vector<ProposalId> order = {};  // of an order: all that wait, the first to be put first
    ProposalId because = {};             // of a skip: the adopted proposal that implies it
    MatterClass matter = MatterClass::substance;  // of a classification
    std::int64_t motion = 0;        // that it classifies, or that is out of order; or 0
    ParticipantId delegation = {};  // the sponsor that explains; else empty
    std::string words = {};         // as spoken
    std::string reasons = {};

    friend bool operator==(const RulingGiven&, const RulingGiven&) = default;
};

/// Put to the vote at once. Sealed as a motion is.
struct RulingAppealed {
    std::int64_t ruling = 0;
    ParticipantId delegation = {};

    friend bool operator==(const RulingAppealed&, const RulingAppealed&) = default;
};

/// By the delegation that made it. Sealed as a motion is.
struct AppealWithdrawn {
    std::int64_t ruling = 0;
    ParticipantId delegation = {};

    friend bool operator==(const AppealWithdrawn&, const AppealWithdrawn&) = default;
};

}  // namespace placet::ledger
