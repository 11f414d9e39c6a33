// Source of the two votes: tests/data/votes/README.md.
#include "ledger/past_votes.h"

#include "ledger/state_names.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

#include <algorithm>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(PLACET_SOURCE_DIR) / "tests/data/votes";

const std::string vote_header =
    "vote_id\tdate\tsymbol\tkind\ttitle\tagenda\tlisted\tyes\tno\tabstain\tnot_voting\tpub_yes\t"
    "pub_no\tpub_abstain\n";
const std::string good_votes =
    vote_header + "v1\t1946-01-01\tR/1/66\tamendment\tRULES\t\t4\t1\t1\t1\t1\t1\t1\t1\n";
const std::string good_ballots =
    "vote_id\tstate\tchoice\nv1\tARG\tY\nv1\tAUS\tN\nv1\tBEL\tA\nv1\tBOL\tX\n";

Result<std::vector<PastVote>> read(std::string_view votes, std::string_view ballots) {
    const TempFolder folder;
    write_file(folder / "votes.tsv", votes);
    write_file(folder / "ballots.tsv", ballots);
    return read_past_votes(folder / "votes.tsv", folder / "ballots.tsv");
}

std::string replaced(std::string text, std::string_view before, std::string_view after) {
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    return text.replace(at, before.size(), after);
}

std::string vote_complaint(std::string_view before, std::string_view after) {
    return error_of(read(replaced(good_votes, before, after), good_ballots)).detail;
}

std::string ballot_complaint(std::string_view before, std::string_view after) {
    return error_of(read(good_votes, replaced(good_ballots, before, after))).detail;
}

}  // namespace

TEST_CASE("the votes of two treaty conferences are read", "[past_votes]") {
    const auto votes = value_of(read_past_votes(shipped / "votes.tsv", shipped / "ballots.tsv"));
    REQUIRE(votes.size() == 2);
    CHECK(votes[0].ballots.size() == 99);
    CHECK(votes[1].ballots.size() == 195);
    CHECK(votes[1].date == "2017-07-07");
    CHECK(votes[1].kind == QuestionKind::whole);
    CHECK(votes[1].subject == "The Treaty on the Prohibition of Nuclear Weapons");
    CHECK(votes[1].published_yes == 122);
}

TEST_CASE("what was voted on is named by its kind", "[past_votes]") {
    const auto vote = value_of(read(good_votes, good_ballots)).front();
    CHECK(vote.subject == "Amendment v1 (R/1/66)");
    CHECK(vote.kind == QuestionKind::amendment);
    CHECK(vote.ballots[0].choice == Choice::yes);
    CHECK(vote.ballots[2].choice == Choice::abstain);
    CHECK_FALSE(vote.ballots[3].choice);
    const auto kind_of = [](std::string_view word) {
        return value_of(read(replaced(good_votes, "amendment", word), good_ballots)).front().kind;
    };
    CHECK(kind_of("paragraph") == QuestionKind::part);
    CHECK(kind_of("motion") == QuestionKind::motion);
    CHECK(kind_of("proposal") == QuestionKind::proposal);
    CHECK(kind_of("other") == QuestionKind::proposal);
}

TEST_CASE("a title is taken as recorded, on one line, and not longer than an entry bears",
          "[past_votes]") {
    const auto title_of = [](std::string_view title) {
        return value_of(read(replaced(good_votes, "RULES", title), good_ballots)).front().title;
    };
    CHECK(title_of("_Nuclear\x01  \"disarmament\\") == "_Nuclear   \"disarmament\\");
    CHECK(title_of(std::string(299, 'x') + "é") == std::string(299, 'x') + "…");
}

