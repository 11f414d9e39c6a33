#include "ledger/procedure/majority.h"

#include <algorithm>

namespace placet::ledger {
namespace {

std::int64_t above_half(std::int64_t base) { return base / 2 + 1; }

// Fewest Y with 3Y >= 2 * base, in integers: the ceiling of two thirds, and never less than one.
std::int64_t two_thirds_of(std::int64_t base) {
    return std::max<std::int64_t>(1, (2 * base + 2) / 3);
}

Clause clause(const char* name, std::int64_t needed, std::int64_t received) {
    return {.name = name, .needed = needed, .received = received, .met = received >= needed};
}

/// The tests that affirmative votes must pass, all of them.
std::vector<Clause> tests_of_votes(Majority majority, const Figures& figures) {
    std::vector<Clause> tests;
    const auto add = [&](const char* name, std::int64_t needed) {
        tests.push_back(clause(name, needed, figures.yes));
    };
    const auto voting = figures.present_and_voting();
    const auto participating = figures.participating;
    add("affirmative_vote", 1);
    switch (majority) {
        case Majority::simple:
            add("majority", simple_majority_needed(voting));
            break;
        case Majority::two_thirds:
        case Majority::two_thirds_with_voting_quorum:
            add("two_thirds", two_thirds_needed(voting));
            break;
        case Majority::two_thirds_and_majority_of_participating:
            add("two_thirds", two_thirds_needed(voting));
            add("majority_of_participating", majority_of_participating_needed(participating));
            break;
        case Majority::majority_of_participating:
            add("absolute_majority", majority_of_participating_needed(participating));
            break;
        case Majority::two_thirds_of_participating:
            add("two_thirds_of_participating", two_thirds_of_participating_needed(participating));
            break;
        case Majority::majority_of_present:
            add("majority_of_present", majority_of_present_needed(figures.present));
            break;
    }
    return tests;
}

Outcome passed(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::proposal:
        case QuestionKind::amendment:
        case QuestionKind::sub_amendment:
        case QuestionKind::whole:
            return Outcome::adopted;
        case QuestionKind::part:
            return Outcome::retained;
        case QuestionKind::appeal:
            return Outcome::ruling_overruled;
        case QuestionKind::motion:
        case QuestionKind::reconsideration:
        case QuestionKind::exhaustion:
        case QuestionKind::credentials:
        case QuestionKind::rules_change:
            break;
    }
    return Outcome::carried;
}

Outcome failed(Majority majority, QuestionKind kind, const Figures& figures, const TieRule& tie) {
    if (kind == QuestionKind::appeal) return Outcome::ruling_stands;
    if (figures.no > figures.yes) return Outcome::rejected;
    const bool equal = figures.yes == figures.no && figures.yes > 0;
    if (!equal || (majority != Majority::simple && tie.scope != TieScope::all))
        return Outcome::not_adopted;
    return tie.tie == Tie::second_vote && tie.first_run ? Outcome::tie_second_vote
                                                        : Outcome::tie_rejected;
}

}  // namespace

std::int64_t simple_majority_needed(std::int64_t present_and_voting) {
    return above_half(present_and_voting);
}

std::int64_t two_thirds_needed(std::int64_t present_and_voting) {
    return two_thirds_of(present_and_voting);
}

std::int64_t majority_of_participating_needed(std::int64_t participating) {
    return above_half(participating);
}

std::int64_t two_thirds_of_participating_needed(std::int64_t participating) {
    return two_thirds_of(participating);
}

std::int64_t majority_of_present_needed(std::int64_t present) { return above_half(present); }

Majority majority_for(const RuleProfile& profile, std::string_view unit_kind, MatterClass matter) {
    const auto& organ = organ_rules(profile, unit_kind);
    return matter == MatterClass::substance ? organ.substance : organ.procedure;
}

std::int64_t took_part(const Figures& figures, VotingQuorumOf whom) {
    return whom == VotingQuorumOf::present ? figures.present : figures.present_and_voting();
}

VotingQuorum voting_quorum(const RuleProfile& profile, const Figures& figures) {
    return {.needed = fewest(profile.voting_quorum, figures.participating),
            .received = took_part(figures, profile.voting_quorum_of)};
}

Judgement decide(Majority majority, QuestionKind kind, const Figures& figures,
                 std::int64_t quorum_needed, const TieRule& tie, const VotingQuorum& for_voting) {
    Judgement judgement{.clauses = tests_of_votes(majority, figures),
                        .second_vote_hours = tie.second_vote_hours};
    auto& clauses = judgement.clauses;
    judgement.needed = std::ranges::max(clauses, {}, &Clause::needed).needed;
    judgement.margin = figures.yes - judgement.needed;
    if (majority == Majority::two_thirds_with_voting_quorum)
        clauses.push_back(clause("voting_quorum", for_voting.needed, for_voting.received));
    const bool carried = std::ranges::all_of(clauses, &Clause::met);
    if (quorum_needed != quorum_not_asked) {
        const auto quorum = clause("quorum", quorum_needed, figures.present);
        clauses.insert(clauses.begin(), quorum);
        if (!quorum.met) return judgement;
    }
    judgement.outcome = carried ? passed(kind) : failed(majority, kind, figures, tie);
    return judgement;
}

}  // namespace placet::ledger
