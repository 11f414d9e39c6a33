// Every system call of `placet export` that touches the directory fails once. Method: Tessera's
// fault test: strace injects the error into the real program.
#include "tests/exchange/exchanged.h"
#include "tests/reliability/campaign.h"
#include "tests/support/program.h"

#include <fmt/format.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t old_size = 250, new_size = 520;
constexpr const char* calls[] = {"mkdir",   "mkdirat", "openat",   "openat2", "write",
                                 "pread64", "fsync",   "renameat", "unlinkat"};
// A kernel without openat2 (ENOSYS), or a sandbox (EPERM), is no fault: it is read step by step.
constexpr const char* errors[] = {"EIO", "ENOSPC"};

/// What a program said, on both its outputs, and its exit status.
struct Said {
    std::string text = {};
    int status = 0;
};

Said run_traced(const std::string& strace_options, const fs::path& ledger, const fs::path& out) {
    // The leak sanitizer cannot work in a process that is traced.
    Program program(
        {"/bin/sh", "-c",
         fmt::format("exec strace -f -qq --seccomp-bpf {} '{}/placet' export --ledger {} {} 2>&1",
                     strace_options, PLACET_BINARY_DIR, ledger.string(), out.string())},
        {"ASAN_OPTIONS=detect_leaks=0"});
    Said said{.text = program.rest()};
    said.status = program.wait();
    return said;
}

bool can_trace() {
    Program program({"/bin/sh", "-c", "strace -qq -o /dev/null -e trace=none true 2>&1"});
    const auto text = program.rest();
    return program.wait() == 0;
}

/// The directories that the exports go between.
struct Directories {
    Directories() {
        auto made = ledger_of(folder / "ledger", old_size);
        export_to(made.log().store(), folder / "old");
        value_of(made.attach(bytes_of("a table")));
        refuse_pins(made, new_size - made.position().size, "chair");
        export_to(made.log().store(), folder / "new");
        expected = files_in(folder / "new");
    }
    /// As before an export: the old directory, or none.
    void reset(std::uint64_t size) const {
        fs::remove_all(out);
        if (size > 0) fs::copy(folder / "old", out, fs::copy_options::recursive);
    }
    TempFolder folder{fast_folder()};
    fs::path ledger = folder / "ledger", out = folder / "out";
    std::map<std::string, std::string> expected = {};
};

/// The calls of this name, and which of them is the first at or after the directory was named.
struct Count {
    int first = 0;
    int all = 0;
};

std::map<std::string, Count> count_calls(const Directories& directories, std::uint64_t size) {
    directories.reset(size);
    const auto log = (directories.folder / "log").string();
    REQUIRE(run_traced("-o " + log, directories.ledger, directories.out).status == 0);
    std::map<std::string, Count> counts;
    bool reached = false;
    std::ifstream lines(log);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("execve(") != std::string::npos) continue;  // names it, and loads libraries
        reached = reached || line.find('"' + directories.out.string()) != std::string::npos;
        const auto begin = line.find_first_not_of("0123456789 ");
        auto& count = counts[line.substr(begin, line.find('(') - begin)];
        ++count.all;
        if (!reached) count.first = count.all;
    }
    REQUIRE(reached);
    return counts;
}

std::uint64_t good_size(const fs::path& directory) {
    if (!fs::exists(directory / "checkpoint")) return 0;
    const auto carrier = value_of(open_folder(directory));
    return value_of(check_log(*carrier, "", desk_key())).size;
}

bool is_whole(const Directories& directories) {
    const auto files = files_in(directories.out);
    return std::ranges::all_of(directories.expected, [&](const auto& file) {
        const auto found = files.find(file.first);
        return found != files.end() && found->second == file.second;
    });
}

/// One run with one fault. True if the program said that it failed.
bool examine(const Directories& directories, std::uint64_t size, const std::string& call,
             const std::string& fault) {
    directories.reset(size);
    const auto said =
        run_traced(fmt::format("-o /dev/null -e trace={} -e inject={}:{}", call, call, fault),
                   directories.ledger, directories.out);
    INFO(call << ' ' << fault << ", from " << size << ": status " << said.status << ": "
              << said.text);
    const auto found = good_size(directories.out);
    REQUIRE((found == size || found == new_size));
    // Of these none is left out of account; the last write may be the program's own words.
    const bool must_fail = call == "fsync" || call == "renameat" || call == "mkdirat";
    REQUIRE_FALSE((said.status == 0 && must_fail));
    if (said.status == 0) {
        REQUIRE(found == new_size);
        REQUIRE(is_whole(directories));
    } else {
        // It says what happened, by itself: no signal, no exception that nobody caught.
        REQUIRE((said.status > 0 && said.status <= 8));
        REQUIRE(said.text.starts_with("placet export: "));
        REQUIRE((said.text.find(" as it ") != std::string::npos ||
                 said.text.find("othing ") != std::string::npos));
    }
    auto store = value_of(Store::open(directories.ledger));
    export_to(store, directories.out);
    REQUIRE(good_size(directories.out) == new_size);
    REQUIRE(is_whole(directories));
    return said.status != 0;
}

}  // namespace

TEST_CASE("an export whose system calls fail says so, and leaves a good directory", "[campaign]") {
    if (campaign_divisor > 1) {
        report("skipped: the sanitizers' own calls would fail too, and end the program");
        return;
    }
    if (!can_trace()) {
        report("skipped: strace is not installed, or may not trace here");
        return;
    }
    const Directories directories;
    const auto ledger_before = sha256_of_file(directories.ledger);
    const int stride =
        std::max(24 * campaign_divisor / std::max(campaign_count(campaign_divisor), 1), 1);
    int runs = 0, failed = 0, turn = 0;
    for (const std::uint64_t size : {std::uint64_t{0}, old_size}) {
        auto counts = count_calls(directories, size);
        for (const std::string call : calls)
            for (const std::string error : errors) {
                // Each begins elsewhere, so that a sample meets different files.
                for (int at = counts[call].first + 1 + turn++ % stride; at <= counts[call].all;
                     at += stride, ++runs)
                    failed += examine(directories, size, call,
                                      fmt::format("error={}:when={}", error, at));
            }
    }
    CHECK(failed > 0);
    CHECK(sha256_of_file(directories.ledger) == ledger_before);
    report("export faults: ", runs, " runs, ", failed, " said to have failed, 0 torn directories");
}

TEST_CASE("what an interrupted export wrote is durable once a repeat has ended", "[campaign]") {
    if (!can_trace()) {
        report("skipped: strace is not installed, or may not trace here");
        return;
    }
    const Directories directories;
    const auto synced = [&] {
        const auto log = (directories.folder / "log").string();
        REQUIRE(
            run_traced("-y -e trace=fsync -o " + log, directories.ledger, directories.out).status ==
            0);
        return content_of(log);
    };
    // Killed before it synced any folder, and killed right before the last sync.
    for (const bool checkpoint_written : {false, true}) {
        CAPTURE(checkpoint_written);
        directories.reset(0);
        fs::copy(directories.folder / "new", directories.out, fs::copy_options::recursive);
        std::set<std::string> folders = {directories.out.string()};
        if (!checkpoint_written) {
            fs::remove(directories.out / "checkpoint");
            for (const auto& each : fs::recursive_directory_iterator(directories.out))
                if (each.is_directory()) folders.insert(each.path().string());
        }
        const auto calls_made = synced();
        for (const auto& folder : folders) {
            INFO(folder << " of " << calls_made);
            CHECK(calls_made.find('<' + folder + '>') != std::string::npos);
        }
    }
}
