// Votes without ballots: the lot and the answers of a roll-call, the counts of a show of hands; and
// a vote that is taken back.
#include "terminal/session.h"

#include "ledger/acts.h"
#include "ledger/lot.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/roll_call.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

const std::vector<Role>& both_officers() {
    static const std::vector<Role> both{Role::presiding_officer, Role::secretary};
    return both;
}

std::string_view text_of(const Secret& secret) {
    const auto bytes = secret.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Was the answer pressed for the State that is called, or for the answer that still stands?
bool meant_for_now(const Conference& conference, const NoteAnswer& intent) {
    if (!intent.replaces.empty()) {
        const auto* noted = standing_answer(*conference.run, intent.delegation);
        return noted != nullptr && noted->answer.id == intent.replaces;
    }
    const auto calls = calls_to_come(conference);
    return !calls.empty() && calls.front() == Call{intent.delegation, intent.call};
}

}  // namespace

// ---- the lot

void Session::on(const CommitLot&) {
    if (const auto allowed = may_draw_lot(*state_.conference); !allowed)
        return refuse(allowed.error());
    const Run& run = *state_.conference->run;
    if (run.lot_commitment)
        return refuse({Fault::refused,
                       "The terminal is committed to a number already. Let the presiding officer "
                       "say a number aloud, or draw by hand."});
    auto nonce = random_nonce();
    const LotCommitted committed{
        .run = run.start.run, .start = run.start_entry.leaf, .commitment = lot_commitment(nonce)};
    lot_nonce_ = take_secret(nonce);
    append_as(Role::secretary, committed);
}

void Session::on(const DrawLotByHand& intent) {
    draw_lot(PinPurpose::lot_by_hand, {.way = LotWay::by_hand, .first = intent.first});
}

void Session::on(const DrawLotByNumber& intent) {
    if (const auto allowed = may_draw_lot(*state_.conference); !allowed)
        return refuse(allowed.error());
    if (!state_.lot_number_held || intent.number < 0)
        return refuse({Fault::refused,
                       "The terminal holds no number for this draw: it was not committed to one, "
                       "or was started again since. Draw the State by hand."});
    const auto among = may_be_called(*state_.conference);
    const auto nonce = text_of(*lot_nonce_);
    draw_lot(PinPurpose::lot_by_number,
             {.way = LotWay::electronic,
              .first = among[drawn_place(nonce, intent.number, among.size())],
              .number = intent.number,
              .nonce = std::string(nonce)});
}

/// The State is shown to both officers before they seal it.
void Session::draw_lot(PinPurpose purpose, LotDrawn drawn) {
    const auto& conference = *state_.conference;
    if (const auto allowed = may_draw_lot(conference); !allowed) return refuse(allowed.error());
    const auto among = may_be_called(conference);
    if (std::ranges::find(among, drawn.first) == among.end())
        return refuse({Fault::refused,
                       "This State is not among those that are called: it has no vote. Draw "
                       "again."});
    drawn.run = conference.run->start.run;
    drawn.start = conference.run->start_entry.leaf;
    Phrases::Values values{{"state", conference.participants.at(drawn.first).name},
                           {"number", std::to_string(drawn.number)}};
    ask_seals(purpose, drawn, conference.run->unit, both_officers(), {}, std::move(values));
}

/// The terminal's number serves one draw of one run.
void Session::watch_lot() {
    const auto& conference = *state_.conference;
    if (!may_draw_lot(conference)) lot_nonce_.reset();
    state_.lot_number_held = lot_nonce_ && conference.run->lot_commitment;
}

// ---- answers

void Session::on(const NoteAnswer& intent) {
    if (state_.pressed_answer) return;  // the last one is still shown
    if (const auto allowed = may_answer(*state_.conference); !allowed)
        return refuse(allowed.error());
    if (!meant_for_now(*state_.conference, intent))
        return refuse({Fault::refused,
                       "This answer was meant for a State that is not the one called now. Nothing "
                       "was recorded. Note the answer of the State on the screen."});
    const auto answer = answer_of(*state_.conference, intent.delegation, intent.answer);
    if (!answer) return refuse(answer.error());
    append_as(Role::secretary, *answer);
    if (!awaited_) return;  // nobody could seal it
    state_.pressed_answer = PressedAnswer{.delegation = intent.delegation, .answer = intent.answer};
    answer_pressed_ms_ = parts_.now_ms();
}

void Session::answer_written(const Result<Receipt>& result) {
    if (result) {
        state_.pressed_answer->recorded = true;
        return;
    }
    state_.pressed_answer.reset();
    refuse(result.error());
}

std::optional<std::int64_t> Session::name_due_in_ms() const {
    if (!state_.pressed_answer || !state_.pressed_answer->recorded) return std::nullopt;
    return std::max<std::int64_t>(0, answer_pressed_ms_ + answer_shown_ms - parts_.now_ms());
}

void Session::next_name() {
    if (name_due_in_ms() != 0) return;
    state_.pressed_answer.reset();
    ++state_.revision;
}

// ---- hands

void Session::on(const EnterHands& intent) {
    if (const auto allowed = may_count_hands(*state_.conference); !allowed)
        return refuse(allowed.error());
    const auto counted = hands_of(*state_.conference, intent.yes, intent.no, intent.abstaining);
    if (!counted) return refuse(counted.error());
    append_as(intent.teller, *counted);
}

// ---- a vote that is taken back

void Session::on(const AnnulVote& intent) {
    if (const auto allowed = may_annul(*state_.conference); !allowed)
        return refuse(allowed.error());
    if (intent.reason.empty())
        return refuse({Fault::refused,
                       "A vote is annulled for a reason. Choose one, or state it in a few words."});
    const auto annulled = annulment_of_vote(*state_.conference, intent.reason);
    if (!annulled) return refuse(annulled.error());
    ask_seals(PinPurpose::annul, *annulled, state_.conference->run->unit, both_officers(), {},
              {{"reason", intent.reason}});
}

}  // namespace placet::terminal
