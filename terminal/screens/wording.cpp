#include "terminal/screens/wording.h"

#include "ledger/procedure/article_words.h"
#include "ledger/procedure/rule_profile.h"
#include "ledger/procedure/state_order.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

std::string choice_label(const Phrases& phrases, Choice choice) {
    switch (choice) {
        case Choice::yes:
            return phrases("Yes");
        case Choice::no:
            return phrases("No");
        case Choice::abstain:
            return phrases("Abstain");
        case Choice::not_participating:
            return phrases("Not participating");
    }
    return {};
}

std::string choice_in_capitals(const Phrases& phrases, Choice choice) {
    switch (choice) {
        case Choice::yes:
            return phrases("YES");
        case Choice::no:
            return phrases("NO");
        case Choice::abstain:
            return phrases("ABSTAIN");
        case Choice::not_participating:
            return phrases("NOT PARTICIPATING");
    }
    return {};
}

Sign sign_of(Choice choice) {
    switch (choice) {
        case Choice::yes:
            return Sign::yes;
        case Choice::no:
            return Sign::no;
        case Choice::abstain:
            return Sign::abstain;
        case Choice::not_participating:
            return Sign::not_voting;
    }
    return Sign::not_voting;
}

std::string role_label(const Phrases& phrases, Role role) {
    switch (role) {
        case Role::presiding_officer:
            return phrases("Presiding officer");
        case Role::secretary:
            return phrases("Secretary");
        case Role::attendant:
            return phrases("Attendant");
        case Role::delegate:
            return phrases("Delegate");
        case Role::root:
            return phrases("Secretariat");
    }
    return {};
}

std::string ground_label(const Phrases& phrases, ObjectionGround ground) {
    switch (ground) {
        case ObjectionGround::objects:
            return phrases("objects");
        case ObjectionGround::cannot_join:
            return phrases("cannot join the consensus");
        case ObjectionGround::vote_requested:
            return phrases("asks for a vote");
    }
    return {};
}

std::string statement_label(const Phrases& phrases, StatementKind kind) {
    switch (kind) {
        case StatementKind::position:
            return phrases("Statement of position");
        case StatementKind::dissociation:
            return phrases("Dissociation");
        case StatementKind::reservation:
            return phrases("Reservation");
        case StatementKind::interpretation:
            return phrases("How it reads the text");
        case StatementKind::non_participation:
            return phrases("Non-participation");
        case StatementKind::explanation_of_vote:
            return phrases("Explanation of vote");
    }
    return {};
}

std::string text_unit_label(const Phrases& phrases, const TextUnit& unit) {
    if (unit.number.empty()) return phrases(unit.title);
    return phrases("Article {number}", {{"number", unit.number}});
}

namespace {

std::string_view method_sentence(Method method) {
    switch (method) {
        case Method::recorded:
            break;
        case Method::non_recorded:
            return "Non-recorded vote.";
        case Method::roll_call:
            return "Roll-call vote.";
        case Method::hands:
            return "Show of hands.";
    }
    return "Recorded vote.";
}

std::string_view majority_sentence(Majority majority) {
    switch (majority) {
        case Majority::simple:
            break;
        case Majority::two_thirds:
            return "Majority required: two thirds of those present and voting.";
        case Majority::two_thirds_and_majority_of_participating:
            return "Majority required: two thirds of those present and voting, and more than half "
                   "of the participating States.";
        case Majority::majority_of_participating:
            return "Majority required: more than half of the participating States.";
        case Majority::two_thirds_of_participating:
            return "Majority required: two thirds of the participating States.";
        case Majority::two_thirds_with_voting_quorum:
            return "Majority required: two thirds of those present and voting, where enough States "
                   "took part.";
        case Majority::majority_of_present:
            return "Majority required: more than half of those present.";
    }
    return "Majority required: more than half of those present and voting.";
}

}  // namespace

std::string method_and_majority(const Phrases& phrases, Method method, std::string_view majority) {
    const auto known = majority_from_text(majority);
    if (!known) return phrases(method_sentence(method));
    return phrases(method_sentence(method)) + " " + phrases(majority_sentence(*known));
}

namespace {

/// The choice that the answer is; nothing if there was no answer.
std::optional<Choice> choice_of(Answer answer) {
    switch (answer) {
        case Answer::yes:
            return Choice::yes;
        case Answer::no:
            return Choice::no;
        case Answer::abstain:
            return Choice::abstain;
        case Answer::not_participating:
            return Choice::not_participating;
        case Answer::none:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::string answer_label(const Phrases& phrases, Answer answer) {
    const auto choice = choice_of(answer);
    return choice ? choice_label(phrases, *choice) : phrases("No answer");
}

std::string answer_in_capitals(const Phrases& phrases, Answer answer) {
    const auto choice = choice_of(answer);
    return choice ? choice_in_capitals(phrases, *choice) : phrases("NO ANSWER");
}

Sign sign_of(Answer answer) {
    const auto choice = choice_of(answer);
    return choice ? sign_of(*choice) : Sign::not_voting;
}

std::string annulment_words(const Phrases& phrases, const AnnulledRun& annulled) {
    return phrases("Vote {run} was annulled. {reason}",
                   {{"run", std::to_string(annulled.run)}, {"reason", phrases(annulled.reason)}});
}

std::string outcome_label(const Phrases& phrases, Outcome outcome) {
    return phrases(words_of(outcome));
}

namespace {

std::string clause_label(const Phrases& phrases, std::string_view name) {
    if (name == "quorum") return phrases("Quorum to decide");
    if (name == "affirmative_vote") return phrases("At least one vote in favour");
    if (name == "majority") return phrases("More than half of those present and voting");
    if (name == "two_thirds") return phrases("Two thirds of those present and voting");
    if (name == "two_thirds_of_participating")
        return phrases("Two thirds of the participating States");
    if (name == "majority_of_present") return phrases("More than half of those present");
    if (name == "voting_quorum") return phrases("Quorum for voting");
    return phrases("More than half of the participating States");
}

}  // namespace

std::vector<Reason> reasons_of(const Phrases& phrases, const std::vector<Clause>& clauses) {
    std::vector<Reason> reasons;
    for (const auto& clause : clauses) {
        const Phrases::Values values{{"needed", std::to_string(clause.needed)},
                                     {"received", std::to_string(clause.received)}};
        reasons.push_back(
            {.name = clause_label(phrases, clause.name),
             .arithmetic = clause.name == "quorum"
                               ? phrases("{needed} needed, {received} present", values)
                               : phrases("{needed} needed, {received} received", values),
             .met = clause.met});
    }
    return reasons;
}

std::string board_name(const Conference& conference, const ParticipantId& id) {
    const auto found = conference.participants.find(id);
    return found == conference.participants.end() ? id : found->second.board;
}

std::vector<ParticipantId> in_order_of_roll(const Conference& conference) {
    std::vector<std::pair<std::string, ParticipantId>> keyed;
    for (const auto& [id, participant] : conference.participants)
        keyed.emplace_back(collation_key(participant.name), id);
    std::ranges::sort(keyed);
    std::vector<ParticipantId> ids;
    for (auto& [key, id] : keyed) ids.push_back(std::move(id));
    return ids;
}

}  // namespace placet::terminal
