// The article map: what it says of each text, which act comes next, and what is registered there.
#include "ledger/acts.h"
#include "ledger/procedure/article_map.h"
#include "terminal/screens/announcement_screen.h"
#include "terminal/screens/articles_screen.h"
#include "terminal/screens/registration_screen.h"
#include "tests/support/drawn_articles.h"
#include "tests/support/on_screen.h"

#include <algorithm>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::articles_state;
using tests::changed;
using tests::OnScreen;
using tests::state_named;
using tests::with_amendments;

namespace {

const Phrases english;

std::vector<std::string> ids_of(const std::vector<TextAct>& acts) {
    std::vector<std::string> ids;
    for (const auto& act : acts) ids.push_back(act.id);
    return ids;
}

bool has(const std::vector<std::string>& ids, const char* id) {
    return std::ranges::find(ids, id) != ids.end();
}

AppState state_for(const ProposalId& id) { return articles_state(with_amendments(), id); }

TextAct next_for(const ProposalId& id) { return next_act(state_for(id), english, id); }

/// The record that one press notes.
template <class R>
R noted(const TextAct& act) {
    const auto* note = std::get_if<NoteRecord>(&act.asked);
    REQUIRE(note != nullptr);
    REQUIRE(std::holds_alternative<R>(note->record));
    return std::get<R>(note->record);
}

}  // namespace

TEST_CASE("the article map says of every unit what became of it, with its proposals below it",
          "[terminal]") {
    const auto view = view_articles(state_for("article-2"), english);
    CHECK(view.summary == "1 adopted without a vote, 0 by vote, 0 rejected, 16 open");
    REQUIRE(view.rows.size() == 17 + 4);
    CHECK(view.rows[1].status == "Adopted without a vote");
    CHECK(view.rows[1].sign == State::good);
    CHECK(view.rows[2].id == "article-2");
    CHECK(view.rows[3].label == "A/CONF.165/L.12");
    CHECK(view.rows[3].depth == 1);
    CHECK(view.rows[4].label == "A/CONF.165/L.14");
    CHECK(view.rows[4].depth == 2);
    CHECK(view.rows[5].label == "Moved orally: France");
    CHECK(view.rows[5].status == "Registered, not circulated");
    CHECK(view.rows.back().label == "A/CONF.165/C.1/L.21/Rev.1");
    CHECK(view.rows.back().depth == 0);
    CHECK(view.left == "Decide on 2 amendments that are open.");
    CHECK(view.pages.size() == 3);
}

TEST_CASE("what comes next for a text leads through what comes first", "[terminal]") {
    // A unit with open amendments: to the first of them, and from it to its sub-amendment.
    const auto unit = next_for("article-2");
    CHECK(unit.label == "Go to A/CONF.165/L.12");
    CHECK(std::get<OpenScreen>(unit.asked).about == "A/CONF.165/L.12");
    CHECK(next_for("A/CONF.165/L.12").label == "Go to A/CONF.165/L.14");
    CHECK(noted<DebateClosed>(next_for("A/CONF.165/L.14")).proposal == "A/CONF.165/L.14");
    CHECK(noted<ProposalCirculated>(next_for("oral-1")).languages.size() == 6);
    CHECK(std::get<OpenScreen>(next_for("article-4").asked).screen == Screen::writing_in);
    CHECK(next_for("article-5").asks == TextAct::Asks::words);
    CHECK(std::holds_alternative<ProposeAdoption>(next_for("article-6").asked));
    CHECK(next_for("article-1").label == "");  // nothing is left to do

    const auto adjourned = changed(state_for("article-6"), [](Conference& c) {
        c.proposals.change().at("article-6").state = QuestionState::adjourned;
    });
    CHECK(next_act(adjourned, english, "article-6").refusal ==
          "Its debate is adjourned: a motion to resume it comes first.");
}

TEST_CASE("a part is put with both its effects shown before", "[terminal]") {
    const auto state = state_for("article-3");
    OnScreen shown(state);
    CHECK(shown.ui().item("articles.part").label == "Put to the vote: paragraph 2");
    CHECK(view_articles(state, english).next.effects ==
          std::vector<std::string>{
              "If it is carried: Paragraph 2 of draft article 3 stays in the text.",
              "If it is not carried: Paragraph 2 of draft article 3 is deleted from the text."});
    shown.ui().press("articles.part");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto& put = std::get<QuestionPut>(note->record);
    CHECK(put.kind == QuestionKind::part);
    CHECK(put.part == "paragraph 2");

    // When all parts are decided the whole is put.
    const auto decided = changed(state, [](Conference& c) {
        c.proposals.change().at("article-3").parts.back().retained = true;
    });
    const auto whole = next_act(decided, english, "article-3");
    REQUIRE(std::holds_alternative<PutQuestion>(whole.asked));
    CHECK(whole.refusal == "");
}

