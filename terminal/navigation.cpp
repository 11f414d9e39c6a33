#include "terminal/navigation.h"

#include "ledger/procedure/question.h"
#include "terminal/screens/announcement_screen.h"
#include "terminal/screens/annul_screen.h"
#include "terminal/screens/articles_screen.h"
#include "terminal/screens/ballot_screen.h"
#include "terminal/screens/consensus_screen.h"
#include "terminal/screens/delegation_screen.h"
#include "terminal/screens/delegations_screen.h"
#include "terminal/screens/election_screen.h"
#include "terminal/screens/floor_screen.h"
#include "terminal/screens/hands_screen.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/ledger_screen.h"
#include "terminal/screens/lot_screen.h"
#include "terminal/screens/placement_screen.h"
#include "terminal/screens/presence_screen.h"
#include "terminal/screens/question_screen.h"
#include "terminal/screens/receipt_screen.h"
#include "terminal/screens/registration_screen.h"
#include "terminal/screens/review_screen.h"
#include "terminal/screens/roll_call_screen.h"
#include "terminal/screens/ruling_screen.h"
#include "terminal/screens/sitting_screen.h"
#include "terminal/screens/sticks_screen.h"
#include "terminal/screens/vote_screen.h"

#include <utility>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

struct NoDraft {};

template <class View, class Draft>
class ShownScreen : public Shown {
public:
    using Make = View (*)(const AppState&, const Phrases&);
    using Draw = std::optional<Intent> (*)(Canvas&, const View&, Draft&);

    ShownScreen(Make make, Draw drawing) : make_(make), draw_(drawing) {}
    void make_view(const AppState& state, const Phrases& phrases) override {
        view_ = make_(state, phrases);
    }
    std::optional<Intent> draw(Canvas& canvas) override { return draw_(canvas, view_, draft_); }

private:
    Make make_;
    Draw draw_;
    View view_ = {};
    Draft draft_ = {};
};

template <class View, class Draft>
std::unique_ptr<Shown> shown(View (*make)(const AppState&, const Phrases&),
                             std::optional<Intent> (*draw)(Canvas&, const View&, Draft&)) {
    return std::make_unique<ShownScreen<View, Draft>>(make, draw);
}

std::unique_ptr<Shown> screen_of(Route route) {
    switch (route) {
        case Route::sitting:
            return shown(view_sitting, draw_sitting);
        case Route::presence:
            return shown(view_presence, draw_presence);
        case Route::vote:
            return shown(view_vote, draw_vote);
        case Route::review:
            return shown(view_review, draw_review);
        case Route::lot:
            return shown(view_lot, draw_lot);
        case Route::roll_call:
            return shown(view_roll_call, draw_roll_call);
        case Route::hands:
            return shown(view_hands, draw_hands);
        case Route::annul:
            return shown(view_annul, draw_annul);
        case Route::announcement:
            return shown(view_announcement, draw_announcement);
        case Route::identify:
            return shown(view_identify, draw_identify);
        case Route::ballot:
            return shown(view_ballot, draw_ballot);
        case Route::ledger:
            return shown(
                view_ledger, +[](Canvas& canvas, const LedgerView& view, NoDraft&) {
                    return draw_ledger(canvas, view);
                });
        case Route::consensus:
            return shown(view_consensus, draw_consensus);
        case Route::delegations:
            return shown(view_delegations, draw_delegations);
        case Route::delegation:
            return shown(view_delegation, draw_delegation);
        case Route::question:
            return shown(view_question_choice, draw_question_choice);
        case Route::sticks:
            return shown(view_sticks, draw_sticks);
        case Route::articles:
            return shown(view_articles, draw_articles);
        case Route::registration:
            return shown(view_registration, draw_registration);
        case Route::placement:
            return shown(view_placement, draw_placement);
        case Route::floor:
            return shown(view_floor, draw_floor);
        case Route::ruling:
            return shown(view_ruling, draw_ruling);
        case Route::election:
            return shown(view_election, draw_election);
        case Route::receipt:
            break;
    }
    return shown(
        view_receipt, +[](Canvas& canvas, const ReceiptView& view, NoDraft&) {
            return draw_receipt(canvas, view);
        });
}

