// question_card.h: the question that is voted on, as vote, ballot and review show it.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct QuestionView {
    std::string status = {};  // "Voting is open"
    bool open = false;
    std::string reference = {};  // "Question 1. Draft article 2"
    std::string sentence = {};
    std::string method = {};
};
inline constexpr float question_card_height = 264;

/// Requires a vote under way.
QuestionView view_question(const AppState& state, const Phrases& phrases);
void draw_question(Canvas& canvas, const R& r, const QuestionView& view);
/// "Question 3. Draft article 2", beside a chip: in one line, or in two smaller ones.
void draw_reference(Canvas& canvas, const R& r, std::string_view reference,
                    Align align = Align::start);
/// In two lines of a title, or in three smaller ones; gives the height.
float draw_question_sentence(Canvas& canvas, const R& r, std::string_view sentence);
/// Sentence and method only, each in one line, where a screen needs the room.
inline constexpr float question_lines_height = 128;
void draw_question_lines(Canvas& canvas, const R& r, const QuestionView& view);

}  // namespace placet::terminal
