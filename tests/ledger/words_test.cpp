// An entry as a person reads it.
#include "ledger/words.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;

namespace {

/// The sentence about this record, in a conference of two.
std::string words(const Record& record) {
    Conference conference;
    conference.participants["BRA"] = {.id = "BRA", .name = "Brazil"};
    conference.participants["CIV"] = {.id = "CIV", .name = "Côte d’Ivoire"};
    conference.persons["chair"] = {.id = "chair", .name = "A. Chair"};
    return in_words({.record = record}, conference);
}

}  // namespace

TEST_CASE("every entry has a sentence with names and not with ids", "[ledger]") {
    CHECK(words(Charter{.title = "On crimes", .mode = Mode::rehearsal}) ==
          "The conference \"On crimes\" is founded (rehearsal).");
    CHECK(words(MeetingOpened{.number = 3, .presiding = "chair"}) ==
          "Meeting 3 is opened; A. Chair presides.");
    CHECK(words(PresenceNoted{.arrived = {"BRA", "CIV"}}) == "Present: Brazil, Côte d’Ivoire.");
    CHECK(words(PresenceNoted{.arrived = {"BRA"}, .left = {"CIV"}}) ==
          "Present: Brazil. Left: Côte d’Ivoire.");
    CHECK(words(QuestionPut{.question = 2, .sentence = "Do you approve it?"}) ==
          "Question 2 is put: Do you approve it?");
    CHECK(words(VoteStarted{.run = 5, .participating = 195}) ==
          "The voting begins: run 5, 195 States participate.");
    CHECK(words(VoteClosed{.run = 5}) == "The voting is closed: run 5.");
    CHECK(words(VoteLocked{.run = 5}) == "The vote is locked: run 5.");
    CHECK(words(ResultAnnounced{.sentence = "It was adopted."}) == "It was adopted.");
    CHECK(words(PinRefused{.person = "bra-1"}) ==
          "A wrong PIN was entered with the badge of bra-1.");
    CHECK(words(NotUnderstood{}).find("does not understand") != std::string::npos);
}

TEST_CASE("a ballot is told with its choice, and a change as one", "[ledger]") {
    CHECK(words(Ballot{.delegation = "BRA", .choice = Choice::yes}) == "Brazil votes YES.");
    CHECK(words(Ballot{.delegation = "BRA", .replaces = {"x"}, .choice = Choice::abstain}) ==
          "Brazil votes ABSTAIN, changing its vote.");
    CHECK(words(Ballot{.delegation = "gone", .choice = Choice::no}) == "gone votes NO.");
}

TEST_CASE("numbers and nouns agree", "[ledger]") {
    CHECK(words(Participation{.registered = {{}, {}}}) == "2 participants are registered.");
    CHECK(words(Participation{.registered = {{}}, .withdrawn = {"CIV"}}) ==
          "1 participant is registered. 1 participant is withdrawn.");
    CHECK(words(Accreditation{{{}}}) == "1 person is accredited.");
    CHECK(words(TextRegister{{{}, {}, {}}}) == "3 units of text are before the conference.");
    CHECK(words(TextRegister{{{}}}) == "1 unit of text is before the conference.");
}

TEST_CASE("of many names the first twelve are told", "[ledger]") {
    PresenceNoted noted;
    for (int i = 0; i < 15; ++i) noted.arrived.push_back("S" + std::to_string(i));
    CHECK(words(noted) == "Present: S0, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11 and 3 more.");
}

TEST_CASE("times are told in UTC", "[ledger]") {
    // 2026-11-24 14:02:07 UTC is 1,795,528,927 seconds after 1970 (date -u -d @1795528927).
    CHECK(date_text(1'795'528'927'000) == "2026-11-24 14:02:07 UTC");
    CHECK(clock_text(1'795'528'927'999) == "14:02:07");
    CHECK(date_text(0) == "1970-01-01 00:00:00 UTC");
    CHECK(date_text(951'782'400'000) == "2000-02-29 00:00:00 UTC");
}
