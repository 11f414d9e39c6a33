// A text adopted without a vote, through the real session and the real screens: the proposal, a
// silence, an objection with a badge, its withdrawal, the gavel, the second seal, the announcement
// and what a delegation attaches to it. What is pressed too early is refused in words.
#include "tests/flows/flow_room.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::ledger;
using namespace placet::terminal;
using tests::Kiosk;

namespace {

/// Everybody is there and article 2 is proposed, all by pressing.
struct Proposed : tests::FlowRoom {
    Proposed() {
        begin_sitting();
        press("go.sitting");
        REQUIRE(label("sitting.next") == "Propose adoption without a vote");
        press("sitting.next");
        REQUIRE(conference().consensus);
        REQUIRE(shows("consensus.gavel"));
    }

    ConsensusPhase phase() const { return conference().consensus->phase(); }
    void wait_for_the_silence() {
        kiosk().advance(conference().profile.silence_seconds * 1000);
        ui().frame();
    }
    /// Nothing happens: the item cannot be pressed, or the reason stands in its place.
    void pressed_in_vain(const std::string& id) {
        INFO(id);
        if (!shows(id)) return;
        CHECK_FALSE(ui().item(id).enabled);
        const auto size = state().position.size;
        press(id);
        CHECK(state().position.size == size);
        CHECK_FALSE(state().notice);
        CHECK_FALSE(state().pin);
    }
    void stands_at_the_kiosk(const std::string& delegate) {
        scan(delegate);
        enter(Kiosk::pin);
        REQUIRE(shows("delegation.done"));
    }
};

}  // namespace

TEST_CASE("a text is adopted without a vote after an objection that is withdrawn",
          "[terminal][flow]") {
    Proposed room;
    room.pressed_in_vain("consensus.gavel");  // the silence is not over
    room.refused(Gavel{}, "The silence before the gavel");
    room.refused(ConfirmConsensus{}, "The gavel has not fallen.");
    room.refused(ProposeAdoption{"article-2"}, "is proposed for adoption without a vote.");
    room.refused(PutQuestion{.proposal = "article-2"}, "is proposed for adoption");
    room.refused(CloseMeeting{}, "Decide on it or set it aside first.");

    room.stands_at_the_kiosk("bbb-1");
    room.pressed_in_vain("delegation.withdraw");  // it made none
    room.refused(WithdrawObjection{}, "No objection of this delegation (bbb) stands.");
    room.press("delegation.object");
    REQUIRE(room.phase() == ConsensusPhase::objected);
    CHECK(room.label("delegation.done") == "Done");
    room.pressed_in_vain("delegation.object");
    room.refused(Object{}, "The objection of this delegation (bbb) is recorded already.");
    room.press("delegation.done");

    room.wait_for_the_silence();  // no silence heals an objection
    CHECK_FALSE(room.shows("consensus.gavel"));
    room.refused(Gavel{}, "There was an objection to deciding without a vote.");
    room.pressed_in_vain("consensus.again");
    room.refused(ProposeAdoption{"article-2"}, "An objection stands");
    room.stands_at_the_kiosk("aaa-1");
    room.pressed_in_vain("delegation.withdraw");  // another's
    room.refused(WithdrawObjection{}, "No objection of this delegation (aaa) stands.");
    room.press("delegation.done");

    room.stands_at_the_kiosk("bbb-1");
    room.press("delegation.withdraw");
    CHECK(room.conference().consensus->standing().empty());
    room.refused(Object{}, "objected to this proposal and withdrew its objection.");
    room.press("delegation.done");
    room.refused(Gavel{}, "Propose anew when every objection is withdrawn");
    room.press("consensus.again");
    REQUIRE(room.phase() == ConsensusPhase::proposed);
    CHECK(room.conference().consensus->proposed.question == 1);

    room.pressed_in_vain("consensus.gavel");  // the silence begins again
    room.wait_for_the_silence();
    room.press("consensus.gavel");
    REQUIRE(room.phase() == ConsensusPhase::gavelled);
    CHECK(room.conference().decisions.empty());
    room.refused(Gavel{}, "The gavel has fallen already.");
    room.pressed_in_vain("consensus.aside.deferred");
    room.refused(SetProposalAside{SetAside::deferred}, "The gavel has fallen.");
    room.stands_at_the_kiosk("ccc-1");
    room.pressed_in_vain("delegation.object");
    room.refused(Object{}, "An objection is made before the gavel, and the gavel has fallen.");
    room.press("delegation.done");

    room.press("consensus.confirm");
    CHECK(room.state().pin->role == Role::secretary);
    room.enter(Kiosk::wrong_pin);
    CHECK(room.conference().decisions.empty());
    room.wait_for_pin();
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().decisions.size() == 1);
    CHECK(room.conference().decisions.front().sentence ==
          "Draft article 2 was adopted without a vote.");
    CHECK(route_of(room.state()) == Route::announcement);
    CHECK(room.kiosk().printer().decisions.size() == 1);
    room.press("announcement.home");
    room.audited();
}

TEST_CASE("a delegation dissociates itself from a paragraph of what was adopted",
          "[terminal][flow]") {
    Proposed room;
    room.wait_for_the_silence();
    room.press("consensus.label.by");
    room.press("consensus.gavel");
    room.press("consensus.confirm");
    room.enter(Kiosk::pin);
    REQUIRE(room.conference().decisions.size() == 1);
    const auto sentence = room.conference().decisions.front().sentence;
    CHECK(sentence == "Draft article 2 was adopted by consensus.");

    room.press("announcement.home");
    room.press("go.vote");
    room.stands_at_the_kiosk("ccc-1");
    room.pressed_in_vain("delegation.object");
    room.refused(Object{}, "Nothing is proposed for adoption without a vote.");
    room.pressed_in_vain("delegation.attach");  // no kind chosen
    room.press("delegation.kind.explanation_of_vote");
    room.press("delegation.attach");
    room.read_refusal("vote");
    CHECK(room.conference().decisions.front().statements.empty());

    room.press("delegation.kind.dissociation");
    room.press("delegation.paragraph.2");
    room.press("delegation.attach");
    REQUIRE(room.conference().decisions.front().statements.size() == 1);
    const auto& attached = room.conference().decisions.front().statements.front().attached;
    CHECK(attached.delegation == "ccc");
    CHECK(attached.kind == StatementKind::dissociation);
    CHECK(attached.paragraphs == std::vector<std::string>{"2"});
    CHECK(room.label("delegation.done") == "Done");
    // The same words once; and it changed nothing.
    room.press("delegation.kind.dissociation");
    room.press("delegation.paragraph.2");
    room.press("delegation.attach");
    room.read_refusal("already");
    CHECK(room.conference().decisions.front().statements.size() == 1);
    CHECK(room.conference().decisions.front().sentence == sentence);
    room.press("delegation.done");
    room.audited();
}
