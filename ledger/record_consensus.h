// record_consensus.h: the records of a decision without a vote, and of what delegations attach to a
// decision. Part of record.h.
#pragma once

#include "ledger/record_meeting.h"

namespace placet::ledger {

/// "May I take it that the Conference wishes to adopt ...": the text is fixed, with who is present.
/// Sealed by the presiding officer.
struct ConsensusProposed {
    std::int64_t question = 0;  // counts the conference's questions from 1
    std::int64_t meeting = 0;
    ProposalId proposal = {};   // the text that is to be adopted
    TextUnitId text_unit = {};  // of the convention that it concerns; empty if none
    std::string profile_version = {};
    std::string subject = {};   // "Draft article 1"
    std::string sentence = {};  // as the presiding officer says it
    std::map<std::string, Hash> texts = {};
    std::vector<ParticipantId> present = {};
    std::int64_t participating = 0;  // P

    friend bool operator==(const ConsensusProposed&, const ConsensusProposed&) = default;
};

enum class ObjectionGround { objects, cannot_join, vote_requested };

/// Before the gavel. Sealed by a delegate, or by an attendant or the secretary who noted it.
struct ObjectionRaised {
    Hash proposed = {};  // leaf hash
    ParticipantId delegation = {};
    ObjectionGround ground = ObjectionGround::objects;
    std::string words = {};  // may be empty

    friend bool operator==(const ObjectionRaised&, const ObjectionRaised&) = default;
};

/// By the delegation that made it. Sealed as the objection is.
struct ObjectionWithdrawn {
    Hash objection = {};  // leaf hash
    ParticipantId delegation = {};
    std::string words = {};

    friend bool operator==(const ObjectionWithdrawn&, const ObjectionWithdrawn&) = default;
};

/// How the presiding officer calls the decision.
enum class ConsensusLabel { without_a_vote, by_consensus };

/// "I see no objection. It is so decided." Sealed by the presiding officer.
struct ConsensusGavelled {
    Hash proposed = {};
    std::int64_t silence_ms = 0;  // that everybody saw, by the terminal's monotonic clock
    ConsensusLabel label = ConsensusLabel::without_a_vote;

    friend bool operator==(const ConsensusGavelled&, const ConsensusGavelled&) = default;
};

/// The second seal: the secretary's.
struct ConsensusConfirmed {
    Hash gavel = {};
    std::string sentence = {};  // "Draft article 1 was adopted without a vote."

    friend bool operator==(const ConsensusConfirmed&, const ConsensusConfirmed&) = default;
};

/// A flag was seen only after the gavel: was it up before? Sealed by the presiding officer.
struct LateFlagRuled {
    Hash gavel = {};
    ParticipantId delegation = {};
    bool before_gavel = false;  // then the gavel is rescinded and the proposal stands again
    std::string words = {};     // of the ruling

    friend bool operator==(const LateFlagRuled&, const LateFlagRuled&) = default;
};

enum class SetAside { consultations, deferred, no_consensus };

/// The proposal is before the meeting no longer. Sealed by the presiding officer.
struct ConsensusSetAside {
    Hash proposed = {};
    SetAside how = SetAside::consultations;
    std::string words = {};  // until when, at whose request, what is reported

    friend bool operator==(const ConsensusSetAside&, const ConsensusSetAside&) = default;
};

enum class StatementKind {
    position,
    dissociation,
    reservation,
    interpretation,
    non_participation,
    explanation_of_vote,
};

/// Attached to a decision, or to a proposal before it; never changes it. Sealed by a delegate, or
/// by an attendant or the secretary who received it.
struct StatementAttached {
    Hash about = {};  // leaf hash of the proposal, of the confirmation or of the announcement
    ParticipantId delegation = {};
    StatementKind kind = StatementKind::position;
    std::vector<std::string> paragraphs = {};  // "3"; empty: the whole
    std::string words = {};

    friend bool operator==(const StatementAttached&, const StatementAttached&) = default;
};

}  // namespace placet::ledger
