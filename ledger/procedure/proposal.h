// proposal.h: what was submitted and what was raised, as the entries so far have it: proposals,
// motions and rulings.
#pragma once

#include "ledger/procedure/question_states.h"
#include "ledger/procedure/run.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace placet::ledger {

/// A part of a proposal that is voted on by itself.
struct Part {
    std::string label = {};             // "paragraph 3"
    std::optional<bool> retained = {};  // nothing while it is not decided
    Hash decision = {};
};

/// A text submitted, or a unit of the basic proposal, which nobody sponsors and nobody withdraws.
struct Proposal {
    ProposalRegistered registered = {};
    EntryRef entry = {};
    bool basic = false;
    QuestionState state = QuestionState::registered;
    /// Of the last version.
    std::int64_t version = 1;
    std::string symbol = {};
    bool orally_revised = false;
    std::vector<ParticipantId> sponsors = {};
    std::map<std::string, Hash> texts = {};
    std::set<ParticipantId> withdrawn_by = {};
    std::set<ParticipantId> asked_to_defer = {};
    std::int64_t deferments = 0;
    std::int64_t deferred_ms = 0;  // when it was deferred last, by the clock of that entry: shown
    bool exhausted = false;        // the efforts to reach general agreement
    std::string not_before = {};   // that the vote was announced for; empty if it was not
    std::optional<MatterClass> matter = {};  // as ruled or decided; substance otherwise
    bool amended = false;                    // by an adopted amendment
    std::vector<Hash> to_write_in = {};      // decisions that its text does not yet carry out
    std::vector<Part> parts = {};            // of a division
    std::int64_t lapsed_with = 0;            // motion; 0 if with its parent, or not at all
    std::string organ = {};                  // that decided it
    Hash decision = {};                      // entry of its last decision
    std::vector<std::size_t> reopened = {};  // places of the decisions on it that were, so far

    const ProposalId& id() const { return registered.proposal; }
    bool is_amendment() const {
        return registered.kind == ProposalKind::amendment ||
               registered.kind == ProposalKind::sub_amendment;
    }
};

enum class MotionState { open, carried, not_carried, withdrawn, out_of_order, lapsed };

struct Motion {
    MotionMoved moved = {};
    std::string unit = {};
    EntryRef entry = {};
    MotionState state = MotionState::open;
    std::vector<MotionSpoken> spoken = {};
    Hash decision = {};  // entry that carried it, or did not
};

enum class AppealState { none, open, withdrawn, dismissed, upheld };

struct Ruling {
    RulingGiven given = {};
    std::string unit = {};
    EntryRef entry = {};
    AppealState appeal = AppealState::none;
    ParticipantId appealed_by = {};
    QuestionState before = QuestionState::unknown;  // of the proposal that it skipped

    /// No appeal has overruled it.
    bool stands() const { return appeal != AppealState::upheld; }
};

/// One version of a proposal's text.
struct TextVersion {
    std::int64_t version = 1;
    std::map<std::string, Hash> texts = {};
    EntryRef entry = {};
    std::vector<Hash> decisions = {};  // that it carries out
};

}  // namespace placet::ledger
