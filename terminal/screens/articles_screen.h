// articles_screen.h: the article map: the convention as a tree with what became of each unit and of
// the proposals on it; and of the one that is chosen, how and when it was decided, what is left to
// do, and the acts that the rules allow now.
//
// The chosen text is the one that the screen was opened for. Ids: articles.article-2,
// articles.page, articles.record, articles.cancel, articles.confirm, articles.suggestion.1,
// articles.words, articles.state.BRA, and those of the acts (text_acts.cpp, other_acts.cpp).
#pragma once

#include "terminal/canvas.h"
#include "terminal/screens/name_filter.h"
#include "terminal/screens/sitting_screen.h"
#include "terminal/screens/text_acts.h"

namespace placet::terminal {

struct ArticlesView {
    static constexpr std::size_t rows_per_page = 8;

    struct Row {
        ledger::ProposalId id = {};
        std::string label = {};
        std::string status = {};
        std::optional<State> sign = {};
        int depth = 0;
    };
    std::string convention = {}, summary = {};
    std::vector<Row> rows = {};
    std::size_t chosen = 0;
    std::string back = {}, more = {};
    std::vector<std::string> pages = {};  // "Page 1 of 2"
    std::string register_proposal = {};   // empty: none can be registered now

    /// Of the chosen text.
    ledger::ProposalId id = {};
    std::string status = {};
    State sign = State::unknown;
    SittingView::Unit text = {};  // heading, title and facts
    std::string record = {};      // the decision on it, as OpenScreen is about it; empty if none
    std::string record_label = {};
    std::string left_caption = {}, left = {};  // to do
    TextAct next = {};
    std::vector<TextAct> acts = {};
    std::string acts_caption = {};

    /// While an act asks for words or for a delegation.
    std::vector<NamedState> states = {};
    std::string all = {}, cancel = {}, confirm = {}, words_first = {};
};

struct ArticlesDraft {
    ledger::ProposalId about = {};  // for which this is
    std::size_t page = 0;
    std::string asking = {};  // the act that asks; empty if none does
    std::string words = {};
    NameFilter filter = {};
};

ArticlesView view_articles(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_articles(Canvas& canvas, const ArticlesView& view,
                                                  ArticlesDraft& draft);

}  // namespace placet::terminal
