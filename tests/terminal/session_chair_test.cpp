// Who presides at this desk: another officer takes the chair, and the first acts no more.
#include "ledger/acts.h"
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

/// "chair" presides over an open meeting; "vice" is accredited, too.
struct TwoChairs : Kiosk {
    TwoChairs()
        : Kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(),
                tests::open_at_no_cost) {
        accredit("vice", Role::presiding_officer);
        open_meeting();
    }
    void vice_takes_the_chair() {
        identify("vice");
        handle(TakeChair{});
        enter_both_pins();
        REQUIRE(conference().meeting->presiding == "vice");
    }
    void put_a_motion() { act(PutQuestion{.words = "to close the debate"}); }
};

const std::string vice_does_not = "vice does not preside over this meeting.";
const std::string chair_does_not = "chair does not preside over this meeting.";

}  // namespace

TEST_CASE("the chair is taken under both officers' PINs by who signed in for it", "[terminal]") {
    TwoChairs kiosk;
    kiosk.refuses(TakeChair{}, "presides already.");  // before a PIN is asked
    kiosk.identify("vice");
    CHECK(kiosk.state().officers.at(Role::presiding_officer).id == "vice");
    kiosk.handle(TakeChair{});
    REQUIRE(kiosk.state().pin);
    CHECK(kiosk.state().pin->person == "vice");
    CHECK(kiosk.state().pin->purpose == PinPurpose::take_chair);
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.state().pin->person == "clerk");
    CHECK(kiosk.conference().meeting->presiding == "chair");  // one seal is not enough
    kiosk.enter(Kiosk::pin);
    CHECK(kiosk.conference().meeting->presiding == "vice");
    kiosk.act(SuspendMeeting{});
}

TEST_CASE("who only signed in presides over nothing", "[terminal]") {
    TwoChairs kiosk;
    kiosk.put_a_motion();
    kiosk.identify("vice");
    kiosk.refuses(StartVote{}, vice_does_not);
    kiosk.refuses(SuspendMeeting{}, vice_does_not);
    kiosk.refuses(CloseMeeting{}, vice_does_not);
    CHECK_FALSE(kiosk.conference().vote_under_way());
}

TEST_CASE("after the change the first chair signs in, acts no more, and may take the chair back",
          "[terminal]") {
    TwoChairs kiosk;
    kiosk.vice_takes_the_chair();
    kiosk.identify("chair");
    kiosk.refuses(ProposeAdoption{"article-2"}, chair_does_not);
    kiosk.refuses(PutQuestion{.proposal = "article-2"}, chair_does_not);
    kiosk.refuses(CloseMeeting{}, chair_does_not);
    kiosk.handle(TakeChair{});
    kiosk.enter_both_pins();
    CHECK(kiosk.conference().meeting->presiding == "chair");
    kiosk.put_a_motion();
}

TEST_CASE("no chair changes during a vote, and another's badge is refused before its PIN",
          "[terminal]") {
    TwoChairs kiosk;
    kiosk.put_a_motion();
    SECTION("before the vote started, the other signed in") {
        kiosk.identify("vice");
        kiosk.writer().append(kiosk.builder().sealed(
            kiosk.conference(), tests::value_of(start_of_vote(kiosk.conference(), "test"))));
        kiosk.until([&] { return kiosk.conference().voting_open(); });
        kiosk.refuses(TakeChair{}, "A vote is under way");
        // Refused before a PIN: no officer enters one in vain.
        kiosk.refuses(CloseVote{}, vice_does_not);
        kiosk.refuses(AnnulVote{"An error."}, vice_does_not);
        kiosk.identify("chair");
        kiosk.handle(CloseVote{});
        kiosk.enter(Kiosk::pin);
        REQUIRE(kiosk.conference().run->phase == RunPhase::closed);
        kiosk.refuses(PresentBadge{Secret(bytes_of(Kiosk::badge("vice")))}, vice_does_not);
    }
    SECTION("during the vote") {
        kiosk.act(StartVote{});
        kiosk.refuses(PresentBadge{Secret(bytes_of(Kiosk::badge("vice")))}, vice_does_not);
        CHECK(kiosk.state().officers.at(Role::presiding_officer).id == "chair");
        kiosk.identify("chair");  // its own badge again
    }
}

TEST_CASE("while a text is proposed or the meeting is suspended no chair changes", "[terminal]") {
    TwoChairs kiosk;
    SECTION("proposed") {
        kiosk.act(ProposeAdoption{"article-2"});
        kiosk.refuses(TakeChair{}, "is proposed for adoption without a vote.");
    }
    SECTION("suspended") {
        kiosk.act(SuspendMeeting{});
        kiosk.refuses(TakeChair{}, "The meeting is suspended.");
    }
    kiosk.refuses(PresentBadge{Secret(bytes_of(Kiosk::badge("vice")))}, vice_does_not);
}

TEST_CASE("nobody takes the chair unsigned, and between meetings whoever opens the next presides",
          "[terminal]") {
    TwoChairs kiosk;
    kiosk.handle(SignOut{Role::presiding_officer});
    kiosk.refuses(TakeChair{}, "The presiding officer signs in first.");
    kiosk.identify("chair");
    kiosk.handle(SignOut{Role::secretary});
    kiosk.identify("vice");
    kiosk.refuses(TakeChair{}, "The secretary signs in first.");
    kiosk.identify("chair");
    kiosk.act(CloseMeeting{});
    kiosk.refuses(TakeChair{}, "No meeting is open.");
    kiosk.identify("vice");
    kiosk.act(OpenMeeting{});
    CHECK(kiosk.conference().meeting->presiding == "vice");
}
