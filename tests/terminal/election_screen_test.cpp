// An election at the desk: what is typed becomes the record that is sealed, and what does not add
// up is refused in words before anybody is asked for a PIN.
#include "terminal/screens/election_screen.h"
#include "tests/support/on_screen.h"

#include <catch2/catch.hpp>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

/// Figures in the order of the sheet, each ended by the key of the pad that goes on.
void type_figures(OnScreen& shown, const std::vector<int>& figures) {
    for (const int figure : figures) {
        shown.ui().type(std::to_string(figure));
        shown.ui().press("election.number.enter");
    }
}

std::string reason_on(OnScreen& shown, const std::string& id) {
    CHECK_FALSE(shown.ui().item(id).enabled);
    return shown.ui().item(id).reason;
}

template <class RecordType>
RecordType noted(OnScreen& shown) {
    const auto intent = shown.take<NoteRecord>();
    REQUIRE(intent);
    REQUIRE(std::holds_alternative<RecordType>(intent->record));
    return std::get<RecordType>(intent->record);
}

}  // namespace

TEST_CASE("an election is opened with office, places and nominations in their order",
          "[terminal]") {
    OnScreen shown(state_named("election_opening"));
    CHECK(reason_on(shown, "election.next") == "Choose the office first.");
    shown.ui().press("election.office.1");
    CHECK(reason_on(shown, "election.next") == "Enter the number of places.");
    shown.ui().press("election.part.1");
    shown.ui().type("2");
    shown.ui().press("election.majority.1");
    CHECK(reason_on(shown, "election.next") == "Nominate the candidates.");
    shown.ui().press("election.seats.enter");
    shown.ui().press("election.letter.K");
    shown.ui().press("election.state.KEN");
    shown.ui().press("election.state.KWT");
    shown.ui().press("election.state.KWT");  // not nominated after all
    shown.ui().press("election.kind.1");
    shown.ui().type("Ms Maria Silva");
    shown.ui().press("election.add");
    shown.ui().press("election.next");
    const auto record = noted<ElectionOpened>(shown);
    CHECK(record == ElectionOpened{.election = 1,
                                   .meeting = 1,
                                   .office = "to the offices of Vice-President",
                                   .seats = 2,
                                   .candidates = {{"KEN", "Kenya"},
                                                  {"person:Ms Maria Silva", "Ms Maria Silva"}},
                                   .majority = "two_thirds"});
    CHECK(may_open_election(*shown.state().conference));
}

TEST_CASE("an office in the officer's own words stands in the record as it was typed",
          "[terminal]") {
    OnScreen shown(state_named("election_opening"));
    shown.ui().press("election.office.5");
    shown.ui().type("to the Bureau of the Conference");
    shown.ui().press("election.part.1");
    shown.ui().type("1");
    shown.ui().press("election.others");
    shown.ui().press("election.part.2");
    shown.ui().press("election.letter.V");
    shown.ui().press("election.state.VEN");
    shown.ui().press("election.next");
    const auto record = noted<ElectionOpened>(shown);
    CHECK(record.office == "to the Bureau of the Conference");
    CHECK(record.open_to_others);
    CHECK(record.majority == "simple");
}

TEST_CASE("the protocol of a ballot is typed figure by figure and sealed as it stands",
          "[terminal]") {
    OnScreen shown(state_named("election_first_ballot"));
    CHECK(reason_on(shown, "election.next") == "Enter every figure, 0 where there is none.");
    // Distributed, in the box, invalid, blank; then the votes: 158 - 1 - 2 = 155 = 80 + 70 + 5.
    type_figures(shown, {160, 158, 1, 2, 80, 70, 5});
    CHECK(reason_on(shown, "election.next") == "Enter the names of the tellers.");
    shown.ui().type("Ms Silva and Mr Okafor");
    shown.ui().press("election.next");
    const auto& conference = *shown.state().conference;
    auto expected = next_protocol(conference);
    expected.distributed = 160;
    expected.found = 158;
    expected.invalid = 1;
    expected.blank = 2;
    expected.votes[0].votes = 80;
    expected.votes[1].votes = 70;
    expected.votes[2].votes = 5;
    expected.tellers = "Ms Silva and Mr Okafor";
    CHECK(noted<ProtocolEntered>(shown) == expected);
}

