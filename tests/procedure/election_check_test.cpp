// Rules held here: what a tellers' sheet, a drawing of lots and the terms of an election must say.
// Every case starts from one that is allowed and changes one thing.
#include "ledger/procedure/election_check.h"

#include "tests/procedure/ballots.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace placet::ledger;
using placet::tests::Balloting;
using placet::tests::terms_for;

namespace {

template <class Act>
struct Tampered {
    std::string refusal = {};
    std::function<void(Act&)> change = {};
};

template <class Act>
void check_each(const Balloting& election, const Act& allowed,
                const std::vector<Tampered<Act>>& cases) {
    CHECK(election.refusal(allowed) == "");
    for (const auto& one : cases) {
        auto act = allowed;
        one.change(act);
        const auto refusal = election.refusal(act);
        INFO(one.refusal << " / " << refusal);
        CHECK(refusal.starts_with(one.refusal + " Nothing was recorded. "));
    }
}

/// One place, 25, 20 and 14 in the first ballot, 29 to 29 in the second.
Balloting before_lots() {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 20, 14}));
    election.take(election.sheet(58, {29, 29}));
    return election;
}

}  // namespace

TEST_CASE("a sheet whose papers do not add up is refused", "[procedure]") {
    const Balloting election{terms_for(3, 1)};
    auto sheet = election.sheet(56, {26, 16, 14});
    sheet.distributed = 60;
    sheet.found = 59;
    sheet.invalid = 2;
    sheet.blank = 1;
    using Sheet = BallotProtocol;
    check_each<Sheet>(
        election, sheet,
        {{"There are more papers in the box than were distributed.",
          [](Sheet& s) { s.distributed = 58; }},
         {"There are more invalid and blank papers than papers in the box.",
          [](Sheet& s) { s.invalid = 59; }},
         {"A number of papers is from 0 to 1000000.", [](Sheet& s) { s.blank = -1; }},
         {"A number of papers is from 0 to 1000000.", [](Sheet& s) { s.invalid = -1; }},
         {"A number of papers is from 0 to 1000000.", [](Sheet& s) { s.found = -1; }},
         {"A number of papers is from 0 to 1000000.", [](Sheet& s) { s.distributed = 1'000'001; }},
         {"There are fewer votes than valid papers: a paper without a name is blank.",
          [](Sheet& s) { s.blank = 0; }},
         {"There are more votes than names on the valid papers: a paper with more names than "
          "places is invalid.",
          [](Sheet& s) { s.blank = 2; }}});
    // The edges: every paper came back, and every paper is valid.
    sheet.distributed = 59;
    CHECK(election.refusal(sheet) == "");
}

TEST_CASE("a sheet whose votes do not add up is refused", "[procedure]") {
    const Balloting election{terms_for(4, 2)};
    const auto sheet = election.sheet(10, {10, 6, 4, 0});
    using Sheet = BallotProtocol;
    check_each<Sheet>(
        election, sheet,
        {{"State A has from none to as many votes as there are valid papers.",
          [](Sheet& s) { s.votes["A"] = 11; }},
         {"State D has from none to as many votes as there are valid papers.",
          [](Sheet& s) { s.votes["D"] = -1; }},
         {"There are more votes than names on the valid papers: a paper with more names than "
          "places is invalid.",
          [](Sheet& s) { s.votes["D"] = 1; }},
         {"There are fewer votes than valid papers: a paper without a name is blank.",
          [](Sheet& s) {
              s.votes = {{"A", 9}, {"B", 0}, {"C", 0}, {"D", 0}};
          }},
         {"The sheet gives no votes for State D.", [](Sheet& s) { s.votes.erase("D"); }},
         {"The sheet gives votes to somebody who is not on it.",
          [](Sheet& s) { s.votes["E"] = 0; }}});
}

