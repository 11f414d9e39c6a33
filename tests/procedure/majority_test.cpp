// Rules held here: required majority; meaning of "present and voting"; equally divided votes;
// appeals.
#include "ledger/procedure/majority.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace placet::ledger;

namespace {

/// Everybody votes: no abstentions, and a quorum of nobody.
Judgement plain(Majority majority, std::int64_t yes, std::int64_t no, const TieRule& tie = {}) {
    return decide(majority, QuestionKind::proposal,
                  {.yes = yes, .no = no, .present = yes + no, .participating = 400}, 0, tie);
}

std::vector<std::string> names(const Judgement& judgement) {
    std::vector<std::string> names;
    for (const auto& clause : judgement.clauses) names.push_back(clause.name);
    return names;
}

}  // namespace

TEST_CASE("the votes needed are exact for every possible number voting", "[procedure]") {
    for (std::int64_t voting = 1; voting <= 400; ++voting) {
        INFO(voting << " delegations present and voting");
        const auto half = simple_majority_needed(voting);
        CHECK(2 * half > voting);
        CHECK(2 * (half - 1) <= voting);

        const auto two_thirds = two_thirds_needed(voting);
        CHECK(3 * two_thirds >= 2 * voting);
        CHECK(3 * (two_thirds - 1) < 2 * voting);

        const auto participating = majority_of_participating_needed(voting);
        CHECK(2 * participating > voting);
        CHECK(2 * (participating - 1) <= voting);
    }
}

TEST_CASE("at least one affirmative vote is needed where nobody votes", "[procedure]") {
    CHECK(simple_majority_needed(0) == 1);
    CHECK(two_thirds_needed(0) == 1);
    CHECK(majority_of_participating_needed(0) == 1);
    CHECK(two_thirds_needed(1) == 1);
    CHECK(two_thirds_needed(2) == 2);
}

TEST_CASE("two thirds of those voting adopt, for every pair of figures up to 200", "[procedure]") {
    int wrong = 0;
    for (std::int64_t yes = 0; yes <= 200; ++yes)
        for (std::int64_t no = 0; no <= 200; ++no) {
            const bool adopted = plain(Majority::two_thirds, yes, no).outcome == Outcome::adopted;
            if (adopted != (yes >= 1 && yes >= 2 * no)) ++wrong;
        }
    CHECK(wrong == 0);
}

TEST_CASE("more votes for than against carry, for every pair of figures up to 200", "[procedure]") {
    int wrong = 0;
    for (std::int64_t yes = 0; yes <= 200; ++yes)
        for (std::int64_t no = 0; no <= 200; ++no) {
            const auto outcome = plain(Majority::simple, yes, no).outcome;
            const auto expected = yes > no   ? Outcome::adopted
                                  : no > yes ? Outcome::rejected
                                  : yes == 0 ? Outcome::not_adopted
                                             : Outcome::tie_rejected;
            if (outcome != expected) ++wrong;
        }
    CHECK(wrong == 0);
}

TEST_CASE("a majority of the participating States is more than half of them", "[procedure]") {
    for (std::int64_t participating = 1; participating <= 200; ++participating)
        for (std::int64_t yes = 0; yes <= participating; ++yes) {
            const Figures figures{.yes = yes, .present = yes, .participating = participating};
            const auto judgement =
                decide(Majority::majority_of_participating, QuestionKind::proposal, figures, 0, {});
            if ((judgement.outcome == Outcome::adopted) != (2 * yes > participating))
                FAIL(yes << " of " << participating);
        }
    SUCCEED();
}

TEST_CASE("an abstention is not a vote", "[procedure]") {
    const Figures figures{
        .yes = 60, .no = 30, .abstaining = 60, .present = 150, .participating = 193};

    CHECK(figures.present_and_voting() == 90);
    CHECK(decide(Majority::two_thirds, QuestionKind::proposal, figures, 97, {}).outcome ==
          Outcome::adopted);
    // The tampered twin: as votes against, they would defeat the proposal.
    Figures against = figures;
    against.no += against.abstaining;
    CHECK(decide(Majority::two_thirds, QuestionKind::proposal, against, 97, {}).outcome ==
          Outcome::rejected);
}

