// Copies to sticks beside a meeting: what a person reads after everything that can happen to one.
#include "crypto/cosignature.h"
#include "tests/support/kiosk.h"
#include "tests/support/plugged_stick.h"
#include "tests/support/results.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <chrono>

using namespace placet;
using namespace placet::terminal;
using namespace placet::ledger;
using tests::Kiosk;
using tests::PluggedStick;
using tests::TempFolder;
using tests::value_of;
using tests::write_file;

namespace {

/// A kiosk with a stick in, and what became of using it.
class AtTheDesk {
public:
    explicit AtTheDesk(bool read_only = false)
        : kiosk_({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(),
                 tests::open_at_no_cost) {
        stick_ = kiosk_.sticks().put_in(root_.path(), read_only);
    }

    Kiosk& kiosk() { return kiosk_; }
    std::uint64_t stick() const { return stick_; }
    const std::filesystem::path& root() const { return root_.path(); }
    const CopyView& use(StickAct act, std::uint64_t stick) {
        kiosk_.handle(UseStick{act, stick});
        kiosk_.settle_copy();
        return kiosk_.state().copy;
    }
    const CopyView& copy() { return use(StickAct::copy_to, stick_); }

private:
    TempFolder root_;
    Kiosk kiosk_;
    std::uint64_t stick_ = 0;
};

void check_said(const CopyView& copy, const std::string& words) {
    REQUIRE(copy.stage == CopyStage::failed);
    REQUIRE(copy.trouble);
    CHECK_THAT(copy.trouble->what, Catch::Matchers::Contains(words));
    CHECK(copy.trouble->safe != "");
    CHECK(copy.trouble->now != "");
    CHECK_FALSE(copy.last);
}

using Obstacle = void (*)(const std::filesystem::path& place, const std::filesystem::path& other);

void put_link(const std::filesystem::path& place, const std::filesystem::path& other) {
    std::filesystem::create_directory_symlink(other, place);
}
void put_file_link(const std::filesystem::path& place, const std::filesystem::path& other) {
    std::filesystem::create_symlink(other / "kept", place);
}
void put_pipe(const std::filesystem::path& place, const std::filesystem::path&) {
    REQUIRE(::mkfifo(place.c_str(), 0666) == 0);
}
void put_folder(const std::filesystem::path& place, const std::filesystem::path&) {
    std::filesystem::create_directories(place / "a" / "b");
}
/// Says that it is a tebibyte.
void put_huge(const std::filesystem::path& place, const std::filesystem::path&) {
    write_file(place, "");
    std::filesystem::resize_file(place, std::uintmax_t{1} << 40U);
}

std::string checkpoint_on(const std::filesystem::path& root) {
    return tests::content_of(root / "placet" / "checkpoint");
}

std::string cosigned(const std::string& note) {
    const auto text = note.substr(0, note.find("\n\n") + 1);
    return note +
           cosign(text, "witness.example/1", tests::key_from_label("a witness"), 1'764'000'127);
}

}  // namespace

TEST_CASE("one press copies the record to a stick, reads it back and lets go of the stick",
          "[terminal][threads]") {
    AtTheDesk desk;
    REQUIRE(desk.kiosk().state().sticks_watched);
    desk.kiosk().until([&] { return desk.kiosk().state().sticks.size() == 1; });
    const auto entries = desk.kiosk().state().position.size;
    const auto& copy = desk.copy();
    REQUIRE(copy.stage == CopyStage::copied);
    CHECK(copy.released == Released::unmounted);
    CHECK(copy.entries == entries);
    REQUIRE(copy.last);
    CHECK(copy.last->entries == entries);
    CHECK(copy.last->wall_ms == 1'764'000'127'000);
    CHECK(checkpoint_on(desk.root()) == desk.kiosk().state().checkpoint_note);
    CHECK(desk.kiosk().sticks().released() == 1);
    CHECK(desk.kiosk().state().sticks.empty());
    CHECK(desk.kiosk().state().position.size == entries);  // a copy is no entry
    CHECK_FALSE(desk.kiosk().state().notice);
}

TEST_CASE("a stick that may not be unmounted is flushed, and that is said", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    const auto& copy = desk.copy();
    CHECK(copy.stage == CopyStage::copied);
    CHECK(copy.released == Released::flushed);
    CHECK(desk.kiosk().state().sticks.size() == 1);
}

TEST_CASE("a stick that does not flush is not called safe to remove", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Error{Fault::storage, "Input/output error"});
    check_said(desk.copy(), "was pulled out, or it failed");
}

TEST_CASE("a vote goes on while a copy is made, and the copy is of what stood before",
          "[terminal][threads]") {
    AtTheDesk desk;
    desk.kiosk().start_vote();
    const auto entries = desk.kiosk().state().position.size;
    desk.kiosk().handle(UseStick{StickAct::copy_to, desk.stick()});
    desk.kiosk().cast("aaa", Choice::yes);
    desk.kiosk().cast("bbb", Choice::no);
    CHECK(desk.kiosk().state().ballot->stage == BallotStage::recorded);
    desk.kiosk().settle_copy();
    const auto& state = desk.kiosk().state();
    REQUIRE(state.copy.stage == CopyStage::copied);
    CHECK(state.copy.entries >= entries);
    CHECK(state.copy.entries <= state.position.size);
    // What the delegate reads is the receipt: nothing of the stick lies over it.
    CHECK(state.screen == Screen::vote);
    CHECK_FALSE(state.notice);
}

TEST_CASE("a stick that is pulled out at any step loses nothing, and the next press goes on",
          "[terminal][threads]") {
    AtTheDesk desk;
    int pulled = 0;
    for (int look = 1;; ++look) {
        INFO("look " << look);
        const auto stick = desk.kiosk().sticks().put_in(desk.root());
        desk.kiosk().sticks().pull_out_at_look(look);
        const auto copy = desk.use(StickAct::copy_to, stick);
        if (copy.stage == CopyStage::copied) break;
        check_said(copy, "The stick was pulled out");
        CHECK(desk.kiosk().state().sticks.empty());
        ++pulled;
    }
    CHECK(pulled >= 2);  // there are as many steps, at least: the entries, and the checkpoint
    CHECK(checkpoint_on(desk.root()) == desk.kiosk().state().checkpoint_note);
}

TEST_CASE("a stick that is pulled out while it is let go of is not called safe to remove",
          "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Error{Fault::absent, "the stick is not in any more"});
    check_said(desk.copy(), "was pulled out");
}

TEST_CASE("a press for a stick that is not in any more does nothing", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().pull_out(desk.stick());
    CHECK(desk.copy().stage == CopyStage::none);
    CHECK(desk.use(StickAct::take_in, desk.stick()).stage == CopyStage::none);
    CHECK(std::filesystem::is_empty(desk.root()));
}

TEST_CASE("a stick that can only be read is left as it is", "[terminal]") {
    AtTheDesk desk(true);
    check_said(desk.copy(), "Nothing was copied to this stick");
    CHECK(std::filesystem::is_empty(desk.root()));
}

TEST_CASE("a stick whose folder is a link, or a file, is not written through it", "[terminal]") {
    const TempFolder elsewhere;
    {
        AtTheDesk desk;
        std::filesystem::create_directory_symlink(elsewhere.path(), desk.root() / "placet");
        check_said(desk.copy(), "Nothing was copied to this stick");
        CHECK(std::filesystem::is_empty(elsewhere.path()));
    }
    AtTheDesk desk;
    write_file(desk.root() / "placet", "a file");
    check_said(desk.copy(), "Nothing was copied to this stick");
    CHECK(tests::content_of(desk.root() / "placet") == "a file");
}

TEST_CASE("what else is on a stick stays as it is", "[terminal]") {
    AtTheDesk desk;
    write_file(desk.root() / "speech.txt", "Mr. President");
    REQUIRE(desk.copy().stage == CopyStage::copied);
    CHECK(tests::content_of(desk.root() / "speech.txt") == "Mr. President");
}

TEST_CASE("a stick with the record of another conference is refused and left as it is",
          "[terminal]") {
    AtTheDesk desk;
    const auto foreign =
        "placet.example/other/ffeeddccbbaa99887766554433221100/desk\n1\n" + std::string(44, 'A');
    std::filesystem::create_directory(desk.root() / "placet");
    write_file(desk.root() / "placet" / "checkpoint", foreign);
    check_said(desk.copy(), "Nothing was copied to this stick");
    CHECK(checkpoint_on(desk.root()) == foreign);
}

TEST_CASE("a copy that is stopped says so, and goes on at the next press", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    desk.kiosk().handle(UseStick{StickAct::copy_to, desk.stick()});
    desk.kiosk().handle(UseStick{StickAct::stop});
    desk.kiosk().settle_copy();
    const auto stage = desk.kiosk().state().copy.stage;  // it may have been done already
    CHECK((stage == CopyStage::stopped || stage == CopyStage::copied));
    CHECK(desk.copy().stage == CopyStage::copied);
}

TEST_CASE("a second stick is copied to while the first is still in, and both are whole",
          "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    const TempFolder second;
    const auto other = desk.kiosk().sticks().put_in(second.path());
    REQUIRE(desk.copy().stage == CopyStage::copied);
    REQUIRE(desk.use(StickAct::copy_to, other).stage == CopyStage::copied);
    CHECK(desk.kiosk().state().copy.stick == other);
    CHECK(checkpoint_on(desk.root()) == checkpoint_on(second.path()));
}

TEST_CASE("the last good copy is remembered though the next one fails", "[terminal]") {
    AtTheDesk desk;
    REQUIRE(desk.copy().stage == CopyStage::copied);
    const auto entries = desk.kiosk().state().position.size;
    desk.kiosk().start_vote();
    const auto again = desk.kiosk().sticks().put_in(desk.root(), true);
    const auto& copy = desk.use(StickAct::copy_to, again);
    CHECK(copy.stage == CopyStage::failed);
    REQUIRE(copy.last);
    CHECK(copy.last->entries == entries);
    CHECK(desk.kiosk().state().position.size > entries);
}

TEST_CASE("what lies on a stick in place of our files is not followed, believed or waited for",
          "[terminal]") {
    const TempFolder elsewhere;
    write_file(elsewhere / "kept", "as it was");
    Kiosk kiosk({"aaa", "bbb", "ccc"}, std::filesystem::temp_directory_path(),
                tests::open_at_no_cost);
    for (const char* name : {"checkpoint", "checkpoint.new", "tile", "tile/entries", "tile/0",
                             "tile/entries/000.p", "blob"})
        for (const auto& [kind, put] : std::map<std::string, Obstacle>{{"link", put_link},
                                                                       {"file link", put_file_link},
                                                                       {"pipe", put_pipe},
                                                                       {"folder", put_folder},
                                                                       {"huge", put_huge}})
            for (const auto act : {StickAct::copy_to, StickAct::take_in}) {
                INFO(name << " is a " << kind);
                const TempFolder root;
                const auto place = root / "placet" / name;
                std::filesystem::create_directories(place.parent_path());
                put(place, elsewhere.path());
                const auto stick = kiosk.sticks().put_in(root.path());
                kiosk.handle(UseStick{act, stick});
                kiosk.settle_copy();  // within 20 s, or the test fails
                const auto& copy = kiosk.state().copy;
                CHECK((copy.stage == CopyStage::copied || copy.trouble));
                if (copy.stage == CopyStage::copied)
                    CHECK(checkpoint_on(root.path()) == kiosk.state().checkpoint_note);
                CHECK(tests::content_of(elsewhere / "kept") == "as it was");
                CHECK(std::distance(std::filesystem::directory_iterator(elsewhere.path()), {}) ==
                      1);
                kiosk.sticks().pull_out(stick);
            }
    kiosk.open_meeting();  // and the kiosk goes on
}

TEST_CASE("a copy of this very terminal brings nothing new, and says so", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    REQUIRE(desk.copy().stage == CopyStage::copied);
    const auto entries = desk.kiosk().state().position.size;
    auto taken = desk.use(StickAct::take_in, desk.stick());
    CHECK(taken.stage == CopyStage::taken_in);
    CHECK(taken.entries == 0);
    CHECK(taken.signatures == 0);
    // An older one neither.
    desk.kiosk().open_meeting();
    taken = desk.use(StickAct::take_in, desk.stick());
    CHECK(taken.stage == CopyStage::taken_in);
    CHECK(desk.kiosk().state().position.size > entries);
}

TEST_CASE("what a witness signed below our checkpoint is taken in once", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    REQUIRE(desk.copy().stage == CopyStage::copied);
    const auto note = checkpoint_on(desk.root());
    write_file(desk.root() / "placet" / "checkpoint", cosigned(note));
    CHECK(desk.use(StickAct::take_in, desk.stick()).signatures == 1);
    CHECK(desk.use(StickAct::take_in, desk.stick()).signatures == 0);
    // And goes out again with the next copy.
    std::filesystem::remove_all(desk.root() / "placet");
    REQUIRE(desk.copy().stage == CopyStage::copied);
    CHECK_THAT(checkpoint_on(desk.root()), Catch::Matchers::Contains("witness.example/1"));
}

TEST_CASE("a stick without a copy, or with another conference's, brings nothing", "[terminal]") {
    AtTheDesk desk;
    check_said(desk.use(StickAct::take_in, desk.stick()), "There is nothing of Placet");
    std::filesystem::create_directory(desk.root() / "placet");
    check_said(desk.use(StickAct::take_in, desk.stick()), "There is nothing of Placet");
    write_file(desk.root() / "placet" / "checkpoint", "placet.example/other/desk\n1\nAAAA\n");
    check_said(desk.use(StickAct::take_in, desk.stick()), "was not taken in");
}

TEST_CASE("a stick with another history of this ledger is kept apart, and said to be",
          "[terminal]") {
    // The same keys, and two evenings that both began after the founding.
    AtTheDesk first, second;
    first.kiosk().open_meeting();
    second.kiosk().sign_in_officers();
    second.kiosk().act(OpenMeeting{});
    second.kiosk().act(NotePresence{.arrived = {"bbb"}});
    REQUIRE(first.copy().stage == CopyStage::copied);
    const auto held = checkpoint_on(first.root());
    const auto stick = second.kiosk().sticks().put_in(first.root());
    check_said(second.use(StickAct::copy_to, stick), "another history");
    CHECK(checkpoint_on(first.root()) == held);
    const auto taken = second.use(StickAct::take_in, stick);
    check_said(taken, "Two histories of one feed");
}

TEST_CASE("a longer history of this very terminal is not taken in behind its back", "[terminal]") {
    AtTheDesk first, second;
    first.kiosk().open_meeting();
    REQUIRE(first.copy().stage == CopyStage::copied);
    const auto stick = second.kiosk().sticks().put_in(first.root());
    const auto entries = second.kiosk().state().position.size;
    check_said(second.use(StickAct::copy_to, stick), "another history");
    check_said(second.use(StickAct::take_in, stick), "another history");
    CHECK(second.kiosk().state().position.size == entries);
}

TEST_CASE("while the voting is open nothing is taken in, and a copy can be made", "[terminal]") {
    AtTheDesk desk;
    desk.kiosk().sticks().releases_as(Released::flushed);
    REQUIRE(desk.copy().stage == CopyStage::copied);
    write_file(desk.root() / "placet" / "checkpoint", cosigned(checkpoint_on(desk.root())));
    desk.kiosk().start_vote();
    const auto& taken = desk.use(StickAct::take_in, desk.stick());
    REQUIRE(taken.trouble);
    CHECK_THAT(taken.trouble->values.front().second, Catch::Matchers::Contains("voting is open"));
    CHECK(desk.copy().stage == CopyStage::copied);
}

TEST_CASE("a slow stick holds up no ballot", "[terminal][stick]") {
    if (!tests::sticks_can_be_put_in()) return;
    AtTheDesk desk;
    const TempFolder at, image;
    const PluggedStick slow(at.path(), image.path(), {}, 100);
    desk.kiosk().start_vote();
    desk.kiosk().handle(UseStick{StickAct::copy_to, desk.kiosk().sticks().put_in(at.path())});
    const auto begin = std::chrono::steady_clock::now();
    desk.kiosk().cast("aaa", Choice::yes);
    const auto took = std::chrono::steady_clock::now() - begin;
    CHECK(desk.kiosk().state().ballot->stage == BallotStage::recorded);
    const bool meanwhile = desk.kiosk().state().copy.busy();
    desk.kiosk().settle_copy();
    CHECK(desk.kiosk().state().copy.stage == CopyStage::copied);
    CHECK(meanwhile);
    // The whole copy takes far longer: each of its many writes and syncs a tenth of a second.
    CHECK(took < std::chrono::steady_clock::now() - begin - std::chrono::milliseconds(500));
}

TEST_CASE("a copy leaves no backup behind on this machine", "[terminal]") {
    AtTheDesk desk;
    REQUIRE(desk.copy().stage == CopyStage::copied);
    for (const auto& entry : std::filesystem::directory_iterator(desk.kiosk().file().parent_path()))
        CHECK(entry.is_directory() == (entry.path() == desk.kiosk().texts()));
}

TEST_CASE("a real stick that fills up, fails or is pulled out at any write is told in words",
          "[terminal][stick]") {
    if (!tests::sticks_can_be_put_in()) return;
    AtTheDesk desk;
    const TempFolder at;
    {
        const TempFolder image;
        const PluggedStick full(at.path(), image.path(), {.room = 3'000});
        check_said(desk.use(StickAct::copy_to, desk.kiosk().sticks().put_in(at.path())),
                   "The stick is full");
    }
    const TempFolder image;
    std::uint64_t change = 1;
    for (;; ++change) {
        INFO("change " << change);
        const PluggedStick stick(at.path(), image.path(), {.pulled_at = change});
        const auto copy = desk.use(StickAct::copy_to, desk.kiosk().sticks().put_in(at.path()));
        if (copy.stage == CopyStage::copied) break;
        REQUIRE(copy.stage == CopyStage::failed);
        CHECK_THAT(copy.trouble->what, Catch::Matchers::Contains("The stick was pulled out"));
    }
    CHECK(change > 5);
    CHECK(checkpoint_on(image.path()) == desk.kiosk().state().checkpoint_note);
}
