// question_screen.h: what is put to the vote, and how the vote is taken: a text, an amendment to
// it, or a procedural motion; recorded, by roll-call or by hands.
//
// Ids: question.kind.{proposal,amendment,motion}, question.method.{recorded,roll_call,hands},
// question.unit.article-2, question.document, question.motion.N, question.page.more, question.put,
// question.home.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"

namespace placet::terminal {

struct QuestionChoiceView {
    struct Text {
        ledger::ProposalId id = {};
        std::string label = {};
        std::string refusal = {};  // of the rules; empty if it may be put
    };
    std::vector<Text> units = {}, amendments = {};  // and proposals of their own; open
    std::vector<std::pair<std::string, std::string>> motions = {};  // as put, and as shown
    std::string motion_refusal = {};
    std::vector<std::string> kinds = {}, methods = {};
    std::string kind_caption = {}, method_caption = {};
    std::string put = {}, home = {};
    bool may_put = false;  // the presiding officer is signed in
    std::string sign_in_first = {}, choose_motion = {}, no_texts = {}, no_amendments = {};
    /// What is chosen until something is pressed: the text that the screen was opened for.
    std::size_t first_open = 0, first_amendment = 0, first_kind = 0;
    std::size_t first_method = 0;  // as the rules take a vote where nobody asks for another way
    std::string back = {}, more = {};
    std::vector<std::string> unit_pages = {}, amendment_pages = {};  // "Page 1 of 2"
};

struct QuestionChoiceDraft {
    std::optional<std::size_t> kind = {};
    std::optional<std::size_t> method = {};
    std::optional<std::size_t> unit = {}, amendment = {}, motion = {};
    std::size_t page = 0;
};

QuestionChoiceView view_question_choice(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_question_choice(Canvas& canvas,
                                                         const QuestionChoiceView& view,
                                                         QuestionChoiceDraft& draft);

}  // namespace placet::terminal