TEST_CASE("an act that the rules do not allow is not offered, but for the next one", "[terminal]") {
    const auto basic = ids_of(other_acts(state_for("article-6"), english, "article-6"));
    CHECK(has(basic, "articles.put"));
    CHECK(has(basic, "articles.amend"));
    CHECK_FALSE(has(basic, "articles.revise"));  // the basic proposal has no sponsor
    CHECK_FALSE(has(basic, "articles.withdraw"));
    CHECK_FALSE(has(basic, "articles.defer"));  // the profile gives no such right

    const auto amendment =
        ids_of(other_acts(state_for("A/CONF.165/L.12"), english, "A/CONF.165/L.12"));
    CHECK(has(amendment, "articles.revise"));
    CHECK(has(amendment, "articles.withdraw"));
    CHECK(has(amendment, "articles.amend"));
    CHECK_FALSE(has(amendment, "articles.put"));  // its sub-amendment comes first
    CHECK_FALSE(has(ids_of(other_acts(state_for("A/CONF.165/L.14"), english, "A/CONF.165/L.14")),
                    "articles.amend"));  // a sub-amendment is not amended again

    const auto rights = ids_of(other_acts(state_named("articles_rights"), english, "article-6"));
    for (const auto* id :
         {"articles.defer", "articles.ask_deferment", "articles.notify", "articles.exhaust"})
        CHECK(has(rights, id));

    auto unstaffed = state_for("article-6");
    unstaffed.officers.clear();
    CHECK(other_acts(unstaffed, english, "article-6").empty());
    OnScreen shown(unstaffed);
    CHECK_FALSE(shown.ui().item("articles.propose").enabled);
    CHECK(shown.ui().item("articles.propose").reason == "The presiding officer signs in first.");
}

TEST_CASE("a deferment says until when, in words that are chosen or typed", "[terminal]") {
    OnScreen shown(state_named("articles_rights"));
    shown.ui().press("articles.defer");
    CHECK_FALSE(shown.take());
    CHECK_FALSE(shown.ui().item("articles.confirm").enabled);
    CHECK(shown.ui().ellipsized() == 0);
    CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
    shown.ui().type("Thursday, 10 a.m.");
    shown.ui().press("articles.confirm");
    const auto typed = shown.take<NoteRecord>();
    REQUIRE(typed);
    const auto& deferred = std::get<VoteDeferred>(typed->record);
    CHECK(deferred.until == "Thursday, 10 a.m.");
    CHECK(deferred.right == DefermentRight::presiding_officer);
    CHECK(shown.shows("articles.defer"));  // back to the acts

    shown.ui().press("articles.defer");
    shown.ui().press("articles.suggestion.1");
    shown.ui().press("articles.cancel");  // nothing was recorded
    CHECK_FALSE(shown.take());
    CHECK(shown.shows("articles.defer"));
}

TEST_CASE("who withdraws is chosen among the sponsors, who asks to defer among all", "[terminal]") {
    OnScreen shown(state_for("A/CONF.165/L.12"));
    shown.ui().press("articles.withdraw");
    CHECK(shown.shows("articles.state.CHL"));
    CHECK(shown.shows("articles.state.GBR"));
    CHECK_FALSE(shown.shows("articles.state.FRA"));
    shown.ui().press("articles.state.BOL");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    CHECK(std::get<ProposalWithdrawn>(note->record).delegation == "BOL");

    OnScreen all(state_named("articles_rights"));
    all.ui().press("articles.ask_deferment");
    CHECK(all.ui().ellipsized() == 0);
    all.ui().type("france");
    all.ui().press("articles.state.FRA");
    const auto asked = all.take<NoteRecord>();
    REQUIRE(asked);
    CHECK(std::get<DefermentRequested>(asked->record).delegation == "FRA");
}

TEST_CASE("what was asked for one text is not asked for another", "[terminal]") {
    OnScreen shown(state_for("A/CONF.165/L.12"));
    shown.ui().press("articles.withdraw");
    REQUIRE(shown.shows("articles.cancel"));
    shown.state().about = "article-3";
    ++shown.state().revision;
    shown.ui().frame();
    CHECK_FALSE(shown.shows("articles.cancel"));
    CHECK(shown.shows("articles.part"));
}

