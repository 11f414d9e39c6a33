// Source of the votes: tests/data/votes/README.md.
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"
#include "tools/command.h"

#include <sstream>

using namespace placet;
using namespace placet::tests;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(PLACET_SOURCE_DIR) / "tests/data/votes";

struct Ran {
    int code = 0;
    std::string out = {};
    std::string err = {};
};

Ran replay(const fs::path& ledger, const fs::path& votes, bool at_terminal = false) {
    std::ostringstream out;
    std::ostringstream err;
    tools::Streams streams{.out = out, .err = err, .at_terminal = at_terminal};
    const int code = tools::run_program(
        {"replay", "--ledger", ledger.string(), votes.string(), (shipped / "ballots.tsv").string()},
        streams);
    return {code, out.str(), err.str()};
}

/// The shipped table with one place changed.
fs::path changed(const TempFolder& folder, std::string_view before, std::string_view after) {
    auto text = content_of(shipped / "votes.tsv");
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    write_file(folder / "votes.tsv", text.replace(at, before.size(), after));
    return folder / "votes.tsv";
}

}  // namespace

TEST_CASE("our totals stand beside the published ones, and a last line says how many agree",
          "[replay]") {
    const TempFolder folder;
    const auto ran = replay(folder / "ledger", shipped / "votes.tsv", true);
    INFO(ran.err);
    CHECK(ran.code == tools::exit_code::good);
    CHECK(ran.out ==
          "c-vclt-1969\t1969-05-22\tours 79-1-19\tpublished 79-1-19\tagrees\n"
          "c-tpnw-2017\t2017-07-07\tours 122-1-1\tpublished 122-1-1\tagrees\n"
          "2 of 2 votes agree\n");
    CHECK_THAT(ran.err, EndsWith("\r2 of 2 votes\n"));
    CHECK(fs::exists(folder / "ledger"));

    // Nothing is overwritten, and without a person at the screen no progress is shown.
    const auto again = replay(folder / "ledger", shipped / "votes.tsv");
    CHECK(again.code == tools::exit_code::failure);
    CHECK_THAT(again.err, Contains("exists already and was left as it is"));
    CHECK_THAT(again.err, !Contains("\r"));
}

TEST_CASE("one published total that differs is seen", "[replay]") {
    const TempFolder folder;
    const auto ran = replay(folder / "ledger", changed(folder, "\t122\t1\t1\n", "\t122\t1\t2\n"));
    CHECK(ran.code == tools::exit_code::failure);
    CHECK_THAT(ran.out, Contains("ours 122-1-1\tpublished 122-1-2\tDIFFERS\n"));
    CHECK_THAT(ran.out, EndsWith("1 of 2 votes agree\n"));
}

TEST_CASE("tables that are wrong are named by row, and no ledger is made", "[replay]") {
    const TempFolder folder;
    const auto ran = replay(folder / "ledger", changed(folder, "c-tpnw-2017", "c-tpnw"));
    CHECK(ran.code == tools::exit_code::unreadable);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err,
               Contains("ballots.tsv row 101: there is no vote \"c-tpnw-2017\" in votes.tsv") &&
                   Contains("and 176 more"));
    CHECK_FALSE(fs::exists(folder / "ledger"));
    CHECK(replay(folder / "ledger", folder / "none").code == tools::exit_code::unreadable);
    CHECK(replay(folder / "no folder" / "ledger", shipped / "votes.tsv").code ==
          tools::exit_code::unreadable);
}