TEST_CASE("figures that do not add up are refused in words", "[terminal]") {
    const auto why = [](const std::vector<int>& figures) {
        OnScreen shown(state_named("election_first_ballot"));
        type_figures(shown, figures);
        return reason_on(shown, "election.next");
    };
    CHECK(why({157, 158, 1, 2, 80, 70, 5}) ==
          "There are more papers in the box than were distributed.");
    CHECK(why({160, 158, 100, 59, 80, 70, 5}) ==
          "There are more invalid and blank papers than papers in the box.");
    CHECK(why({160, 158, 1, 2, 80, 70, 4}) == "There are fewer votes than valid papers.");
    CHECK(why({160, 158, 1, 2, 80, 70, 6}) ==
          "There are more votes than names on the valid papers.");
    CHECK(why({196, 158, 1, 2, 80, 70, 5}) ==
          "More papers were distributed than the 195 States that have the vote.");
    CHECK(why({160, 158, 1, 2, 80, 70, 5}) == "Enter the names of the tellers.");
}

TEST_CASE("figures stay while PINs are asked, until they are recorded or given up", "[terminal]") {
    OnScreen shown(state_named("election_second_ballot"));
    const auto at_pins = [&](bool asked) {
        if (asked)
            shown.state().pin = PinEntry{.person = "chair", .name = "The presiding officer"};
        else
            shown.state().pin.reset();
        ++shown.state().revision;
        shown.ui().frame();
    };
    type_figures(shown, {150, 150, 0, 0, 80, 70});
    shown.ui().type("Ms Silva");
    for (int n = 0; n < 2; ++n) {
        at_pins(true);
        CHECK_FALSE(shown.shows("election.figure.0"));
        at_pins(false);
        shown.ui().press("election.next");
        CHECK(noted<ProtocolEntered>(shown).votes[1].votes == 70);
    }
    // Recorded: the next ballot begins without figures.
    at_pins(true);
    shown.state().conference = state_named("election_lots").conference;
    at_pins(false);
    CHECK(reason_on(shown, "election.next") == "Press who was drawn, in the order of the draw.");

    // Given up: another screen came.
    OnScreen left(state_named("election_second_ballot"));
    type_figures(left, {150});
    for (const auto screen : {Screen::sitting, Screen::election}) {
        left.state().screen = screen;
        ++left.state().revision;
        left.ui().frame();
    }
    type_figures(left, {140, 140, 0, 0, 80, 60});
    left.ui().type("Ms Silva");
    left.ui().press("election.next");
    CHECK(noted<ProtocolEntered>(left).distributed == 140);
}

TEST_CASE("where votes may go to others, their names are added with their figures", "[terminal]") {
    OnScreen shown(state_named("election_open_to_others"));
    type_figures(shown, {160, 158, 0, 0, 80, 70, 5});
    CHECK(reason_on(shown, "election.next") == "There are fewer votes than valid papers.");
    shown.ui().press("election.name");
    CHECK_FALSE(shown.ui().item("election.add").enabled);
    shown.ui().type("Kenya");  // a candidate
    CHECK_FALSE(shown.ui().item("election.add").enabled);
    for (int n = 0; n < 5; ++n) shown.ui().key(Key::backspace);
    shown.ui().type("Mr João Gonçalves ");
    shown.ui().press("election.add");
    type_figures(shown, {3});
    shown.ui().press("election.name");
    shown.ui().type("Peru");  // a delegation is known by its id
    shown.ui().press("election.add");
    type_figures(shown, {159});
    shown.ui().type("Ms Silva");
    CHECK(reason_on(shown, "election.next") ==
          "\u2068Peru\u2069 has more votes than there are valid papers.");
    shown.ui().press("election.name");
    CHECK(shown.ui().item("election.person.1").label == "\u2068Peru\u2069");
    shown.ui().press("election.person.1");  // nobody wrote that name
    CHECK(shown.shows("election.figure.7"));
    CHECK_FALSE(shown.shows("election.figure.8"));
    shown.ui().press("election.next");
    const auto record = noted<ProtocolEntered>(shown);
    REQUIRE(record.votes.size() == 4);
    CHECK(record.votes[3] == CandidateVotes{{"person:Mr João Gonçalves", "Mr João Gonçalves"}, 3});
    CHECK(fits(*shown.state().conference, record));

    OnScreen limited(state_named("election_second_ballot"));
    CHECK_FALSE(limited.shows("election.name"));
}