TEST_CASE("one press leads to the record of any decision, and back to its text", "[terminal]") {
    OnScreen shown(state_for("article-1"));
    shown.ui().press("articles.record");
    const auto opened = shown.take<OpenScreen>();
    REQUIRE(opened);
    CHECK(opened->screen == Screen::decision);
    shown.state().screen = opened->screen;
    shown.state().about = opened->about;
    ++shown.state().revision;
    shown.ui().frame();
    CHECK(route_of(shown.state()) == Route::announcement);
    CHECK(view_announcement(shown.state(), english).sentence ==
          "Draft article 1 was adopted without a vote.");
    CHECK_FALSE(shown.shows("badge"));  // a badge there would speak to the last decision
    shown.ui().press("announcement.home");
    const auto back = shown.take<OpenScreen>();
    REQUIRE(back);
    CHECK(back->screen == Screen::articles);
    CHECK(back->about == "article-1");

    auto elsewhere = shown.state();
    elsewhere.about = std::string(64, '0');  // of no decision
    CHECK(route_of(elsewhere) == Route::articles);
}

TEST_CASE("a result that was followed by another is shown with its own table, or with none",
          "[terminal]") {
    auto state = state_named("announcement");
    const auto& decision = state.conference->decisions.back();
    const auto own = decision.result->table, of_later = sha256(bytes_of("later"));
    state.screen = Screen::decision;
    state.about = hex(decision.entry.leaf);
    auto followed = changed(state, [&](Conference& c) {
        auto later = c.decisions.back();
        later.entry.seq += 10;
        later.entry.leaf = later.result->table = of_later;
        c.decisions.change().push_back(later);
    });
    followed.voting_tables.emplace(of_later, "BRA\tyes\tBrazil\n");
    const auto both = view_announcement(followed, english);
    CHECK(both.table.cells.size() == view_announcement(state, english).table.cells.size());
    CHECK(both.no_table.empty());

    followed.voting_tables.erase(own);
    const auto view = view_announcement(followed, english);
    CHECK(view.table.cells.empty());
    CHECK(view.no_table == "The table by State is being read.");
    CHECK(view.figures.size() == both.figures.size());
    followed.voting_tables.emplace(own, std::nullopt);
    const auto absent = view_announcement(followed, english);
    CHECK(absent.table.cells.empty());
    CHECK(absent.no_table ==
          "The table by State is not in this ledger. The figures above are signed.");
    OnScreen shown(followed);
    CHECK(shown.ui().ellipsized() == 0);
    followed.about = hex(of_later);
    CHECK(view_announcement(followed, english).table.cells.size() == 1);
}

TEST_CASE("the sitting leads to the first open amendment before the text", "[terminal]") {
    OnScreen shown(articles_state(with_amendments(), "", Screen::sitting));
    shown.ui().press("unit.article-2");
    CHECK(shown.ui().item("sitting.next").label == "Go to A/CONF.165/L.12");
    shown.ui().press("sitting.next");
    const auto opened = shown.take<OpenScreen>();
    REQUIRE(opened);
    CHECK(opened->screen == Screen::articles);
    CHECK(opened->about == "A/CONF.165/L.12");
    shown.ui().press("unit.article-6");
    CHECK(shown.ui().item("sitting.next").label == "Propose adoption without a vote");
}

TEST_CASE("an amendment is registered with the text that was chosen and its sponsors in order",
          "[terminal]") {
    OnScreen shown(state_named("registration"));
    CHECK(shown.ui().item("registration.record").reason ==
          "Choose the text first, or type its words.");
    shown.ui().press("registration.text.A_CONF.165_C.1_L.31_Rev.1");
    CHECK(shown.ui().item("registration.record").reason == "Choose its sponsors first.");
    shown.ui().press("registration.tab.sponsors");
    CHECK(shown.ui().ellipsized() == 0);
    CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
    shown.ui().type("kenya");
    shown.ui().press("registration.state.KEN");
    shown.ui().press("registration.state.letter.C");
    shown.ui().press("registration.state.CHL");
    shown.ui().press("registration.record");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto& registered = std::get<ProposalRegistered>(note->record);
    CHECK(registered.kind == ProposalKind::amendment);
    CHECK(registered.parent == "article-2");
    CHECK(registered.symbol == "A/CONF.165/C.1/L.31/Rev.1");
    CHECK(registered.title ==
          "The amendment to draft article 2 in document A/CONF.165/C.1/L.31/Rev.1");
    CHECK(registered.sponsors == std::vector<ParticipantId>{"KEN", "CHL"});
    CHECK(registered.texts == shown.state().texts.texts[1].texts);
    CHECK(note->words == "");
}

TEST_CASE("an oral amendment is its words, which the record names by their hash", "[terminal]") {
    OnScreen shown(state_named("registration_proposal"));
    shown.state().about = "article-6";
    ++shown.state().revision;
    shown.ui().frame();
    shown.ui().type("Delete the second sentence.");
    CHECK(shown.ui().ellipsized() == 0);
    shown.ui().press("registration.tab.sponsors");
    shown.ui().press("registration.state.letter.C");
    shown.ui().press("registration.state.CHL");
    shown.ui().press("registration.record");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    CHECK(note->words == "Delete the second sentence.");
    const auto& registered = std::get<ProposalRegistered>(note->record);
    CHECK(registered.title == "The oral amendment to draft article 6 by Chile");
    CHECK(registered.texts.at("en") == sha256(bytes_of("Delete the second sentence.")));
}

