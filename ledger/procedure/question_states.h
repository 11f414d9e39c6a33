// question_states.h: the life of a question, as one table that can be held beside RULES.md.
//
// A question is a proposal, a part of it, a motion or an appeal, from its registration to the close
// of its record. What the table does not hold is refused, whatever else is true; what it holds may
// still be refused by a guard (no quorum, an open appeal). Decisions without a vote have a table of
// their own further down.
#pragma once

#include "crypto/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace placet::ledger {

enum class QuestionState : std::uint8_t {
    unknown,  // not registered
    registered,
    circulated,
    tabled,         // before the meeting, under debate
    debate_closed,  // waits to be decided
    consensus,      // proposed for adoption without a vote
    put,
    voting,
    voting_closed,
    locked,
    announced,
    recorded,  // nothing more is noted on it
    deferred,
    adjourned,  // its debate: neither debate nor vote
    divided,    // its parts are voted on
    withdrawn,
    lapsed,
    skipped,
    reopened,  // by reconsideration; the old decision stands until there is a new one
};

enum class QuestionEvent : std::uint8_t {
    register_it,
    circulate,
    introduce,
    move_orally,
    revise,
    withdraw,
    reintroduce,
    adjourn_debate,
    resume_debate,
    defer,
    end_deferment,
    close_debate,
    propose_consensus,
    put,
    request_method,
    explain_before,
    divide,
    skip,
    undo_skip,  // its ruling was overruled
    start,
    cast,
    point_of_order,
    arrive,
    call_last,
    close_voting,
    lock,
    annul,
    announce,
    decide_nothing,  // no quorum, or a tie with a second vote to come
    explain_after,
    correct,
    correct_reading,
    close_record,
    reconsider,
    lapse,
    put_as_whole,
    reject_all_parts,
    confirm_consensus,
    set_consensus_aside,
};

/// One row: `from`, when the event happens, becomes `to`.
struct Transition {
    std::string_view row = {};  // of RULES.md: "Q14"
    QuestionState from = QuestionState::unknown;
    QuestionEvent event = QuestionEvent::register_it;
    QuestionState to = QuestionState::unknown;
};

std::span<const Transition> question_transitions();

/// Where the event leads from here; nothing if the table has no such row.
std::optional<QuestionState> next_state(QuestionState from, QuestionEvent event);

/// The same, for people. Fails (refused) with what the question is and what may be done instead;
/// `title` names it: "Draft article 5".
Result<QuestionState> follow(QuestionState from, QuestionEvent event, std::string_view title);

std::string_view to_text(QuestionState state);
std::string_view to_text(QuestionEvent event);

/// All of them, in order.
std::span<const QuestionState> question_states();
std::span<const QuestionEvent> question_events();

/// Decided, or gone for good: it holds up nothing any more.
bool settled(QuestionState state);

}  // namespace placet::ledger
