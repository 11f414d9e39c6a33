// What the desk records is computed here, and the rules allow exactly that.
#include "ledger/acts.h"

#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <set>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

struct Desk {
    TempFolder folder = {};
    ConferenceBuilder builder = ConferenceBuilder({"AAA", "BBB", "CCC"});
    Ledger ledger = found_ledger(folder / "ledger", builder);
    const Conference& conference() const { return ledger.conference(); }
};

}  // namespace

TEST_CASE("acts that the meeting is not ready for are refused with what to do", "[ledger]") {
    Desk meeting;
    CHECK(fault_of(question_of_adopting(meeting.conference(), "article-2")) == Fault::absent);
    CHECK(fault_of(start_of_vote(meeting.conference(), "build")) == Fault::refused);
    CHECK(fault_of(ballot_of(meeting.conference(), "AAA", Choice::yes)) == Fault::refused);
    CHECK(fault_of(close_of_vote(meeting.conference())) == Fault::refused);
    CHECK(fault_of(lock_of_vote(meeting.conference(), meeting.ledger.position())) ==
          Fault::refused);
    CHECK(fault_of(announcement_of(meeting.conference())) == Fault::refused);

    bring_to_vote(meeting.ledger, meeting.builder);
    CHECK(fault_of(question_of_adopting(meeting.conference(), "article-9")) == Fault::absent);
    CHECK(fault_of(lock_of_vote(meeting.conference(), meeting.ledger.position())) ==
          Fault::refused);
    CHECK(fault_of(announcement_of(meeting.conference())) == Fault::refused);
    CHECK(ballot_of(meeting.conference(), "AAA", Choice::yes));
}

TEST_CASE("the question on a text is of substance, in a sentence that names it", "[ledger]") {
    Desk meeting;
    open_meeting(meeting.ledger, meeting.builder);
    const auto question = value_of(question_of_adopting(meeting.conference(), "article-2"));
    CHECK(question.question == 1);
    CHECK(question.matter == MatterClass::substance);
    CHECK(question.majority == "two_thirds");
    CHECK(question.sentence == "Do you approve draft article 2?");
    CHECK(question.if_carried == "Draft article 2 is adopted.");
    CHECK(question.participating == 3);
}

TEST_CASE("meetings, questions and runs are counted from 1 without a gap", "[ledger]") {
    Desk meeting;
    CHECK(next_meeting(meeting.conference(), "chair").number == 1);
    open_meeting(meeting.ledger, meeting.builder);
    CHECK(next_meeting(meeting.conference(), "chair").number == 2);
    for (std::int64_t number = 1; number <= 3; ++number) {
        start_vote(meeting.ledger, meeting.builder);
        CHECK(meeting.conference().question->put.question == number);
        CHECK(meeting.conference().run->start.run == number);
        finish_vote(meeting.ledger, meeting.builder);
    }
}

TEST_CASE("a ballot replaces the delegation's own that stand, under an id of its own", "[ledger]") {
    Desk meeting;
    bring_to_vote(meeting.ledger, meeting.builder);
    const auto cast_again = [&](Choice choice) {
        auto ballot = value_of(ballot_of(meeting.conference(), "AAA", choice));
        append(meeting.ledger, meeting.builder.sealed(meeting.conference(), ballot));
        return ballot;
    };
    const auto first = cast_again(Choice::yes);
    CHECK(first.replaces.empty());
    const auto second = cast_again(Choice::no);
    CHECK(second.replaces == std::vector{first.id});
    const auto third = cast_again(Choice::abstain);
    CHECK(third.replaces == std::vector{second.id});
    CHECK(value_of(ballot_of(meeting.conference(), "BBB", Choice::yes)).replaces.empty());
}

TEST_CASE("ids are random, of 32 hex digits", "[ledger]") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const auto id = random_id();
        CHECK(id.size() == 32);
        CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(ids.insert(id).second);
    }
}
