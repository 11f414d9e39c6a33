#include "ledger/procedure/majority.h"

#include <algorithm>

namespace placet::ledger {
namespace {

bool asks_two_thirds(Majority majority) {
    return majority == Majority::two_thirds ||
           majority == Majority::two_thirds_and_majority_of_participating;
}

/// The tests that affirmative votes must pass, all of them.
std::vector<Clause> clauses_of(Majority majority, const Figures& figures) {
    std::vector<Clause> clauses;
    const auto add = [&](const char* name, std::int64_t needed) {
        clauses.push_back({.name = name,
                           .needed = needed,
                           .received = figures.yes,
                           .met = figures.yes >= needed});
    };
    const auto voting = figures.present_and_voting();
    const auto of_participating = majority_of_participating_needed(figures.participating);
    add("affirmative_vote", 1);
    if (majority == Majority::simple) add("majority", simple_majority_needed(voting));
    if (asks_two_thirds(majority)) add("two_thirds", two_thirds_needed(voting));
    if (majority == Majority::two_thirds_and_majority_of_participating)
        add("majority_of_participating", of_participating);
    if (majority == Majority::majority_of_participating) add("absolute_majority", of_participating);
    return clauses;
}

Outcome passed(QuestionKind kind) {
    if (kind == QuestionKind::motion) return Outcome::carried;
    return kind == QuestionKind::part ? Outcome::retained : Outcome::adopted;
}

Outcome failed(Majority majority, const Figures& figures, const TieRule& tie) {
    if (figures.no > figures.yes) return Outcome::rejected;
    const bool equal = figures.yes == figures.no && figures.yes > 0;
    if (!equal || (majority != Majority::simple && tie.scope != TieScope::all))
        return Outcome::not_adopted;
    return tie.tie == Tie::second_vote && tie.first_run ? Outcome::tie_second_vote
                                                        : Outcome::tie_rejected;
}

}  // namespace

std::int64_t simple_majority_needed(std::int64_t present_and_voting) {
    return present_and_voting / 2 + 1;
}

// Fewest Y with 3Y >= 2v, in integers: the ceiling of 2v/3, and never less than one.
std::int64_t two_thirds_needed(std::int64_t present_and_voting) {
    return std::max<std::int64_t>(1, (2 * present_and_voting + 2) / 3);
}

std::int64_t majority_of_participating_needed(std::int64_t participating) {
    return participating / 2 + 1;
}

Majority majority_for(const RuleProfile& profile, std::string_view unit_kind, MatterClass matter) {
    const auto& organ = organ_rules(profile, unit_kind);
    return matter == MatterClass::substance ? organ.substance : organ.procedure;
}

Judgement decide(Majority majority, QuestionKind kind, const Figures& figures,
                 std::int64_t quorum_needed, const TieRule& tie) {
    Judgement judgement{.clauses = {{.name = "quorum",
                                     .needed = quorum_needed,
                                     .received = figures.present,
                                     .met = figures.present >= quorum_needed}}};
    const bool quorum = judgement.clauses.front().met;
    const auto tests = clauses_of(majority, figures);
    judgement.clauses.insert(judgement.clauses.end(), tests.begin(), tests.end());
    if (!quorum) return judgement;
    const auto needed = std::ranges::max(tests, {}, &Clause::needed).needed;
    judgement.margin = figures.yes - needed;
    const bool carried = std::ranges::all_of(tests, &Clause::met);
    judgement.outcome = carried ? passed(kind) : failed(majority, figures, tie);
    return judgement;
}

}  // namespace placet::ledger
