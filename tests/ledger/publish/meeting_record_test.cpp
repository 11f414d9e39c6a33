// A meeting as its record tells it; the story is that of two_meetings.h.
#include "ledger/publish/meeting_record.h"

#include "ledger/verify/audit.h"
#include "tests/support/results.h"
#include "tests/support/two_meetings.h"

#include <sstream>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

std::string record_of(std::int64_t meeting, std::uint64_t end = 1000) {
    const TwoMeetings meetings;
    MeetingRecord record(meeting);
    value_of(audit(meetings.path(), {.folded = [&](const Entry& entry, const Conference& then) {
                       record.add(entry, then);
                   }}));
    return record.text(end);
}

/// Without line breaks and indentation.
std::string running(const std::string& text) {
    std::istringstream stream(text);
    std::string joined;
    for (std::string word; stream >> word;) joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

/// Does the text tell all of this, in this order?
void tells(const std::string& text, const std::vector<std::string>& in_order) {
    std::size_t at = 0;
    for (const auto& what : in_order) {
        INFO(what);
        at = text.find(what, at);
        REQUIRE(at != std::string::npos);
        at += what.size();
    }
}

}  // namespace

TEST_CASE("the record of a meeting begins as a summary record does", "[publish]") {
    CHECK(
        record_of(1).starts_with("Test conference\n"
                                 "Plenary, 1st meeting\n"
                                 "2026-11-23 10:00:00 UTC, presiding officer: chair\n"
                                 "REHEARSAL\n"
                                 "\n"
                                 "10:00:00  Meeting 1 is opened; chair presides.\n"
                                 "10:01:00  Present: State AAA, State BBB, State CCC, State DDD. "
                                 "Now present: 4 of 4 participating\n"
                                 "          States.\n"));
}

TEST_CASE("questions, objections, annulled votes and results stand in their order", "[publish]") {
    tells(running(record_of(1)),
          {"Question 1: The amendment to draft article 2 in document A/CONF.1/L.2",
           "Vote 1 begins: a vote by roll-call; 4 States participate.",
           "State CCC, having been drawn by lot",
           "A vote was taken by roll-call.",
           "In favour: State AAA",
           "Against: State BBB, State CCC, State DDD",
           "Abstaining: None",
           "was rejected by 3 votes to 1.",
           "Question 2: Draft article 3",
           "May I take it that the Conference wishes to adopt draft article 3?",
           "There is no objection. It is so decided.",
           "Draft article 3 was adopted without a vote.",
           "State AAA dissociates itself from the decision on paragraphs 2, 4: “We do not "
           "associate ourselves with these paragraphs.”",
           "Question 3: Draft article 2",
           "State BBB asks for a vote.",
           "Do you approve draft article 2?",
           "Vote 2 begins: a recorded vote",
           "The vote is annulled: run 2, a badge could not be read.",
           "Vote 3 begins",
           "In favour: State AAA, State CCC",
           "Against: State BBB",
           "Abstaining: State DDD",
           "Draft article 2 was adopted by 2 votes to 1, with 1 abstention.",
           "(In favour 2; Against 1; Abstaining 1;",
           "Meeting 1 is suspended.",
           "Meeting 1 is resumed.",
           "vice takes the chair.",
           "Question 4:",
           "Vote 4 begins: a vote by show of hands",
           "The two tellers differ in round 1",
           "Both tellers counted 3 in favour, 0 against, 0 abstaining.",
           "Left: State DDD. Now present: 3 of 4 participating States.",
           "Meeting 1 is closed.",
           "What followed after the meeting",
           "on Draft article 2: The delegation of State DDD had intended to vote in favour.",
           "on Draft article 3: State CCC reserves its position: “We reserve our position.”"});
}

TEST_CASE("a meeting tells what it added to decisions of another, and nothing else of it",
          "[publish]") {
    const auto text = running(record_of(2));
    tells(text, {"Plenary, 2nd meeting", "Now present: 3 of 4",
                 "On Draft article 2, 1st meeting: The delegation of State DDD had intended to "
                 "vote in favour.",
                 "On Draft article 3, 1st meeting: State CCC reserves its position",
                 "Meeting 2 is closed."});
    CHECK_THAT(text, !Contains("Question") && !Contains("What followed"));
}

TEST_CASE("no line of the record is longer than 100 columns", "[publish]") {
    std::istringstream text(record_of(1));
    for (std::string line; std::getline(text, line);) {
        INFO(line);
        CHECK(line.size() <= 100 + 6);  // curly quotation marks are three bytes each
        CHECK_FALSE(line.ends_with(' '));
    }
}

TEST_CASE("of entries that are not good the record tells nothing", "[publish]") {
    const TwoMeetings meetings;
    const auto text = record_of(1, meetings.entry_of(1));
    CHECK_THAT(text, Contains("was rejected by 3 votes to 1.") &&
                         !Contains("Draft article 3 was adopted") && !Contains("What followed"));
    CHECK(record_of(3).empty());
}
