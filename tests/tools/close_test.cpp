// placet close: the end of a conference, and the archive that explains itself.
#include "ledger/acts.h"
#include "ledger/key_folder.h"
#include "tests/ledger/publish/pdf.h"
#include "tests/support/tampering.h"
#include "tests/support/two_meetings.h"
#include "tests/tools/run.h"
#include "tests/verify/decided_ledger.h"

#include <algorithm>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

const std::string passphrase = "a passphrase of tests";

/// The folder of keys as init makes it, with this root key.
class Keys {
public:
    explicit Keys(const std::string& root = "root") {
        const auto write = [&](const char* name, const std::string& text) {
            value_of(write_private_file(folder_ / name, text + "\n"));
        };
        const auto key = [](const std::string& label) {
            return encrypt_key(key_from_label(label), bytes_of(passphrase), KeyCost::interactive);
        };
        write(key_folder_file::root, key(root));
        write(key_folder_file::root_passphrase, passphrase);
        write(key_folder_file::terminal, key("desk"));
        write(key_folder_file::terminal_passphrase, passphrase);
    }
    std::string path() const { return folder_.path(); }

private:
    TempFolder folder_;
};

Ran close(const fs::path& ledger, const Keys& keys, const fs::path& archive) {
    return run({"close", "--ledger", ledger, "--keys", keys.path(), "--archive", archive});
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(fs::relative(entry, folder).string());
    std::ranges::sort(names);
    return names;
}

/// The commands that the guide gives, indented by four blanks below its last heading.
std::string commands_in(const std::string& guide) {
    std::istringstream stream(guide.substr(guide.find("HOW TO CHECK IT")));
    std::string script = "set -e\n";
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with("    ")) script += line.substr(4) + "\n";
    return script;
}

}  // namespace

TEST_CASE("a closed conference is an archive that says how to check it", "[close]") {
    const TwoMeetings meetings;
    const Keys keys;
    const TempFolder folder;
    const auto archive = folder / "archive";
    const auto ran = close(meetings.path(), keys, archive);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(names_in(archive) ==
          std::vector<std::string>{
              "FORMAT.md", "README", "SHA256SUMS", "checkpoint", "conference.ledger",
              "decisions.txt", "decisions/decision-000020.pdf", "decisions/decision-000023.pdf",
              "decisions/decision-000038.pdf", "decisions/decision-000050.pdf", "keys.tsv",
              "meetings/meeting-001.txt", "meetings/meeting-002.txt", "schema.sql", "vkey"});

    const auto head = run({"checkpoint", "--ledger", meetings.path()}).out;
    CHECK(content_of(archive / "checkpoint") == head);
    CHECK(content_of(archive / "conference.ledger") == content_of(meetings.path()));
    CHECK(content_of(archive / "FORMAT.md") ==
          content_of(fs::path(PLACET_SOURCE_DIR) / "ledger" / "FORMAT.md"));
    CHECK_THAT(content_of(archive / "decisions.txt"),
               Contains("Draft article 3 was adopted without a vote."));
    CHECK_THAT(content_of(archive / "keys.tsv"),
               Contains("root\troot\t\t" + base64(key_from_label("root").public_key())));
    CHECK_THAT(content_of(archive / "meetings" / "meeting-002.txt"), Contains("2nd meeting"));
    // The roots are printed and stand in the guide.
    for (const auto& text : {ran.out, content_of(archive / "README")})
        CHECK_THAT(text, Contains(head) && Contains("Root, hex") &&
                             Contains(content_of(archive / "vkey")));
}

