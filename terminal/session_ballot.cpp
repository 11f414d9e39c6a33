// A delegate at the kiosk: its ballot, or in a non-recorded vote its position, of which nothing
// leaves this process but the sums.
#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/procedure/permission.h"
#include "terminal/drafting.h"
#include "terminal/notices.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

std::optional<RecordedChoice> recorded_choice(const Conference& conference,
                                              const ParticipantId& delegation) {
    if (!conference.run) return std::nullopt;
    const auto position = conference.run->position(delegation);
    const auto counted = position.counted();
    if (!counted) return std::nullopt;
    const auto& last = position.standing.back().entry;
    return RecordedChoice{.choice = *counted, .entry = last.seq, .wall_ms = last.wall_ms};
}

bool not_recorded_by_name(const Conference& conference) {
    return conference.voting_open() && conference.run->start.method == Method::non_recorded;
}

/// A terminal that serves one delegation would give its position away with the total.
bool serves_one_delegation(const Conference& conference, const KeyStore& keys) {
    std::set<ParticipantId> served;
    for (const auto& [id, person] : conference.persons)
        if (person.role == Role::delegate && keys.holds(id)) served.insert(person.participant);
    return served.size() <= 1;
}

Error positions_lost() {
    return {Fault::refused,
            "This kiosk was started again during a vote that is not recorded: the positions taken "
            "before were held in its memory alone and are gone. Annul the vote, and take it "
            "again."};
}

}  // namespace

// ---- ballots

void Session::open_ballot(const PersonId& person, SigningKey key) {
    const auto& delegation = state_.conference->person(person)->participant;
    // The voting may have been closed while the key was opened.
    if (const auto allowed = may_vote_here(delegation); !allowed) return refuse(allowed.error());
    delegate_key_ = std::move(key);
    state_.ballot = BallotDesk{.person = person,
                               .delegation = delegation,
                               .recorded = recorded_choice(*state_.conference, delegation),
                               .has_taken = positions_ && positions_->has(delegation)};
    state_.screen = Screen::vote;
}

void Session::on(const terminal::CastBallot& intent) {
    if (!state_.ballot || state_.ballot->stage != BallotStage::choosing) return;
    if (positions_) return take_position(intent.choice);
    const auto ballot = ballot_of(*state_.conference, state_.ballot->delegation, intent.choice);
    if (!ballot) return refuse(ballot.error());
    auto draft = drafted(*state_.conference, *ballot, state_.conference->run->unit);
    if (!draft) return refuse(draft.error());
    seal_draft(*draft, state_.conference->charter_leaf, Role::delegate, state_.ballot->person,
               *delegate_key_);
    state_.ballot->asked = intent.choice;
    state_.ballot->stage = BallotStage::saving;
    append(std::move(*draft));
}

void Session::on(const ChooseAgain&) {
    if (!state_.ballot) return;
    auto& stage = state_.ballot->stage;
    if (stage == BallotStage::recorded || stage == BallotStage::taken ||
        stage == BallotStage::not_recorded)
        stage = BallotStage::choosing;
}

void Session::ballot_written(const Result<Receipt>& result) {
    auto& desk = *state_.ballot;
    if (result) {
        desk.stage = BallotStage::recorded;
        desk.recorded = RecordedChoice{
            .choice = *desk.asked, .entry = result->entry.seq, .wall_ms = result->entry.wall_ms};
        return;
    }
    desk.stage =
        outcome_unknown(result.error().fault) ? BallotStage::unknown : BallotStage::not_recorded;
    refuse(result.error());
}

/// The voting ended while the delegate stood here.
void Session::end_ballot() {
    if (!state_.ballot) return;
    auto& desk = *state_.ballot;
    if (desk.stage != BallotStage::choosing && desk.stage != BallotStage::recorded &&
        desk.stage != BallotStage::taken)
        return;
    desk.stage = BallotStage::closed;
    desk.recorded = recorded_choice(*state_.conference, desk.delegation);
    delegate_key_.reset();
}

// ---- positions that are not recorded

Result<Done> Session::may_vote_here(const ParticipantId& delegation) const {
    const auto& conference = *state_.conference;
    if (!not_recorded_by_name(conference)) return may_cast(conference, delegation);
    if (serves_one_delegation(conference, parts_.keys))
        return Error{Fault::refused,
                     "This vote is not recorded, and this kiosk serves one delegation alone: its "
                     "total would be that delegation's position. Vote at the shared kiosk of the "
                     "room, with the same badge."};
    if (const auto allowed = may_take_position(conference, delegation); !allowed)
        return allowed.error();
    if (!positions_) return positions_lost();
    return Done{};
}

/// Positions are held from the start of the voting until the totals are recorded; what a process
/// before this one held is lost.
void Session::watch_positions(const Conference& before) {
    const auto& conference = *state_.conference;
    const bool held = not_recorded_by_name(conference) && !conference.run->totals;
    const bool begins =
        held && (!before.run || before.run->start_entry.leaf != conference.run->start_entry.leaf);
    if (!held) positions_.reset();
    if (begins) positions_.emplace(conference.run->start);
    state_.positions_taken = positions_ ? std::optional(positions_->taken()) : std::nullopt;
}

void Session::take_position(Choice choice) {
    auto& desk = *state_.ballot;
    if (const auto allowed = may_vote_here(desk.delegation); !allowed)
        return refuse(allowed.error());
    positions_->take(desk.delegation, choice);
    desk.stage = BallotStage::taken;
    desk.has_taken = true;
    state_.positions_taken = positions_->taken();
}

/// The totals are recorded before the close that follows from them. What would keep the presiding
/// officer from closing is told before.
void Session::take_totals() {
    const auto& conference = *state_.conference;
    const auto totals =
        totals_of(conference, positions_->count(Choice::yes), positions_->count(Choice::no),
                  positions_->count(Choice::abstain));
    if (!totals) return refuse(totals.error());
    auto then = conference;
    then.run->totals = *totals;
    if (const auto close = may_seal_close(then); !close) return refuse(close.error());
    append_as(officers_.contains(Role::secretary) ? Role::secretary : Role::attendant, *totals);
    closing_ = awaited_.has_value();
}

}  // namespace placet::terminal
