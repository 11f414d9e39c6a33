// The floor and the rulings on their screens: what is offered, in how many presses, and what is
// asked of the session.
#include "terminal/screens/floor_screen.h"
#include "ledger/procedure/floor_acts.h"
#include "terminal/screens/ruling_screen.h"
#include "tests/support/drawn_floor.h"
#include "tests/support/on_screen.h"

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::arabic;
using tests::changed;
using tests::OnScreen;
using tests::state_named;

namespace {

/// The motion that the last press notes.
MotionMoved noted_motion(OnScreen& shown) {
    auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    return std::get<MotionMoved>(noted->record);
}

RulingGiven given(OnScreen& shown) {
    auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    return std::get<RulingGiven>(noted->record);
}

}  // namespace

TEST_CASE("a motion is noted with two presses, about what is before the meeting", "[terminal]") {
    OnScreen shown(state_named("floor"));  // opened for article 2
    shown.ui().press("floor.raise.adjourn_debate");
    CHECK_FALSE(shown.take());
    shown.ui().press("floor.by.BRA");
    const auto motion = noted_motion(shown);
    CHECK(motion.kind == MotionKind::adjourn_debate);
    CHECK(motion.mover == "BRA");
    CHECK(motion.proposal == "article-2");
    CHECK(motion.words == "to adjourn the debate on draft article 2");
    CHECK(motion.motion == 1);
    CHECK(motion.meeting == 1);
    CHECK(shown.shows("floor.raise.adjourn_debate"));  // back where it began
}

TEST_CASE("a third press says about what else the motion is", "[terminal]") {
    OnScreen shown(state_named("floor"));
    shown.ui().press("floor.raise.competence");
    shown.ui().press("floor.subject");
    shown.ui().press("floor.subject.4");
    const auto label = shown.ui().item("floor.subject").label;
    CHECK(label == "About: Article 3");  // 1 is article 2, then preamble and article 1
    shown.ui().press("floor.by.BRA");
    CHECK(noted_motion(shown).proposal == "article-3");
}

TEST_CASE("a division names its parts, in their order, before a delegation can be pressed",
          "[terminal]") {
    OnScreen shown(state_named("floor"));
    shown.ui().press("floor.raise.division");
    CHECK_FALSE(shown.ui().item("floor.by.BRA").enabled);
    shown.ui().press("floor.part.3");
    shown.ui().press("floor.part.2");
    shown.ui().press("floor.part.1");
    shown.ui().press("floor.part.2");  // not that one after all
    shown.ui().press("floor.by.BRA");
    const auto motion = noted_motion(shown);
    CHECK(motion.parts == std::vector<std::string>{"paragraph 1", "paragraph 3"});
    CHECK(motion.words == "to vote separately on paragraph 1, paragraph 3 of draft article 2");
}

TEST_CASE("a motion that is free in its words is worded before its mover is chosen", "[terminal]") {
    OnScreen shown(state_named("floor"));
    shown.ui().press("floor.raise.other");
    for (std::string_view words = "on the organization of work"; !words.empty();
         words.remove_prefix(1))
        shown.ui().key(Key::backspace);
    CHECK_FALSE(shown.ui().item("floor.next").enabled);
    shown.ui().type("to limit statements to five minutes");
    shown.ui().press("floor.next");
    shown.ui().press("floor.by.BRA");
    CHECK(noted_motion(shown).words == "to limit statements to five minutes");
}

TEST_CASE("where the rules refuse it for the text before the meeting, another is asked for first",
          "[terminal]") {
    OnScreen shown(state_named("floor_put"));  // article 2 is put: its debate is over
    shown.ui().press("floor.raise.adjourn_debate");
    CHECK_FALSE(shown.shows("floor.by.BRA"));
    shown.ui().press("floor.subject.1");
    shown.ui().press("floor.by.BRA");
    CHECK(noted_motion(shown).proposal != "article-2");
    // What the rules allow for it needs no question.
    shown.ui().press("floor.raise.division");
    CHECK(shown.ui().item("floor.subject").label == "About: Article 2");

    auto nothing_meant = state_named("floor");
    nothing_meant.about.clear();
    OnScreen asking(std::move(nothing_meant));
    asking.ui().press("floor.raise.close_debate");
    CHECK(asking.shows("floor.subject.1"));
    asking.ui().press("floor.back");
    CHECK(asking.shows("floor.raise.close_debate"));
}

