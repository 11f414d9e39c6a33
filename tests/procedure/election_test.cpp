// Rules held here: elections by secret ballot, from the first ballot to the last place.
#include "ledger/procedure/election.h"

#include "tests/procedure/ballots.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Balloting;
using placet::tests::terms_for;

namespace {

bool ballot_due(const Balloting& election, BallotKind kind, std::int64_t places) {
    const auto next = election.next();
    return next.step == ElectionStep::ballot && next.kind == kind && next.places == places;
}

bool lots_due(const Balloting& election, Contested contested, std::int64_t places) {
    const auto next = election.next();
    return next.step == ElectionStep::lots && next.contested == contested && next.places == places;
}

bool complete(const Balloting& election) { return election.next().step == ElectionStep::complete; }

}  // namespace

// 2 * 59 = 118 = 3 * 39 + 1: thirty-nine are short by a third of a vote.
TEST_CASE("two thirds of 59 valid papers are 40 votes", "[procedure]") {
    CHECK(votes_to_elect(Majority::two_thirds, 59) == 40);
    Balloting enough{terms_for(2, 1, Majority::two_thirds)};
    enough.take(enough.sheet(59, {40, 19}));
    CHECK(enough.elected() == "A");
    CHECK(enough.state().last == MajorityAsked{.base = 59, .needed = 40});
    CHECK(complete(enough));

    Balloting short_by_one{terms_for(2, 1, Majority::two_thirds)};
    short_by_one.take(short_by_one.sheet(59, {39, 20}));
    CHECK(short_by_one.elected().empty());
    CHECK(ballot_due(short_by_one, BallotKind::restricted, 1));
}

// 59 papers, 3 of them blank or invalid: 56 are valid, half are 28, more than half are 29.
TEST_CASE("blank and invalid papers are not in the base of the majority", "[procedure]") {
    Balloting election{terms_for(2, 1)};
    auto sheet = election.sheet(56, {29, 27});
    sheet.distributed = 60;
    sheet.found = 59;
    sheet.invalid = 1;
    sheet.blank = 2;
    election.take(sheet);
    CHECK(election.state().last == MajorityAsked{.base = 56, .needed = 29});
    CHECK(election.elected() == "A");

    Balloting half{terms_for(2, 1)};
    sheet.votes = {{"A", 28}, {"B", 28}};
    half.take(sheet);
    CHECK(half.elected().empty());
}

// 59 / 2 = 29.5: thirty are more than half, twenty-nine are not.
TEST_CASE("more than half of the valid papers elect", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {15, 30, 14}));
    CHECK(election.state().elected ==
          std::vector<Elected>{{.candidate = {"B", "State B"}, .votes = 30, .round = 1}});
    CHECK(election.state().seats_left == 0);
    CHECK(complete(election));

    Balloting short_by_one{terms_for(3, 1)};
    short_by_one.take(short_by_one.sheet(59, {15, 29, 15}));
    CHECK(short_by_one.elected().empty());
}

TEST_CASE("the second ballot for one place is limited to the two leaders", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {20, 14, 25}));
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    CHECK(election.ahead() == "A C");
    CHECK(election.next().round == 2);
    CHECK_FALSE(election.next().others_allowed);
    election.take(election.sheet(59, {30, 29}));
    CHECK(election.elected() == "A");
    CHECK(election.state().elected[0].round == 2);
}

TEST_CASE("two leaders with equal votes go into the second ballot without a special one",
          "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {22, 15, 22}));
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    CHECK(election.ahead() == "A C");
}

TEST_CASE("equal votes in the second ballot are decided by lot", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 20, 14}));
    auto equal = election.sheet(58, {29, 29});
    equal.distributed = equal.found = 59;
    equal.blank = 1;
    election.take(equal);
    CHECK(election.elected().empty());
    CHECK(lots_due(election, Contested::seats, 1));
    CHECK(election.next().round == 2);
    CHECK(election.ahead() == "A B");
    election.take(election.lot({"B"}));
    CHECK(election.state().elected ==
          std::vector<Elected>{
              {.candidate = {"B", "State B"}, .votes = 29, .round = 2, .by_lot = true}});
    CHECK(complete(election));
}

TEST_CASE("no lot decides equal votes in a first ballot between two", "[procedure]") {
    Balloting election{terms_for(2, 1)};
    election.take(election.sheet(58, {29, 29}));
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    CHECK(election.ahead() == "A B");
}

