// conference.h: the conference at a given entry of the spine: a pure function of the entries
// before it. Everything here is derived and can be thrown away.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/procedure/run.h"
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
};

struct Question {
    QuestionPut put = {};
    std::string unit = {};
    EntryRef entry = {};
};

/// An objection to deciding without a vote.
struct Objection {
    ObjectionRaised raised = {};
    EntryRef entry = {};
    bool withdrawn = false;
};

/// What a delegation attached to a decision.
struct Statement {
    StatementAttached attached = {};
    EntryRef entry = {};
};

enum class ConsensusPhase { proposed, objected, gavelled };

/// A decision without a vote on its way: from the proposal to the second seal.
struct Consensus {
    ConsensusProposed proposed = {};
    std::string unit = {};
    EntryRef entry = {};  // of the proposal, or of the ruling after which it stands again
    std::vector<Objection> objections = {};  // all of them, the withdrawn too
    std::optional<ConsensusGavelled> gavel = {};
    std::optional<EntryRef> gavel_entry = {};
    std::vector<Statement> statements = {};
    bool indeterminate = false;  // an entry since the proposal is not understood

    /// Once objected to, it stays so: when every objection is withdrawn it is proposed anew.
    ConsensusPhase phase() const;
    /// Objections that nobody withdrew.
    std::vector<Objection> standing() const;
};

/// What became of a question: by a vote, or without one.
struct Decision {
    std::int64_t question = 0;
    std::int64_t meeting = 0;
    std::string unit = {};
    TextUnitId text_unit = {};
    QuestionKind kind = QuestionKind::proposal;
    std::string subject = {};
    Outcome outcome = Outcome::no_decision;
    std::string sentence = {};
    EntryRef entry = {};                            // of the announcement, or of the confirmation
    std::optional<ResultAnnounced> result = {};     // of a vote
    std::shared_ptr<const VoteStarted> start = {};  // of that vote
    std::optional<Consensus> consensus = {};        // where there was none
    std::vector<Statement> statements = {};
    std::vector<CorrectionNoted> corrections = {};  // in entry order; of one State the last prints
    bool rescinded = false;                         // the gavel came too early: a flag was up

    /// Is the text adopted, or refused, by this? Amendments, parts and motions leave that open.
    bool on_the_text() const;
};

/// A run without a result.
struct AnnulledRun {
    RunNumber run = 0;
    std::int64_t question = 0;
    std::string subject = {};
    std::string reason = {};
    EntryRef entry = {};
};

struct Conference {
    std::shared_ptr<const Charter> charter = {};
    Hash charter_leaf = {};
    RuleProfile profile = {};
    Shared<std::map<ParticipantId, Participant>> participants = {};  // registered, not withdrawn
    Shared<std::map<PersonId, Person>> persons = {};
    Shared<std::vector<TextUnit>> text_units = {};  // in the order of the convention
    std::optional<Meeting> meeting = {};            // open or suspended
    std::int64_t last_meeting = 0;  // the highest number given so far, as of questions
    std::int64_t last_question = 0;
    Shared<std::set<ParticipantId>> present = {};  // with the right to vote, in this meeting
    std::optional<Question> question = {};         // before the meeting, not yet decided
    std::optional<Consensus> consensus = {};       // proposed and not yet confirmed or set aside
    /// The open run, or the last that ended, whose ballots may be missing after a restart.
    std::optional<Run> run = {};
    Shared<std::vector<Decision>> decisions = {};  // all, the rescinded too
    std::vector<AnnulledRun> annulled = {};
    bool closed = false;  // nothing follows
    std::map<PersonId, int> pins_refused = {};
    std::vector<std::uint64_t> not_understood = {};  // indexes of entries of unknown types
    std::uint64_t size = 0;                          // of the spine, up to here

    std::int64_t participating() const { return static_cast<std::int64_t>(participants.size()); }
    const Person* person(const PersonId& id) const;
    const TextUnit* text_unit(const TextUnitId& id) const;
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
    RunNumber next_run() const { return run ? run->start.run + 1 : 1; }
    /// Decisions that were taken and not rescinded: a vote without a quorum, or with a second vote
    /// to come, has decided nothing.
    std::int64_t standing_decisions() const;
    /// Was this question voted on before, with equally divided votes?
    bool voted_before(std::int64_t question_number) const;
    /// The last decision on this unit of text that stands, if any.
    const Decision* decision_on(const TextUnitId& id) const;
    /// The last decision that stands, if any.
    const Decision* last_decision() const;
    /// The decision that this entry announced or confirmed, if any.
    const Decision* decision_of_entry(const Hash& leaf) const;
};

/// Folds one entry in. Requires that may_append allowed it: an entry that the rules refuse is
/// never folded in. Cannot fail.
void apply(Conference& conference, const Entry& entry);

}  // namespace placet::ledger
