// question.h: whose turn it is to be put, by which majority, and what must come first.
//
// Pure. Source: the rules on the order of proposals and amendments, on division, on procedural
// motions and their precedence, on appeals and on general agreement; RULES.md.
#pragma once

#include "ledger/procedure/conference.h"
#include "ledger/procedure/majority.h"

#include <vector>

namespace placet::ledger {

/// What is put: one of a proposal, a motion or a ruling, with the kind of question that it makes.
struct Subject {
    QuestionKind kind = QuestionKind::proposal;
    ProposalId proposal = {};
    std::string part = {};
    std::int64_t motion = 0;
    std::int64_t ruling = 0;
};

/// Is the question on a proposal itself, a part of it included: no motion, appeal or determination?
bool decides_on_proposal(QuestionKind kind);

/// Of what was put.
Subject subject_of(const QuestionPut& put);

/// Of this proposal undivided; of a motion of the presiding officer where the id is empty.
Subject subject_of(const Conference& conference, const ProposalId& id);

/// The kind of question that this proposal is when it is put undivided.
QuestionKind kind_of(const Proposal& proposal);

/// What happens to a proposal that is put undivided: once its parts are decided it is put as a
/// whole.
QuestionEvent event_of_putting(const Proposal& proposal);

/// The kind of question that a motion of this kind is.
QuestionKind kind_of(MotionKind kind);

/// As a sentence names it now: "Draft article 5, as amended".
std::string subject_words(const Proposal& proposal);

/// Substance unless the rules, a ruling or the conference made it a matter of procedure. A motion
/// without a number is one of the presiding officer, and of either class.
MatterClass matter_of(const Conference& conference, const Subject& subject);

/// The majority that the profile asks. Requires an open meeting.
Majority majority_of(const Conference& conference, const Subject& subject, MatterClass matter);

/// The field of the profile that says so, in an organ of this kind: "majority_plenary_substance".
std::string majority_field(const Conference& conference, std::string_view unit_kind,
                           const Subject& subject, MatterClass matter);

/// All may be put now, as far as the order of things goes. Fails (refused) in words for a person.
Result<Done> may_put(const Conference& conference, const Subject& subject);

/// May this proposal be decided, by a vote or without one: in this state, with its amendments
/// settled and written in, and in its turn? Fails (refused) in words for a person.
Result<Done> ready_to_decide(const Conference& conference, const Proposal& proposal);

/// Amendments to this proposal that are neither decided nor gone, in the order in which they were
/// registered; where a ruling on their order stands, in that order.
std::vector<ProposalId> open_amendments(const Conference& conference, const ProposalId& parent);
/// The ruling that orders them and stands; nothing if there is none.
const Ruling* standing_order(const Conference& conference, const ProposalId& proposal);
/// The unit of the basic proposal, or the proposal, that an amendment goes back to in the end.
const Proposal* root_of(const Conference& conference, const ProposalId& id);

/// 1 is put first: to suspend the meeting, to adjourn it, to adjourn the debate, to close it; all
/// others come after them.
int precedence(MotionKind kind);
/// Motions of this meeting that wait to be decided, the one that is put first in front.
std::vector<const Motion*> open_motions(const Conference& conference);
/// The one of this number; nothing if it does not wait.
const Motion* open_motion(const Conference& conference, std::int64_t number);

/// How many may speak on a motion of this kind, on this side, besides its mover; where the rules
/// set no limit, unlimited_speakers: as many as a rule may name.
inline constexpr std::int64_t unlimited_speakers = 9;
std::int64_t speakers_allowed(const RuleProfile& profile, MotionKind kind, Side side);

/// How the rules say no while a text is proposed for adoption without a vote. Requires that one is.
Error proposed_first(const Conference& conference);

/// A ruling against which an appeal is open; nothing if there is none.
const Ruling* open_appeal(const Conference& conference);
/// No appeal and no point of order waits. Fails (refused) in words for a person.
Result<Done> floor_is_clear(const Conference& conference);

/// Does something wait on the floor that comes before everything else: an appeal, a point of order,
/// or a motion other than the one that is put?
bool floor_waits(const Conference& conference);

/// Nothing that came up since the question was put goes before it. Requires a question before the
/// meeting. Fails (refused) in words for a person.
Result<Done> still_its_turn(const Conference& conference);

/// How many delegations must ask for the vote to be deferred; 0 if the rules give no such right.
std::int64_t deferment_needed(const Conference& conference);
/// May the vote on it be deferred once more?
bool may_be_deferred_again(const Conference& conference, const Proposal& proposal);

}  // namespace placet::ledger
