#include "tests/support/mixed_elections.h"

#include "ledger/procedure/election_rules.h"

#include <catch2/catch.hpp>

namespace placet::tests {

using namespace placet::ledger;

namespace {

void open(
    const Morning& morning, const std::string& office, std::int64_t seats,
    const std::vector<std::string>& states,
    const std::function<void(ElectionOpened&)>& how = [](ElectionOpened&) {}) {
    auto opened = next_election(morning.now());
    opened.office = office;
    opened.seats = seats;
    for (const auto& id : states) opened.candidates.push_back({.id = id, .name = "State " + id});
    how(opened);
    morning.record(opened);
}

/// The ballot that comes next, in the order of its candidates; a paper for everybody present.
ProtocolEntered counted(const Morning& morning, const std::vector<std::int64_t>& votes) {
    auto sheet = next_protocol(morning.now());
    sheet.distributed = sheet.found = static_cast<std::int64_t>(morning.now().present.size());
    sheet.tellers = "The delegates of State AAA and State BBB";
    REQUIRE(sheet.votes.size() == votes.size());
    for (std::size_t i = 0; i < votes.size(); ++i) sheet.votes[i].votes = votes[i];
    return sheet;
}

void ballot(const Morning& morning, const std::vector<std::int64_t>& votes) {
    morning.record(counted(morning, votes));
}

void draw(const Morning& morning, const std::string& drawn) {
    auto lot = next_election_lot(morning.now());
    lot.drawn = {drawn};
    lot.way = "Folded slips from a bowl";
    lot.witnesses = "Both tellers";
    morning.record(lot);
}

void acclaimed(const Morning& morning) {
    open(morning, "to the office of Rapporteur", 1, {"AAA", "BBB"});
    morning.record(withdrawal_of(morning.now(), "BBB"));
    morning.record(next_acclamation(morning.now()));
}

/// More than half of four valid papers is three.
void elected_in_the_second_ballot(const Morning& morning) {
    open(morning, "to the office of President", 1, {"AAA", "BBB", "CCC"});
    ballot(morning, {2, 2, 0});
    auto second = counted(morning, {3, 1});
    second.document = sha256(bytes_of("The sheet as it was scanned"));
    morning.record(second);
}

void elected_by_lot(const Morning& morning) {
    open(morning, "to the office of Vice-President", 1, {"BBB", "CCC"});
    ballot(morning, {2, 2});
    auto second = counted(morning, {1, 1});
    second.invalid = second.blank = 1;
    morning.record(second);
    draw(morning, "CCC");
}

/// AAA is elected; BBB, and CCC or DDD, go forward to the ballot for the other place.
void tied_for_the_next_ballot(const Morning& morning) {
    open(morning, "to the Drafting Committee", 2, {"AAA", "BBB", "CCC", "DDD"});
    ballot(morning, {3, 2, 1, 1});
    ballot(morning, {2, 2});
    draw(morning, "DDD");
    ballot(morning, {3, 1});
}

/// Two thirds of two valid papers, and of three, are two.
void elected_without_being_a_candidate(const Morning& morning) {
    open(morning, "to the office of Chair", 1, {"AAA", "BBB"}, [](ElectionOpened& opened) {
        opened.majority = "two_thirds";
        opened.open_to_others = true;
    });
    auto none_valid = counted(morning, {0, 0});
    none_valid.invalid = 3;
    morning.record(none_valid);
    for (int first_and_limited = 0; first_and_limited < 4; ++first_and_limited) {
        auto sheet = counted(morning, {1, 1});
        sheet.blank = 1;
        morning.record(sheet);
    }
    auto free = counted(morning, {0, 1});
    free.votes.push_back({.candidate = {.id = "person:silva", .name = "Ms Maria Silva"}});
    free.votes.back().votes = 2;
    morning.record(free);
}

void stopped(const Morning& morning) {
    open(morning, "to the Bureau", 2, {"AAA", "BBB", "CCC"});
    ballot(morning, {3, 1, 1});
    auto stop = stop_of_election(morning.now());
    stop.reason = "The other place is left to the next session";
    morning.record(stop);
}

}  // namespace

void hold_elections(Morning& morning) {
    morning.open();
    acclaimed(morning);
    elected_in_the_second_ballot(morning);
    elected_by_lot(morning);
    tied_for_the_next_ballot(morning);
    morning.close();

    morning.open({"AAA", "BBB", "CCC"}, "committee");
    elected_without_being_a_candidate(morning);
    stopped(morning);
    morning.close();
}

}  // namespace placet::tests
