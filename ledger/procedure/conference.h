// conference.h: the conference at a given entry of the spine: a pure function of the entries
// before it. Everything here is derived and can be thrown away.
#pragma once

#include "ledger/procedure/rule_profile.h"
#include "ledger/record.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace placet::ledger {

/// Where an entry stands in the spine.
struct EntryRef {
    std::uint64_t seq = 0;
    Hash leaf = {};
    std::int64_t wall_ms = 0;
};

struct Meeting {
    std::int64_t number = 0;
    std::string unit = {};
    PersonId presiding = {};
    EntryRef entry = {};
};

struct Question {
    QuestionPut put = {};
    std::string unit = {};
    EntryRef entry = {};
};

/// A ballot as it stands in the ledger.
struct CastBallot {
    Ballot ballot = {};
    PersonId person = {};
    EntryRef entry = {};
};

/// What one delegation's ballots of a run amount to.
struct Position {
    std::vector<CastBallot> standing = {};  // ballots that no other replaces
    bool contested() const;                 // two standing ballots with different choices
    std::optional<Choice> counted() const;  // nothing if contested
};

enum class RunPhase { voting, closed, locked, announced };

struct Run {
    VoteStarted start = {};
    std::string unit = {};
    EntryRef start_entry = {};
    RunPhase phase = RunPhase::voting;
    std::map<ParticipantId, std::vector<CastBallot>> ballots = {};  // all, in entry order
    std::optional<EntryRef> close_entry = {};
    std::optional<VoteLocked> lock = {};
    std::optional<EntryRef> lock_entry = {};
    /// Noted present, or cast a ballot in this run; fixed by the close.
    std::set<ParticipantId> present_at_close = {};

    /// The delegation's standing ballots; empty if it cast none.
    Position position(const ParticipantId& delegation) const;
};

/// What became of a question.
struct Decision {
    QuestionPut put = {};
    ResultAnnounced result = {};
    std::string unit = {};
    EntryRef entry = {};
};

struct Conference {
    std::optional<Charter> charter = {};
    Hash charter_leaf = {};
    RuleProfile profile = {};
    std::map<ParticipantId, Participant> participants = {};  // registered and not withdrawn
    std::map<PersonId, Person> persons = {};
    std::vector<TextUnit> text_units = {};  // in the order of the convention
    std::optional<Meeting> meeting = {};
    std::set<ParticipantId> present = {};   // as noted in this meeting, with the right to vote
    std::optional<Question> question = {};  // before the meeting, not yet decided
    /// The open run, or the last one announced. Ballots of an announced run bear on nothing more
    /// and may be missing after a restart.
    std::optional<Run> run = {};
    std::vector<Decision> decisions = {};
    std::map<PersonId, int> pins_refused = {};
    std::vector<std::uint64_t> not_understood = {};  // indexes of entries of unknown types
    std::uint64_t size = 0;                          // of the spine, up to here

    std::int64_t participating() const { return static_cast<std::int64_t>(participants.size()); }
    const Person* person(const PersonId& id) const;
    const TextUnit* text_unit(const TextUnitId& id) const;
    const Unit* unit(const std::string& id) const;
    bool voting_open() const { return run && run->phase == RunPhase::voting; }
    /// Started and not yet announced.
    bool vote_under_way() const { return run && run->phase != RunPhase::announced; }
    /// Numbers count from 1 through the whole conference. A question that is voted on twice keeps
    /// its number; each of its votes is a run of its own.
    std::int64_t next_question() const;
    RunNumber next_run() const { return run ? run->start.run + 1 : 1; }
    /// Was this question voted on before, with equally divided votes?
    bool voted_before(std::int64_t question_number) const;
    /// The last decision about this unit of text, if any.
    const Decision* decision_on(const TextUnitId& id) const;
};

/// Folds one entry in. Requires that may_append allowed it: an entry that the rules refuse is
/// never folded in. Cannot fail.
void apply(Conference& conference, const Entry& entry);

}  // namespace placet::ledger
