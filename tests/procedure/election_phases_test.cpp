// What may follow what: every kind of record of elections at every point of a meeting, and at every
// point of an election, allowed or refused by the rule that says so. Of the other kinds:
// phases_test.cpp, floor_phases_test.cpp. Written from the rows on elections in RULES.md.
#include "ledger/procedure/election_rules.h"
#include "tests/procedure/spine.h"

#include "ledger/record_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace placet::ledger;
using placet::tests::Spine;

namespace {

const std::vector<Candidate> states = {{"AAA", "State AAA"}, {"BBB", "State BBB"}};

ElectionOpened opening(const Spine& spine, std::int64_t seats, std::size_t candidates = 2) {
    return {
        .election = static_cast<std::int64_t>(spine.conference.elections.size()) + 1,
        .meeting = 1,
        .office = "to the office of President",
        .seats = seats,
        .candidates = {states.begin(), states.begin() + static_cast<std::ptrdiff_t>(candidates)},
        .majority = "simple"};
}

/// Of election 1, whether there is one or not.
template <class RecordType>
RecordType of_election_1(const Spine& spine) {
    RecordType record;
    record.election = record.meeting = 1;
    if (!spine.conference.elections.empty())
        record.opened = spine.conference.elections[0].entry.leaf;
    return record;
}

/// One vote for each candidate.
ProtocolEntered equal_votes(const Spine& spine) {
    auto record = of_election_1<ProtocolEntered>(spine);
    record.tellers = "Ms Silva and Mr Okafor";
    if (spine.conference.elections.empty()) return record;
    const auto next = spine.conference.elections[0].state().next;
    record.round = next.round;
    record.places = next.places;
    for (const auto& one : next.candidates) record.votes.push_back({.candidate = one, .votes = 1});
    // As many names on each paper as it may bear.
    record.distributed = record.found =
        next.places == 0 ? 0 : static_cast<std::int64_t>(next.candidates.size()) / next.places;
    return record;
}

std::vector<Record> every_kind(const Spine& spine) {
    auto withdrawn = of_election_1<CandidateWithdrawn>(spine);
    withdrawn.candidate = "AAA";
    auto lot = of_election_1<ElectionLotDrawn>(spine);
    lot.round = 2;
    lot.among = {"AAA", "BBB"};
    lot.drawn = {"BBB"};
    lot.drawn_by = lot.way = lot.witnesses = "as usual";
    auto stopped = of_election_1<ElectionStopped>(spine);
    stopped.reason = "Nobody asks for it any more.";
    return {opening(spine, 1),
            withdrawn,
            equal_votes(spine),
            lot,
            of_election_1<AcclamationDeclared>(spine),
            stopped};
}

/// An election as far as this step; "few" without a quorum, of three States.
void elect(Spine& spine, const std::string& step) {
    if (step == "none") return;
    const bool places_for_all = step == "as many" || step == "acclaimed" || step == "few";
    spine.take(opening(spine, places_for_all ? 2 : 1, step == "last" ? 1 : 2));
    if (step == "balloted" || step == "lots") spine.take(equal_votes(spine));
    if (step == "lots") spine.take(equal_votes(spine));
    if (step == "complete") {
        auto elects = equal_votes(spine);
        elects.votes[0].votes = 2;
        elects.votes[1].votes = 0;
        spine.take(elects);
    }
    if (step == "acclaimed") spine.take(of_election_1<AcclamationDeclared>(spine));
    if (step == "stopped") spine.take(every_kind(spine).back());
    if (step == "few")
        spine.take(PresenceNoted{.meeting = 1, .arrived = {}, .left = {"AAA", "BBB"}});
}

/// What must have come before a record of this kind, and no more.
std::string step_before(std::string_view type) {
    if (type == "election_opened/1") return "none";
    return type == "election_lot_drawn/1" ? "lots" : "as many";
}

/// From there the meeting, as far as this point.
void go_on(Spine& spine, const std::string& point) {
    const std::vector<std::string> of_a_vote = {"put",    "voting",    "closed",
                                                "locked", "announced", "annulled"};
    if (point == "none" || point == "ended") spine.take(MeetingClosed{.meeting = 1});
    if (point == "ended") spine.take(spine.conference_closed());
    if (point == "suspended") spine.take(MeetingSuspended{.meeting = 1});
    if (point == "proposed" || point == "gavelled" || point == "confirmed")
        spine.take(spine.proposal());
    if (point == "gavelled" || point == "confirmed") spine.take(spine.gavel());
    if (point == "confirmed") spine.take(spine.confirmation());
    if (point == "moved") spine.take(spine.motion(MotionKind::other));
    if (point == "point" || point == "ruled" || point == "appealed")
        spine.take(PointOfOrderRaised{.meeting = 1, .delegation = "AAA"});
    if (point == "ruled" || point == "appealed")
        spine.take(spine.ruling(RulingKind::point_of_order));
    if (point == "appealed") spine.take(spine.appeal());
    if (std::ranges::find(of_a_vote, point) == of_a_vote.end()) return;
    spine.put();
    if (point == "put") return;
    spine.take(spine.start());
    if (point == "annulled") spine.take(spine.annulment());
    if (point == "voting" || point == "annulled") return;
    spine.take(spine.close());
    if (point == "closed") return;
    spine.take(spine.lock());
    if (point == "announced") spine.take(spine.announcement());
}

/// Why not, by the letter in the tables.
const std::map<char, std::string> rules = {
    {'m', "No meeting is open."},
    {'s', "The meeting is suspended."},
    {'v', "A vote is under way"},
    {'g', "The gavel has fallen."},
    {'p', "A point of order waits for a ruling"},
    {'r', "An appeal against ruling 1 is open"},
    {'e', "The conference is closed"},
    {'n', "This organ has no election 1."},
    {'o', "Election 1 is not complete."},
    {'c', "Election 1 is complete."},
    {'a', "Election 1 was decided by acclamation."},
    {'x', "Election 1 was stopped."},
    {'b', "A ballot of this election was taken."},
    {'l', "There is one candidate left."},
    {'d', "Lots are to be drawn before another ballot."},
    {'t', "Lots are drawn only where the rules leave a tie to them."},
    {'f', "There are more candidates than places"},
    {'q', "There is no quorum"},
};

using Table = std::map<std::string, std::string, std::less<>>;

const std::vector<std::string> points = {
    "none",  "open",   "suspended", "proposed", "gavelled",  "confirmed",
    "put",   "voting", "closed",    "locked",   "announced", "annulled",
    "moved", "point",  "ruled",     "appealed", "ended"};

// One row per kind, one column per point: + may follow, a letter says which rule speaks against it.
//  none, open, suspended | proposed, gavelled, confirmed | put, voting, closed, locked, announced,
//  annulled | moved, point, ruled, appealed | ended
const Table in_a_meeting = {
    {"election_opened/1", "m+s +g+ +vvv++ +p+r e"},
    {"candidate_withdrawn/1", "m+s +g+ +vvv++ ++++ e"},
    {"protocol_entered/1", "m+s +g+ +vvv++ ++++ e"},
    {"election_lot_drawn/1", "m+s +g+ +vvv++ ++++ e"},
    {"acclamation_declared/1", "m+s +g+ +vvv++ ++++ e"},
    {"election_stopped/1", "m+s +g+ +vvv++ ++++ e"},
};

const std::vector<std::string> steps = {"none", "nominated", "as many",   "last",    "balloted",
                                        "lots", "complete",  "acclaimed", "stopped", "few"};

//  none | nominated, as many, last | balloted, lots | complete, acclaimed, stopped | few
const Table in_an_election = {
    {"election_opened/1", "+ ooo oo +++ o"},      {"candidate_withdrawn/1", "n ++l bb cax +"},
    {"protocol_entered/1", "n +++ +d cax q"},     {"election_lot_drawn/1", "n ttt t+ cax t"},
    {"acclamation_declared/1", "n f++ bb cax q"}, {"election_stopped/1", "n +++ ++ cax +"},
};

void check(const Spine& spine, const Record& record, const Table& table, std::size_t column,
           std::size_t columns) {
    auto row = table.find(type_of(record))->second;
    std::erase(row, ' ');
    REQUIRE(row.size() == columns);
    const auto answer = spine.offer(record);
    INFO((answer ? "allowed" : answer.error().detail));
    REQUIRE(bool(answer) == (row[column] == '+'));
    if (answer) return;
    CHECK(answer.error().fault == placet::Fault::refused);
    CHECK(answer.error().detail.starts_with(rules.at(row[column])));
}

}  // namespace

TEST_CASE("every kind of record of elections is allowed or refused at every point of a meeting",
          "[procedure]") {
    for (std::size_t at = 0; at < points.size(); ++at)
        for (std::size_t kind = 0; kind < in_a_meeting.size(); ++kind) {
            Spine spine;
            spine.open();
            elect(spine, step_before(type_of(every_kind(spine)[kind])));
            const auto record = every_kind(spine)[kind];
            go_on(spine, points[at]);
            INFO(points[at] << ": " << type_of(record));
            check(spine, record, in_a_meeting, at, points.size());
        }
}

TEST_CASE("every kind of record of elections is allowed or refused at every point of an election",
          "[procedure]") {
    for (std::size_t at = 0; at < steps.size(); ++at) {
        Spine spine;
        spine.open();
        elect(spine, steps[at]);
        REQUIRE(every_kind(spine).size() == in_an_election.size());
        for (const auto& record : every_kind(spine)) {
            INFO(steps[at] << ": " << type_of(record));
            check(spine, record, in_an_election, at, steps.size());
        }
    }
}
