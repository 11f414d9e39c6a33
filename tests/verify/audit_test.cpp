// What an audit says of a ledger that is as it must be, and of files that are none.
#include "ledger/verify/audit.h"

#include "ledger/verify/ledger_copy.h"
#include "tests/support/child.h"
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/verify/decided_ledger.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

/// A second process asks whether the ledger is held, as SQLite's locks say.
bool held_elsewhere(const fs::path& path) {
    return in_child([&] {
               const auto copy = LedgerCopy::make(path);
               return std::string(copy                                  ? "free"
                                  : copy.error().fault == Fault::in_use ? "held"
                                                                        : "?");
           }) == "held";
}

}  // namespace

TEST_CASE("a ledger as it was written is good at all four levels", "[verify]") {
    const DecidedLedger ledger;
    const auto report = ledger.audit();
    INFO(findings_text(report));

    CHECK(report.all_good());
    CHECK(report.verdict() == "All 15 entries are good.");
    for (const auto level : {Level::storage, Level::log, Level::authority, Level::procedure})
        CHECK(level_of(report, level).verdict == Verdict::good);
    CHECK(report.entries == 15);
    CHECK(report.good == 15);
    // charter, three of founding, open, presence, put, start, four ballots, close: one each;
    // lock and announcement: two each
    CHECK(report.seals == 17);
    CHECK(report.results == 1);
    CHECK(report.attachments == 1);
    CHECK(report.undone == 0);
    CHECK(report.first_wall_ms == report.last_wall_ms);
    REQUIRE(report.conference);
    CHECK(report.conference->decisions.front().result->outcome == Outcome::adopted);
}

TEST_CASE("an audit leaves the ledger and its folder byte for byte as they were", "[verify]") {
    const DecidedLedger ledger;
    const auto before = content_of(ledger.path());
    const auto changed_before = fs::last_write_time(ledger.path());

    CHECK(ledger.audit().all_good());

    CHECK(content_of(ledger.path()) == before);
    CHECK(fs::last_write_time(ledger.path()) == changed_before);
    const auto folder = fs::directory_iterator(ledger.path().parent_path());
    CHECK(std::distance(begin(folder), end(folder)) == 1);
}