// 25 + 17 + 17 = 59, and 30 are needed.
TEST_CASE("a tie for the second place calls for a special ballot, then lots", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {17, 25, 17}));
    CHECK(ballot_due(election, BallotKind::special, 1));
    CHECK(election.next().contested == Contested::next_ballot);
    CHECK(election.ahead() == "A C");

    auto decided = election;
    decided.take(decided.sheet(59, {29, 30}));
    CHECK(decided.elected().empty());
    CHECK(ballot_due(decided, BallotKind::restricted, 1));
    CHECK(decided.ahead() == "B C");
    CHECK(decided.next().round == 3);

    election.take(election.sheet(58, {29, 29}));
    CHECK(lots_due(election, Contested::next_ballot, 1));
    CHECK(election.ahead() == "A C");
    election.take(election.lot({"A"}));
    CHECK(election.elected().empty());
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    CHECK(election.ahead() == "A B");
    election.take(election.sheet(59, {29, 30}));
    CHECK(election.elected() == "B");
}

TEST_CASE("a tie of three or more for the top is reduced to two, by lot at last", "[procedure]") {
    Balloting election{terms_for(4, 1)};
    election.take(election.sheet(52, {15, 15, 7, 15}));
    CHECK(ballot_due(election, BallotKind::special, 2));
    CHECK(election.ahead() == "A B D");

    auto decided = election;
    decided.take(decided.sheet(52, {30, 20, 40}));
    CHECK(ballot_due(decided, BallotKind::restricted, 1));
    CHECK(decided.ahead() == "A D");

    // One is sure of a place; the other two are tied for the one that is left.
    auto tied = election;
    tied.take(tied.sheet(52, {20, 40, 20}));
    CHECK(lots_due(tied, Contested::next_ballot, 1));
    CHECK(tied.ahead() == "A D");
    tied.take(tied.lot({"D"}));
    CHECK(tied.ahead() == "B D");

    election.take(election.sheet(52, {30, 30, 30}));
    CHECK(lots_due(election, Contested::next_ballot, 2));
    election.take(election.lot({"D", "A"}));
    CHECK(election.ahead() == "A D");
    CHECK(ballot_due(election, BallotKind::restricted, 1));
}

// Of 100 papers 51 are needed; 2 of 4 places remain, and 2 * 2 = 4 may stand for them.
TEST_CASE("for two remaining places the next ballot has at most four candidates", "[procedure]") {
    Balloting election{terms_for(8, 4)};
    election.take(election.sheet(100, {60, 51, 50, 45, 40, 35, 34, 10}));
    CHECK(election.elected() == "A B");
    CHECK(election.state().seats_left == 2);
    CHECK(ballot_due(election, BallotKind::restricted, 2));
    CHECK(election.ahead() == "C D E F");

    Balloting tied{terms_for(8, 4)};
    tied.take(tied.sheet(100, {60, 51, 50, 45, 40, 35, 35, 10}));
    CHECK(tied.elected() == "A B");
    CHECK(ballot_due(tied, BallotKind::special, 1));
    CHECK(tied.ahead() == "F G");
    tied.take(tied.sheet(99, {49, 50}));
    CHECK(tied.ahead() == "C D E G");
    CHECK(ballot_due(tied, BallotKind::restricted, 2));
}

TEST_CASE("where more reach the majority than there are places, most votes elect", "[procedure]") {
    Balloting election{terms_for(6, 4)};
    election.take(election.sheet(100, {51, 80, 70, 60, 52, 10}));
    CHECK(election.elected() == "B C D E");
    CHECK(complete(election));

    Balloting tied{terms_for(6, 4)};
    tied.take(tied.sheet(100, {52, 80, 70, 60, 52, 10}));
    CHECK(tied.elected() == "B C D");
    CHECK(tied.state().seats_left == 1);
    CHECK(ballot_due(tied, BallotKind::special, 1));
    CHECK(tied.next().contested == Contested::seats);
    CHECK(tied.ahead() == "A E");

    // Both have the majority already: the special ballot asks for most votes and nothing else.
    auto decided = tied;
    decided.take(decided.sheet(9, {4, 5}));
    CHECK(decided.elected() == "B C D E");
    CHECK(decided.state().last == MajorityAsked{.base = 9, .needed = 0});
    CHECK(complete(decided));

    tied.take(tied.sheet(8, {4, 4}));
    CHECK(lots_due(tied, Contested::seats, 1));
    tied.take(tied.lot({"A"}));
    CHECK(tied.elected() == "B C D A");
    CHECK(complete(tied));
}

TEST_CASE("candidates not more than the places may be elected without a ballot", "[procedure]") {
    CHECK(may_acclaim(terms_for(3, 3)));
    CHECK(may_acclaim(terms_for(2, 3)));
    const auto refused = may_acclaim(terms_for(4, 3));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail ==
          "There are more candidates than places: they are elected by ballot. Take the first "
          "ballot.");
    CHECK_FALSE(may_acclaim(terms_for(0, 3)));
}

TEST_CASE("a place that alone remains is filled as one place is", "[procedure]") {
    Balloting election{terms_for(5, 2)};
    election.take(election.sheet(10, {6, 5, 4, 3, 1}));
    CHECK(election.elected() == "A");
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    CHECK(election.ahead() == "B C");
    election.take(election.sheet(10, {5, 5}));
    CHECK(lots_due(election, Contested::seats, 1));
    election.take(election.lot({"C"}));
    CHECK(election.elected() == "A C");
    CHECK(complete(election));
}

