// The printed guide tools/check-a-result.md, executed line by line as it stands, over a real
// directory and over twins in each of which one thing was changed.
#include "tests/support/forged_ledger.h"
#include "tests/support/tampering.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <functional>
#include <regex>

using namespace placet;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

struct Step {
    std::vector<std::string> lines = {};  // to be typed
    std::string says = {};                // at its end; empty if it says nothing certain
};

std::vector<Step> steps_of_guide() {
    std::istringstream guide(content_of(fs::path(PLACET_SOURCE_DIR) / "tools/check-a-result.md"));
    const std::regex says("It says `([^`]+)`.*");
    std::vector<Step> steps;
    for (std::string line; std::getline(guide, line);) {
        std::smatch match;
        if (line.starts_with("## ")) steps.emplace_back();
        if (steps.empty()) continue;
        if (line.starts_with("    ")) steps.back().lines.push_back(line.substr(4));
        if (std::regex_match(line, match, says)) steps.back().says = match[1];
    }
    return steps;
}

struct Followed {
    int stopped_in = 0;  // the step of which a line failed, from 1
    std::string printed = {};
};

/// Types the guide's lines in this folder until one of them fails, as its reader does.
Followed follow_guide(const fs::path& folder) {
    std::string script =
        "set -o pipefail; export PATH=/usr/bin:/bin LC_ALL=C.UTF-8\ncd '" + folder.string() + "'\n";
    int number = 0;
    for (const auto& step : steps_of_guide()) {
        ++number;
        for (const auto& line : step.lines)
            script += line + "\n[ $? = 0 ] || { echo stopped in step " + std::to_string(number) +
                      "; exit 0; }\n";
    }
    const TempFolder scratch;
    write_file(scratch / "script", script);
    Followed followed{.printed = shell("bash " + (scratch / "script").string())};
    const auto at = followed.printed.find("stopped in step ");
    if (at != std::string::npos) followed.stopped_in = followed.printed[at + 16] - '0';
    return followed;
}

/// A folder as the guide wants it: the directory and the key.
void prepare(const fs::path& folder, const fs::path& ledger) {
    const auto vkey = run({"vkey", "--ledger", ledger});
    REQUIRE(vkey.code == 0);
    REQUIRE(run({"export", "--ledger", ledger, folder / "dir"}).code == 0);
    write_file(folder / "vkey", vkey.out);
}

void replace_in(const fs::path& file, std::string_view from, std::string_view to) {
    auto text = content_of(file);
    REQUIRE(text.find(from) != std::string::npos);
    write_file(file, text.replace(text.find(from), from.size(), to));
}

fs::path voting_table(const fs::path& folder) {
    for (const auto& file : fs::directory_iterator(folder / "dir/blob"))
        if (content_of(file.path()).find("\tno\t") != std::string::npos) return file.path();
    FAIL("no voting table");
    return {};
}

}  // namespace

TEST_CASE("the printed guide goes through, and every step says what it promises", "[tools]") {
    const DecidedLedger ledger;
    const TempFolder folder;
    prepare(folder.path(), ledger.path());
    const auto followed = follow_guide(folder.path());
    INFO(followed.printed);
    CHECK(followed.stopped_in == 0);
    const auto steps = steps_of_guide();
    REQUIRE(steps.size() == 5);
    for (const auto& step : steps) {
        INFO(step.says);
        CHECK_FALSE(step.lines.empty());
        CHECK(followed.printed.find(step.says) != std::string::npos);
    }
    // Three States in favour and one against (decided_ledger.h).
    CHECK(followed.printed.find("run 1: Draft article 2 was adopted by 3 votes to 1") !=
          std::string::npos);
    CHECK(followed.printed.find("AAA yes\nBBB yes\nCCC yes\nDDD no\n") != std::string::npos);
}

TEST_CASE("whatever was changed in a directory, the guide stops at the right step", "[tools]") {
    struct Change {
        std::string what;
        int stops_in;
        std::function<void(const fs::path&)> make;
    };
    const std::string bundle = "dir/tile/entries/000.p/15";
    const std::vector<Change> changes = {
        {"the size in the checkpoint", 1,
         [](const fs::path& f) { replace_in(f / "dir/checkpoint", "\n15\n", "\n14\n"); }},
        {"the key", 1,
         [](const fs::path& f) {
             const auto vkey = format_verifier_key({.name = ConferenceBuilder::origin(),
                                                    .key = key_from_label("other").public_key()});
             write_file(f / "vkey", vkey + "\n");
         }},
        {"the name in the key", 1, [](const fs::path& f) { replace_in(f / "vkey", "/", "-"); }},
        {"a ballot", 2,
         [&](const fs::path& f) {
             replace_in(f / bundle, R"("choice":"no")", R"("choice":"ye")");
         }},
        {"the end of the bundle", 2,
         [&](const fs::path& f) { fs::resize_file(f / bundle, fs::file_size(f / bundle) - 1); }},
        {"the bundle, which is gone", 2, [&](const fs::path& f) { fs::remove(f / bundle); }},
        {"the list by State", 5,
         [](const fs::path& f) { replace_in(voting_table(f), "\tno\t", "\tyes\t"); }},
        {"the list by State, which is gone", 5,
         [](const fs::path& f) { fs::remove(voting_table(f)); }},
    };
    const DecidedLedger ledger;
    for (const auto& change : changes) {
        const TempFolder folder;
        prepare(folder.path(), ledger.path());
        change.make(folder.path());
        const auto followed = follow_guide(folder.path());
        INFO(change.what << "\n" << followed.printed);
        CHECK(followed.stopped_in == change.stops_in);
    }
}

TEST_CASE("figures that the ballots do not give are found by counting", "[tools]") {
    const DecidedLedger ledger;
    const TempFolder folder;
    // Officers and terminal together announce what was not voted, and sign it all.
    forge<ledger::ResultAnnounced>(ledger.path(), folder / "forged", 1, [](auto& result) {
        result.figures.yes = 4;
        result.figures.no = 0;
    });
    prepare(folder.path(), folder / "forged");
    const auto followed = follow_guide(folder.path());
    INFO(followed.printed);
    CHECK(followed.stopped_in == 4);
    CHECK(followed.printed.find("all 15 entries are as signed") != std::string::npos);
}
