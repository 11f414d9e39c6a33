// roll_call_screen.h: the State that is called, its answer by one press or one key, who comes next,
// and the answers given last, any of which can be put right.
//
// Figures are shown only where the rules let positions be seen before the close. Ids: answer.yes
// (F1), answer.no (F2), answer.abstain (F3), answer.not_participating (F4), answer.none (F5),
// rollcall.back (F6: the last answer is put right), rollcall.given.0 to rollcall.given.4 (this one
// is, the last is 0), rollcall.keep (none is), chair.{last_call,close},
// vote.annul.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/identify_screen.h"
#include "terminal/screens/last_call.h"
#include "terminal/signs.h"

#include <array>

namespace placet::terminal {

inline constexpr std::array<ledger::Answer, 5> all_answers{
    ledger::Answer::yes, ledger::Answer::no, ledger::Answer::abstain,
    ledger::Answer::not_participating, ledger::Answer::none};

struct RollCallView {
    struct Given {
        std::string name = {}, answer = {};
        std::string noted = {};  // "Noted: YES. Press the right answer."
        ledger::Answer value = ledger::Answer::none;
        NoteAnswer correction = {};  // but for the answer
    };
    std::string reference = {};         // "Question 1. Draft article 2"
    std::string call = {}, place = {};  // "First call", "12 of 195"
    float progress = 0;                 // of the calls, 0 to 1
    std::string name = {};              // of the State that is called, or that has just answered
    std::optional<NoteAnswer> called = {};       // but for the answer; nothing: nobody is
    std::optional<ledger::Answer> pressed = {};  // just now: nothing more is taken yet
    std::string pressed_words = {};              // "NO. Saving…"
    std::array<std::string, all_answers.size()> answers = {};
    std::string reason = {};  // why no answer can be noted
    bool may_answer = false;
    std::string next_title = {};
    std::vector<std::string> next = {};  // three at most
    std::string given_title = {}, figures = {};
    std::vector<Given> given = {};  // five at most, the last first
    std::string lot_title = {};
    std::vector<std::string> lot = {};  // how it was drawn, before the first answer
    std::string correction = {}, back = {}, back_reason = {}, keep = {};
    std::string annul = {}, close = {}, close_reason = {};
    bool may_close = false, may_correct = false;
    LastCallView last_call = {};
};

struct RollCallDraft {
    std::string correcting = {};  // id of the answer that is put right
    IdentifyDraft badge = {};
};

/// Requires a roll-call that is open and drawn.
RollCallView view_roll_call(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_roll_call(Canvas& canvas, const RollCallView& view,
                                                   RollCallDraft& draft);

}  // namespace placet::terminal
