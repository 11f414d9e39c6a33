// An amendment from its registration to the text as amended, all pressed at the desk: its text from
// the folder, circulated, introduced, its debate closed, voted on, announced, written in; then the
// article is put as it reads, and the ledger verifies.
#include "tests/flows/flow_room.h"
#include "tests/support/tampering.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;
using tests::write_file;

namespace {

constexpr std::string_view amending = "In article 2, after \"shall\", insert \"promptly\".";
constexpr std::string_view amended = "States shall promptly do so.";

struct Floor : tests::FlowRoom {
    Floor() {
        write_file(kiosk().texts() / "A_CONF.1_L.2.en.txt", std::string(amending));
        write_file(kiosk().texts() / "article-2-as-amended.en.txt", std::string(amended));
        begin_sitting();
        press("go.articles");
    }

    void choose_text(const std::string& name) {
        REQUIRE(shows("registration.record"));
        press("registration.text." + name);
    }
    void register_amendment() {
        press("articles.article-2");
        press("articles.amend");
        choose_text("A_CONF.1_L.2");
        press("registration.tab.sponsors");
        press("registration.state.bbb");
        press("registration.record");
        REQUIRE(conference().proposal("A/CONF.1/L.2") != nullptr);
    }
    /// Put, started, voted in favour by all, closed, locked and announced.
    void vote_in_favour() {
        REQUIRE(conference().question);
        press("sitting.next");
        decide("yes");
    }
};

}  // namespace

TEST_CASE("an amendment is registered, decided and written in, and the article put as amended",
          "[terminal][flow]") {
    Floor room;
    room.register_amendment();
    CHECK(room.state().about == "A/CONF.1/L.2");  // the map shows it at once
    CHECK(room.conference().proposal("A/CONF.1/L.2")->texts.at("en") == sha256(bytes_of(amending)));
    room.press("articles.circulate");
    room.press("articles.introduce");
    CHECK(room.conference().proposal("A/CONF.1/L.2")->state == QuestionState::tabled);

    // The article waits for its amendment.
    room.press("articles.article-2");
    CHECK(room.label("articles.go") == "Go to A/CONF.1/L.2");
    CHECK_FALSE(room.shows("articles.put"));
    room.press("articles.go");
    room.press("articles.close_debate");
    room.press("articles.put");
    CHECK(room.conference().question->put.subject ==
          "The amendment to draft article 2 in document A/CONF.1/L.2");
    room.vote_in_favour();
    CHECK(room.conference().decisions.back().sentence ==
          "The amendment to draft article 2 in document A/CONF.1/L.2 was adopted by 3 votes to "
          "none.");

    // What was adopted is written in before the article is put.
    room.press("go.articles");
    CHECK(room.label("articles.write_in") == "Write in what was adopted");
    CHECK_FALSE(room.shows("articles.put"));
    room.press("articles.write_in");
    room.choose_text("article-2-as-amended");
    room.press("registration.record");
    room.enter(Kiosk::pin);
    CHECK(room.conference().proposal("article-2")->version == 1);  // one seal is not enough
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().proposal("article-2")->version == 2);
    room.press("articles.put");
    CHECK(room.conference().question->put.subject == "Draft article 2, as amended");
    CHECK(room.conference().question->put.texts.at("en") == sha256(bytes_of(amended)));
    room.vote_in_favour();

    room.press("go.articles");
    CHECK(room.conference().decision_on("article-2")->outcome == Outcome::adopted);
    room.press("articles.record");
    CHECK(route_of(room.state()) == Route::announcement);
    const auto report = room.audited();
    CHECK(report.attachments == 3);  // two texts, and the table that both votes had alike
}

TEST_CASE("a text that is not what was put is found", "[terminal][flow]") {
    Floor room;
    room.register_amendment();
    room.audited();
    tests::tamper(room.kiosk().file(),
                  "UPDATE attachment SET bytes = CAST('In article 2, delete all.' AS BLOB)");
    const auto report = room.audit_of_all();
    INFO(report.verdict());
    CHECK_FALSE(report.all_good());
}

TEST_CASE("an oral amendment is registered in words, and withdrawn by its only sponsor",
          "[terminal][flow]") {
    Floor room;
    room.press("articles.article-2");
    room.press("articles.amend");
    const std::string words = "Delete “à la dernière session”.";  // as it was said
    room.ui().type(words);
    room.press("registration.tab.sponsors");
    room.press("registration.state.ccc");
    room.press("registration.record");
    CHECK(room.state().about == "oral-1");
    CHECK(room.conference().proposal("oral-1")->texts.at("en") == sha256(bytes_of(words)));
    room.press("articles.withdraw");
    room.press("articles.state.ccc");
    CHECK(room.conference().proposal("oral-1")->state == QuestionState::withdrawn);
    CHECK(room.label("articles.go") == "Go to Article 2");
    room.press("articles.go");
    CHECK(room.shows("articles.propose"));
    CHECK(room.audited().attachments == 1);
}