TEST_CASE("fewer names on a paper than places are valid, more are not", "[procedure]") {
    const Balloting election{terms_for(3, 2)};
    CHECK(election.refusal(election.sheet(5, {5, 0, 0})) == "");
    CHECK(election.refusal(election.sheet(5, {5, 5, 0})) == "");
    CHECK(election.refusal(election.sheet(5, {5, 5, 1})) != "");
}

TEST_CASE("a sheet of another ballot is refused", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 20, 14}));
    const auto sheet = election.sheet(59, {29, 30});
    using Sheet = BallotProtocol;
    check_each<Sheet>(
        election, sheet,
        {{"The next ballot is ballot 2.", [](Sheet& s) { s.round = 1; }},
         {"The next ballot is ballot 2.", [](Sheet& s) { s.round = 3; }},
         {"This ballot is for 1 place.", [](Sheet& s) { s.places = 2; }},
         {"State C is not on this ballot.",
          [](Sheet& s) {
              s.candidates.push_back({"C", "State C"});
              s.votes["C"] = 0;
          }},
         {"State Z is not on this ballot.", [](Sheet& s) { s.candidates[0].name = "State Z"; }},
         {"State B is on this ballot and not on the sheet.",
          [](Sheet& s) {
              s.candidates.pop_back();
              s.votes = {{"A", 59}};
          }},
         {"Every candidate has an id and a name of their own.",
          [](Sheet& s) { s.candidates.push_back(s.candidates[0]); }}});
    const Balloting several{terms_for(4, 3)};
    auto wrong = several.sheet(9, {9, 1, 1, 1});
    wrong.places = 1;
    CHECK(several.refusal(wrong).starts_with("This ballot is for 3 places."));
}

TEST_CASE("the names on the paper may stand in any order", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    auto sheet = election.sheet(59, {25, 20, 14});
    std::swap(sheet.candidates[0], sheet.candidates[2]);
    election.take(sheet);
    CHECK(election.ahead() == "A B");
}

TEST_CASE("no ballot is taken while lots are due, or after the last place", "[procedure]") {
    auto election = before_lots();
    auto sheet = std::get<BallotProtocol>(election.history.back());
    sheet.round = 3;
    CHECK(election.refusal(sheet).starts_with("Lots are to be drawn before another ballot."));
    const auto lot = election.lot({"A"});
    election.take(lot);
    CHECK(election.refusal(sheet).starts_with("The election is complete."));
    CHECK(election.refusal(lot) ==
          "Lots are drawn only where the rules leave a tie to them. Nothing was recorded. The "
          "election is complete.");
}

TEST_CASE("lots are drawn where they are due, among the tied, before witnesses", "[procedure]") {
    const auto election = before_lots();
    using Lot = ElectionLot;
    check_each<Lot>(election, election.lot({"A"}),
                    {{"Lots are due on ballot 2.", [](Lot& l) { l.round = 1; }},
                     {"Lots are drawn among those who are tied: 2 candidates.",
                      [](Lot& l) { l.among.push_back("C"); }},
                     {"Lots are drawn among those who are tied: 2 candidates.",
                      [](Lot& l) { l.among.pop_back(); }},
                     {"Lots are drawn among those who are tied: 2 candidates.",
                      [](Lot& l) {
                          l.among = {"A", "A"};
                      }},
                     {"As many different names are drawn as there are places: 1.",
                      [](Lot& l) { l.drawn = {}; }},
                     {"As many different names are drawn as there are places: 1.",
                      [](Lot& l) {
                          l.drawn = {"A", "B"};
                      }},
                     {"As many different names are drawn as there are places: 1.",
                      [](Lot& l) { l.drawn = {"C"}; }},
                     {"A drawing of lots names the way of drawing and the witnesses.",
                      [](Lot& l) { l.way = ""; }},
                     {"A drawing of lots names the way of drawing and the witnesses.",
                      [](Lot& l) { l.witnesses = ""; }}});

    Balloting three{terms_for(4, 1)};
    three.take(three.sheet(30, {10, 10, 10, 0}));
    three.take(three.sheet(30, {10, 10, 10}));
    CHECK(three.refusal(three.lot({"C", "A"})) == "");
    CHECK(three.refusal(three.lot({"C", "C"}))
              .starts_with("As many different names are drawn as there are places: 2."));
}

