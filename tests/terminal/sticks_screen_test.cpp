// The screen of the sticks, and the word about them on every other.
#include "terminal/screens/sticks_screen.h"
#include "terminal/notices.h"
#include "tests/support/drawn_sticks.h"
#include "tests/support/on_screen.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace placet;
using namespace placet::terminal;
using tests::arabic;
using tests::drawn_stick;
using tests::OnScreen;
using tests::state_named;

namespace {

const Phrases english;

std::string word_about_sticks(const AppState& state) {
    const auto stick = view_frame(state, english).stick;
    return stick ? stick->words : "";
}

/// Every word that can be said of a stick that failed.
std::vector<Notice> all_troubles() {
    std::vector<Notice> all = {
        notice_of_stopped_copy(), notice_of_stopped_taking_in(),
        notice_of_fork("placet.example/cah/00112233445566778899aabbccddeeff/seat-17")};
    const std::string detail =
        "/media/PLACET-1/placet/tile/entries/x001/234.p/128 was not written: no space is left; "
        "make space and try again";
    for (const bool still_in : {true, false})
        for (const auto fault :
             {Fault::refused, Fault::malformed, Fault::unverified, Fault::forked, Fault::corrupt,
              Fault::storage, Fault::in_use, Fault::full, Fault::absent}) {
            all.push_back(notice_of_copy({fault, detail}, still_in));
            all.push_back(notice_of_taking_in({fault, detail}, still_in));
            all.push_back(notice_of_no_backup({fault, detail}));
        }
    return all;
}

}  // namespace

TEST_CASE("a stick that was put in is one press away, and the copy one more", "[terminal]") {
    OnScreen shown(state_named("sitting_stick"));
    CHECK(shown.ui().item("go.sticks").label == "A stick is in: press to copy");
    shown.ui().press("go.sticks");
    const auto opened = shown.take<OpenScreen>();
    REQUIRE(opened);
    CHECK(opened->screen == Screen::sticks);
    shown.state().screen = opened->screen;
    ++shown.state().revision;
    shown.ui().frame();
    shown.ui().press("sticks.copy");
    const auto used = shown.take<UseStick>();
    REQUIRE(used);
    CHECK(used->act == StickAct::copy_to);
    CHECK(used->stick == 1);
}

TEST_CASE("a delegate who votes sees nothing of sticks, nor does one who enters a PIN",
          "[terminal]") {
    auto state = tests::ballot_state();
    state.sticks_watched = true;
    state.sticks = {drawn_stick()};
    OnScreen shown(state);
    CHECK_FALSE(shown.shows("go.sticks"));
    state.ballot.reset();
    CHECK(OnScreen(state).shows("go.sticks"));
    state.pin = PinEntry{.person = "chair"};
    CHECK_FALSE(OnScreen(state).shows("go.sticks"));
}

TEST_CASE("where no sticks are watched for, none is spoken of", "[terminal]") {
    auto state = state_named("sitting_stick");
    state.sticks_watched = false;
    CHECK_FALSE(OnScreen(state).shows("go.sticks"));
}

TEST_CASE("of several sticks the last put in is offered, and another can be chosen", "[terminal]") {
    OnScreen shown(state_named("sticks_several"));
    // The last can only be read; the first of six has no room in the list.
    CHECK_FALSE(shown.ui().item("sticks.copy").enabled);
    CHECK(shown.ui().item("sticks.copy").reason == "It can only be read.");
    CHECK_FALSE(shown.shows("stick.1"));
    shown.ui().press("sticks.take_in");
    CHECK(shown.take<UseStick>()->stick == 6);
    shown.ui().press("stick.2");
    CHECK_FALSE(shown.take());
    shown.ui().press("sticks.copy");
    CHECK(shown.take<UseStick>()->stick == 2);
}

TEST_CASE("a stick that is chosen and pulled out gives its place to one that is in", "[terminal]") {
    OnScreen shown(state_named("sticks_several"));
    shown.ui().press("stick.2");
    std::erase_if(shown.state().sticks, [](const Stick& stick) { return stick.id == 2; });
    ++shown.state().revision;
    shown.ui().frame();
    shown.ui().press("sticks.take_in");
    CHECK(shown.take<UseStick>()->stick == 6);
}