/// Each method has its screen while the voting is open.
Route route_of_open(const Run& run) {
    switch (run.start.method) {
        case Method::recorded:
        case Method::non_recorded:
            break;
        case Method::roll_call:
            return run.lot ? Route::roll_call : Route::lot;
        case Method::hands:
            return Route::hands;
    }
    return Route::vote;
}

bool is_delegates(Route route) { return route == Route::ballot || route == Route::receipt; }

}  // namespace

Route route_of(const AppState& state) {
    if (state.pin || state.signing_in) return Route::identify;
    if (state.ballot)
        return state.ballot->stage == BallotStage::choosing ? Route::ballot : Route::receipt;
    if (state.delegation) return Route::delegation;
    const auto& conference = *state.conference;
    switch (state.screen) {
        case Screen::annul:
            if (conference.vote_under_way()) return Route::annul;
            return Route::sitting;
        case Screen::sitting:
            return Route::sitting;
        case Screen::presence:
            return Route::presence;
        case Screen::ledger:
            return Route::ledger;
        case Screen::question:
            return Route::question;
        case Screen::delegations:
            return Route::delegations;
        case Screen::sticks:
            return Route::sticks;
        case Screen::articles:
            return Route::articles;
        case Screen::registration:
            return Route::registration;
        case Screen::revision:
        case Screen::writing_in:
            return conference.proposal(state.about) == nullptr ? Route::articles
                                                               : Route::registration;
        case Screen::placement:
            return conference.text_unit(state.about) == nullptr ? Route::articles
                                                                : Route::placement;
        case Screen::decision:
            return chosen_decision(state) == nullptr ? Route::articles : Route::announcement;
        case Screen::floor:
            return Route::floor;
        case Screen::ruling:  // an appeal is put before anything else is ruled on
            return open_appeal(conference) == nullptr ? Route::ruling : Route::floor;
        case Screen::election:
            return Route::election;
        case Screen::vote:
            break;
    }
    if (conference.consensus) return Route::consensus;
    if (conference.voting_open()) return route_of_open(*conference.run);
    if (conference.vote_under_way()) return Route::review;
    // What was announced before is not the result of a vote that was taken back.
    const bool annulled =
        conference.question && conference.run && conference.run->phase == RunPhase::annulled;
    if (annulled || conference.last_decision() == nullptr) return Route::vote;
    return Route::announcement;
}

void Navigation::make_views(const AppState& state, Route route) {
    frame_ =
        is_delegates(route) ? view_delegate_frame(state, phrases_) : view_frame(state, phrases_);
    const bool delegates_own = state.delegation && !state.delegation->person.empty();
    if (route == Route::identify || delegates_own) {
        frame_.places.clear();
        frame_.stick.reset();
    }
    notice_ = state.notice ? std::optional(view_notice(state, phrases_)) : std::nullopt;
    shown_->make_view(state, phrases_);
}

/// The figures of a protocol are typed once, however often a PIN is cancelled.
void Navigation::change_to(Route route) {
    if (shown_ != nullptr && route_ == Route::election && route == Route::identify) {
        waiting_ = std::exchange(shown_, screen_of(route));
        return;
    }
    if (waiting_ != nullptr && route == Route::election)
        shown_ = std::exchange(waiting_, nullptr);
    else
        shown_ = screen_of(route);
    if (route != Route::identify) waiting_.reset();
}

std::optional<Intent> Navigation::draw(Canvas& canvas, const AppState& state) {
    const auto route = route_of(state);
    const bool new_screen = shown_ == nullptr || route != route_;
    if (new_screen) change_to(route);
    if (new_screen || revision_ != state.revision) make_views(state, route);
    route_ = route;
    revision_ = state.revision;

    canvas.set_behind(notice_.has_value());
    auto intent = draw_frame(canvas, frame_);
    if (auto asked = shown_->draw(canvas)) intent = std::move(asked);
    if (!notice_) return intent;
    canvas.set_behind(false);
    return draw_notice(canvas, *notice_);
}

}  // namespace placet::terminal
