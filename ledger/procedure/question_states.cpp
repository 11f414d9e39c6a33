#include "ledger/procedure/question_states.h"

#include "ledger/procedure/refusal.h"

#include <algorithm>
#include <array>

namespace placet::ledger {
namespace {

using S = QuestionState;
using E = QuestionEvent;

/// Until the voting begins.
constexpr std::array before_the_vote = {
    Transition{"Q1", S::unknown, E::register_it, S::registered},
    Transition{"Q2", S::registered, E::circulate, S::circulated},
    Transition{"Q3", S::circulated, E::introduce, S::tabled},
    Transition{"Q4", S::unknown, E::move_orally, S::tabled},
    Transition{"Q5", S::tabled, E::revise, S::tabled},
    Transition{"Q5", S::debate_closed, E::revise, S::debate_closed},
    Transition{"Q5", S::registered, E::revise, S::registered},
    Transition{"Q5", S::circulated, E::revise, S::circulated},
    Transition{"Q6", S::registered, E::withdraw, S::withdrawn},
    Transition{"Q6", S::circulated, E::withdraw, S::withdrawn},
    Transition{"Q6", S::tabled, E::withdraw, S::withdrawn},
    Transition{"Q6", S::debate_closed, E::withdraw, S::withdrawn},
    Transition{"Q6", S::put, E::withdraw, S::withdrawn},
    Transition{"Q7", S::withdrawn, E::reintroduce, S::withdrawn},
    Transition{"Q8", S::tabled, E::adjourn_debate, S::adjourned},
    Transition{"Q8", S::debate_closed, E::adjourn_debate, S::adjourned},
    Transition{"Q8", S::reopened, E::adjourn_debate, S::adjourned},
    Transition{"Q9", S::adjourned, E::resume_debate, S::tabled},
    Transition{"Q10", S::tabled, E::defer, S::deferred},
    Transition{"Q10", S::debate_closed, E::defer, S::deferred},
    Transition{"Q10", S::reopened, E::defer, S::deferred},
    Transition{"Q11", S::deferred, E::end_deferment, S::debate_closed},
    Transition{"Q12", S::tabled, E::close_debate, S::debate_closed},
    Transition{"Q12", S::reopened, E::close_debate, S::debate_closed},
    Transition{"Q13", S::tabled, E::propose_consensus, S::consensus},
    Transition{"Q13", S::debate_closed, E::propose_consensus, S::consensus},
    Transition{"Q13", S::reopened, E::propose_consensus, S::consensus},
    Transition{"Q14", S::tabled, E::put, S::put},
    Transition{"Q14", S::debate_closed, E::put, S::put},
    Transition{"Q14", S::reopened, E::put, S::put},
    Transition{"Q15", S::put, E::request_method, S::put},
    Transition{"Q16", S::put, E::explain_before, S::put},
    Transition{"Q17", S::tabled, E::divide, S::divided},
    Transition{"Q17", S::debate_closed, E::divide, S::divided},
    Transition{"Q17", S::reopened, E::divide, S::divided},
    Transition{"Q17", S::put, E::divide, S::divided},
    Transition{"Q18", S::tabled, E::skip, S::skipped},
    Transition{"Q18", S::debate_closed, E::skip, S::skipped},
    Transition{"Q18", S::put, E::skip, S::skipped},
    Transition{"Q18", S::skipped, E::undo_skip, S::debate_closed},
};

/// From then on, and without a vote.
constexpr std::array from_the_vote_on = {
    Transition{"Q19", S::put, E::start, S::voting},
    Transition{"Q20", S::voting, E::cast, S::voting},
    Transition{"Q21", S::voting, E::point_of_order, S::voting},
    Transition{"Q21", S::put, E::point_of_order, S::put},
    Transition{"Q22", S::voting, E::arrive, S::voting},
    Transition{"Q23", S::voting, E::call_last, S::voting},
    Transition{"Q24", S::voting, E::close_voting, S::voting_closed},
    Transition{"Q24", S::voting_closed, E::lock, S::locked},
    Transition{"Q25", S::voting, E::annul, S::put},
    Transition{"Q25", S::voting_closed, E::annul, S::put},
    Transition{"Q25", S::locked, E::annul, S::put},
    Transition{"Q28", S::locked, E::decide_nothing, S::debate_closed},
    Transition{"Q29", S::locked, E::announce, S::announced},
    Transition{"Q30", S::announced, E::explain_after, S::announced},
    Transition{"Q31", S::announced, E::correct, S::announced},
    Transition{"Q32", S::announced, E::correct_reading, S::announced},
    Transition{"Q34", S::announced, E::close_record, S::recorded},
    Transition{"Q35", S::announced, E::reconsider, S::reopened},
    Transition{"Q35", S::recorded, E::reconsider, S::reopened},
    Transition{"Q36", S::registered, E::lapse, S::lapsed},
    Transition{"Q36", S::circulated, E::lapse, S::lapsed},
    Transition{"Q36", S::tabled, E::lapse, S::lapsed},
    Transition{"Q36", S::debate_closed, E::lapse, S::lapsed},
    Transition{"Q36", S::put, E::lapse, S::lapsed},
    Transition{"Q36", S::deferred, E::lapse, S::lapsed},
    Transition{"Q36", S::adjourned, E::lapse, S::lapsed},
    Transition{"Q36", S::divided, E::lapse, S::lapsed},
    Transition{"Q36", S::reopened, E::lapse, S::lapsed},
    Transition{"Q37", S::divided, E::put_as_whole, S::put},
    Transition{"Q37", S::divided, E::propose_consensus, S::consensus},
    Transition{"Q38", S::divided, E::reject_all_parts, S::announced},
    Transition{"K9", S::consensus, E::confirm_consensus, S::announced},
    Transition{"K13", S::consensus, E::set_consensus_aside, S::debate_closed},
    Transition{"K15", S::consensus, E::defer, S::deferred},
    Transition{"K16", S::consensus, E::put, S::put},
    Transition{"K5", S::consensus, E::explain_before, S::consensus},
    Transition{"K6", S::consensus, E::point_of_order, S::consensus},
};

constexpr auto transitions = [] {
    std::array<Transition, before_the_vote.size() + from_the_vote_on.size()> all = {};
    std::ranges::copy(before_the_vote, all.begin());
    std::ranges::copy(from_the_vote_on, all.begin() + before_the_vote.size());
    return all;
}();

/// What a question in this state is, after its title, and what may be done.
struct StateWords {
    QuestionState state = S::unknown;
    std::string_view name = {};
    std::string_view rule = {};
    std::string_view instead = {};
};

constexpr std::array words = {
    StateWords{S::unknown, "unknown", "is not registered",
               "Register it first; a motion is made from the floor."},
    StateWords{S::registered, "registered", "is registered and not yet circulated",
               "Circulate it, or have the presiding officer permit what is not circulated."},
    StateWords{S::circulated, "circulated", "is circulated and not yet introduced",
               "The presiding officer introduces it first."},
    StateWords{S::tabled, "tabled", "is under debate",
               "Close the debate, propose its adoption, or put it."},
    StateWords{S::debate_closed, "debate_closed", "waits to be decided, its debate closed",
               "Propose its adoption without a vote, or put it."},
    StateWords{S::consensus, "consensus", "is proposed for adoption without a vote",
               "Decide on it or set it aside first."},
    StateWords{S::put, "put", "is put to the vote", "Start the vote."},
    StateWords{S::voting, "voting", "is being voted on",
               "Voting is not interrupted but for its own conduct: close it first."},
    StateWords{S::voting_closed, "voting_closed", "is voted on, the voting closed",
               "Lock the vote and announce its result first."},
    StateWords{S::locked, "locked", "is voted on, the vote locked", "Announce its result first."},
    StateWords{S::announced, "announced", "is decided",
               "The conference may decide, by the majority its rules ask for, to reconsider it."},
    StateWords{S::recorded, "recorded", "is decided and its record closed",
               "The conference may decide, by the majority its rules ask for, to reconsider it."},
    StateWords{S::deferred, "deferred", "is deferred", "End the deferment with a report first."},
    StateWords{S::adjourned, "adjourned",
               "is neither debated nor voted on: its debate is adjourned",
               "A motion to resume the debate comes first."},
    StateWords{S::divided, "divided", "is divided, and its parts are voted on",
               "Put its parts, and then the whole."},
    StateWords{S::withdrawn, "withdrawn", "is withdrawn",
               "Any State may reintroduce it as a proposal of its own."},
    StateWords{S::lapsed, "lapsed", "has lapsed with the question that it belonged to",
               "Submit it anew if it is still wanted."},
    StateWords{S::skipped, "skipped", "is not put to the vote: another decision implies so",
               "An appeal against that ruling comes first."},
    StateWords{S::reopened, "reopened", "is reopened, and its earlier decision stands so far",
               "Propose its adoption, or put it."},
};

constexpr std::array<std::string_view, 39> event_names = {"register_it",
                                                          "circulate",
                                                          "introduce",
                                                          "move_orally",
                                                          "revise",
                                                          "withdraw",
                                                          "reintroduce",
                                                          "adjourn_debate",
                                                          "resume_debate",
                                                          "defer",
                                                          "end_deferment",
                                                          "close_debate",
                                                          "propose_consensus",
                                                          "put",
                                                          "request_method",
                                                          "explain_before",
                                                          "divide",
                                                          "skip",
                                                          "undo_skip",
                                                          "start",
                                                          "cast",
                                                          "point_of_order",
                                                          "arrive",
                                                          "call_last",
                                                          "close_voting",
                                                          "lock",
                                                          "annul",
                                                          "announce",
                                                          "decide_nothing",
                                                          "explain_after",
                                                          "correct",
                                                          "correct_reading",
                                                          "close_record",
                                                          "reconsider",
                                                          "lapse",
                                                          "put_as_whole",
                                                          "reject_all_parts",
                                                          "confirm_consensus",
                                                          "set_consensus_aside"};

constexpr auto all_states = [] {
    std::array<QuestionState, words.size()> all = {};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<QuestionState>(i);
    return all;
}();

constexpr auto all_events = [] {
    std::array<QuestionEvent, event_names.size()> all = {};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<QuestionEvent>(i);
    return all;
}();

const StateWords& words_of(QuestionState state) { return words[static_cast<std::size_t>(state)]; }

}  // namespace

std::span<const Transition> question_transitions() { return transitions; }

std::optional<QuestionState> next_state(QuestionState from, QuestionEvent event) {
    for (const auto& row : transitions)
        if (row.from == from && row.event == event) return row.to;
    return std::nullopt;
}

Result<QuestionState> follow(QuestionState from, QuestionEvent event, std::string_view title) {
    if (const auto to = next_state(from, event)) return *to;
    const auto& state = words_of(from);
    return refused(std::string(title).append(" ").append(state.rule).append("."), state.instead);
}

std::string_view to_text(QuestionState state) { return words_of(state).name; }

std::string_view to_text(QuestionEvent event) {
    return event_names[static_cast<std::size_t>(event)];
}

std::span<const QuestionState> question_states() { return all_states; }
std::span<const QuestionEvent> question_events() { return all_events; }

bool settled(QuestionState state) {
    return state == S::announced || state == S::recorded || state == S::withdrawn ||
           state == S::lapsed || state == S::skipped;
}

}  // namespace placet::ledger
