// Custom held here: the figures and the sentences of an election.
#include "ledger/procedure/election_words.h"

#include "tests/procedure/ballots.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Balloting;
using placet::tests::terms_for;

TEST_CASE("the figures of a ballot are printed with the most votes first", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    auto sheet = election.sheet(56, {0, 26, 30});
    sheet.distributed = sheet.found = 59;
    sheet.invalid = 1;
    sheet.blank = 2;
    election.take(sheet);
    CHECK(ballot_figures(election.terms, election.history) ==
          "Number of ballot papers: 59\n"
          "Invalid ballots: 1\n"
          "Abstentions: 2\n"
          "Valid ballots: 56\n"
          "Required majority: 29\n"
          "Votes obtained:\n"
          "    State C: 30\n"
          "    State B: 26\n"
          "    State A: none\n");
    election.terms.majority = Majority::two_thirds;
    CHECK(ballot_figures(election.terms, election.history)
              .find("\nRequired two-thirds majority: 38\n") != std::string::npos);
}

TEST_CASE("a special ballot prints no required majority", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 17, 17}));
    election.take(election.sheet(59, {30, 29}));
    CHECK(ballot_figures(election.terms, election.history) ==
          "Number of ballot papers: 59\n"
          "Invalid ballots: none\n"
          "Abstentions: none\n"
          "Valid ballots: 59\n"
          "Votes obtained:\n"
          "    State B: 30\n"
          "    State C: 29\n");
}

TEST_CASE("the elected are announced with what they obtained", "[procedure]") {
    Balloting one{terms_for(2, 1)};
    one.terms.office = "to the office of President";
    one.take(one.sheet(9, {4, 5}));
    CHECK(one.announcement() ==
          "State B, having obtained the required majority and the largest number of votes, was "
          "elected to the office of President. All the places are filled.");

    Balloting several{terms_for(4, 3, Majority::two_thirds)};
    several.take(several.sheet(9, {7, 8, 9, 2}));
    CHECK(several.announcement() ==
          "State C, State B and State A, having obtained the required two-thirds majority and the "
          "largest number of votes, were elected to the General Committee. All the places are "
          "filled.");
}

TEST_CASE("an inconclusive ballot is announced with what follows", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 20, 14}));
    CHECK(election.announcement() ==
          "No candidate obtained the required majority. 1 place remains to be filled: the next "
          "ballot is limited to State A and State B.");
    election.take(election.sheet(58, {29, 29}));
    CHECK(election.announcement() ==
          "No candidate obtained the required majority. State A and State B are tied for 1 place: "
          "the presiding officer draws lots.");
    election.take(election.lot({"B"}));
    CHECK(election.announcement() ==
          "The votes being equal, lots were drawn, and State B was elected to the General "
          "Committee. All the places are filled.");
}

TEST_CASE("places that remain are announced with who may stand for them", "[procedure]") {
    Balloting election{terms_for(6, 3)};
    election.take(election.sheet(10, {6, 5, 5, 4, 4, 3}));
    CHECK(election.announcement() ==
          "State A, having obtained the required majority and the largest number of votes, was "
          "elected to the General Committee. 2 places remain to be filled: the next ballot is "
          "limited to State B, State C, State D and State E.");
}

TEST_CASE("special ballots and lots between them are announced", "[procedure]") {
    Balloting election{terms_for(4, 1)};
    election.take(election.sheet(30, {10, 10, 10, 0}));
    CHECK(election.announcement() ==
          "No candidate obtained the required majority. State A, State B and State C are tied for "
          "2 places on the next ballot: a special ballot is held among them.");
    election.take(election.sheet(30, {12, 9, 9}));
    CHECK(election.announcement() ==
          "The special ballot has been taken. State B and State C are still tied for 1 place on "
          "the next ballot: the presiding officer draws lots.");
    election.take(election.lot({"C"}));
    CHECK(election.announcement() ==
          "The votes being equal, lots were drawn for the places on the next ballot. 1 place "
          "remains to be filled: the next ballot is limited to State A and State C.");

    Balloting for_seats{terms_for(3, 2)};
    for_seats.take(for_seats.sheet(10, {9, 5, 6}));
    CHECK(for_seats.elected() == "A C");
    Balloting tied{terms_for(3, 1)};
    tied.terms.seats = 2;
    tied.take(tied.sheet(10, {7, 6, 6}));
    CHECK(tied.announcement() ==
          "State A, having obtained the required majority and the largest number of votes, was "
          "elected to the General Committee. State B and State C are tied for 1 place: a special "
          "ballot is held among them.");
    tied.take(tied.sheet(10, {4, 6}));
    CHECK(tied.announcement() ==
          "State C, having obtained the required majority and, in the special ballot, the largest "
          "number of votes, was elected to the General Committee. All the places are filled.");
}

TEST_CASE("void ballots, free ballots and acclamation have their words", "[procedure]") {
    Balloting election{terms_for(3, 1, Majority::two_thirds)};
    auto blank = election.sheet(0, {0, 0, 0});
    blank.distributed = blank.found = blank.blank = 3;
    election.take(blank);
    CHECK(election.announcement() == "Ballot 1 had no valid paper: it is taken again.");
    election.take(election.sheet(10, {5, 4, 1}));
    for (int i = 0; i < 3; ++i) election.take(election.sheet(10, {5, 5}));
    CHECK(election.announcement() ==
          "No candidate obtained the required majority. Three limited ballots in succession "
          "elected nobody: the next is the first of three among all the candidates again.");
    election.terms.open_to_others = true;
    election.take(election.sheet(10, {5, 4, 1}));
    CHECK(election.announcement() ==
          "No candidate obtained the required majority. Three limited ballots in succession "
          "elected nobody: the next is the second of three in which votes may go to any eligible "
          "person or delegation.");
    CHECK(acclamation_announcement(terms_for(1, 1)) ==
          "State A was elected by acclamation to the General Committee.");
    CHECK(acclamation_announcement(terms_for(3, 3)) ==
          "State A, State B and State C were elected by acclamation to the General Committee.");
}