TEST_CASE("a method of voting is requested of the question that is put", "[terminal]") {
    OnScreen shown(state_named("floor_put"));
    CHECK_FALSE(shown.ui().item("floor.raise.recorded_vote").enabled);  // it is to be recorded
    shown.ui().press("floor.raise.roll_call");
    shown.ui().press("floor.by.BRA");
    const auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    CHECK(std::get<MethodRequested>(noted->record) ==
          MethodRequested{.question = 1, .delegation = "BRA", .method = Method::roll_call});
}

TEST_CASE("what the rules refuse is grey and says why", "[terminal]") {
    const auto& motions = view_floor(state_named("floor_motions"), {});
    const auto of = [&](std::string_view id) {
        const auto found = std::ranges::find(motions.raises, id, &FloorView::Raise::id);
        REQUIRE(found != motions.raises.end());
        return found->refusal;
    };
    CHECK(of("appeal") == "An appeal is against the last ruling of this meeting, at once.");
    CHECK(of("suspend_meeting").empty());
    CHECK(of("division_objection").empty());  // a division waits
    CHECK(of("roll_call").starts_with("A method of voting is requested of the question that is"));

    const auto voting = view_floor(state_named("floor_voting"), {});
    for (const auto& raise : voting.raises) {
        INFO(raise.id);
        CHECK(raise.refusal.empty() == (raise.id == "point_of_order"));
        if (raise.id == "suspend_meeting")
            CHECK(raise.refusal == "A vote is under way: no motion interrupts it.");
    }
    OnScreen shown(state_named("floor_voting"));
    CHECK_FALSE(shown.ui().item("floor.raise.close_debate").enabled);
    shown.ui().press("floor.raise.point_of_order");
    shown.ui().press("floor.by.BRA");
    const auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    CHECK(std::get<PointOfOrderRaised>(noted->record).on_the_voting);
}

TEST_CASE("the motion that has precedence waits first, with its speakers counted", "[terminal]") {
    const auto view = view_floor(state_named("floor_motions"), {});
    CHECK(view.waiting.heading == "To adjourn the debate");  // moved last, precedence 3
    CHECK(view.waiting.put.motion == 3);
    CHECK(view.others == std::vector<std::string>{"To close the debate (BOL)",
                                                  "Separate vote on parts (Côte d’Ivoire)"});
    CHECK(std::ranges::count(view.waiting.lines, "Spoken in favour: 1 of at most 2") == 1);
    CHECK(std::ranges::count(view.waiting.lines, "Spoken against: 0 of at most 2") == 1);

    OnScreen shown(state_named("floor_motions"));
    shown.ui().press("floor.motion.against");
    shown.ui().type("kenya");
    shown.ui().press("floor.by.KEN");
    const auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    const auto spoken = std::get<MotionSpoken>(noted->record);
    CHECK(spoken == MotionSpoken{.motion = 3, .delegation = "KEN", .side = Side::against});
}

TEST_CASE("no third speaker is noted where the rules hear two", "[terminal]") {
    const auto second = changed(state_named("floor_motions"), [](Conference& c) {
        apply(c,
              {.seq = c.size,
               .unit = "plenary",
               .record = MotionSpoken{.motion = 3, .delegation = "KEN", .side = Side::in_favour}});
    });
    OnScreen shown(second);
    CHECK_FALSE(shown.ui().item("floor.motion.for").enabled);
    CHECK(shown.ui().item("floor.motion.for").reason ==
          "On this motion 2 speak at most in favour of it.");
    CHECK(shown.ui().item("floor.motion.against").enabled);
}

TEST_CASE("a motion is granted with one press, or put in the way that was chosen", "[terminal]") {
    OnScreen shown(state_named("floor_motions"));
    shown.ui().press("floor.motion.granted");
    auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    CHECK(std::get<MotionGranted>(noted->record).motion == 3);
    shown.ui().press("floor.motion.withdrawn");
    noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    CHECK(std::get<MotionWithdrawn>(noted->record) ==
          MotionWithdrawn{.motion = 3, .delegation = "KEN"});
    shown.ui().press("floor.method.hands");
    shown.ui().press("floor.put");
    const auto put = shown.take<PutQuestion>();
    REQUIRE(put);
    CHECK(put->motion == 3);
    CHECK(put->method == Method::hands);
    CHECK(put->proposal.empty());
}