TEST_CASE("no lots are drawn while the rules ask for a ballot", "[procedure]") {
    Balloting election{terms_for(3, 1)};
    election.take(election.sheet(59, {25, 17, 17}));
    CHECK(election.refusal(election.lot({"B"})) ==
          "Lots are drawn only where the rules leave a tie to them. Nothing was recorded. Take "
          "the next ballot.");
}

TEST_CASE("where a ballot is open to others they are who they were before", "[procedure]") {
    Balloting election{terms_for(5, 2, Majority::two_thirds)};
    election.terms.open_to_others = true;
    election.take(election.sheet(12, {8, 4, 4, 4, 4}));
    CHECK(election.elected() == "A");
    election.take(election.sheet(12, {6, 6, 6, 6}));
    election.take(election.lot({"B", "C"}));
    for (int i = 0; i < 3; ++i) election.take(election.sheet(12, {6, 6}));
    CHECK(election.next().others_allowed);
    auto open = election.sheet(12, {3, 3, 3, 0});
    open.candidates.push_back({"X", "State X"});
    open.votes["X"] = 3;
    using Sheet = BallotProtocol;
    const auto rename = [](Candidate other) {
        return [other](Sheet& s) {
            s.candidates.back() = other;
            s.votes.erase("X");
            s.votes[other.id] = 3;
        };
    };
    check_each<Sheet>(
        election, open,
        {{"State A is elected already.", rename({"A", "State A"})},
         {"State X is in this election under another id or name.", rename({"A", "State X"})},
         {"State A is in this election under another id or name.", rename({"X", "State A"})},
         {"Every candidate has an id and a name of their own.", rename({"X", ""})},
         {"Every candidate has an id and a name of their own.", rename({"", "State X"})},
         {"Every candidate has an id and a name of their own.", rename({"X", "State B"})}});
    election.take(open);
    CHECK(election.ahead() == "B C D E X");
    auto again = election.sheet(12, {3, 3, 3, 0, 3});
    CHECK(election.refusal(again) == "");
    again.candidates.back().name = "Republic of X";
    CHECK(election.refusal(again) != "");
}

TEST_CASE("an election without office, places, candidates or majority is refused", "[procedure]") {
    const auto terms = terms_for(3, 2);
    CHECK(check_terms(terms));
    const auto refusal = [&](const std::function<void(ElectionTerms&)>& change) {
        auto changed = terms;
        change(changed);
        const auto checked = check_election(changed, {});
        return checked ? std::string() : checked.error().detail;
    };
    using Terms = ElectionTerms;
    CHECK(refusal([](Terms& t) { t.office = ""; }).starts_with("An election is to an office."));
    for (const std::int64_t seats : {-1, 0, 1001})
        CHECK(refusal([&](Terms& t) {
                  t.seats = seats;
              }).starts_with("An election fills from 1 to 1000 places."));
    CHECK(refusal([](Terms& t) { t.candidates = {}; }).starts_with("An election has candidates."));
    for (const auto& twin : std::vector<Candidate>{{"A", "B"}, {"X", "State A"}, {"", "B"}, {"X"}})
        CHECK(refusal([&](Terms& t) {
                  t.candidates.push_back(twin);
              }).starts_with("Every candidate has an id and a name of their own."));
    for (const auto majority : {Majority::majority_of_present, Majority::majority_of_participating})
        CHECK(refusal([&](Terms& t) {
                  t.majority = majority;
              }).starts_with("An election is by a majority or by two thirds"));
    CHECK(refusal([](Terms& t) { t.majority = Majority::two_thirds; }) == "");
}
