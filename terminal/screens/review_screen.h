// review_screen.h: a vote that is closed: the figures, the reasons as arithmetic, who did not vote,
// and the two steps to its announcement.
#pragma once

#include "terminal/app_state.h"
#include "terminal/phrases.h"
#include "terminal/screens/chair_script.h"
#include "terminal/screens/name_board.h"
#include "terminal/screens/question_card.h"
#include "terminal/screens/wording.h"

namespace placet::terminal {

/// One figure under its word.
struct Figure {
    Sign sign = Sign::not_voting;
    std::string word = {};
    int count = 0;
};
std::vector<Figure> figures_in_words(const ledger::Figures& figures, const Phrases& phrases);
/// What a total says of those who voted; empty unless the vote was not recorded.
std::string note_on_positions(const Phrases& phrases, ledger::Method method,
                              const ledger::Figures& figures);
void draw_figures(Canvas& canvas, const R& r, std::span<const Figure> figures);
void draw_reasons(Canvas& canvas, const R& r, std::span<const Reason> reasons);

struct ReviewView {
    QuestionView question = {};
    ChairScript script = {};
    std::vector<Figure> figures = {};
    std::string outcome_caption = {}, outcome = {};
    std::vector<Reason> reasons = {};
    std::string fault = {};  // the counts do not agree: nothing can be announced
    std::string aside_title = {};
    NameBoard aside = {};         // contested first, then not voting
    std::string aside_note = {};  // in its place, where no names are known
    std::string annul = {}, lock = {}, announce = {};
    bool may_lock = false, may_announce = false;
    std::string lock_reason = {}, announce_reason = {};
};

struct ReviewDraft {
    std::size_t page = 0;
};

/// Requires a run that is closed or locked.
ReviewView view_review(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_review(Canvas& canvas, const ReviewView& view,
                                                ReviewDraft& draft);

}  // namespace placet::terminal