TEST_CASE("a symbol is registered once", "[terminal]") {
    auto state = state_named("registration");
    state.texts.texts.front().name = "A_CONF.165_L.12";
    OnScreen shown(state);
    shown.ui().press("registration.text.A_CONF.165_L.12");
    CHECK(shown.ui().item("registration.record").reason ==
          "A text with this symbol is registered already.");
    shown.ui().type("x");  // after its end
    CHECK(shown.ui().item("registration.record").reason == "Choose its sponsors first.");
}

TEST_CASE("a text as adopted carries out every decision that waits", "[terminal]") {
    OnScreen shown(state_named("registration_written_in"));
    CHECK_FALSE(shown.shows("registration.tab.sponsors"));
    shown.ui().press("registration.text.A_CONF.165_C.1_L.31_Rev.1");
    shown.ui().press("registration.record");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto& revised = std::get<TextRevised>(note->record);
    CHECK(revised.version == 2);
    CHECK(revised.decisions == shown.state().conference->proposal("article-4")->to_write_in);
}

TEST_CASE("more sponsors join without another text", "[terminal]") {
    OnScreen shown(state_named("registration_revision"));
    shown.ui().press("registration.tab.sponsors");
    shown.ui().press("registration.state.letter.K");
    shown.ui().press("registration.state.KEN");
    shown.ui().press("registration.record");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto& revised = std::get<ProposalRevised>(note->record);
    CHECK(revised.version == 1);
    CHECK(revised.sponsors == std::vector<ParticipantId>{"CHL", "BOL", "GBR", "KEN"});
}

TEST_CASE("a unit is renumbered where it stands, or moved as it is", "[terminal]") {
    OnScreen shown(state_named("placement"));
    CHECK(shown.ui().item("placement.after.article-4").on);
    CHECK(shown.ui().item("placement.record").reason ==
          "Type another number, or choose another place.");
    shown.ui().type("5 quinquies 2");  // of 13 characters
    CHECK(shown.ui().item("placement.record").reason == "The number is too long.");
    for (int n = 0; n < 13; ++n) shown.ui().key(Key::backspace);
    shown.ui().type("5 bis: Prevention");
    shown.ui().press("placement.record");
    auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto renumbered = std::get<TextPlaced>(note->record);
    CHECK(renumbered.text_unit == "article-5");
    CHECK(renumbered.after == "article-4");
    CHECK(renumbered.number == "5 bis");
    CHECK(renumbered.label == "Draft article 5 bis");
    CHECK(renumbered.title == "Prevention");
    CHECK(renumbered.texts.empty());

    OnScreen moved(state_named("placement"));
    moved.ui().press("placement.after.none");
    moved.ui().press("placement.record");
    note = moved.take<NoteRecord>();
    REQUIRE(note);
    CHECK(std::get<TextPlaced>(note->record).after == "");
    CHECK(std::get<TextPlaced>(note->record).label == "Draft article 5");
}

TEST_CASE("a unit is split from another with a number and a text of its own", "[terminal]") {
    OnScreen shown(state_named("placement"));
    shown.ui().press("placement.way.split");
    CHECK(shown.ui().ellipsized() == 0);
    CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
    CHECK(shown.ui().item("placement.record").reason == "Type the number first.");
    shown.ui().type("5 bis");
    CHECK(shown.ui().item("placement.record").reason == "Choose the text first.");
    shown.ui().press("placement.text.A_CONF.165_C.1_L.31_Rev.1");
    shown.ui().press("placement.record");
    const auto note = shown.take<NoteRecord>();
    REQUIRE(note);
    const auto& split = std::get<TextPlaced>(note->record);
    CHECK(split.text_unit == "article-5-bis");
    CHECK(split.split_from == "article-5");
    CHECK(split.after == "article-5");
    CHECK(split.texts == shown.state().texts.texts[1].texts);
}

TEST_CASE("number and place are offered for units of the convention alone", "[terminal]") {
    CHECK(has(ids_of(other_acts(state_for("article-6"), english, "article-6")), "articles.place"));
    CHECK_FALSE(has(ids_of(other_acts(state_for("A/CONF.165/L.12"), english, "A/CONF.165/L.12")),
                    "articles.place"));
    auto nowhere = state_for("article-60");
    nowhere.screen = Screen::placement;
    CHECK(route_of(nowhere) == Route::articles);
}