TEST_CASE("the commands of the reader's guide hold, and not for what was changed", "[close]") {
    const TwoMeetings meetings;
    const Keys keys;
    const TempFolder folder;
    const auto archive = folder / "archive";
    REQUIRE(close(meetings.path(), keys, archive).code == 0);
    auto script = commands_in(content_of(archive / "README"));
    const auto placet = script.find("placet verify");
    REQUIRE(placet != std::string::npos);
    CHECK_THAT(script, Contains("sqlite3 -readonly conference.ledger"));
    script.resize(placet);  // that is this program, and SQLite's shell may not be here
    write_file(folder / "check", script);
    const auto check = "cd " + archive.string() + " && sh " + (folder / "check").string();
    CHECK_THAT(shell(check), Contains("Signature Verified Successfully"));

    const auto key = content_of(archive / "vkey");
    CHECK(run({"verify", "--quiet", "--ledger", archive / "conference.ledger", "--vkey",
               key.substr(0, key.size() - 1)})
              .code == 0);

    auto checkpoint = content_of(archive / "checkpoint");
    checkpoint[checkpoint.find('\n') + 1] ^= 1;  // another number of entries
    write_file(archive / "checkpoint", checkpoint);
    CHECK_THAT(shell(check + " || true"), Contains("checkpoint: FAILED"));
    write_file(folder / "check", script.substr(script.find("scratch=")));
    CHECK_THAT(shell(check + " || true"), Contains("Signature Verification Failure"));
}

TEST_CASE("nothing follows the end of a conference", "[close]") {
    const TwoMeetings meetings;
    const Keys keys;
    const TempFolder folder;
    REQUIRE(close(meetings.path(), keys, folder / "archive").code == 0);
    const auto closed = sha256_of_file(meetings.path());
    CHECK(run({"verify", "--quiet", "--ledger", meetings.path()}).code == 0);

    const auto again = close(meetings.path(), keys, folder / "second");
    CHECK(again.code == 1);
    CHECK_THAT(again.err, Contains("closed"));
    CHECK_FALSE(fs::exists(folder / "second"));
    {
        const ConferenceBuilder builder({"AAA", "BBB", "CCC", "DDD"});
        auto ledger = value_of(reopen_ledger(meetings.path(), builder));
        CHECK(fault_of(ledger.append(builder.sealed(ledger.conference(),
                                                    next_meeting(ledger.conference(), "chair")))) ==
              Fault::refused);
    }
    // What was lost on the way can be written again.
    const auto only = run(
        {"close", "--archive-only", "--ledger", meetings.path(), "--archive", folder / "third"});
    CHECK(only.code == 0);
    CHECK(content_of(folder / "third" / "SHA256SUMS") ==
          content_of(folder / "archive" / "SHA256SUMS"));
    CHECK(sha256_of_file(meetings.path()) == closed);
}

TEST_CASE("an open meeting, another root key or a changed ledger: nothing is closed", "[close]") {
    const TempFolder folder;
    const auto refused = [&](const fs::path& ledger, const Keys& keys, int code,
                             const std::string& why) {
        const auto before = sha256_of_file(ledger);
        const auto ran = close(ledger, keys, folder / "archive");
        INFO(ran.err);
        CHECK(ran.code == code);
        CHECK_THAT(ran.err, Contains(why));
        CHECK(fs::is_empty(folder.path()));
        CHECK(sha256_of_file(ledger) == before);
    };
    const Keys keys;
    const DecidedLedger open;
    refused(open.path(), keys, 1, "Meeting 1 is not closed.");
    const TwoMeetings meetings;
    refused(meetings.path(), Keys("chair"), 3, "root");
    replace_bytes(meetings.path(), R"("choice":"no","delegation":"BBB")",
                  R"("choice":"no","delegation":"CCC")");
    refused(meetings.path(), keys, 3, "was changed after signing");
}

TEST_CASE("an archive is never written over anything", "[close]") {
    const TwoMeetings meetings;
    const Keys keys;
    const TempFolder folder;
    write_file(folder / "archive", "mine");
    const auto before = sha256_of_file(meetings.path());
    const auto ran = close(meetings.path(), keys, folder / "archive");
    CHECK(ran.code == 1);
    CHECK_THAT(ran.err, Contains("the name is taken"));
    CHECK(content_of(folder / "archive") == "mine");
    CHECK(sha256_of_file(meetings.path()) == before);
    CHECK(run({"close", "--ledger", meetings.path(), "--archive", folder / "new"}).code == 2);
    CHECK(run({"close", "--archive-only", "--ledger", meetings.path(), "--archive", folder / "new"})
              .code == 1);
    CHECK_FALSE(fs::exists(folder / "new"));
}
