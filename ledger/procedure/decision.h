// decision.h: what became of a question, and what was attached to it, as the entries so far have
// it.
#pragma once

#include "ledger/procedure/run.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace placet::ledger {

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
    std::int64_t over_objection = 0;  // ruling that there is consensus all the same; 0 if none
    bool indeterminate = false;       // an entry since the proposal is not understood

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
    ProposalId proposal = {};   // that it decides on; empty if none
    TextUnitId text_unit = {};  // of the convention that it concerns; empty if none
    std::string part = {};
    std::int64_t motion = 0;  // that it decides on; 0 if none
    std::int64_t ruling = 0;  // that was appealed against; 0 if none
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
    std::vector<ReadingCorrected> readings = {};    // read out wrongly
    bool rescinded = false;       // the gavel came too early, or its ruling was overruled
    bool over_objection = false;  // by a ruling; every export says so
    bool reopened = false;        // it stands until there is a new decision
    bool replaced = false;        // by a new decision after it was reopened
    bool record_closed = false;   // nothing more is noted on it

    /// Taken, not rescinded, and not replaced by a later one; a vote without a quorum, or with a
    /// second vote to come, decides nothing.
    bool stands() const;
    /// Follows from the vote before it, without an announcement of its own.
    bool follows() const { return outcome == Outcome::rejected_as_whole; }
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

}  // namespace placet::ledger
