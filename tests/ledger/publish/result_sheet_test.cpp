// The sheets are read as people and machines read them: their words, the pages as poppler draws
// them, the code as zbar reads it.
#include "ledger/publish/result_sheet.h"

#include "ledger/conference_package.h"
#include "ledger/procedure/state_order.h"
#include "tests/ledger/publish/pdf.h"
#include "tests/support/two_meetings.h"

#include <algorithm>
#include <chrono>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

using Names = std::vector<std::string>;

/// Without line breaks and indentation.
std::string running(const std::string& text) {
    std::string joined;
    for (const char c : text) {
        const char one = c == '\n' || c == '\f' ? ' ' : c;
        if (one != ' ' || !joined.ends_with(' ')) joined += one;
    }
    return joined;
}

/// As long as a real one.
std::string checkpoint_note(const EntryRef& entry) {
    return "test.example/conference/desk\n30\n" + base64(entry.leaf) +
           "\n\n— test.example/conference/desk " + base64(Bytes(68, 1)) + "\n";
}

std::string printed(ResultSheet sheet) {
    sheet.checkpoint_note = checkpoint_note(sheet.entry);
    return running(Pdf(result_pdf(sheet)).text());
}

/// A vote of every State of the conference's package: thirds in the three lists.
ResultSheet large_vote() {
    const auto package = value_of(
        read_conference_package(std::string(PLACET_SOURCE_DIR) + "/assets/conferences/cah"));
    Names names;
    for (const auto& state : package.states) names.push_back(state.names.at("en"));
    std::ranges::sort(names, {}, collation_key);
    const TwoMeetings meetings;
    auto sheet = result_sheet(meetings.right_after(2));
    for (auto& list : sheet.lists) list.names.clear();
    for (std::size_t i = 0; i < names.size(); ++i) sheet.lists[i % 3].names.push_back(names[i]);
    sheet.checkpoint_note = checkpoint_note(sheet.entry);
    return sheet;
}

}  // namespace

TEST_CASE("a recorded vote stands in three lists, the sentence, the figures and the clauses",
          "[publish]") {
    const TwoMeetings meetings;
    const auto sheet = result_sheet(meetings.right_after(2));
    CHECK(sheet.rehearsal);
    CHECK(sheet.conference == "Test conference");
    CHECK(sheet.heading == "Plenary, 1st meeting");
    CHECK(sheet.when.starts_with("2026-11-23 10:"));
    CHECK(sheet.presiding == "chair");
    CHECK(sheet.subject == "Draft article 2");
    CHECK(sheet.method == Names{"A recorded vote was taken."});
    REQUIRE(sheet.lists.size() == 3);
    CHECK(sheet.lists[0].label == "In favour");
    CHECK(sheet.lists[0].names == Names{"State AAA", "State CCC"});
    CHECK(sheet.lists[1].label == "Against");
    CHECK(sheet.lists[1].names == Names{"State BBB"});
    CHECK(sheet.lists[2].label == "Abstaining");
    CHECK(sheet.lists[2].names == Names{"State DDD"});
    CHECK(sheet.sentence == "Draft article 2 was adopted by 2 votes to 1, with 1 abstention.");
    CHECK(sheet.majority == "two thirds of those present and voting");
    // Present and voting are 3: two thirds of them are 2. More than half of 4 are 3.
    REQUIRE(sheet.clauses.size() == 3);
    CHECK((sheet.clauses[0].needed == 3 && sheet.clauses[0].received == 4 && sheet.clauses[0].met));
    CHECK((sheet.clauses[2].needed == 2 && sheet.clauses[2].received == 2 && sheet.clauses[2].met));
    REQUIRE(sheet.earlier.size() == 1);
    CHECK_THAT(sheet.earlier[0], Contains("annulled") && Contains("a badge could not be read"));
}

TEST_CASE("a roll-call says who was drawn by lot and whose seals stand behind it", "[publish]") {
    const TwoMeetings meetings;
    const auto sheet = result_sheet(meetings.right_after(0));
    REQUIRE(sheet.method.size() == 3);
    CHECK(sheet.method[0] == "A vote was taken by roll-call.");
    CHECK(sheet.method[1] ==
          "State CCC, having been drawn by lot by the presiding officer, was called upon to vote "
          "first.");
    CHECK_THAT(sheet.method[2], Contains("no delegation sealed its own"));
    CHECK(sheet.lists[0].names == Names{"State AAA"});
    CHECK(sheet.lists[1].names == Names{"State BBB", "State CCC", "State DDD"});
    CHECK(sheet.lists[2].names.empty());
    CHECK_THAT(sheet.sentence, Contains("was rejected by 3 votes to 1."));
}

