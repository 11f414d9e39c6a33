// placet sheet: a decision on paper, and no paper of a ledger that was changed.
#include "tests/ledger/publish/pdf.h"
#include "tests/support/tampering.h"
#include "tests/support/two_meetings.h"
#include "tests/tools/run.h"

using namespace placet;
using namespace placet::tests;
using Catch::Matchers::Contains;

namespace {

Ran sheet(const TwoMeetings& meetings, const std::filesystem::path& out,
          std::vector<std::string> which) {
    std::vector<std::string> all = {"sheet", "--ledger", meetings.path(), "--out", out};
    all.insert(all.end(), which.begin(), which.end());
    return run(std::move(all));
}

}  // namespace

TEST_CASE("the sheet of a vote is written under the checkpoint of the whole ledger", "[tools]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    // Vote 1 was the roll-call, vote 2 was annulled.
    const auto ran = sheet(meetings, folder / "vote.pdf", {"--run", "3"});
    INFO(ran.err);
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out,
               Contains("Draft article 2 was adopted by 2 votes to 1, with 1 abstention."));
    const Pdf pdf(content_of(folder / "vote.pdf"));
    CHECK_THAT(pdf.text(), Contains("A recorded vote was taken.") && Contains("Subsequently") &&
                               Contains("REHEARSAL"));
    CHECK(pdf.codes() == run({"checkpoint", "--ledger", meetings.path()}).out + "\n");
}

TEST_CASE("a decision without a vote is named by its entry", "[tools]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    const auto entry = std::to_string(meetings.entry_of(1));
    CHECK(sheet(meetings, folder / "decision.pdf", {"--entry", entry}).code == 0);
    CHECK_THAT(Pdf(content_of(folder / "decision.pdf")).text(),
               Contains("Draft article 3 was adopted without a vote.") && Contains("dissociates") &&
                   Contains("reserves its position"));
}

TEST_CASE("with one ballot changed in the file there is no sheet", "[tools]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    replace_bytes(meetings.path(), R"("choice":"no","delegation":"BBB")",
                  R"("choice":"no","delegation":"CCC")");
    const auto ran = sheet(meetings, folder / "vote.pdf", {"--run", "3"});
    CHECK(ran.code == 3);
    CHECK_THAT(ran.err, Contains("was changed after signing") && Contains("No sheet was written."));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("what is no decision has no sheet, and no file is written over", "[tools]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    const auto annulled = sheet(meetings, folder / "vote.pdf", {"--run", "2"});
    CHECK(annulled.code == 1);
    CHECK_THAT(annulled.err, Contains("There is no vote 2 that was announced."));
    CHECK(sheet(meetings, folder / "vote.pdf", {"--entry", "0"}).code == 1);
    CHECK(sheet(meetings, folder / "vote.pdf", {}).code == 2);
    CHECK(sheet(meetings, folder / "vote.pdf", {"--entry", "0", "--run", "3"}).code == 2);
    CHECK(std::filesystem::is_empty(folder.path()));

    write_file(folder / "vote.pdf", "mine");
    CHECK(sheet(meetings, folder / "vote.pdf", {"--run", "3"}).code == 1);
    CHECK(content_of(folder / "vote.pdf") == "mine");
}

TEST_CASE("without a printing system the sheet is a file all the same", "[tools]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    const std::string path = std::getenv("PATH");
    REQUIRE(::setenv("PATH", folder.path().c_str(), 1) == 0);
    const auto without = sheet(meetings, folder / "one.pdf", {"--run", "3", "--print"});
    // One that takes the file: it notes what it is asked for.
    write_file(folder / "lp", "#!/bin/sh\necho \"$@\" > \"${0%/lp}/asked\"\n");
    std::filesystem::permissions(folder / "lp", std::filesystem::perms::owner_all);
    const auto with = sheet(meetings, folder / "two.pdf", {"--run", "3", "--print"});
    REQUIRE(::setenv("PATH", path.c_str(), 1) == 0);
    CHECK(without.code == 4);
    CHECK_THAT(without.err,
               Contains("the sheet is written but was not printed") && Contains("cups-client"));
    CHECK(Pdf(content_of(folder / "one.pdf")).pages() == 1);
    CHECK(with.code == 0);
    CHECK(content_of(folder / "asked") == "-- " + (folder / "two.pdf").string() + "\n");
}
