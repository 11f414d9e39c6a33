// What the roll-call screen shows.
#include "ledger/procedure/permission.h"
#include "ledger/procedure/roll_call.h"
#include "terminal/screens/question_card.h"
#include "terminal/screens/roll_call_screen.h"
#include "terminal/screens/wording.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

constexpr std::size_t next_shown = 3, given_shown = 5;

std::string name_of(const Conference& conference, const ParticipantId& id) {
    return conference.participants.at(id).name;
}

/// "12 of 195": which of the names of this call it is.
void view_place(RollCallView& view, const Conference& conference, const std::vector<Call>& calls,
                const Phrases& phrases) {
    const auto of_call = [&](std::int64_t call) {
        return std::ranges::count(calls, call, &Call::call);
    };
    std::ptrdiff_t second_done = 0;
    for (const auto& [id, noted] : conference.run->answers)
        second_done += noted.back().answer.call == 2 ? 1 : 0;
    const auto called = static_cast<std::ptrdiff_t>(call_order(conference).size());
    const bool first = of_call(1) > 0;
    const auto total = first ? called : of_call(2) + second_done;
    const auto left = first ? of_call(1) : of_call(2);
    if (total > 0) view.progress = static_cast<float>(total - left) / static_cast<float>(total);
    if (calls.empty()) {
        view.call = phrases("Complete");
        view.name = phrases("Every State has been called.");
        view.progress = 1;
        return;
    }
    view.call = first ? phrases("First call") : phrases("Second call");
    view.place = phrases("{n} of {total}", {{"n", std::to_string(total - left + 1)},
                                            {"total", std::to_string(total)}});
}

/// Those answered for last, but for the State that is being called: its answer comes now.
void view_given(RollCallView& view, const Conference& conference, const Phrases& phrases) {
    std::vector<const NotedAnswer*> standing;
    for (const auto& [id, noted] : conference.run->answers)
        if (!view.called || view.called->delegation != id) standing.push_back(&noted.back());
    std::ranges::sort(standing, std::ranges::greater{},
                      [](const NotedAnswer* noted) { return noted->entry.seq; });
    if (standing.size() > given_shown) standing.resize(given_shown);
    for (const auto* noted : standing) {
        const auto& answer = noted->answer;
        const auto words = answer_in_capitals(phrases, answer.answer);
        view.given.push_back(
            {.name = name_of(conference, answer.delegation),
             .answer = answer_label(phrases, answer.answer),
             .noted = phrases("Noted: {answer}. Press the right answer.", {{"answer", words}}),
             .value = answer.answer,
             .correction = {
                 .delegation = answer.delegation, .call = answer.call, .replaces = answer.id}});
    }
    if (!conference.profile.live_positions_visible) return;
    const auto count = [&](Answer answer) {
        return std::to_string(std::ranges::count_if(
            conference.run->answers,
            [answer](const auto& noted) { return noted.second.back().answer.answer == answer; }));
    };
    view.figures = phrases("In favour {yes}, against {no}, abstaining {abstaining}",
                           {{"yes", count(Answer::yes)},
                            {"no", count(Answer::no)},
                            {"abstaining", count(Answer::abstain)}});
}

void view_lot_drawn(RollCallView& view, const Conference& conference, const Phrases& phrases) {
    if (!conference.run->answers.empty()) return;
    const auto& lot = *conference.run->lot;
    view.lot_title = phrases("The lot");
    if (lot.way == LotWay::by_hand) {
        view.lot = {phrases("Drawn by hand, sealed by both officers.")};
        return;
    }
    const auto among = may_be_called(conference);
    const auto place = std::ranges::find(among, lot.first) - among.begin();
    view.lot = {
        phrases("The number said aloud was {number}; the terminal's number, fixed before:",
                {{"number", std::to_string(lot.number)}}),
        lot.nonce.substr(0, 32), lot.nonce.substr(32),
        phrases("Anyone can repeat it: SHA-256 of placet/lot/v1, the terminal's number and "
                "the number said aloud, each followed by a new line; its first 15 hex "
                "digits, divided by {count}, leave {place}. Counted from 0, that is the "
                "place in the order of the roll.",
                {{"count", std::to_string(among.size())}, {"place", std::to_string(place)}})};
}

void view_closing(RollCallView& view, const AppState& state, const Phrases& phrases) {
    const bool signed_in = state.officers.contains(Role::presiding_officer);
    const bool complete = roll_call_complete(*state.conference);
    view.may_close = complete && signed_in && !state.saving && !state.pressed_answer;
    view.close_reason = complete ? phrases("The presiding officer signs in first.")
                                 : phrases("Every State is called first.");
    if (!complete) return;
    view.last_call = view_last_call(state, phrases);
    const auto wait = last_call_wait(state, phrases);
    if (signed_in && !wait.empty()) view.close_reason = wait;
    view.may_close = view.may_close && wait.empty() && !view.last_call.due();
}

}  // namespace

RollCallView view_roll_call(const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    RollCallView view{.reference = view_question(state, phrases).reference,
                      .next_title = phrases("Next"),
                      .given_title = phrases("Answered last"),
                      .correction = phrases("Correction"),
                      .back = phrases("Back one"),
                      .back_reason = phrases("No answer yet."),
                      .keep = phrases("Leave it as it is"),
                      .annul = phrases("Annul this vote"),
                      .close = phrases("Close the vote")};
    const auto calls = calls_to_come(conference);
    view_place(view, conference, calls, phrases);
    if (!calls.empty()) {
        const auto& now = calls.front();
        view.called = NoteAnswer{.delegation = now.delegation, .call = now.call};
        view.name = name_of(conference, now.delegation);
        for (std::size_t n = 1; n < std::min(calls.size(), next_shown + 1); ++n)
            view.next.push_back(name_of(conference, calls[n].delegation));
    }
    view_given(view, conference, phrases);
    view_lot_drawn(view, conference, phrases);
    for (std::size_t n = 0; n < all_answers.size(); ++n)
        view.answers[n] = answer_label(phrases, all_answers[n]);
    if (state.pressed_answer) {
        const auto& pressed = *state.pressed_answer;
        const auto words = answer_in_capitals(phrases, pressed.answer);
        view.name = name_of(conference, pressed.delegation);
        view.pressed = pressed.answer;
        view.pressed_words = pressed.recorded ? phrases("Recorded: {choice}", {{"choice", words}})
                                              : phrases("{choice}: saving…", {{"choice", words}});
    }
    const bool signed_in = state.officers.contains(Role::secretary);
    view.may_correct = signed_in && !state.saving && !state.pressed_answer;
    view.may_answer = view.may_correct && view.called.has_value();
    if (!signed_in) view.reason = phrases("The secretary signs in first.");
    view_closing(view, state, phrases);
    return view;
}

}  // namespace placet::terminal