TEST_CASE("a delegation is added by the first letters of its name", "[terminal]") {
    OnScreen shown(state_named("election_open_to_others"));
    shown.ui().press("election.name");
    shown.ui().type("Per");
    shown.ui().press("election.state.PER");
    CHECK(shown.shows("election.figure.7"));
    shown.ui().press("election.name");
    shown.ui().type("Per");
    CHECK_FALSE(shown.shows("election.state.PER"));
}

TEST_CASE("the scanned sheet that is chosen stands in the protocol by its hash", "[terminal]") {
    OnScreen shown(state_named("election_open_to_others"));
    type_figures(shown, {160, 158, 0, 0, 80, 78, 0});
    shown.ui().type("Ms Silva");
    shown.ui().press("election.next");
    CHECK_FALSE(noted<ProtocolEntered>(shown).document);
    shown.ui().press("election.sheet");
    shown.ui().press("election.sheet.0");
    shown.ui().press("election.sheet.1");
    shown.ui().press("election.next");
    CHECK(noted<ProtocolEntered>(shown).document == sha256(bytes_of("ballot 5")));
    shown.ui().press("election.sheet.1");  // not this one
    shown.ui().press("election.next");
    CHECK_FALSE(noted<ProtocolEntered>(shown).document);
}

TEST_CASE("a figure is put right by pressing it and typing anew", "[terminal]") {
    OnScreen shown(state_named("election_second_ballot"));
    type_figures(shown, {150, 150, 0, 0, 80, 71});
    shown.ui().type("Ms Silva");
    CHECK(reason_on(shown, "election.next") ==
          "There are more votes than names on the valid papers.");
    shown.ui().press("election.figure.5");
    shown.ui().key(Key::backspace);
    shown.ui().type("0");
    shown.ui().press("election.next");
    CHECK(noted<ProtocolEntered>(shown).votes[1].votes == 70);
}

TEST_CASE("lots are entered in the order of the draw, with the way and the witnesses",
          "[terminal]") {
    OnScreen shown(state_named("election_lots"));
    CHECK(reason_on(shown, "election.next") == "Press who was drawn, in the order of the draw.");
    shown.ui().press("election.drawn.1");
    CHECK(reason_on(shown, "election.next") ==
          "Choose the way of drawing and enter the witnesses.");
    shown.ui().press("election.way.1");
    shown.ui().type("the delegates of Kenya and Peru");
    shown.ui().press("election.next");
    const auto lot = noted<ElectionLotDrawn>(shown);
    CHECK(lot.drawn == std::vector<std::string>{"person:Ms Maria Silva"});
    CHECK(lot.among.size() == 2);
    CHECK(lot.way == "numbered balls drawn from a box");
    CHECK(lot.witnesses == "the delegates of Kenya and Peru");
    CHECK(lot.drawn_by == "Presiding officer of the rehearsal");
}

