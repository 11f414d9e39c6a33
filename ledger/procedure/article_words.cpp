#include "ledger/procedure/article_words.h"

#include "ledger/procedure/question.h"

namespace placet::ledger {
namespace {

std::string_view words_of(const Decision* decision, QuestionState state) {
    if (!is_decided(decision, state)) return words_of(state);
    if (!is_carried(decision->outcome)) return words_of(decision->outcome);
    return decision->consensus ? "Adopted without a vote" : "Adopted by vote";
}

}  // namespace

std::string_view words_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::adopted:
            return "Adopted";
        case Outcome::carried:
            return "Carried";
        case Outcome::retained:
            return "Retained";
        case Outcome::rejected:
            return "Rejected";
        case Outcome::not_adopted:
            return "Not adopted";
        case Outcome::tie_rejected:
            return "Equally divided: not adopted";
        case Outcome::tie_second_vote:
            return "Equally divided: a second vote follows";
        case Outcome::ruling_stands:
            return "The ruling stands";
        case Outcome::ruling_overruled:
            return "The ruling is overruled";
        case Outcome::rejected_as_whole:
            return "Rejected as a whole";
        case Outcome::no_decision:
            return "No decision";
    }
    return "";
}

bool is_carried(Outcome outcome) {
    return outcome == Outcome::adopted || outcome == Outcome::carried ||
           outcome == Outcome::retained;
}

std::string_view words_of(QuestionState state) {
    switch (state) {
        case QuestionState::registered:
            return "Registered, not circulated";
        case QuestionState::circulated:
            return "Circulated, not introduced";
        case QuestionState::debate_closed:
            return "Debate closed";
        case QuestionState::consensus:
            return "Proposed for adoption without a vote";
        case QuestionState::put:
            return "Put to the vote";
        case QuestionState::voting:
        case QuestionState::voting_closed:
        case QuestionState::locked:
            return "Vote under way";
        case QuestionState::announced:
        case QuestionState::recorded:
            return "Decided";
        case QuestionState::deferred:
            return "Deferred";
        case QuestionState::adjourned:
            return "Debate adjourned";
        case QuestionState::divided:
            return "Divided into parts";
        case QuestionState::withdrawn:
            return "Withdrawn";
        case QuestionState::lapsed:
            return "Lapsed";
        case QuestionState::skipped:
            return "Not put to the vote";
        case QuestionState::reopened:
            return "Reopened";
        case QuestionState::unknown:
        case QuestionState::tabled:
            break;
    }
    return "Under debate";
}

bool is_decided(const Decision* decision, QuestionState state) {
    return decision != nullptr && !decision->reopened && settled(state);
}

std::string_view status_words(const MapProposal& proposal) {
    return words_of(proposal.decision, proposal.state);
}

std::string_view status_words(const MapUnit& unit) {
    if (unit.decision != nullptr) return words_of(unit.decision, unit.state);
    if (unit.in_committee != nullptr && settled(unit.state)) return "Decided in committee";
    return words_of(nullptr, unit.state);
}

}  // namespace placet::ledger