TEST_CASE("each majority names its tests, quorum first", "[procedure]") {
    using List = std::vector<std::string>;
    CHECK(names(plain(Majority::simple, 2, 1)) == List{"quorum", "affirmative_vote", "majority"});
    CHECK(names(plain(Majority::two_thirds, 2, 1)) ==
          List{"quorum", "affirmative_vote", "two_thirds"});
    CHECK(names(plain(Majority::two_thirds_and_majority_of_participating, 2, 1)) ==
          List{"quorum", "affirmative_vote", "two_thirds", "majority_of_participating"});
    CHECK(names(plain(Majority::majority_of_participating, 2, 1)) ==
          List{"quorum", "affirmative_vote", "absolute_majority"});
    CHECK(names(plain(Majority::two_thirds_of_participating, 2, 1)) ==
          List{"quorum", "affirmative_vote", "two_thirds_of_participating"});
    CHECK(names(plain(Majority::two_thirds_with_voting_quorum, 2, 1)) ==
          List{"quorum", "affirmative_vote", "two_thirds", "voting_quorum"});
    CHECK(names(plain(Majority::majority_of_present, 2, 1)) ==
          List{"quorum", "affirmative_vote", "majority_of_present"});
}

TEST_CASE("the margin counts affirmative votes over or short of the need", "[procedure]") {
    CHECK(plain(Majority::two_thirds, 101, 50).margin == 0);  // 151 voting: 101 needed
    CHECK(plain(Majority::two_thirds, 100, 51).margin == -1);
    CHECK(plain(Majority::two_thirds, 120, 7).margin == 35);  // 127 voting: 85 needed
    CHECK(plain(Majority::simple, 60, 60).margin == -1);      // 120 voting: 61 needed
    CHECK(plain(Majority::simple, 60, 60).needed == 61);
    CHECK(plain(Majority::two_thirds, 0, 0).needed == 1);
    // Two tests: the harder one counts. 97 of 193 participating are needed, 91 of 136 voting.
    const Figures figures{
        .yes = 96, .no = 40, .abstaining = 30, .present = 166, .participating = 193};
    CHECK(decide(Majority::two_thirds_and_majority_of_participating, QuestionKind::proposal,
                 figures, 97, {})
              .margin == -1);
}

TEST_CASE("without a quorum there is no decision, whatever the votes", "[procedure]") {
    const Figures figures{.yes = 96, .present = 96, .participating = 193};
    const auto short_by_one = decide(Majority::simple, QuestionKind::proposal, figures, 97, {});

    CHECK(short_by_one.outcome == Outcome::no_decision);
    CHECK(short_by_one.needed == 49);
    CHECK(short_by_one.margin == 47);  // of the votes alone: it decides nothing
    CHECK_FALSE(short_by_one.clauses.front().met);
    CHECK(short_by_one.clauses.front() ==
          Clause{.name = "quorum", .needed = 97, .received = 96, .met = false});
    CHECK(short_by_one.clauses.size() == 3);
    CHECK(decide(Majority::simple, QuestionKind::proposal, figures, 96, {}).outcome ==
          Outcome::adopted);
}