TEST_CASE(
    "before the first ballot a candidate may withdraw, and acclamation says what is against "
    "it",
    "[terminal]") {
    OnScreen shown(state_named("election_first_ballot"));
    CHECK(
        reason_on(shown, "election.acclaim").starts_with("There are more candidates than places"));
    shown.ui().press("election.withdraw");
    CHECK(reason_on(shown, "election.next") == "Choose the candidate first.");
    shown.ui().press("election.candidate.2");
    shown.ui().press("election.next");
    CHECK(noted<CandidateWithdrawn>(shown).candidate == "VEN");
    // Once that one is gone, a second press withdraws nobody else.
    shown.state() = changed(shown.state(), [](Conference& c) {
        c.elections.change().front().terms.candidates.pop_back();
    });
    ++shown.state().revision;
    shown.ui().frame();
    CHECK(reason_on(shown, "election.next") == "Choose the candidate first.");
    shown.ui().press("election.home");  // back to the ballot, not to the sitting
    CHECK_FALSE(shown.take());
    CHECK(shown.shows("election.figure.0"));

    OnScreen second(state_named("election_second_ballot"));
    CHECK_FALSE(second.shows("election.withdraw"));
    CHECK_FALSE(second.shows("election.acclaim"));

    auto alone = changed(state_named("election_first_ballot"), [](Conference& c) {
        c.elections.change().front().terms.candidates.resize(1);
    });
    OnScreen one(std::move(alone));
    one.ui().press("election.acclaim");
    CHECK(noted<AcclamationDeclared>(one).election == 1);
}

TEST_CASE("an election is stopped with a reason", "[terminal]") {
    OnScreen shown(state_named("election_second_ballot"));
    shown.ui().press("election.stop");
    CHECK(reason_on(shown, "election.next") == "Type the reason first.");
    shown.ui().type("The candidates withdraw");
    shown.ui().press("election.next");
    CHECK(noted<ElectionStopped>(shown).reason == "The candidates withdraw");
}

TEST_CASE("who has not signed in enters nothing", "[terminal]") {
    OnScreen shown(state_named("election_nobody_signed_in"));
    CHECK(reason_on(shown, "election.next") == "The presiding officer signs in first.");
    type_figures(shown, {150, 150, 0, 0, 80, 70});
    shown.ui().type("Ms Silva");
    CHECK(reason_on(shown, "election.next") == "The presiding officer signs in first.");
}

TEST_CASE("an election that is over is shown until another is opened", "[terminal]") {
    const Phrases english;
    const auto view = view_election(state_named("election_complete"), english);
    CHECK(view.next == "All the places are filled.");
    CHECK(view.facts.at(1) == "Elected by lot after ballot 2: \u2068Kenya\u2069");
    OnScreen shown(state_named("election_complete"));
    CHECK_FALSE(shown.shows("election.part.0"));
    shown.ui().press("election.next");
    CHECK_FALSE(shown.take());
    CHECK(shown.shows("election.part.0"));
}

TEST_CASE("what follows a ballot is said with the names of those who go forward", "[terminal]") {
    const Phrases english;
    const auto next = [&](const char* name) {
        return view_election(state_named(name), english).next;
    };
    CHECK(next("election_first_ballot") == "The first ballot is among all the candidates.");
    CHECK(next("election_second_ballot") ==
          "1 place remains to be filled: the next ballot is limited to \u2068Kenya\u2069, "
          "\u2068Ms Maria Silva\u2069.");
    CHECK(next("election_lots") ==
          "\u2068Kenya\u2069, \u2068Ms Maria Silva\u2069 are tied for 1 "
          "place: the presiding officer draws lots.");
    CHECK(next("election_acclaimed") == "All candidates were elected by acclamation.");
    CHECK(next("election_stopped") ==
          "The election was stopped: \u2068The other candidates withdraw.\u2069");
}

TEST_CASE("the sitting leads to the elections", "[terminal]") {
    auto state = state_named("election_opening");
    state.screen = Screen::sitting;
    OnScreen shown(std::move(state));
    shown.ui().press("sitting.elections");
    const auto opened = shown.take<OpenScreen>();
    REQUIRE(opened);
    CHECK(opened->screen == Screen::election);
}
