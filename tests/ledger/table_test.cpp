#include "ledger/table.h"

#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <array>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

constexpr std::array<std::string_view, 2> columns = {"id", "name"};

/// What is said about this table; empty if nothing is wrong.
std::string complaint_about(std::string_view text, Cells cells = Cells::clean) {
    Complaints complaints;
    read_table(text, "t.tsv", columns, complaints, cells);
    return complaints.none() ? "" : complaints.error().detail;
}

}  // namespace

TEST_CASE("a table is read row by row, counted as editors count lines", "[table]") {
    Complaints complaints;
    const auto rows = read_table("id\tname\nA\tCôte d’Ivoire\nB\t\n", "t.tsv", columns, complaints);
    REQUIRE(complaints.none());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].number == 2);
    CHECK(rows[0].cells == std::vector<std::string>{"A", "Côte d’Ivoire"});
    CHECK(rows[1].cells == std::vector<std::string>{"B", ""});
}

TEST_CASE("a row that is not clean is named, with what is wrong in it", "[table]") {
    CHECK_THAT(complaint_about("id\tname\nA\tx\nB\n"), Contains("t.tsv row 3: 1 cells where"));
    CHECK_THAT(complaint_about("id\tname\nA\t x\n"), Contains("row 2: name has a blank too many"));
    CHECK_THAT(complaint_about("id\tname\nA\tx  y\n"),
               Contains("row 2: name has a blank too many"));
    CHECK_THAT(complaint_about("id\tname\nA\tx\x01y\n"), Contains("row 2: name holds a control"));
    CHECK_THAT(complaint_about("id\tname\r\nA\tx\n"), Contains("row 1: the header must name"));
    CHECK_THAT(complaint_about("id\tname\nA\tx\r\n"), Contains("row 2: name ends in a carriage"));
    CHECK_THAT(complaint_about("id\tname\nA\t\xC3\x28\n"), Contains("row 2: name is not UTF-8"));
    CHECK_THAT(complaint_about("id\tname\nA\tCo\xCC\x82te\n"), Contains("normal form C"));
    CHECK_THAT(complaint_about("id\tname\nA\tx\nB\ty"), Contains("row 3: has no line end"));
    CHECK_THAT(complaint_about("name\tid\nA\tx\n"), Contains("row 1: the header must name"));
    CHECK_THAT(complaint_about(""), Contains("row 1: the header must name"));
}

TEST_CASE("texts that somebody recorded may hold anything that is text", "[table]") {
    CHECK(complaint_about("id\tname\nA\tx  y \x01\n", Cells::as_recorded).empty());
    CHECK_THAT(complaint_about("id\tname\nA\t\xC3\x28\n", Cells::as_recorded),
               Contains("name is not UTF-8"));
}

TEST_CASE("a long list of complaints is cut, and says by how much", "[table]") {
    Complaints complaints;
    for (std::size_t row = 2; row < 32; ++row) complaints.add("t.tsv", row, "no name");
    const auto detail = complaints.error().detail;
    CHECK_THAT(detail, Contains("t.tsv row 21: no name\nand 10 more\n"));
    CHECK_THAT(detail, !Contains("row 22"));
    CHECK_THAT(detail, Contains("Nothing was used or written."));
}

TEST_CASE("a word that is nearly right is suggested, one that is far off is not", "[table]") {
    const std::vector<std::string> codes = {"BRA", "BRB", "FRA", "article-12"};
    CHECK(did_you_mean("bra", codes) == ", did you mean \"BRA\"?");
    CHECK(did_you_mean("artcle-12", codes) == ", did you mean \"article-12\"?");
    CHECK(did_you_mean("ZZZ", codes).empty());
}

TEST_CASE("a file is read whole, or the reason is said", "[table]") {
    const TempFolder folder;
    write_file(folder / "four", "abcd");
    CHECK(value_of(read_whole_file(folder / "four", 4)) == "abcd");
    CHECK(fault_of(read_whole_file(folder / "four", 3)) == Fault::malformed);
    CHECK(fault_of(read_whole_file(folder / "none", 4)) == Fault::absent);
    CHECK(fault_of(read_whole_file(folder.path(), 4)) == Fault::storage);
}

TEST_CASE("characters are counted, not bytes", "[table]") {
    CHECK(character_count("Côte d’Ivoire") == 13);
    CHECK(character_count("") == 0);
}