TEST_CASE("two-thirds elections take turns of three limited and three free ballots",
          "[procedure]") {
    Balloting election{terms_for(4, 1, Majority::two_thirds)};
    election.take(election.sheet(10, {4, 3, 2, 1}));
    for (int i = 0; i < 3; ++i) {
        CHECK(ballot_due(election, BallotKind::restricted, 1));
        CHECK(election.ahead() == "A B");
        election.take(election.sheet(10, {5, 5}));  // equal votes, and no lots
    }
    for (int i = 0; i < 2; ++i) {
        CHECK(ballot_due(election, BallotKind::unrestricted, 1));
        CHECK(election.ahead() == "A B C D");
        CHECK_FALSE(election.next().others_allowed);
        election.take(election.sheet(10, {4, 3, 2, 1}));
    }
    election.take(election.sheet(10, {1, 2, 3, 4}));
    for (int i = 0; i < 3; ++i) {
        CHECK(ballot_due(election, BallotKind::restricted, 1));
        CHECK(election.ahead() == "C D");
        election.take(election.sheet(10, {6, 4}));
    }
    CHECK(ballot_due(election, BallotKind::unrestricted, 1));
    CHECK(election.next().round == 11);
    election.take(election.sheet(10, {0, 7, 3, 0}));
    CHECK(election.elected() == "B");
    CHECK(complete(election));
}

TEST_CASE("after three limited ballots votes may go to others where the rules say so",
          "[procedure]") {
    Balloting election{terms_for(3, 1, Majority::two_thirds)};
    election.terms.open_to_others = true;
    const Candidate other{"X", "State X"};
    auto early = election.sheet(10, {4, 3, 2});
    early.candidates.push_back(other);
    early.votes["X"] = 1;
    CHECK(election.refusal(early).starts_with("State X is not on this ballot."));

    election.take(election.sheet(10, {4, 3, 3}));
    election.take(election.sheet(10, {5, 5}));  // special: B is drawn or wins
    election.take(election.lot({"B"}));
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(election.next().others_allowed);
        election.take(election.sheet(10, {5, 5}));
    }
    CHECK(ballot_due(election, BallotKind::unrestricted, 1));
    CHECK(election.next().others_allowed);
    auto open = election.sheet(10, {4, 1, 1});
    open.candidates.push_back(other);
    open.votes["X"] = 4;
    election.take(open);
    CHECK(election.ahead() == "A B C X");
    election.take(election.sheet(10, {2, 1, 0, 7}));
    CHECK(election.elected() == "X");
}

// Two ballots that elect nobody, one that elects, then three more: the count begins anew.
TEST_CASE("whenever somebody is elected three limited ballots begin anew", "[procedure]") {
    Balloting election{terms_for(6, 3)};
    election.take(election.sheet(10, {5, 5, 5, 5, 5, 5}));
    for (int i = 0; i < 2; ++i) election.take(election.sheet(10, {5, 5, 5, 5, 5, 5}));
    CHECK(ballot_due(election, BallotKind::restricted, 3));
    auto twice = election;
    twice.take(twice.sheet(10, {5, 5, 5, 5, 5, 5}));
    CHECK(ballot_due(twice, BallotKind::unrestricted, 3));

    election.take(election.sheet(10, {6, 5, 5, 5, 5, 4}));
    CHECK(election.elected() == "A");
    for (int i = 0; i < 3; ++i) {
        CHECK(ballot_due(election, BallotKind::restricted, 2));
        CHECK(election.ahead() == "B C D E");
        election.take(election.sheet(10, {5, 5, 5, 5}));
    }
    CHECK(ballot_due(election, BallotKind::unrestricted, 2));
    CHECK(election.ahead() == "B C D E F");
}

TEST_CASE("a ballot without a valid paper is taken again and elects nobody by lot", "[procedure]") {
    Balloting election{terms_for(2, 1)};
    auto blank = election.sheet(0, {0, 0});
    blank.distributed = blank.found = blank.blank = 5;
    election.take(blank);
    CHECK(ballot_due(election, BallotKind::unrestricted, 1));
    CHECK(election.next().round == 2);
    election.take(election.sheet(4, {2, 2}));
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    blank.round = 3;
    election.take(blank);
    CHECK(ballot_due(election, BallotKind::restricted, 1));
    election.take(election.sheet(4, {2, 2}));
    CHECK(lots_due(election, Contested::seats, 1));
}

TEST_CASE("where candidates run out the other places stay vacant", "[procedure]") {
    Balloting election{terms_for(2, 3)};
    election.take(election.sheet(5, {5, 4}));
    CHECK(election.elected() == "A B");
    CHECK(complete(election));
    CHECK(election.state().seats_left == 1);
    CHECK(election.next().reason == "No candidate is left: 1 place stays vacant.");
}
