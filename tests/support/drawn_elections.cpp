#include "tests/support/drawn_elections.h"

#include "ledger/procedure/election_rules.h"
#include "ledger/procedure/permission.h"
#include "tests/support/drawn_meeting.h"

#include <cstdio>
#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

/// Ends the program if the rules refuse it.
void take_allowed(Conference& conference, const Record& record) {
    Entry entry{.unit = "plenary", .record = record};
    for (const Role role : required_seals(record).front())
        entry.seals.push_back(
            {.role = role, .person = role == Role::secretary ? "clerk" : "chair"});
    if (const auto allowed = may_append(conference, entry); !allowed) {
        std::fprintf(stderr, "%s\n", allowed.error().detail.c_str());
        std::abort();
    }
    take(conference, record);
}

Conference opened(std::vector<Candidate> candidates, std::int64_t seats = 1,
                  ElectionOpened record = {.majority = "simple"}) {
    auto conference = drawn_meeting();
    const auto next = next_election(conference);
    record.election = next.election;
    record.meeting = next.meeting;
    record.office = "to the office of President";
    record.seats = seats;
    record.candidates = std::move(candidates);
    take_allowed(conference, record);
    return conference;
}

/// 158 of 160 papers are valid, two are blank.
void ballot(Conference& conference, const std::vector<std::int64_t>& votes) {
    auto record = next_protocol(conference);
    for (std::size_t n = 0; n < votes.size(); ++n) record.votes[n].votes = votes[n];
    record.distributed = record.found = 160;
    record.blank = 2;
    record.tellers = "Ms Silva and Mr Okafor";
    take_allowed(conference, record);
}

const std::vector<Candidate> three = {{"KEN", "Kenya"},
                                      {"person:Ms Maria Silva", "Ms Maria Silva"},
                                      {"VEN", "Venezuela (Bolivarian Republic of)"}};

Conference second_ballot() {
    auto conference = opened(three);
    ballot(conference, {60, 58, 40});
    return conference;
}

Conference tied() {
    auto conference = second_ballot();
    ballot(conference, {79, 79});
    return conference;
}

Conference complete() {
    auto conference = tied();
    auto lot = next_election_lot(conference);
    lot.drawn = {"KEN"};
    lot.way = "folded slips drawn from a bowl";
    lot.witnesses = "the tellers";
    take_allowed(conference, lot);
    return conference;
}

Conference ten_candidates() {
    std::vector<Candidate> ten;
    for (const auto& [id, state] : drawn_meeting().participants)
        if (ten.size() < 10) ten.push_back({.id = id, .name = state.name});
    return opened(ten, 4);
}

/// Two of ten have a majority.
Conference several_places() {
    auto conference = ten_candidates();
    ballot(conference, {80, 81, 30, 29, 28, 27, 26, 25, 24, 20});
    return conference;
}

/// Three limited ballots elected nobody: two thirds of 158 are 106.
Conference open_to_others() {
    auto conference = opened(three, 1, {.majority = "two_thirds", .open_to_others = true});
    ballot(conference, {60, 58, 40});
    for (int n = 0; n < 3; ++n) ballot(conference, {80, 78});
    return conference;
}

Conference acclaimed() {
    auto conference = opened({three.front()});
    take_allowed(conference, next_acclamation(conference));
    return conference;
}

Conference stopped() {
    auto conference = second_ballot();
    auto stop = stop_of_election(conference);
    stop.reason = "The other candidates withdraw.";
    take_allowed(conference, stop);
    return conference;
}

AppState state_of(Conference conference) {
    auto state = voting_state();
    state.position.size = conference.size;
    state.screen = Screen::election;
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

AppState with_sheets(Conference conference) {
    auto state = state_of(std::move(conference));
    state.texts = {.wanted = true,
                   .sheets = {{"ballot 4.pdf", sha256(bytes_of("ballot 4"))},
                              {"ballot 5.pdf", sha256(bytes_of("ballot 5"))}}};
    return state;
}

}  // namespace

std::vector<DrawnState> drawn_election_states() {
    std::vector<DrawnState> all = {{"election_opening", state_of(drawn_meeting())},
                                   {"election_first_ballot", state_of(opened(three))},
                                   {"election_second_ballot", state_of(second_ballot())},
                                   {"election_ten_candidates", state_of(ten_candidates())},
                                   {"election_several_places", state_of(several_places())},
                                   {"election_open_to_others", with_sheets(open_to_others())},
                                   {"election_lots", state_of(tied())},
                                   {"election_complete", state_of(complete())},
                                   {"election_acclaimed", state_of(acclaimed())},
                                   {"election_stopped", state_of(stopped())}};
    auto nobody = state_of(second_ballot());
    nobody.officers.clear();
    all.push_back({"election_nobody_signed_in", std::move(nobody)});
    return all;
}

}  // namespace placet::tests
