// conference.h: the conference at a given entry of the spine: a pure function of the entries
// before it. Everything here is derived and can be thrown away.
#pragma once

#include "ledger/procedure/decision.h"
#include "ledger/procedure/elections.h"
#include "ledger/procedure/proposal.h"
#include "ledger/procedure/rule_profile.h"
#include "ledger/shared.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace placet::ledger {

struct Meeting {
    std::int64_t number = 0;
    std::string unit = {};
    PersonId presiding = {};
    EntryRef entry = {};
    bool suspended = false;
    bool quorum_reached = false;  // at some moment of it, for decisions
};

struct Question {
    QuestionPut put = {};
    std::string unit = {};
    EntryRef entry = {};
    bool method_requested = false;             // by a delegation
    std::vector<Statement> explanations = {};  // of votes, before the vote
};

struct Conference {
    std::shared_ptr<const Charter> charter = {};
    Hash charter_leaf = {};
    RuleProfile profile = {};
    Shared<std::map<ParticipantId, Participant>> participants = {};  // not withdrawn
    std::int64_t session = 1;
    Shared<std::map<ParticipantId, std::int64_t>> registered_for = {};  // the session, by State
    Shared<std::set<ParticipantId>> suspended = {};                     // States without their vote
    std::map<ParticipantId, Hash> rejected_on = {};  // the decision on which credentials were
    Shared<std::map<std::string, std::set<ParticipantId>>> members = {};  // of organs, by their id
    Shared<std::map<PersonId, Person>> persons = {};
    Shared<std::vector<TextUnit>> text_units = {};  // in the order of the convention
    std::optional<Meeting> meeting = {};            // open or suspended
    std::int64_t last_meeting = 0;  // the highest number given so far, as of questions
    std::int64_t last_question = 0;
    Shared<std::set<ParticipantId>> present = {};  // with the right to vote, in this meeting
    std::optional<Question> question = {};         // before the meeting, not yet decided
    std::vector<Question> waiting = {};  // put before it, and interrupted by a motion or an appeal
    Shared<std::map<ProposalId, Proposal>> proposals = {};  // those of the basic proposal too
    Shared<std::vector<Motion>> motions = {};               // all; number n is at n - 1
    Shared<std::vector<Ruling>> rulings = {};               // all; number n is at n - 1
    Shared<std::map<ProposalId, std::vector<TextVersion>>> versions = {};  // the first one first
    std::optional<PointOfOrderRaised> point_of_order = {};                 // waits for a ruling
    Shared<std::vector<Election>> elections = {};  // all; number n is at n - 1
    std::optional<Consensus> consensus = {};       // proposed and not yet confirmed or set aside
    /// The open run, or the last that ended, whose ballots may be missing after a restart.
    std::optional<Run> run = {};
    Shared<std::vector<Decision>> decisions = {};  // all, the rescinded too
    std::set<Hash> rules_carried_out = {};         // decisions that changed the rules
    std::vector<AnnulledRun> annulled = {};
    bool closed = false;  // nothing follows
    std::map<PersonId, int> pins_refused = {};
    std::vector<std::uint64_t> not_understood = {};  // indexes of entries of unknown types
    std::uint64_t size = 0;                          // of the spine, up to here
    std::int64_t wall_ms = 0;                        // of the last entry; shown, decides nothing

    /// P in the organ that meets, or in the plenary while none does. Source: the profile's
    /// participation base.
    std::int64_t participating() const;
    /// Has this State a delegation that takes part in this session, and in the organ that meets?
    bool takes_part(const ParticipantId& id) const;
    const Person* person(const PersonId& id) const;
    const TextUnit* text_unit(const TextUnitId& id) const;
    const Proposal* proposal(const ProposalId& id) const;
    /// Its state before the organ that meets: what another organ decided is open here.
    QuestionState state_here(const Proposal& proposal) const;
    const Motion* motion(std::int64_t number) const;
    const Ruling* ruling(std::int64_t number) const;
    const Election* election(std::int64_t number) const;
    /// As a sentence names it: "Draft article 5"; the id of a proposal that is not registered.
    std::string proposal_title(const ProposalId& id) const;
    /// "to close the debate on draft article 5"; empty if there is no such motion.
    std::string motion_words(std::int64_t number) const;
    const Unit* unit(const std::string& id) const;
    bool voting_open() const { return run && run->phase == RunPhase::voting; }
    /// Started and neither announced nor annulled.
    bool vote_under_way() const {
        return run && run->phase != RunPhase::announced && run->phase != RunPhase::annulled;
    }
    /// Numbers count from 1 through the whole conference. A question keeps its number when it is
    /// voted on again, or after an objection; each of its votes is a run of its own.
    std::int64_t next_question() const {
        return consensus ? consensus->proposed.question : last_question + 1;
    }
    Roll roll() const;  // of a vote that starts now
    /// Of the roll, those whose vote is suspended, in byte order.
    std::vector<ParticipantId> suspended_here() const;
    RunNumber next_run() const { return run ? run->start.run + 1 : 1; }
    /// Decisions that were taken and not rescinded: a vote without a quorum, or with a second vote
    /// to come, has decided nothing.
    std::int64_t standing_decisions() const;
    /// Was this question voted on before, with equally divided votes?
    bool voted_before(std::int64_t question_number) const;
    /// The last decision on this unit of text that stands, if any.
    const Decision* decision_on(const TextUnitId& id) const;
    /// The last decision that stands and was announced or confirmed, if any.
    const Decision* last_decision() const;
    /// The decision that this entry announced or confirmed, if any.
    const Decision* decision_of_entry(const Hash& leaf) const;
};

/// Folds one entry in. Requires that may_append allowed it: an entry that the rules refuse is
/// never folded in. Cannot fail.
void apply(Conference& conference, const Entry& entry);

}  // namespace placet::ledger
