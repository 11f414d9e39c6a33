// What somebody with the file alone can do to a ledger, and what storage and log say to it.
#include "tests/support/tampering.h"
#include "tests/support/results.h"
#include "tests/verify/decided_ledger.h"

#include <fmt/format.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// The decided ledger after these statements, as the audit sees it.
AuditReport audit_after(const std::string& statements) {
    const DecidedLedger ledger;
    tamper(ledger.path(), statements);
    return ledger.audit();
}

bool is_bad(const AuditReport& report, Level level) {
    return level_of(report, level).verdict == Verdict::bad;
}

const std::string another_leaf = "X'" + std::string(64, 'a') + "'";

}  // namespace

TEST_CASE("one byte changed in an entry is named, with what is still good", "[verify]") {
    const DecidedLedger ledger;
    replace_bytes(ledger.path(), R"("choice":"no")", R"("choice":"ye")");
    const auto report = ledger.audit();

    CHECK(report.verdict() == "Entry 11 was changed after signing. Entries 0 to 10 are good.");
    CHECK(report.good == 11);
    CHECK(is_bad(report, Level::log));
    CHECK(level_of(report, Level::storage).verdict == Verdict::good);
    CHECK(level_of(report, Level::authority).verdict == Verdict::not_checked);
    CHECK(level_of(report, Level::procedure).verdict == Verdict::not_checked);
    CHECK(level_of(report, Level::log).proved == "The first 15 entries are as signed.");
}

TEST_CASE("an entry changed together with its leaf hash contradicts the checkpoint", "[verify]") {
    const DecidedLedger ledger;
    std::string changed;
    ledger.audit({.good_entry = [&](const GoodEntry& entry) {
        if (entry.seq == first_ballot) changed = entry.bytes;
    }});
    changed.replace(changed.find("\"yes\""), 5, "\"no\"");
    const auto leaf = leaf_hash(bytes_of(changed));
    tamper(ledger.path(), fmt::format("UPDATE entry SET data = X'{}', leaf = X'{}' WHERE seq = {}",
                                      hex(bytes_of(changed)), hex(leaf), first_ballot));
    const auto report = ledger.audit();

    CHECK(report.verdict() == "Entry 8 was changed after signing. Entries 0 to 7 are good.");
    CHECK(is_bad(report, Level::log));
}

TEST_CASE("an entry put into the place of another is found", "[verify]") {
    const auto report = audit_after(
        "UPDATE entry SET seq = 100 WHERE seq = 8; UPDATE entry SET seq = 8 WHERE seq = 9;"
        "UPDATE entry SET seq = 9 WHERE seq = 100");
    CHECK(is_bad(report, Level::log));
    CHECK(report.good == 8);
}

TEST_CASE("an entry taken out of the middle is missed", "[verify]") {
    const auto report = audit_after("DELETE FROM entry WHERE seq = 9");
    CHECK(report.verdict() == "Entry 9 is missing. Entries 0 to 8 are good.");
    CHECK(is_bad(report, Level::log));
}

TEST_CASE("an entry taken off the end is missed while its checkpoint is there", "[verify]") {
    const auto report = audit_after("DELETE FROM entry WHERE seq >= 13");
    CHECK(report.verdict() ==
          "2 entries are missing at the end: 15 were signed. All 13 entries are good.");
    CHECK(is_bad(report, Level::log));
    CHECK_FALSE(report.all_good());
}

TEST_CASE("a ledger cut off with its checkpoints is a good shorter one: only a copy tells",
          "[verify]") {
    const auto report =
        audit_after("DELETE FROM entry WHERE seq >= 13; DELETE FROM checkpoint WHERE size > 13");
    CHECK(report.all_good());
    CHECK(report.position.size == 13);
    CHECK(report.results == 0);
}

TEST_CASE("entries without a checkpoint are not good", "[verify]") {
    const auto report = audit_after("DELETE FROM checkpoint WHERE size > 13");
    CHECK(report.verdict() ==
          "The entries 13 to 14 are under no checkpoint. Entries 0 to 12 are good.");
    CHECK(is_bad(report, Level::log));
}

TEST_CASE("a ledger without any entry proves nothing", "[verify]") {
    const auto report = audit_after("DELETE FROM entry; DELETE FROM checkpoint");
    CHECK_FALSE(report.all_good());
    CHECK(report.good == 0);
    CHECK(level_of(report, Level::log).verdict == Verdict::not_checked);
}

TEST_CASE("a checkpoint of another key is not taken", "[verify]") {
    const DecidedLedger ledger;
    const auto position = ledger.audit().position;
    const auto note =
        sign_checkpoint({.origin = position.origin, .size = position.size, .root = position.root},
                        key_from_label("forger"));
    tamper(ledger.path(), fmt::format("UPDATE checkpoint SET note = X'{}' WHERE size = {}",
                                      hex(bytes_of(note)), position.size));
    const auto report = ledger.audit();
    CHECK(is_bad(report, Level::log));
    CHECK(report.good == 14);
    CHECK(report.verdict().starts_with(
        "The checkpoint of 15 entries is not signed by this terminal"));
}

TEST_CASE("a checkpoint that does not say what stands beside it is found", "[verify]") {
    CHECK(is_bad(audit_after("UPDATE checkpoint SET root = " + another_leaf + " WHERE size = 15"),
                 Level::log));
    CHECK(is_bad(audit_after("DELETE FROM checkpoint WHERE size = 15;"
                             "UPDATE checkpoint SET size = 15 WHERE size = 14"),
                 Level::log));
}

