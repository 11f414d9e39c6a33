// Sticks as the system has them mounted: its table read, and, where this machine lets us, real
// mounts put in and pulled out.
#include "terminal/mounted_sticks.h"
#include "tests/support/plugged_stick.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <condition_variable>

using namespace placet;
using namespace placet::terminal;
using tests::fault_of;
using tests::PluggedStick;
using tests::TempFolder;
using tests::value_of;

namespace {

// As proc(5) has the table.
constexpr std::string_view table = R"(22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 8:17 / /media/PLACET-1 rw,nosuid,nodev shared:7 master:2 - vfat /dev/sdb1 rw,uid=1000
37 22 8:33 / /media/clerk/TWO\040WORDS ro,nosuid - exfat /dev/sdc1 rw
38 22 0:40 / /media/clerk/LOCKED rw - iso9660 /dev/sr0 ro,relatime
39 22 0:41 / /mediator/x rw - vfat /dev/sdd1 rw
40 22 0:42 / /media rw - tmpfs tmpfs rw
41 36 0:43 / /media/PLACET-1/within rw - vfat /dev/sde1 rw
nonsense
42 22 0:44 / /run/media/clerk/A rw - vfat /dev/sdf1 rw
)";

std::vector<std::string> labels(std::string_view mounts,
                                const std::vector<std::filesystem::path>& folders) {
    std::vector<std::string> names;
    for (const auto& stick : sticks_of_mounts(mounts, folders)) names.push_back(stick.label);
    return names;
}

std::string label_of(const std::string& point) {
    const auto sticks = sticks_of_mounts("1 0 8:1 / " + point + " rw - vfat x rw\n", {"/media"});
    REQUIRE(sticks.size() == 1);
    return sticks.front().label;
}

/// Waits for what the sticks become, and counts how often it was woken.
class Watched {
public:
    explicit Watched(const std::filesystem::path& folder)
        : sticks_({folder}, [this] {
              const std::lock_guard lock(mutex_);
              changed_.notify_all();
          }) {}

    MountedSticks& sticks() { return sticks_; }
    bool until(std::size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return sticks_.in().size() == count; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    MountedSticks sticks_;
};

}  // namespace

TEST_CASE("a stick is what is mounted below a folder that is watched, and nothing else",
          "[terminal]") {
    CHECK(labels(table, {"/media"}) == std::vector<std::string>{"PLACET-1", "TWO WORDS", "LOCKED"});
    CHECK(labels(table, {"/media", "/run/media"}).back() == "A");
    CHECK(labels(table, {}).empty());
    CHECK(labels("", {"/media"}).empty());
    const auto sticks = sticks_of_mounts(table, {"/media"});
    REQUIRE(sticks.size() == 3);
    CHECK(sticks[0].folder == "/media/PLACET-1");
    CHECK(sticks[0].file_system == "vfat");
    CHECK_FALSE(sticks[0].read_only);
    CHECK(sticks[1].folder == "/media/clerk/TWO WORDS");
    CHECK(sticks[1].read_only);  // by the mount
    CHECK(sticks[2].read_only);  // by the stick
    CHECK(directory_on(sticks[0]) == "/media/PLACET-1/placet");
}

TEST_CASE("of two mounts in one place the later is the stick", "[terminal]") {
    const auto sticks = sticks_of_mounts(
        "1 0 8:1 / /media/A rw - vfat x rw\n2 0 8:2 / /media/A ro - vfat y rw\n", {"/media"});
    REQUIRE(sticks.size() == 1);
    CHECK(sticks.front().id == 2);
}

TEST_CASE("what a stick calls itself is shown without what could deceive a reader", "[terminal]") {
    CHECK(label_of("/media/A\\134B") == "A\\B");
    CHECK(label_of("/media/A\\012B\\033[2J") == "AB[2J");
    // Turned around, invisible, no letter at all (UAX #9; private use).
    CHECK(label_of("/media/A\u202eB\u2066C\u200bD\ue000E") == "ABCDE");
    CHECK(label_of("/media/\u202e") == "");
    CHECK(label_of("/media/\xff\xfe") == "");
    CHECK(label_of("/media/مؤتمر") == "مؤتمر");
    CHECK(label_of("/media/" + std::string(255, 'x')) == std::string(24, 'x'));
    // The folder is the kernel's word for it, byte for byte.
    const auto odd = sticks_of_mounts("1 0 8:1 / /media/\xff\\040 rw - vfat x rw\n", {"/media"});
    CHECK(odd.front().folder.string() == "/media/\xff ");
}

TEST_CASE("a stick that is put in is seen, has room, and is let go of", "[terminal][stick]") {
    if (!tests::sticks_can_be_put_in()) return;
    const TempFolder media, image;
    const auto point = media / "PLACET-1";
    std::filesystem::create_directory(point);
    Watched watched(media.path());
    CHECK(watched.sticks().in().empty());
    PluggedStick plugged(point, image.path(), {.room = 5'000'192});
    REQUIRE(watched.until(1));
    const auto stick = watched.sticks().in().front();
    CHECK(stick.label == "PLACET-1");
    CHECK(stick.room == 5'000'192);  // in whole blocks of 512
    CHECK_FALSE(stick.read_only);
    tests::write_file(stick.folder / "a", "b");
    const auto released = value_of(watched.sticks().release(stick.id));
    if (released == Released::unmounted) {
        CHECK(watched.sticks().in().empty());
        CHECK(fault_of(watched.sticks().release(stick.id)) == Fault::absent);
    }
    plugged.take_out();
    REQUIRE(watched.until(0));
    CHECK(tests::content_of(image / "a") == "b");
}

TEST_CASE("a stick with an open file is flushed, and not said to be let go of",
          "[terminal][stick]") {
    if (!tests::sticks_can_be_put_in()) return;
    const TempFolder media, image;
    const auto point = media / "A";
    std::filesystem::create_directory(point);
    Watched watched(media.path());
    PluggedStick plugged(point, image.path());
    REQUIRE(watched.until(1));
    std::ofstream open(point / "open");
    const auto stick = watched.sticks().in().front();
    CHECK(value_of(watched.sticks().release(stick.id)) == Released::flushed);
    CHECK(watched.sticks().in().size() == 1);
}

TEST_CASE("a stick that is pulled and put in again is another one", "[terminal][stick]") {
    if (!tests::sticks_can_be_put_in()) return;
    const TempFolder media, image;
    const auto point = media / "A";
    std::filesystem::create_directory(point);
    Watched watched(media.path());
    std::uint64_t first = 0;
    {
        const PluggedStick plugged(point, image.path());
        REQUIRE(watched.until(1));
        first = watched.sticks().in().front().id;
    }
    REQUIRE(watched.until(0));
    const PluggedStick again(point, image.path());
    REQUIRE(watched.until(1));
    CHECK(watched.sticks().in().front().id != first);
    CHECK(fault_of(watched.sticks().release(first)) == Fault::absent);
}
