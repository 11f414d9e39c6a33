// ruling_screen.h: the presiding officer rules: which kind of ruling, on what, in which words and
// for which reasons; and who appeals against the last one.
//
// The words are proposed as a whole sentence, which may be changed; the ruling is given with one
// press.
//
// Ids: ruling.kind.{point_of_order,order,skip,classification,over_objection,out_of_order,
// sponsor_explains,quorum_challenged}, ruling.choice.N, ruling.first.L.12,
// ruling.type.{words,reasons}, ruling.{words,reasons,give,appeal,back}, ruling.page.more,
// ruling.by.BRA.
#pragma once

#include "terminal/app_state.h"
#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/name_choice.h"

namespace placet::terminal {

struct RulingView {
    static constexpr std::size_t choices_per_page = 9;

    /// A ruling that may be given now, with the words that are proposed.
    struct Choice {
        std::string label = {};
        ledger::RulingGiven ruling = {};
        std::string within = {};  // of an order: the proposal's title within a sentence
    };
    struct Kind {
        std::string id = {};
        std::string label = {};
        std::string refusal = {};  // empty if the rules allow one of them
        std::vector<Choice> choices = {};
        std::vector<std::string> pages = {};
    };
    std::vector<Kind> kinds = {};  // in the order in which they press
    std::string kinds_title = {}, choices_title = {}, order_title = {};
    std::string words = {}, reasons = {}, words_prompt = {}, reasons_prompt = {};
    std::string give = {}, give_reason = {}, none = {};
    std::string last_title = {}, last = {};  // the last ruling of the meeting; empty if none
    std::string appeal = {}, appeal_refusal = {}, appeal_question = {};
    std::int64_t last_ruling = 0;
    NameChoice names = {};
    std::string back = {}, more = {};
    bool may_press = false;  // nothing is being saved
};

struct RulingDraft {
    std::optional<std::size_t> kind = {};  // else the first that is allowed
    std::size_t choice = 0, page = 0;
    std::vector<ledger::ProposalId> first = {};  // of an order: pressed so far
    bool typing_reasons = false;
    std::string words = {}, reasons = {};                    // as they will be recorded
    std::string proposed_words = {}, proposed_reasons = {};  // from which they began
    bool appealing = false;
    NameFilter filter = {};
};

RulingView view_ruling(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_ruling(Canvas& canvas, const RulingView& view,
                                                RulingDraft& draft);

}  // namespace placet::terminal
