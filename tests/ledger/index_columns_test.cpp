// Source: FORMAT.md section 6: what stands beside an entry's bytes.
#include "ledger/index_columns.h"

#include <catch2/catch.hpp>

using namespace placet::ledger;

TEST_CASE("entries of a run are found by it, and ballots by their id", "[ledger]") {
    const auto columns = [](const Record& record) {
        return index_columns({.type = "some/1", .record = record});
    };
    const IndexColumns of_conference{.type = "some/1"};
    for (const Record& record :
         {Record{Charter{}}, Record{Participation{}}, Record{Accreditation{}},
          Record{TextRegister{}}, Record{MeetingOpened{}}, Record{PresenceNoted{}},
          Record{QuestionPut{}}, Record{PinRefused{}}, Record{NotUnderstood{}}})
        CHECK(columns(record) == of_conference);

    const IndexColumns of_run{.type = "some/1", .run = 4};
    for (const Record& record : {Record{VoteStarted{.run = 4}}, Record{VoteClosed{.run = 4}},
                                 Record{VoteLocked{.run = 4}}, Record{ResultAnnounced{.run = 4}}})
        CHECK(columns(record) == of_run);

    CHECK(columns(Ballot{.run = 4, .id = "id"}) ==
          IndexColumns{.type = "some/1", .run = 4, .ballot = "id"});
}