TEST_CASE("a ledger signed anew by a key that the charter does not name is found", "[verify]") {
    const DecidedLedger ledger;
    const auto forger = key_from_label("forger");
    const VerifierKey key{.name = ConferenceBuilder::origin(), .key = forger.public_key()};
    auto statements = fmt::format("UPDATE feed SET vkey = '{}';", format_verifier_key(key));
    CompactRange tree;
    ledger.audit({.good_entry = [&](const GoodEntry& entry) {
        tree.append(leaf_hash(bytes_of(entry.bytes)));
        const auto note =
            sign_checkpoint({.origin = key.name, .size = tree.size(), .root = tree.root()}, forger);
        statements += fmt::format("UPDATE checkpoint SET note = X'{}' WHERE size = {};",
                                  hex(bytes_of(note)), tree.size());
    }});
    tamper(ledger.path(), statements);
    const auto report = ledger.audit();

    CHECK(level_of(report, Level::log).verdict == Verdict::good);
    CHECK(is_bad(report, Level::authority));
    CHECK(report.good == 0);
}

TEST_CASE("columns that do not say what the entry says are found, entry by entry", "[verify]") {
    for (const char* change : {"type = 'ballot/2'", "run = 7", "run = NULL",
                               "ballot = '00000000000000000000000000000abc'", "ballot = NULL"}) {
        INFO(change);
        const auto report = audit_after(fmt::format("UPDATE entry SET {} WHERE seq = 9", change));
        CHECK(
            report.verdict() ==
            "The index beside entry 9 does not say what the entry says. Entries 0 to 8 are good.");
        CHECK(is_bad(report, Level::storage));
        CHECK(level_of(report, Level::log).verdict == Verdict::good);
    }
}

TEST_CASE("an attachment that is not what its hash says is found", "[verify]") {
    const auto report = audit_after("UPDATE attachment SET bytes = X'00'");
    CHECK(is_bad(report, Level::storage));
    CHECK(report.attachments == 0);
    CHECK(report.good == 15);  // no entry is touched
}

TEST_CASE("an attachment that is absent is said to be absent", "[verify]") {
    const auto report = audit_after("DELETE FROM attachment");
    CHECK(report.all_good());
    CHECK(
        level_of(report, Level::procedure).proved.find("Voting tables whose text is absent: 1.") !=
        std::string::npos);
}

TEST_CASE("rows that no ledger of this version has are found", "[verify]") {
    for (const char* row :
         {"INSERT INTO entry VALUES (2, 0, X'00', zeroblob(32), 'x/1', NULL, NULL)",
          "INSERT INTO checkpoint VALUES (0, 1, zeroblob(32), X'00')",
          "INSERT INTO cosignature VALUES (1, 99, 'x')",
          "INSERT INTO evidence VALUES (zeroblob(32), 2, '{}')",
          "INSERT INTO tile_root VALUES (2, 1, 0, zeroblob(32))",
          "INSERT INTO tile_root VALUES (1, 1, 0, zeroblob(32))"}) {
        INFO(row);
        const auto report = audit_after(row);
        CHECK(is_bad(report, Level::storage));
        CHECK(report.good == 15);
    }
}

TEST_CASE("a feed that does not name its key is found", "[verify]") {
    for (const char* change : {"UPDATE feed SET vkey = 'x'", "UPDATE feed SET origin = 'x'",
                               "UPDATE feed SET branch = 1", "DELETE FROM feed",
                               "INSERT INTO feed VALUES (2, 'other.example/feed', 'x', 0, 0, 0)"})
        CHECK(is_bad(audit_after(change), Level::storage));
}

TEST_CASE("tables, indexes and triggers other than a ledger's are found before a row is read",
          "[verify]") {
    for (const char* change :
         {"CREATE TABLE notes (text)", "CREATE INDEX entry_type ON entry (type)",
          "CREATE VIEW ballots AS SELECT * FROM entry", "DROP TRIGGER entry_update",
          "DROP INDEX entry_act", "ALTER TABLE attachment ADD COLUMN name TEXT",
          "CREATE TRIGGER more BEFORE INSERT ON feed BEGIN SELECT 1; END"}) {
        INFO(change);
        const DecidedLedger ledger;
        execute_sql(ledger.path(), change);
        const auto report = ledger.audit();
        CHECK(is_bad(report, Level::storage));
        CHECK(report.entries == 0);
        CHECK(report.verdict() ==
              "The file was changed: its tables, indexes and triggers are not exactly those of a "
              "ledger. No entry is known to be good.");
    }
}

TEST_CASE("a damaged page in the middle stops the reading, not the program", "[verify]") {
    const DecidedLedger ledger;
    const auto whole = content_of(ledger.path());
    const auto damaged = ledger.path().parent_path() / "damaged";
    for (std::size_t page = 1; page < whole.size() / 4096; ++page) {
        auto content = whole;
        content.replace(page * 4096, 4096, std::string(4096, '\xff'));
        write_file(damaged, content);
        const auto report = audit(damaged, {});
        INFO("page " << page + 1);
        CHECK_FALSE((report && report->all_good()));
        if (report) CHECK(report->anything_bad());
    }
}