TEST_CASE("a wrong row of the votes is named", "[past_votes]") {
    CHECK_THAT(vote_complaint("v1\t1946", "v 1\t1946"),
               Contains("votes.tsv row 2: vote_id must be"));
    CHECK_THAT(vote_complaint("1946-01-01", "1.1.1946"), Contains("row 2: date must be"));
    CHECK_THAT(vote_complaint("amendment", "amendement"),
               Contains("row 2: kind \"amendement\" must be one of amendment, motion, other, "
                        "paragraph, proposal, treaty, did you mean \"amendment\"?"));
    CHECK_THAT(vote_complaint("\t4\t1", "\tfour\t1"), Contains("listed \"four\" must be a number"));
    CHECK_THAT(vote_complaint("\t1\t1\t1\n", "\t-1\t1\t1\n"), Contains("pub_yes \"-1\" must be"));
    CHECK_THAT(vote_complaint("\t1\t1\t1\n", "\t1\t1\n"), Contains("row 2: 13 cells where"));
    CHECK_THAT(vote_complaint("pub_no", "public_no"), Contains("row 1: the header must name"));
    CHECK_THAT(vote_complaint("\t1\t1\t1\n", "\t1\t1\t1"), Contains("may be cut off here"));
    CHECK_THAT(error_of(read(vote_header, good_ballots)).detail,
               Contains("there is no vote in it"));
    CHECK_THAT(
        error_of(read(good_votes + good_votes.substr(vote_header.size()), good_ballots)).detail,
        Contains("votes.tsv row 3: vote \"v1\" stands in row 2 already"));
}

TEST_CASE("a wrong row of the ballots is named", "[past_votes]") {
    CHECK_THAT(ballot_complaint("ARG\tY", "ARG\tyes"),
               Contains("ballots.tsv row 2: choice \"yes\" must be Y, N, A or X"));
    CHECK_THAT(ballot_complaint("ARG\tY", "ARG\tB"), Contains("row 2: choice \"B\" must be"));
    CHECK_THAT(ballot_complaint("AUS\tN", "ARG\tN"),
               Contains("row 3: ARG has a ballot in vote \"v1\" already"));
    CHECK_THAT(ballot_complaint("v1\tBEL", "v2\tBEL"),
               Contains("row 4: there is no vote \"v2\" in votes.tsv"));
    CHECK_THAT(ballot_complaint("BEL\tA", "\tA"), Contains("row 4: state must be a code"));
    CHECK_THAT(ballot_complaint("BEL\tA", "BEL"), Contains("row 4: 2 cells where"));
}

TEST_CASE("a vote whose ballots are not those that its row counts is not taken", "[past_votes]") {
    CHECK_THAT(
        ballot_complaint("v1\tBOL\tX\n", ""),
        Contains("votes.tsv row 2: says 4 listed, 1-1-1, 1 not voting; the ballots of \"v1\" "
                 "in ballots.tsv are 3 listed, 1-1-1, 0 not voting"));
    CHECK_THAT(ballot_complaint("ARG\tY", "ARG\tN"), Contains("are 4 listed, 0-2-1, 1 not voting"));
    CHECK_THAT(error_of(read(good_votes, "vote_id\tstate\tchoice\n")).detail,
               Contains("votes.tsv row 2: vote \"v1\" has no ballots in ballots.tsv"));
}

TEST_CASE("every complaint is made at once", "[past_votes]") {
    const auto detail = error_of(read(replaced(good_votes, "amendment", "x"),
                                      replaced(good_ballots, "ARG\tY", "ARG\tQ")))
                            .detail;
    CHECK_THAT(detail, Contains("votes.tsv row 2") && Contains("ballots.tsv row 2"));
}

TEST_CASE("a missing table is said to be missing", "[past_votes]") {
    CHECK(fault_of(read_past_votes(shipped / "none.tsv", shipped / "ballots.tsv")) ==
          Fault::absent);
    CHECK(fault_of(read_past_votes(shipped / "votes.tsv", shipped / "none.tsv")) == Fault::absent);
}

TEST_CASE("States have their names, former ones too, and what is unknown has its code",
          "[past_votes]") {
    CHECK(state_name("BRA") == "Brazil");
    CHECK(state_name("CIV") == "Côte d’Ivoire");
    CHECK(state_name("CSK") == "Czechoslovakia");
    CHECK(state_name("QQQ") == "QQQ");
    // No former State has the code of a present one, and all five are there.
    for (const auto* code : {"CSK", "DDR", "YMD", "YUG", "EAZ"}) CHECK(state_name(code) != code);
}
