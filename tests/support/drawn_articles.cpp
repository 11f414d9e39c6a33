#include "tests/support/drawn_articles.h"

#include "ledger/acts.h"
#include "ledger/procedure/proposal_acts.h"
#include "tests/support/drawn_meeting.h"

#include <cstdlib>

namespace placet::tests {

using namespace placet::ledger;
using namespace placet::terminal;

namespace {

constexpr const char* official[] = {"ar", "en", "es", "fr", "ru", "zh"};

TextHashes texts_named(const std::string& name) {
    TextHashes texts;
    for (const auto* language : official)
        texts.emplace(language, sha256(bytes_of(name + language)));
    return texts;
}

void submit(Conference& conference, const ProposalId& parent, const std::string& symbol,
            const std::vector<ParticipantId>& sponsors) {
    const auto record =
        registration_of(conference, parent, symbol, sponsors, texts_named("text of " + symbol));
    take(conference, record);
    if (symbol.empty()) return;
    take(conference, circulation_of(conference, record.proposal));
    take(conference, ProposalIntroduced{.proposal = record.proposal, .meeting = 1});
}

void adopt_article_1(Conference& conference) {
    const auto proposal = proposal_of_adopting(conference, "article-1");
    if (!proposal) std::abort();
    const auto proposed = take(conference, *proposal);
    take(conference, ConsensusGavelled{.proposed = proposed, .silence_ms = 3000});
    const auto confirmation = confirmation_of(conference);
    if (!confirmation) std::abort();
    take(conference, *confirmation);
}

/// Two parts, the first of them retained.
void divide_article_3(Conference& conference) {
    auto& article = conference.proposals.change().at("article-3");
    article.state = QuestionState::divided;
    article.parts = {{.label = "paragraph 1", .retained = true}, {.label = "paragraph 2"}};
}

/// Twelve texts, one of them in two languages only, and files that are not offered.
TextsView texts_in_folder() {
    TextsView view{.wanted = true};
    for (int n = 30; n < 42; ++n) {
        const auto name = "A_CONF.165_C.1_L." + std::to_string(n) + "_Rev.1";
        view.texts.push_back({name, texts_named(name)});
    }
    view.texts.front().texts = {{"en", sha256(bytes_of("en"))}, {"fr", sha256(bytes_of("fr"))}};
    view.trouble = {{"A_CONF.165_L.50.de.txt", TextTrouble::unknown_language},
                    {"notes.txt", TextTrouble::no_language},
                    {"A_CONF.165_C.1_L.51_Rev.1.en.docx", TextTrouble::twice},
                    {"A_CONF.165_L.52.en.txt", TextTrouble::too_large},
                    {"A_CONF.165_L.53.en.txt", TextTrouble::empty}};
    return view;
}

}  // namespace

Conference with_amendments() {
    Conference conference = *voting_state().conference;
    conference.run.reset();
    conference.question.reset();
    conference.last_question = 0;
    auto charter = *conference.charter;
    charter.languages.assign(std::begin(official), std::end(official));
    conference.charter = std::make_shared<const Charter>(std::move(charter));
    adopt_article_1(conference);
    submit(conference, "article-2", "A/CONF.165/L.12", {"CHL", "BOL", "GBR"});
    submit(conference, "A/CONF.165/L.12", "A/CONF.165/L.14", {"KEN"});
    submit(conference, "article-2", "", {"FRA"});
    divide_article_3(conference);
    auto& amended = conference.proposals.change().at("article-4");
    amended.amended = true;
    amended.to_write_in = {sha256(bytes_of("a decision"))};
    conference.proposals.change().at("article-5").state = QuestionState::deferred;
    submit(conference, "", "A/CONF.165/C.1/L.21/Rev.1", {"BRA"});
    return conference;
}

AppState articles_state(Conference conference, const ProposalId& about, Screen screen) {
    auto state = voting_state();
    state.officers[Role::attendant] =
        Person{.id = "usher", .name = "Attendant of the rehearsal", .role = Role::attendant};
    state.position.size = conference.size;
    state.screen = screen;
    state.about = about;
    state.conference = std::make_shared<const Conference>(std::move(conference));
    return state;
}

std::vector<DrawnState> drawn_article_states() {
    std::vector<DrawnState> all;
    const auto add = [&](std::string name, AppState state) {
        all.push_back({std::move(name), std::move(state)});
    };
    const auto conference = with_amendments();
    add("articles", articles_state(conference, "article-2"));
    add("articles_adopted", articles_state(conference, "article-1"));
    add("articles_part", articles_state(conference, "article-3"));
    add("articles_to_write_in", articles_state(conference, "article-4"));
    add("articles_deferred", articles_state(conference, "article-5"));
    add("articles_open", articles_state(conference, "article-6"));
    add("articles_amendment", articles_state(conference, "A/CONF.165/L.12"));
    add("articles_sub_amendment", articles_state(conference, "A/CONF.165/L.14"));
    add("articles_oral", articles_state(conference, "oral-1"));
    add("articles_proposal", articles_state(conference, "A/CONF.165/C.1/L.21/Rev.1"));
    auto without_meeting = founded_state();
    without_meeting.screen = Screen::articles;
    add("articles_founded", std::move(without_meeting));
    auto with_rights = conference;
    with_rights.profile.deferment_by_chair = true;
    with_rights.profile.deferment_states = 10;
    with_rights.profile.exhaustion = Exhaustion::chair_declares;
    with_rights.profile.notice_working_days = 2;
    add("articles_rights", articles_state(std::move(with_rights), "article-6"));
    add("sitting_amended", articles_state(conference, "", Screen::sitting));
    add("decision_chosen",
        articles_state(conference, hex(conference.decisions.back().entry.leaf), Screen::decision));
    const auto with_texts = [&](std::string name, const ProposalId& about, Screen screen,
                                TextsView texts) {
        auto state = articles_state(conference, about, screen);
        state.texts = std::move(texts);
        add(std::move(name), std::move(state));
    };
    with_texts("registration", "article-2", Screen::registration, texts_in_folder());
    with_texts("registration_sub_amendment", "A/CONF.165/L.12", Screen::registration,
               {.wanted = true, .reading = true});
    with_texts("registration_proposal", "", Screen::registration, {});
    with_texts("registration_revision", "A/CONF.165/L.12", Screen::revision,
               {.wanted = true, .trouble = {{"", TextTrouble::unreadable}}});
    with_texts("placement", "article-5", Screen::placement, texts_in_folder());
    with_texts("registration_written_in", "article-4", Screen::writing_in, texts_in_folder());
    return all;
}

}  // namespace placet::tests