TEST_CASE("what passes is adopted, carried or retained by its kind", "[procedure]") {
    const Figures figures{.yes = 2, .no = 1, .present = 3, .participating = 3};
    const auto outcome = [&](QuestionKind kind) {
        return decide(Majority::two_thirds, kind, figures, 2, {}).outcome;
    };
    CHECK(outcome(QuestionKind::proposal) == Outcome::adopted);
    CHECK(outcome(QuestionKind::amendment) == Outcome::adopted);
    CHECK(outcome(QuestionKind::whole) == Outcome::adopted);
    CHECK(outcome(QuestionKind::part) == Outcome::retained);
    CHECK(outcome(QuestionKind::motion) == Outcome::carried);
    CHECK(outcome(QuestionKind::sub_amendment) == Outcome::adopted);
    CHECK(outcome(QuestionKind::reconsideration) == Outcome::carried);
    CHECK(outcome(QuestionKind::exhaustion) == Outcome::carried);
    CHECK(outcome(QuestionKind::credentials) == Outcome::carried);
    CHECK(outcome(QuestionKind::rules_change) == Outcome::carried);
}

TEST_CASE("a ruling stands unless a majority overrules it", "[procedure]") {
    const auto outcome = [](std::int64_t yes, std::int64_t no, const TieRule& tie = {},
                            std::int64_t quorum = 0) {
        const Figures figures{.yes = yes, .no = no, .present = yes + no, .participating = 150};
        return decide(Majority::simple, QuestionKind::appeal, figures, quorum, tie).outcome;
    };
    CHECK(outcome(51, 50) == Outcome::ruling_overruled);
    CHECK(outcome(50, 50) == Outcome::ruling_stands);
    CHECK(outcome(40, 60) == Outcome::ruling_stands);  // and nothing is "rejected"
    CHECK(outcome(0, 0) == Outcome::ruling_stands);
    // No second vote: equality leaves the ruling, which is what there is to decide.
    CHECK(outcome(50, 50, {.tie = Tie::second_vote, .scope = TieScope::all}) ==
          Outcome::ruling_stands);
    CHECK(outcome(51, 24, {}, 76) == Outcome::no_decision);
}

TEST_CASE("where a majority of those present overrules, abstentions keep the ruling",
          "[procedure]") {
    const auto outcome = [](std::int64_t yes, std::int64_t no, std::int64_t abstaining) {
        const Figures figures{.yes = yes,
                              .no = no,
                              .abstaining = abstaining,
                              .not_voting = 1,
                              .present = yes + no + abstaining + 1,
                              .participating = 150};
        return decide(Majority::majority_of_present, QuestionKind::appeal, figures, 76, {}).outcome;
    };
    CHECK(outcome(60, 20, 40) == Outcome::ruling_stands);     // 61 of 121 are needed
    CHECK(outcome(61, 20, 39) == Outcome::ruling_overruled);  // whoever is not voting counts too
    CHECK(outcome(60, 20, 39) == Outcome::ruling_stands);     // exactly half of 120
}

TEST_CASE("two thirds of the participating States are reached at equality", "[procedure]") {
    CHECK(two_thirds_of_participating_needed(192) == 128);
    CHECK(two_thirds_of_participating_needed(193) == 129);  // 2 x 193 = 386 = 3 x 128 + 2
    CHECK(two_thirds_of_participating_needed(194) == 130);
    CHECK(two_thirds_of_participating_needed(0) == 1);
    for (std::int64_t participating = 1; participating <= 200; ++participating)
        for (std::int64_t yes = 0; yes <= participating; ++yes) {
            const Figures figures{.yes = yes, .present = yes, .participating = participating};
            const auto judgement = decide(Majority::two_thirds_of_participating,
                                          QuestionKind::proposal, figures, 0, {});
            if ((judgement.outcome == Outcome::adopted) != (3 * yes >= 2 * participating))
                FAIL(yes << " of " << participating);
        }
}

