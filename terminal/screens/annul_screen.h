// annul_screen.h: taking a vote back: the reasons to choose from, and what it does in words. Both
// officers' PINs follow.
//
// Ids: annul.reason.0 to annul.reason.3 (the last: in the officer's own words), annul.words,
// annul.back, annul.confirm; and vote.annul, the quiet button that leads here.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/question_card.h"

#include <array>

namespace placet::terminal {

/// As they stand in the ledger; screens show them in words of the language.
inline constexpr std::array<std::string_view, 3> annulment_reasons{
    "The equipment failed.", "The text on the screen was wrong.",
    "There was an error in the procedure."};

struct AnnulView {
    QuestionView question = {};
    std::string reasons_title = {};
    std::array<std::string, annulment_reasons.size()> reasons = {};
    std::string other = {}, words_prompt = {};
    std::string effects_title = {};
    std::vector<std::string> effects = {};
    std::string back = {}, confirm = {}, confirm_reason = {};
    bool may_annul = false;
};

struct AnnulDraft {
    std::optional<std::size_t> chosen = {};  // a place among the reasons; their number: own words
    std::string words = {};
};

/// Requires a vote under way.
AnnulView view_annul(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_annul(Canvas& canvas, const AnnulView& view,
                                               AnnulDraft& draft);

/// The way to this screen, from every screen of a vote under way.
[[nodiscard]] std::optional<Intent> draw_annul_button(Canvas& canvas, const R& r,
                                                      std::string_view label);

}  // namespace placet::terminal