TEST_CASE("while a copy is made it can be stopped and nothing else", "[terminal]") {
    for (const auto* name : {"sticks_copying", "sticks_reading_back", "sticks_taking_in"}) {
        INFO(name);
        OnScreen shown(state_named(name));
        CHECK_FALSE(shown.shows("sticks.copy"));
        CHECK_FALSE(shown.shows("sticks.take_in"));
        shown.ui().press("sticks.stop");
        CHECK(shown.take<UseStick>()->act == StickAct::stop);
    }
}

TEST_CASE("only what was read back whole is called safe to remove", "[terminal]") {
    for (auto& [name, state] : tests::drawn_stick_states()) {
        INFO(name);
        const auto view = view_sticks(state, english);
        const auto& card = view.only ? *view.only : view.cards.front();
        const bool safe = state.copy.stage == CopyStage::copied;
        CHECK((card.headline == "Safe to remove") == safe);
        CHECK((safe || word_about_sticks(state) != "Stick: safe to remove"));
    }
    const auto flushed = view_sticks(state_named("sticks_flushed"), english);
    const auto let_go = view_sticks(state_named("sticks_safe"), english);
    CHECK(flushed.cards.front().parts[1].words != let_go.only->parts[1].words);
}

TEST_CASE("how old the last copy is is said in entries", "[terminal]") {
    auto state = state_named("sticks_safe");
    CHECK(word_about_sticks(state) == "Stick: safe to remove");
    CHECK(view_sticks(state, english).since.words == "Nothing was recorded since.");
    const auto entries = state.position.size;
    state.position.size += 1;
    CHECK(word_about_sticks(state) == "1 entry since the last copy");
    CHECK(view_sticks(state, english).since.words == "1 entry was recorded since: copy again.");
    state.position.size += 40;
    CHECK(word_about_sticks(state) == "41 entries since the last copy");
    CHECK(view_sticks(state, english).last ==
          std::to_string(entries) + " entries, 16:02:07 UTC, on \u2068PLACET-1\u2069");
    state.copy = {};
    CHECK(word_about_sticks(state) == "No copy on a stick yet");
    CHECK(view_sticks(state, english).last == "None since this terminal was started.");
}

TEST_CASE("another stick is offered though the one before failed", "[terminal]") {
    auto state = state_named("sticks_failed");
    CHECK(word_about_sticks(state) == "Stick: not done, see why");
    state.sticks = {drawn_stick(2)};
    CHECK(word_about_sticks(state) == "A stick is in: press to copy");
    CHECK(view_sticks(state, english).cards.front().headline == "Ready");
}

TEST_CASE("whatever fails is said in three parts, in Arabic too, and fits", "[terminal]") {
    for (const auto& trouble : all_troubles()) {
        INFO(trouble.what);
        CHECK(trouble.safe != "");
        CHECK(trouble.now != "");
        CHECK_FALSE(trouble.grave);
        auto state = state_named("sticks_failed");
        state.copy.trouble = trouble;
        const OnScreen shown(state, arabic());
        CHECK(fmt::format("{}", fmt::join(shown.phrases().missing(), "\n")) == "");
        OnScreen in_english(state), in_arabic(state, arabic());
        CHECK(in_english.ui().ellipsized() == 0);
        CHECK(in_arabic.ui().ellipsized() == 0);
    }
}

TEST_CASE("the room of a stick is said as sticks are sold, and never more than there is",
          "[terminal]") {
    CHECK(size_text(0) == "0 B");
    CHECK(size_text(999) == "999 B");
    CHECK(size_text(1'000) == "1.0 kB");
    CHECK(size_text(1'999'999) == "1.9 MB");
    CHECK(size_text(4'294'967'295) == "4.2 GB");  // what FAT can hold in one file
    CHECK(size_text(15'931'539'456) == "15.9 GB");
    CHECK(size_text(18'446'744'073'709'551'615U) == "18446744.0 TB");
}
