// The session where a text is adopted without a vote, and where delegations speak.
#include "tests/support/kiosk.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

/// The text is proposed, and its silence has begun.
struct Proposed : Kiosk {
    Proposed() : Kiosk({"aaa", "bbb", "ccc"}) {
        open_meeting();
        act(ProposeAdoption{"article-2"});
        REQUIRE(conference().consensus);
    }

    void wait_for_the_silence() {
        advance(conference().profile.silence_seconds * 1000);
        REQUIRE(state().silence->over());
    }
    /// With the secretary's PIN: the sentence of the decision.
    std::string confirmed() {
        handle(ConfirmConsensus{});
        enter(pin);
        settle();
        REQUIRE(conference().decisions.size() == 1);
        return conference().decisions.front().sentence;
    }
};

}  // namespace

TEST_CASE("the gavel does not fall before the silence is over", "[terminal]") {
    Proposed kiosk;
    kiosk.refuses(Gavel{}, "silence");
    kiosk.advance(kiosk.conference().profile.silence_seconds * 1000 - 1);
    kiosk.refuses(Gavel{}, "silence");
    kiosk.advance(1);
    kiosk.act(Gavel{});
    CHECK(kiosk.conference().decisions.empty());  // the secretary has not confirmed it
    CHECK_THAT(kiosk.confirmed(), Catch::Matchers::Contains("without a vote"));
}

TEST_CASE("the decision says by consensus only if the chair said so", "[terminal]") {
    Proposed kiosk;
    kiosk.wait_for_the_silence();
    kiosk.act(Gavel{ConsensusLabel::by_consensus});
    CHECK_THAT(kiosk.confirmed(), Catch::Matchers::Contains("by consensus"));
}

TEST_CASE("an objection stops the gavel until it is withdrawn and the text proposed anew",
          "[terminal]") {
    Proposed kiosk;
    kiosk.wait_for_the_silence();
    kiosk.identify("bbb-1");
    kiosk.act(Object{});
    CHECK(kiosk.state().delegation->recorded);
    kiosk.act(LeaveDelegation{});
    kiosk.refuses(Gavel{}, "objection");

    kiosk.identify("bbb-1");
    kiosk.act(WithdrawObjection{});
    kiosk.act(LeaveDelegation{});
    kiosk.refuses(Gavel{}, "Propose anew");
    kiosk.act(ProposeAdoption{"article-2"});
    kiosk.refuses(Gavel{}, "silence");
    kiosk.wait_for_the_silence();
    kiosk.act(Gavel{});
}

TEST_CASE("what is recorded for one delegation is not shown as recorded for another",
          "[terminal]") {
    Proposed kiosk;
    kiosk.handle(OpenDelegation{"aaa"});
    kiosk.handle(Object{});
    kiosk.handle(LeaveDelegation{});
    kiosk.handle(OpenDelegation{"bbb"});
    kiosk.settle();
    REQUIRE(kiosk.conference().consensus->standing().size() == 1);
    CHECK_FALSE(kiosk.state().delegation->recorded);
    kiosk.act(Object{});
    CHECK(kiosk.state().delegation->recorded);
}

TEST_CASE("a meeting is not suspended over a proposal, and a suspended one decides nothing",
          "[terminal]") {
    Proposed kiosk;
    kiosk.refuses(SuspendMeeting{}, "is proposed");
    kiosk.act(SetProposalAside{SetAside::consultations});
    kiosk.act(SuspendMeeting{});
    kiosk.refuses(ProposeAdoption{"article-2"}, "suspended");
    kiosk.act(ResumeMeeting{});
    kiosk.act(ProposeAdoption{"article-2"});
}