TEST_CASE("the private copy is in a folder of mode 0700 and goes when it is done", "[verify]") {
    const DecidedLedger ledger;
    fs::path copied;
    {
        const auto copy = value_of(LedgerCopy::make(ledger.path()));
        copied = copy.path();
        struct stat status = {};
        REQUIRE(::stat(copied.parent_path().c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0700U);
        CHECK(content_of(copied) == content_of(ledger.path()));
    }
    CHECK_FALSE(fs::exists(copied.parent_path()));
}

TEST_CASE("an audit says whether the key was known from elsewhere", "[verify]") {
    const DecidedLedger ledger;
    CHECK_FALSE(ledger.audit().key_was_given);

    const VerifierKey key{.name = ConferenceBuilder::origin(),
                          .key = key_from_label("desk").public_key()};
    const auto report = ledger.audit({.key = key});
    CHECK(report.key_was_given);
    CHECK(report.all_good());
}

TEST_CASE("a ledger of another key than the one given is not good", "[verify]") {
    const DecidedLedger ledger;
    const VerifierKey other{.name = ConferenceBuilder::origin(),
                            .key = key_from_label("another desk").public_key()};
    const auto report = ledger.audit({.key = other});
    CHECK_FALSE(report.all_good());
    CHECK(report.verdict() ==
          "This is not a ledger of the key that was given. No entry is known to be good.");
    CHECK(level_of(report, Level::log).verdict == Verdict::bad);
    CHECK(level_of(report, Level::procedure).verdict == Verdict::not_checked);
}

TEST_CASE("an audit that is stopped says what was not checked", "[verify]") {
    const DecidedLedger ledger;
    int asked = 0;
    const auto report = ledger.audit({.progress = [&](std::uint64_t, std::uint64_t of) {
        CHECK(of == 15);
        return ++asked == 1;  // one block, then no more
    }});
    CHECK_FALSE(report.all_good());
    CHECK_FALSE(report.anything_bad());
    CHECK(report.verdict() == "Not everything was checked. All 15 entries are good.");
    CHECK(level_of(report, Level::procedure).verdict == Verdict::not_checked);
}

TEST_CASE("every good entry is handed out once, in order, with its bytes and words", "[verify]") {
    const DecidedLedger ledger;
    std::vector<GoodEntry> entries;
    const auto report =
        ledger.audit({.good_entry = [&](const GoodEntry& entry) { entries.push_back(entry); }});
    REQUIRE(entries.size() == 15);
    for (std::size_t i = 0; i < entries.size(); ++i) CHECK(entries[i].seq == i);
    CHECK(entries[first_ballot].words == "State AAA votes YES.");
    CHECK(entries[first_ballot].bytes.starts_with(R"({"content":{"choice":"yes")"));
}

TEST_CASE("files that are no ledger are told apart, and none is created", "[verify]") {
    const TempFolder folder;
    const auto path = folder / "file";
    const auto fault = [&] { return fault_of(audit(path, {})); };

    CHECK(fault() == Fault::absent);
    CHECK_FALSE(fs::exists(path));

    write_file(path, "");
    CHECK(fault() == Fault::malformed);
    write_file(path, "SQLite format 3");
    CHECK(fault() == Fault::malformed);
    write_file(path, std::string(8192, 'x'));
    CHECK(fault() == Fault::malformed);

    fs::remove(path);
    fs::create_directory(path);
    CHECK(fault() == Fault::malformed);
    fs::remove(path);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK(fault() == Fault::malformed);
}

TEST_CASE("another program's database is no ledger", "[verify]") {
    const TempFolder folder;
    write_file(folder / "notes.db", "");
    execute_sql(folder / "notes.db", "CREATE TABLE notes (text); INSERT INTO notes VALUES ('x')");
    const auto error = error_of(audit(folder / "notes.db", {}));
    CHECK(error.fault == Fault::malformed);
    CHECK(error.detail.find((folder / "notes.db").string()) == 0);
}

TEST_CASE("a ledger cut short anywhere is never good", "[verify]") {
    const DecidedLedger ledger;
    const auto whole = content_of(ledger.path());
    const auto cut = ledger.path().parent_path() / "cut";
    for (std::size_t size = 0; size < whole.size(); size += 1024) {
        write_file(cut, whole.substr(0, size));
        const auto report = audit(cut, {});
        INFO(size << " of " << whole.size() << " bytes");
        CHECK_FALSE((report && report->all_good()));
    }
}

TEST_CASE("a ledger that a terminal has open is left alone, and its lock with it", "[verify]") {
    const DecidedLedger ledger;
    const auto running =
        value_of(Ledger::open(ledger.path(), key_from_label("desk"), Ledger::Options{}));

    // in the terminal's own process: to open and close the file would drop the terminal's lock
    const auto error = error_of(audit(ledger.path(), {}));
    CHECK(error.fault == Fault::in_use);
    CHECK(error.detail.find("Ask the running terminal for an export") != std::string::npos);
    // in another one
    CHECK(held_elsewhere(ledger.path()));
}

TEST_CASE("a ledger reached through a link is audited with the journal of the file itself",
          "[verify]") {
    const DecidedLedger ledger;
    const auto link = ledger.path().parent_path() / "link";
    fs::create_symlink(ledger.path(), link);
    CHECK(value_of(audit(link, {})).all_good());
}

TEST_CASE("a write-ahead log beside a ledger is refused: its content would not be seen",
          "[verify]") {
    const DecidedLedger ledger;
    write_file(ledger.path().string() + "-wal", "x");
    CHECK(fault_of(audit(ledger.path(), {})) == Fault::malformed);
}
