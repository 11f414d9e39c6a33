#include "terminal/screens/registration_screen.h"

#include "ledger/procedure/proposal_acts.h"
#include "terminal/screens/noting.h"
#include "terminal/screens/text_acts.h"

#include <algorithm>

namespace placet::terminal {

using namespace placet::ledger;

namespace {

const TextHashes any_text{{"en", Hash{}}};
constexpr std::size_t decisions_shown = 3;

void view_writing_in(RegistrationView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    view.title =
        phrases("The text as adopted: {text}", {{"text", short_name(state, phrases, view.about)}});
    view.record = phrases("Record the new text");
    view.refusal = note_refusal(state, phrases, text_as_adopted(conference, view.about, any_text));
    for (const auto& leaf : conference.proposal(view.about)->to_write_in)
        if (const auto* decision = conference.decision_of_entry(leaf);
            decision != nullptr && view.carries_out.size() < decisions_shown)
            view.carries_out.push_back(phrases(decision->sentence));
}

void view_submission(RegistrationView& view, const AppState& state, const Phrases& phrases) {
    const auto& conference = *state.conference;
    const Phrases::Values to{{"text", short_name(state, phrases, view.about)}};
    const auto any_sponsor =
        conference.participants.empty() ? ParticipantId{} : conference.participants.begin()->first;
    view.tabs = {phrases("Text"), phrases("Sponsors")};
    view.states = named_states(conference);
    view.letters = first_letters(view.states);
    if (view.purpose == Screen::revision) {
        view.title = phrases("A revision: {text}", to);
        view.record = phrases("Record the revision");
        view.refusal = note_refusal(state, phrases,
                                    revision_of(conference, view.about, "", false, {}, any_text));
        view.sponsors_caption = phrases("Who joins the sponsors?");
        return;
    }
    switch (kind_submitted_to(conference, view.about)) {
        case ProposalKind::amendment:
            view.title = phrases("An amendment to: {text}", to);
            break;
        case ProposalKind::sub_amendment:
            view.title = phrases("A sub-amendment to: {text}", to);
            break;
        case ProposalKind::proposal:
        case ProposalKind::convention:
            view.title = phrases("A proposal");
            break;
    }
    view.record = phrases("Register it");
    view.refusal = note_refusal(
        state, phrases, registration_of(conference, view.about, "", {any_sponsor}, any_text));
    view.sponsors_caption = phrases("Who submits it, in their order?");
}

/// What is typed stands in English where the conference has it, else in its first language.
std::string language_typed(const Conference& conference) {
    const auto& languages = conference.charter->languages;
    if (languages.empty() || std::ranges::find(languages, "en") != languages.end()) return "en";
    return languages.front();
}

}  // namespace

RegistrationView view_registration(const AppState& state, const Phrases& phrases) {
    RegistrationView view{
        .conference = state.conference,
        .purpose = state.screen,
        .about = state.about,
        .texts = view_text_choice(state, phrases),
        .typed_in = language_typed(*state.conference),
        .words_caption = phrases("Or in words, where there is no document"),
        .words_prompt = phrases("Type the words of the text."),
        .symbol_caption = phrases("The symbol of the document"),
        .symbol_prompt = phrases("Type the symbol."),
        .all = phrases("All"),
        .sponsors_so_far = phrases("Chosen so far"),
        .back = phrases("Back"),
        .more = phrases("More"),
        .cancel = phrases("Cancel"),
        .text_first = phrases("Choose the text first, or type its words."),
        .sponsors_first = phrases("Choose its sponsors first."),
        .symbol_taken = phrases("A text with this symbol is registered already.")};
    if (view.purpose == Screen::writing_in)
        view_writing_in(view, state, phrases);
    else
        view_submission(view, state, phrases);
    if (state.saving) view.refusal = phrases("An entry is being saved.");
    return view;
}

NoteRecord registered(const RegistrationView& view, const RegistrationDraft& draft) {
    const auto& conference = *view.conference;
    const auto* chosen = view.texts.find(draft.text);
    const bool of_a_document = chosen != nullptr;
    NoteRecord noted{.words = of_a_document ? std::string{} : draft.words};
    TextHashes texts;
    if (of_a_document)
        texts = chosen->texts;
    else if (!draft.words.empty())
        texts.emplace(view.typed_in, sha256(bytes_of(draft.words)));
    const auto symbol = of_a_document ? draft.symbol : std::string{};
    if (view.purpose == Screen::writing_in)
        noted.record = text_as_adopted(conference, view.about, texts);
    else if (view.purpose == Screen::revision)
        noted.record =
            revision_of(conference, view.about, symbol, !of_a_document, draft.sponsors, texts);
    else
        noted.record = registration_of(conference, view.about, symbol, draft.sponsors, texts);
    return noted;
}

}  // namespace placet::terminal
