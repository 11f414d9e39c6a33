// registration_screen.h: registers a text that is submitted, a revision of one, or the text as it
// reads with what was adopted: its text from the folder or in typed words, its symbol, its
// sponsors.
//
// Ids: registration.tab.{text,sponsors}, registration.text.NAME, registration.page,
// registration.symbol, registration.words, registration.state.BRA, registration.record,
// registration.cancel.
#pragma once

#include "terminal/canvas.h"
#include "terminal/phrases.h"
#include "terminal/screens/name_filter.h"
#include "terminal/screens/text_choice.h"

#include <array>

namespace placet::terminal {

struct RegistrationView {
    std::shared_ptr<const ledger::Conference> conference = {};
    Screen purpose = Screen::registration;
    ledger::ProposalId about = {};  // the text that is amended, revised or written anew
    TextChoice texts = {};
    std::string typed_in = {};  // the language of what is typed
    std::string refusal = {};   // whatever is chosen; empty if it may be recorded

    std::string title = {};
    std::array<std::string, 2> tabs = {};  // text, sponsors; both empty where none are asked for
    std::string words_caption = {}, words_prompt = {}, symbol_caption = {}, symbol_prompt = {};
    std::vector<std::string> carries_out = {};  // decisions, where they are written in
    std::vector<NamedState> states = {};
    std::string letters = {}, all = {}, sponsors_caption = {}, sponsors_so_far = {};
    std::string back = {}, more = {}, cancel = {}, record = {};
    std::string text_first = {}, sponsors_first = {}, symbol_taken = {};
};

struct RegistrationDraft {
    std::size_t tab = 0, page = 0;
    std::string text = {};  // the name of the chosen one; empty: words are typed
    std::string symbol = {}, words = {};
    std::vector<ledger::ParticipantId> sponsors = {};  // in their order
    NameFilter filter = {};
};

RegistrationView view_registration(const AppState& state, const Phrases& phrases);
[[nodiscard]] std::optional<Intent> draw_registration(Canvas& canvas, const RegistrationView& view,
                                                      RegistrationDraft& draft);

/// What would be recorded. Requires the conference.
NoteRecord registered(const RegistrationView& view, const RegistrationDraft& draft);

}  // namespace placet::terminal