TEST_CASE("what is put from the floor is started with the one next press", "[terminal]") {
    OnScreen shown(state_named("floor_motion_put"));
    shown.ui().press("floor.start");
    CHECK(shown.take<StartVote>());
    OnScreen appeal(state_named("floor_appeal"));
    appeal.ui().press("floor.put");
    const auto put = appeal.take<PutQuestion>();
    REQUIRE(put);
    CHECK(put->ruling == 1);
    OnScreen parts(state_named("floor_parts"));
    parts.ui().press("floor.put");
    const auto part = parts.take<PutQuestion>();
    REQUIRE(part);
    CHECK(part->part == "paragraph 1");
    CHECK(part->proposal == "article-2");
}

TEST_CASE("a ruling on a point of order is given with one press, or in other words", "[terminal]") {
    OnScreen shown(state_named("ruling_point_of_order"));
    shown.ui().press("ruling.give");
    auto ruling = given(shown);
    CHECK(ruling.kind == RulingKind::point_of_order);
    CHECK(ruling.words == "The point of order is well taken.");
    CHECK(ruling.ruling == 1);
    shown.ui().press("ruling.choice.2");
    shown.ui().key(Key::backspace);
    shown.ui().type(", for want of notice.");
    shown.ui().press("ruling.give");
    ruling = given(shown);
    CHECK(ruling.words == "The point of order is not well taken, for want of notice.");
}

TEST_CASE("while a point of order waits nothing else is ruled on", "[terminal]") {
    OnScreen shown(state_named("ruling_point_of_order"));
    CHECK_FALSE(shown.ui().item("ruling.kind.out_of_order").enabled);
    CHECK(shown.ui().item("ruling.kind.out_of_order").reason ==
          "A point of order waits for a ruling, which is given at once.");
}

TEST_CASE("amendments are pressed in the order in which they are put, and the rest is left",
          "[terminal]") {
    OnScreen shown(state_named("ruling_order"));
    shown.ui().press("ruling.kind.order");
    shown.ui().press("ruling.first.L.9");
    shown.ui().press("ruling.give");
    auto ruling = given(shown);
    CHECK(ruling.order == std::vector<ProposalId>{"L.9", "L.7", "L.12"});
    CHECK(ruling.words ==
          "The amendments to draft article 2 are put in this order: L.9, L.7, L.12.");
    CHECK_FALSE(ruling.reasons.empty());

    shown.ui().press("ruling.kind.order");
    for (const auto* id : {"L.12", "L.9", "L.12"})  // L.12 is pressed, and taken out again
        shown.ui().press(std::string("ruling.first.") + id);
    shown.ui().press("ruling.give");
    ruling = given(shown);
    CHECK(ruling.order == std::vector<ProposalId>{"L.9", "L.7", "L.12"});
}

TEST_CASE("a ruling that takes something from somebody is not given without reasons",
          "[terminal]") {
    OnScreen shown(state_named("ruling_order"));
    shown.ui().press("ruling.kind.order");
    shown.ui().press("ruling.type.reasons");
    for (int n = 0; n < 100; ++n) shown.ui().key(Key::backspace);
    CHECK_FALSE(shown.ui().item("ruling.give").enabled);
    shown.ui().type("L.9 replaces the whole text.");
    shown.ui().press("ruling.give");
    CHECK(given(shown).reasons == "L.9 replaces the whole text.");
}

TEST_CASE("who appeals is noted with two presses after the ruling", "[terminal]") {
    OnScreen shown(state_named("ruling_given"));
    shown.ui().press("ruling.appeal");
    shown.ui().press("ruling.by.letter.U");
    shown.ui().press("ruling.by.GBR");
    const auto noted = shown.take<NoteRecord>();
    REQUIRE(noted);
    CHECK(std::get<RulingAppealed>(noted->record) ==
          RulingAppealed{.ruling = 1, .delegation = "GBR"});
    // Once there is an appeal it comes first.
    auto appealed = state_named("floor_appeal");
    appealed.screen = Screen::ruling;
    CHECK(route_of(appealed) == Route::floor);
}

TEST_CASE("every page of the floor and of the rulings fits, in English and in Arabic",
          "[terminal]") {
    for (auto& page : tests::pressed_pages())
        for (const bool english : {true, false}) {
            INFO(page.state << (english ? " in English" : " in Arabic"));
            OnScreen shown(state_named(page.state), english ? Phrases() : arabic());
            for (const auto& id : page.pressed) shown.ui().press(id);
            CHECK(shown.ui().ellipsized() == 0);
            CHECK(tests::targets_at_fault(shown.ui().items(), 1) == "");
            auto missing = shown.phrases().missing();
            // As the record has it, with its figures.
            for (const auto& decision : shown.state().conference->decisions)
                missing.erase(decision.sentence);
            CHECK(missing.empty());
        }
}
