// A stick is pulled out at every step of a copy: the copy that was on it, or the new one, is there
// whole, and the next one is. And FAT keeps what a copy is called.
#include "ledger/exchange/export.h"
#include "tests/reliability/campaign.h"
#include "tests/support/conference_builder.h"
#include "tests/support/plugged_stick.h"
#include "tests/support/results.h"
#include "tests/support/static_tree.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

// On both sides of a full tile of 256.
constexpr std::uint64_t old_size = 250, new_size = 300;

Result<Export::Progress> exported(Store& store, const fs::path& directory) {
    auto copy = Export::begin(store, directory);
    if (!copy) return copy.error();
    for (;;) {
        const auto done = copy->step(store);
        if (!done) return done.error();
        if (*done) return copy->progress();
    }
}

/// A ledger that was copied to a stick, and has grown since.
class Grown {
public:
    Grown() : ledger_(found_ledger(folder_ / "ledger", builder_)) {
        value_of(ledger_.attach(bytes_of("the text of an article")));
        bring_to_vote(ledger_, builder_);
        vote_until(old_size);
        value_of(exported(store(), before_.path() / "placet"));
        value_of(ledger_.attach(bytes_of(std::string(100'000, 'x'))));
        vote_until(new_size);
        value_of(exported(store(), after_.path() / "placet"));
    }

    Store& store() { return ledger_.log().store(); }
    const VerifierKey& key() const { return ledger_.verifier_key(); }
    const fs::path& before() const { return before_.path(); }
    const fs::path& after() const { return after_.path(); }

private:
    void vote_until(std::uint64_t size) {
        while (ledger_.position().size < size) {
            const auto& who = builder_.participants()[ledger_.position().size % 3];
            const auto ballot = builder_.ballot(ledger_.conference(), who, Choice::yes);
            append(ledger_, builder_.sealed(ledger_.conference(), ballot));
        }
    }

    TempFolder folder_, before_, after_;
    ConferenceBuilder builder_{{"AAA", "BBB", "CCC"}};
    Ledger ledger_;
};

void copy_tree(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

/// What is wrong with what a stick holds after it was pulled out; empty if nothing is. Whatever has
/// its name is what it should be; what is unfinished is called otherwise.
std::string fault_in(const Files& files, const Files& before, const Files& after,
                     const VerifierKey& key) {
    for (const auto& [path, bytes] : files) {
        if (path == "checkpoint") continue;
        const auto old = before.find(path), now = after.find(path);
        const bool is_old = old != before.end() && old->second == bytes;
        const bool is_new = now != after.end() && now->second == bytes;
        if (!is_old && !is_new) return path + " is neither what it was nor what it was to be";
    }
    const auto log = whole_log(files, key);
    if (!log) return log.error().detail;
    if (log->size != old_size && log->size != new_size)
        return fmt::format("the checkpoint covers {} entries", log->size);
    const auto& held = log->size == old_size ? before : after;
    for (const auto& [path, bytes] : held)
        if (path.starts_with("blob/") && !files.contains(path)) return path + " is not there";
    return {};
}

/// As one would who knows nothing of sticks: each file under its name at once, nothing synced.
void naively_copied(const Files& files, const fs::path& directory) {
    std::error_code pulled;
    for (const auto& [path, bytes] : files) {
        fs::create_directories((directory / path).parent_path(), pulled);
        std::ofstream(directory / path, std::ios::binary) << bytes;
        if (pulled) return;
    }
}

struct Pulled {
    int runs = 0, old_held = 0, new_held = 0;
};

}  // namespace

TEST_CASE("a stick pulled out at any step holds the old copy or the new one, whole",
          "[campaign][stick]") {
    if (!sticks_can_be_put_in()) return;
    Grown ledger;
    const auto before = files_below(ledger.before() / "placet");
    const auto after = files_below(ledger.after() / "placet");
    REQUIRE(value_of(whole_log(before, ledger.key())).size == old_size);
    REQUIRE(value_of(whole_log(after, ledger.key())).size == new_size);
    const TempFolder at, under;
    const auto image = under / "image";
    // How many steps there are: until a copy is not interrupted any more.
    const auto interrupted = [&](std::uint64_t step, std::uint32_t seed) {
        copy_tree(ledger.before(), image);
        PluggedStick stick(at.path(), image, {.pulled_at = step, .seed = seed});
        return !exported(ledger.store(), at.path() / "placet");
    };
    std::uint64_t steps = 1;
    while (interrupted(steps, 1)) steps += 16;
    while (!interrupted(steps, 1)) --steps;
    REQUIRE(steps > 20);

    Pulled count{.runs = campaign_count(200)};
    for (int run = 0; run < count.runs; ++run) {
        const auto step = 1 + static_cast<std::uint64_t>(run) % steps;
        INFO("step " << step << " of " << steps << ", run " << run);
        REQUIRE(interrupted(step, static_cast<std::uint32_t>(run + 1)));
        const auto left = files_below(image / "placet");
        REQUIRE(fault_in(left, before, after, ledger.key()) == "");
        const auto held = value_of(whole_log(left, ledger.key())).size;
        ++(held == old_size ? count.old_held : count.new_held);

        PluggedStick again(at.path(), image);
        const auto copied = exported(ledger.store(), at.path() / "placet");
        again.take_out();
        REQUIRE(value_of(copied).size == new_size);
        const auto whole = files_below(image / "placet");
        REQUIRE(fault_in(whole, before, after, ledger.key()) == "");
        REQUIRE(whole.at("checkpoint") == after.at("checkpoint"));
    }
    CHECK(count.old_held > 0);
    report("sticks: ", count.runs, " pulled out at ", steps, " steps of a copy; ", count.old_held,
           " held the old one whole, ", count.new_held, " the new one; every repeat completed");
}

TEST_CASE("a stick pulled out at any step of its first copy holds none, or a whole one",
          "[campaign][stick]") {
    if (!sticks_can_be_put_in()) return;
    Grown ledger;
    const auto after = files_below(ledger.after() / "placet");
    const TempFolder at;
    const int runs = campaign_count(40);
    int none = 0;
    for (int run = 0; run < runs; ++run) {
        const TempFolder image;
        {
            PluggedStick stick(at.path(), image.path(),
                               {.pulled_at = 1 + 2 * static_cast<std::uint64_t>(run) % 60,
                                .seed = static_cast<std::uint32_t>(run + 1)});
            if (exported(ledger.store(), at.path() / "placet")) continue;
        }
        INFO("run " << run);
        const auto left = files_below(image.path() / "placet");
        if (!left.contains("checkpoint"))
            ++none;
        else
            REQUIRE(fault_in(left, {}, after, ledger.key()) == "");
    }
    CHECK(none > 0);
}

// The simulated stick would show it if it were otherwise.
TEST_CASE("who copies file by file and syncs nothing leaves half a copy", "[stick]") {
    if (!sticks_can_be_put_in()) return;
    Grown ledger;
    const auto before = files_below(ledger.before() / "placet");
    const auto after = files_below(ledger.after() / "placet");
    const TempFolder at, under;
    int broken = 0;
    for (std::uint32_t run = 1; run <= 10; ++run) {
        copy_tree(ledger.before(), under / "image");
        {
            PluggedStick stick(at.path(), under / "image", {.pulled_at = run, .seed = run});
            naively_copied(after, at.path() / "placet");
        }
        if (fault_in(files_below(under / "image" / "placet"), before, after, ledger.key()) != "")
            ++broken;
    }
    CHECK(broken > 0);
}

TEST_CASE("a stick that is full, or holds no file so large, keeps the copy that it has",
          "[stick]") {
    if (!sticks_can_be_put_in()) return;
    Grown ledger;
    const auto before = files_below(ledger.before() / "placet");
    const auto after = files_below(ledger.after() / "placet");
    const TempFolder at, under;
    std::uint64_t used = 0;
    for (const auto& [path, bytes] : before) used += bytes.size();
    const auto tried = [&](const StickContent::Faults& faults) {
        copy_tree(ledger.before(), under / "image");
        PluggedStick stick(at.path(), under / "image", faults);
        auto result = exported(ledger.store(), at.path() / "placet");
        stick.take_out();
        CHECK(fault_in(files_below(under / "image" / "placet"), before, after, ledger.key()) == "");
        return result;
    };
    for (const std::uint64_t room : {0, 100, 5'000, 20'000, 90'000}) {
        INFO(room << " bytes of room");
        CHECK(fault_of(tried({.room = used + room})) == Fault::full);
    }
    std::uint64_t largest = 0;
    for (const auto& [path, bytes] : after)
        largest = std::max<std::uint64_t>(largest, bytes.size());
    CHECK(fault_of(tried({.largest_file = largest - 1})) == Fault::storage);
    CHECK(tried({.largest_file = largest}));
}

TEST_CASE("a simulated stick has the rules of FAT", "[stick]") {
    if (!sticks_can_be_put_in()) return;
    const TempFolder at, image;
    const PluggedStick stick(at.path(), image.path());
    const auto writes = [&](const std::string& name) {
        std::ofstream file(at.path() / name);
        return static_cast<bool>(file << "x" << std::flush);
    };
    CHECK(writes("a long name.and more"));
    for (const char c : std::string("<>:\"|?*\\")) CHECK_FALSE(writes(std::string("a") + c));
    CHECK_FALSE(writes("ends with a dot."));
    CHECK(writes("Upper"));
    CHECK(fs::exists(at.path() / "uPPER"));
    std::error_code failed;
    fs::create_symlink("Upper", at.path() / "link", failed);
    CHECK(failed);
}

TEST_CASE("FAT keeps every name and every byte of a copy", "[stick]") {
    Grown ledger;
    const TempFolder under;
    const auto tree = under / "placet", back = under / "back", volume = under / "fat";
    copy_tree(ledger.after() / "placet", tree);
    // As long as paths come to be: a million entries, and the feed of a seat.
    const auto seat = hex(sha256(bytes_of("placet.example/seat")));
    for (const auto& path : {std::string("tile/entries/x001/x234/067.p/255"),
                             std::string("tile/2/x001/234"), seat + "/tile/0/000.p/1"}) {
        fs::create_directories((tree / path).parent_path());
        write_file(tree / path, path);
    }
    const std::vector<std::string> unchecked = {"MTOOLS_SKIP_CHECK=1"};
    output_of({"/usr/sbin/mkfs.fat", "-F", "32", "-C", volume.string(), "40000"});
    output_of({"mcopy", "-s", "-Q", "-i", volume.string(), tree.string(), "::"}, unchecked);
    output_of({"/usr/sbin/fsck.fat", "-n", volume.string()});
    fs::create_directory(back);
    output_of({"mcopy", "-s", "-Q", "-i", volume.string(), "::/placet", back.string()}, unchecked);
    const auto sent = files_below(tree), returned = files_below(back / "placet");
    CHECK(sent.size() > 10);
    CHECK(returned == sent);
    CHECK(value_of(whole_log(returned, ledger.key())).size == new_size);
}