TEST_CASE("two thirds do not adopt without the quorum for voting", "[procedure]") {
    const Figures figures{
        .yes = 80, .no = 16, .abstaining = 30, .present = 126, .participating = 193};
    const auto judge = [&](const VotingQuorum& quorum) {
        return decide(Majority::two_thirds_with_voting_quorum, QuestionKind::proposal, figures, 97,
                      {}, quorum);
    };
    CHECK(judge({.needed = 97, .received = 126}).outcome == Outcome::adopted);
    CHECK(judge({.needed = 96, .received = 96}).outcome == Outcome::adopted);
    const auto short_by_one = judge({.needed = 97, .received = 96});
    CHECK(short_by_one.outcome == Outcome::not_adopted);
    CHECK(short_by_one.clauses.back() ==
          Clause{.name = "voting_quorum", .needed = 97, .received = 96, .met = false});
    CHECK(short_by_one.needed == 64);  // 96 voting: the quorum is no vote in favour
    CHECK(short_by_one.margin == 16);
    CHECK(took_part(figures, VotingQuorumOf::present) == 126);
    CHECK(took_part(figures, VotingQuorumOf::votes_cast) == 96);
    // Who leaves it out has not shown it.
    CHECK(decide(Majority::two_thirds_with_voting_quorum, QuestionKind::proposal, figures, 97, {})
              .outcome == Outcome::not_adopted);
    CHECK(decide(Majority::two_thirds, QuestionKind::proposal, figures, 97, {}).outcome ==
          Outcome::adopted);
}

TEST_CASE("a second vote is called once, a second equality rejects", "[procedure]") {
    TieRule tie{.tie = Tie::second_vote};
    CHECK(plain(Majority::simple, 60, 60, tie).outcome == Outcome::tie_second_vote);
    tie.first_run = false;
    CHECK(plain(Majority::simple, 60, 60, tie).outcome == Outcome::tie_rejected);
    CHECK(plain(Majority::simple, 61, 60, tie).outcome == Outcome::adopted);
    tie = {.tie = Tie::reject};
    CHECK(plain(Majority::simple, 60, 60, tie).outcome == Outcome::tie_rejected);
}

TEST_CASE("equal votes short of two thirds are a tie only where the rule is for all matters",
          "[procedure]") {
    CHECK(plain(Majority::two_thirds, 60, 60, {.scope = TieScope::simple_only}).outcome ==
          Outcome::not_adopted);
    CHECK(plain(Majority::two_thirds, 60, 60, {.scope = TieScope::all}).outcome ==
          Outcome::tie_rejected);
    CHECK(plain(Majority::two_thirds, 60, 60, {.tie = Tie::second_vote, .scope = TieScope::all})
              .outcome == Outcome::tie_second_vote);
    // No votes at all are no equality of votes.
    CHECK(plain(Majority::two_thirds, 0, 0, {.scope = TieScope::all}).outcome ==
          Outcome::not_adopted);
}

TEST_CASE("the quorum for voting is a part of the participating States, of whom the profile says",
          "[procedure]") {
    RuleProfile profile;
    const Figures figures{
        .yes = 80, .no = 16, .abstaining = 30, .present = 126, .participating = 193};
    CHECK(voting_quorum(profile, figures).needed == 97);
    CHECK(voting_quorum(profile, figures).received == 126);
    profile.voting_quorum = {2, 3};
    profile.voting_quorum_of = VotingQuorumOf::votes_cast;
    CHECK(voting_quorum(profile, figures).needed == 129);
    CHECK(voting_quorum(profile, figures).received == 96);
}

TEST_CASE("the majority asked depends on the organ and on the class of the matter", "[procedure]") {
    RuleProfile profile;
    profile.plenary.substance = Majority::two_thirds_and_majority_of_participating;
    CHECK(majority_for(profile, "plenary", MatterClass::substance) ==
          Majority::two_thirds_and_majority_of_participating);
    CHECK(majority_for(profile, "plenary", MatterClass::procedure) == Majority::simple);
    CHECK(majority_for(profile, "committee", MatterClass::substance) == Majority::simple);
    profile.committee.procedure = Majority::two_thirds;
    CHECK(majority_for(profile, "committee", MatterClass::procedure) == Majority::two_thirds);
}
