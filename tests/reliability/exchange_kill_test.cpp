// A process that writes a static directory, or takes one in, is killed at any moment, on real
// files. The page cache survives, so this is about atomicity and restart.
#include "ledger/verify/audit.h"
#include "tests/exchange/exchanged.h"
#include "tests/reliability/campaign.h"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;
using std::chrono::microseconds;

namespace {

constexpr std::uint64_t old_size = 300, new_size = 700;

/// A ledger of `new_size` entries with attachments, and its directories at both sizes.
struct Grown {
    Grown() {
        auto ledger = ledger_of(folder / "ledger", old_size);
        export_to(ledger.log().store(), folder / "old");
        for (int number = 0; number < 40; ++number)
            value_of(ledger.attach(bytes_of("table " + std::to_string(number))));
        refuse_pins(ledger, new_size - ledger.position().size, "chair");
        export_to(ledger.log().store(), folder / "new");
    }
    TempFolder folder{fast_folder()};
};

/// Lets a child work for so long, then kills it. True if it had not ended by itself.
bool killed_after(microseconds delay, const std::function<bool()>& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) ::_exit(work() ? 0 : 1);
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return WIFSIGNALED(status);
}

bool exports(const fs::path& ledger, const fs::path& directory) {
    auto store = Store::open(ledger);
    return store && run_export(*store, directory);
}

bool imports(const fs::path& copy, const fs::path& directory) {
    auto store = Store::open(copy);
    return store && run_import(*store, directory);
}

/// How long it takes when nobody interrupts it: the kills are spread over that, and a little more.
microseconds time_of(const std::function<bool()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) ::_exit(work() ? 0 : 1);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin);
}

/// Entries that the directory is good for; 0 if it has no checkpoint yet.
std::uint64_t good_size(const fs::path& directory) {
    if (!fs::exists(directory / "checkpoint")) return 0;
    const auto carrier = value_of(open_folder(directory));
    return value_of(check_log(*carrier, "", desk_key())).size;
}

/// All of the files are there, and beside them nothing but narrower tiles of earlier sizes.
void check_whole(const fs::path& directory, const std::map<std::string, std::string>& expected) {
    const auto files = files_in(directory);
    for (const auto& [path, content] : expected) {
        INFO(path);
        REQUIRE(files.contains(path));
        REQUIRE(files.at(path) == content);
    }
    for (const auto& [path, content] : files) {
        INFO(path);
        if (expected.contains(path)) continue;
        REQUIRE(path.find(".p/") != std::string::npos);
        REQUIRE(parse_tile_path(path));
    }
}

}  // namespace

TEST_CASE("an export that is killed leaves the old directory or the new one", "[campaign]") {
    const Grown grown;
    const auto ledger = grown.folder / "ledger", out = grown.folder / "out";
    const auto expected = files_in(grown.folder / "new");
    const auto ledger_before = sha256_of_file(ledger);
    const auto whole = time_of([&] { return exports(ledger, grown.folder / "timed"); });
    const int kills = campaign_count(60);
    std::minstd_rand random(20261128);
    std::map<std::uint64_t, int> found;
    int interrupted = 0;
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill);
        fs::remove_all(out);
        const std::uint64_t before = kill % 3 == 0 ? 0 : old_size;
        if (before > 0) fs::copy(grown.folder / "old", out, fs::copy_options::recursive);
        // Sometimes the repeat is killed, too.
        for (int again = 0; again <= kill % 2; ++again)
            interrupted += killed_after(whole * (random() % 1100) / 1000,
                                        [&] { return exports(ledger, out); });
        const auto size = good_size(out);
        REQUIRE((size == before || size == new_size));
        ++found[size];
        REQUIRE(sha256_of_file(ledger) == ledger_before);
        auto store = value_of(Store::open(ledger));
        export_to(store, out);
        REQUIRE(good_size(out) == new_size);
        check_whole(out, expected);
    }
    CHECK(interrupted > 0);
    report("export kills: ", kills, ", ", interrupted, " before the end; directories found empty ",
           found[0], ", old ", found[old_size], ", new ", found[new_size], ", 0 torn");
}

TEST_CASE("an import that is killed leaves the old copy or the new one", "[campaign]") {
    const Grown grown;
    const auto copy = grown.folder / "copy", base = grown.folder / "base";
    const auto directory = grown.folder / "new";
    {
        auto store = new_copy(base);
        value_of(run_import(store, grown.folder / "old"));
    }
    fs::copy_file(base, copy);
    const auto whole = time_of([&] { return imports(copy, directory); });
    const int kills = campaign_count(40);
    std::minstd_rand random(20261129);
    std::map<std::uint64_t, int> found;
    int interrupted = 0;
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill);
        fs::remove(copy.string() + "-journal");
        fs::copy_file(base, copy, fs::copy_options::overwrite_existing);
        interrupted += killed_after(whole * (random() % 1100) / 1000,
                                    [&] { return imports(copy, directory); });
        {
            auto store = value_of(Store::open(copy));
            const auto size = value_of(store.size());
            REQUIRE((size == old_size || size == new_size));
            REQUIRE(value_of(store.leaves(0, new_size)).size() == size);
            REQUIRE(value_of(store.last_checkpoint())->size == size);
            ++found[size];
            REQUIRE(value_of(run_import(store, directory)).feeds.front().after == new_size);
            REQUIRE(value_of(store.integrity_findings()).empty());
        }
        REQUIRE(value_of(audit(copy, {})).all_good());
    }
    CHECK(interrupted > 0);
    report("import kills: ", kills, ", ", interrupted, " before the end; copies found old ",
           found[old_size], ", new ", found[new_size], ", 0 torn");
}