TEST_CASE("a show of hands has figures and no lists", "[publish]") {
    const TwoMeetings meetings;
    const auto sheet = result_sheet(meetings.right_after(3));
    CHECK(sheet.method.front() == "A vote was taken by show of hands.");
    CHECK(sheet.lists.empty());
    CHECK(sheet.figures[0].figure == 3);
    CHECK(sheet.presiding == "vice");
    CHECK_THAT(printed(sheet), !Contains("State AAA"));
}

TEST_CASE("a decision without a vote has neither lists nor a majority", "[publish]") {
    const TwoMeetings meetings;
    auto sheet = result_sheet(meetings.right_after(1));
    CHECK(sheet.method[0] == "The decision was taken without a vote.");
    CHECK(sheet.method[1] == "No delegation objected in the 4.2 seconds before the gavel.");
    CHECK(sheet.sentence == "Draft article 3 was adopted without a vote.");
    CHECK(sheet.lists.empty());
    CHECK(sheet.majority.empty());
    REQUIRE(sheet.clauses.size() == 1);  // the quorum: more than half of 4
    CHECK((sheet.clauses[0].needed == 3 && sheet.clauses[0].received == 4));
    CHECK(sheet.statements.empty());

    add_what_followed(sheet, meetings.conference());
    REQUIRE(sheet.statements.size() == 2);
    CHECK(sheet.statements[0] ==
          "State AAA dissociates itself from the decision on paragraphs 2, 4: “We do not associate "
          "ourselves with these paragraphs.”.");
}

TEST_CASE("a correction is printed in brackets below the sentence and changes no figure",
          "[publish]") {
    const TwoMeetings meetings;
    auto sheet = result_sheet(meetings.right_after(2));
    const auto before = printed(sheet);
    CHECK_THAT(before, !Contains("Subsequently"));
    add_what_followed(sheet, meetings.conference());
    const auto after = printed(sheet);
    CHECK_THAT(after, Contains("[Subsequently, the delegation of State DDD informed the "
                               "Secretariat that it had intended to vote in favour.]"));
    CHECK_THAT(after, Contains("Abstaining: State DDD Draft article 2 was adopted by 2 votes to 1, "
                               "with 1 abstention."));
}

TEST_CASE("193 States and more fit on two pages, each numbered and marked a rehearsal",
          "[publish]") {
    const auto sheet = large_vote();
    const auto begun = std::chrono::steady_clock::now();
    const Pdf pdf(result_pdf(sheet));
    const auto took = std::chrono::steady_clock::now() - begun;
    // Ten seconds after the announcement the sheet is to be there; a busy machine is slow.
    CHECK(took < std::chrono::seconds(5));
    CHECK(pdf.pages() == 2);
    const auto first = pdf.text(1);
    const auto second = pdf.text(2);
    CHECK_THAT(first, Contains("1 of 2") && Contains("REHEARSAL"));
    CHECK_THAT(second, Contains("2 of 2") && Contains("REHEARSAL"));
    const auto all = running(first + " " + second);
    for (const auto& list : sheet.lists)
        for (const auto& name : list.names) CHECK_THAT(all, Contains(name));
    CHECK_THAT(all, Contains("Côte d’Ivoire") && Contains("Türkiye"));

    auto live = sheet;
    live.rehearsal = false;
    CHECK_THAT(Pdf(result_pdf(live)).text(), !Contains("REHEARSAL"));
}

TEST_CASE("an empty list says None", "[publish]") {
    const TwoMeetings meetings;
    CHECK_THAT(printed(result_sheet(meetings.right_after(0))),
               Contains("Abstaining: None The amendment"));
}

TEST_CASE("a hash can be copied from the sheet, letter by letter", "[publish]") {
    const TwoMeetings meetings;
    auto sheet = result_sheet(meetings.right_after(1));
    sheet.text_hash = "ffffi0fl" + std::string(56, 'f');
    CHECK_THAT(printed(sheet), Contains(sheet.text_hash));
}

TEST_CASE("a scanner reads the checkpoint from the sheet, as it stands there in words",
          "[publish]") {
    const auto sheet = large_vote();
    const Pdf pdf(result_pdf(sheet));
    CHECK(pdf.codes() == sheet.checkpoint_note + "\n");
    CHECK_THAT(running(pdf.text()), Contains(base64(sheet.entry.leaf)) &&
                                        Contains(hex(sheet.entry.leaf)) && Contains("test"));
}
