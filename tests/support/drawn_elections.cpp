#include "tests/support/drawn_elections.h"

#include "ledger/procedure/election_rules.h"
#include "ledger/procedure/permission.h"

#include <cstdio>
#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

/// A meeting at which nothing has been put yet.
Conference open_meeting() {
    Conference conference = *voting_state().conference;
    conference.run.reset();
    conference.question.reset();
    conference.last_question = 0;
    return conference;
}

/// Ends the program if the rules refuse it.
void take(Conference& conference, const Record& record) {
    Entry entry{.seq = conference.size,
                .unit = "plenary",
                .record = record,
                .leaf = sha256(bytes_of("entry " + std::to_string(conference.size)))};
    for (const Role role : required_seals(record).front())
        entry.seals.push_back(
            {.role = role, .person = role == Role::secretary ? "clerk" : "chair"});
    if (const auto allowed = may_append(conference, entry); !allowed) {
        std::fprintf(stderr, "%s\n", allowed.error().detail.c_str());
        std::abort();
    }
    apply(conference, entry);
}

Conference opened(std::vector<Candidate> candidates, std::int64_t seats = 1) {
    auto conference = open_meeting();
    auto record = next_election(conference);
    record.office = "to the office of President";
    record.seats = seats;
    record.candidates = std::move(candidates);
    take(conference, record);
    return conference;
}

/// 158 of 160 papers are valid, two are blank.
void ballot(Conference& conference, const std::vector<std::int64_t>& votes) {
    auto record = next_protocol(conference);
    for (std::size_t n = 0; n < votes.size(); ++n) record.votes[n].votes = votes[n];
    record.distributed = record.found = 160;
    record.blank = 2;
    record.tellers = "Ms Silva and Mr Okafor";
    take(conference, record);
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
    take(conference, lot);
    return conference;
}

Conference ten_candidates() {
    std::vector<Candidate> ten;
    for (const auto& [id, state] : open_meeting().participants)
        if (ten.size() < 10) ten.push_back({.id = id, .name = state.name});
    return opened(ten, 4);
}

/// Two of ten have a majority.
Conference several_places() {
    auto conference = ten_candidates();
    ballot(conference, {80, 81, 30, 29, 28, 27, 26, 25, 24, 20});
    return conference;
}

Conference acclaimed() {
    auto conference = opened({three.front()});
    take(conference, next_acclamation(conference));
    return conference;
}

Conference stopped() {
    auto conference = second_ballot();
    auto stop = stop_of_election(conference);
    stop.reason = "The other candidates withdraw.";
    take(conference, stop);
    return conference;
}

AppState state_of(Conference conference) {
    auto state = voting_state();
    state.position.size = conference.size;
    state.screen = Screen::election;
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

}  // namespace

std::vector<DrawnState> drawn_election_states() {
    std::vector<DrawnState> all = {{"election_opening", state_of(open_meeting())},
                                   {"election_first_ballot", state_of(opened(three))},
                                   {"election_second_ballot", state_of(second_ballot())},
                                   {"election_ten_candidates", state_of(ten_candidates())},
                                   {"election_several_places", state_of(several_places())},
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
