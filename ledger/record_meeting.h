// record_meeting.h: the records of a meeting, and of what is put to it. Part of record.h.
#pragma once

#include "ledger/record_convention.h"
#include "ledger/record_participation.h"

namespace placet::ledger {

enum class QuestionKind {
    proposal,
    amendment,
    sub_amendment,
    part,
    whole,
    motion,
    appeal,           // against a ruling: yes overrules it
    reconsideration,  // of a decision that was taken
    exhaustion,       // are all efforts to reach general agreement exhausted?
    credentials,
    rules_change,
};
enum class MatterClass { substance, procedure };
/// How positions are taken: by each delegation's own sealed ballot; on one shared kiosk that keeps
/// totals alone; by answers to the names called; or as totals by show of hands.
enum class Method { recorded, non_recorded, roll_call, hands };

/// Sealed by the presiding officer.
struct MeetingOpened {
    std::int64_t number = 0;
    PersonId presiding = {};

    friend bool operator==(const MeetingOpened&, const MeetingOpened&) = default;
};

/// A pause; who is present stays noted. Sealed by the presiding officer, as is what follows.
struct MeetingSuspended {
    std::int64_t meeting = 0;

    friend bool operator==(const MeetingSuspended&, const MeetingSuspended&) = default;
};

struct MeetingResumed {
    std::int64_t meeting = 0;

    friend bool operator==(const MeetingResumed&, const MeetingResumed&) = default;
};

struct MeetingClosed {
    std::int64_t meeting = 0;

    friend bool operator==(const MeetingClosed&, const MeetingClosed&) = default;
};

/// Another officer takes the chair. Sealed by that officer and the secretary.
struct PresidingChanged {
    std::int64_t meeting = 0;
    PersonId presiding = {};

    friend bool operator==(const PresidingChanged&, const PresidingChanged&) = default;
};

/// Delegations seen to arrive or leave. Sealed by the attendant or the secretary.
struct PresenceNoted {
    std::int64_t meeting = 0;
    std::vector<ParticipantId> arrived = {};
    std::vector<ParticipantId> left = {};

    friend bool operator==(const PresenceNoted&, const PresenceNoted&) = default;
};

/// A question before the meeting, with all that must not change after. Sealed by the presiding
/// officer.
struct QuestionPut {
    std::int64_t question = 0;  // counts the conference's questions from 1
    std::int64_t meeting = 0;
    ProposalId proposal = {};   // that is decided on; empty if none
    TextUnitId text_unit = {};  // of the convention that it concerns; empty if none
    std::string part = {};      // of a division: "paragraph 3"; empty otherwise
    std::int64_t motion = 0;    // that is put; 0 if none
    std::int64_t ruling = 0;    // that is appealed against; 0 if none
    QuestionKind kind = QuestionKind::proposal;
    MatterClass matter = MatterClass::substance;
    Method method = Method::recorded;
    std::string majority = {};  // as the profile spells it: "two_thirds"
    std::string profile_version = {};
    std::string subject = {};   // of the announcement: "Draft article 2"
    std::string sentence = {};  // the question in one sentence
    std::string if_carried = {};
    std::string if_not_carried = {};
    std::map<std::string, Hash> texts = {};  // of what is put or amended, by language
    std::int64_t participating = 0;          // P, provisional until the start

    friend bool operator==(const QuestionPut&, const QuestionPut&) = default;
};

}  // namespace placet::ledger
