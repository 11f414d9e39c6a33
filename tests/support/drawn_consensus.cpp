#include "tests/support/drawn_consensus.h"

#include "ledger/acts.h"
#include "ledger/procedure/consensus.h"
#include "ledger/procedure/floor_acts.h"
#include "tests/support/drawn_meeting.h"

#include <cstdlib>
#include <iterator>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

Conference proposed() {
    auto conference = drawn_meeting();
    const auto proposal = proposal_of_adopting(conference, "article-1");
    if (!proposal) std::abort();
    take(conference, *proposal);
    return conference;
}

Conference objected() {
    auto conference = proposed();
    const auto proposal = conference.consensus->entry.leaf;
    take(conference, ObjectionRaised{.proposed = proposal, .delegation = "BRA"});
    const auto second =
        take(conference, ObjectionRaised{.proposed = proposal,
                                         .delegation = "CIV",
                                         .ground = ObjectionGround::vote_requested});
    take(conference, ObjectionWithdrawn{.objection = second, .delegation = "CIV"});
    return conference;
}

Conference gavelled() {
    auto conference = proposed();
    take(conference,
         ConsensusGavelled{.proposed = conference.consensus->entry.leaf, .silence_ms = 3000});
    return conference;
}

Conference confirmed() {
    auto conference = gavelled();
    const auto confirmation = confirmation_of(conference);
    if (!confirmation) std::abort();
    const auto decision = take(conference, *confirmation);
    for (const auto* state : {"BRA", "CIV", "KEN"})
        take(conference, StatementAttached{.about = decision,
                                           .delegation = state,
                                           .kind = StatementKind::dissociation,
                                           .paragraphs = {"1", "3"}});
    return conference;
}

/// Thirty States are there, and nobody said that they are too few; `challenged`: somebody did.
Conference few_present(bool challenged) {
    auto conference = drawn_question();
    conference.profile.quorum_check = QuorumCheck::on_challenge;
    auto& present = conference.present.change();
    while (present.size() > 30) present.erase(std::prev(present.end()));
    if (challenged) take(conference, ruling_that_quorum_is_challenged(conference));
    return conference;
}

/// The same officers as while a vote is open, with an attendant.
AppState state_of(Conference conference, Screen screen) {
    auto state = voting_state();
    state.officers[Role::attendant] =
        Person{.id = "usher", .name = "Attendant", .role = Role::attendant};
    state.position.size = conference.size;
    state.screen = screen;
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

AppState with_delegation(Conference conference, const PersonId& person) {
    auto state = state_of(std::move(conference), Screen::vote);
    state.delegation = DelegationDesk{.person = person, .delegation = "BOL"};
    return state;
}

}  // namespace

std::vector<DrawnState> drawn_consensus_states() {
    std::vector<DrawnState> all;
    const auto add = [&](std::string name, AppState state) -> AppState& {
        return all.emplace_back(DrawnState{std::move(name), std::move(state)}).state;
    };
    add("consensus_silence", state_of(proposed(), Screen::vote)).silence =
        Silence{.kept_ms = 1200, .least_ms = 3000};
    add("consensus_unopposed", state_of(proposed(), Screen::vote)).silence =
        Silence{.kept_ms = 3000, .least_ms = 3000};
    add("consensus_objected", state_of(objected(), Screen::vote));
    add("consensus_gavelled", state_of(gavelled(), Screen::vote));
    add("sitting_proposed", state_of(proposed(), Screen::sitting));
    add("adopted_without_a_vote", state_of(confirmed(), Screen::vote));
    add("sitting_adopted", state_of(confirmed(), Screen::sitting));
    add("delegations", state_of(confirmed(), Screen::delegations));
    add("delegation_before_the_gavel", with_delegation(proposed(), "bol-1")).seconds_left = 12;
    add("delegation_before_the_vote", with_delegation(drawn_question(), "bol-1"));
    add("sitting_quorum_presumed", state_of(few_present(false), Screen::sitting));
    add("sitting_quorum_challenged", state_of(few_present(true), Screen::sitting));
    auto& noted = add("delegation_noted", with_delegation(confirmed(), ""));
    noted.delegation->recorded = 71;
    add("question", state_of(drawn_meeting(), Screen::question));
    auto suspended = drawn_meeting();
    suspended.meeting->suspended = true;
    add("sitting_suspended", state_of(std::move(suspended), Screen::sitting));
    return all;
}

}  // namespace placet::tests
