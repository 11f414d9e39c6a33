// The quick look: what the hashes alone show, what they do not, and what it says of that.
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/verify/decided_ledger.h"

#include <fmt/format.h>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

const AuditOptions hashes = {.hashes_only = true};

AuditReport hashes_after(const std::string& statements) {
    const DecidedLedger ledger;
    tamper(ledger.path(), statements);
    return ledger.audit(hashes);
}

}  // namespace

TEST_CASE("the hashes of a ledger as it was written lead to what was signed", "[verify]") {
    const DecidedLedger ledger;
    const auto report = ledger.audit(hashes);
    INFO(findings_text(report));
    CHECK_FALSE(report.anything_bad());
    CHECK(report.verdict() == "Not everything was checked. All 15 entries are good.");
    CHECK(level_of(report, Level::log).verdict == Verdict::good);
    for (const auto level : {Level::storage, Level::authority, Level::procedure})
        CHECK(level_of(report, level).verdict == Verdict::not_checked);
    const auto whole = ledger.audit();
    CHECK(report.position.size == whole.position.size);
    CHECK(report.position.root == whole.position.root);
    CHECK(report.checkpoint_note == whole.checkpoint_note);
    CHECK(report.first_wall_ms == whole.first_wall_ms);
    CHECK(report.last_wall_ms == whole.last_wall_ms);
    CHECK(report.seals == 0);
}

TEST_CASE("the hashes show what was changed, put, taken away or signed by another", "[verify]") {
    const DecidedLedger changed;
    replace_bytes(changed.path(), R"("choice":"no")", R"("choice":"ye")");
    CHECK(changed.audit(hashes).verdict() ==
          "Entry 11 was changed after signing. No entry is known to be good.");

    CHECK(hashes_after("DELETE FROM entry WHERE seq = 9").findings.front().what ==
          "Entry 9 is missing.");
    CHECK(hashes_after("DELETE FROM entry WHERE seq >= 13").findings.front().what ==
          "There are 13 entries, and 15 were signed.");
    CHECK(hashes_after("DELETE FROM checkpoint WHERE size > 14").findings.front().what ==
          "There are 15 entries, and 14 were signed.");
    CHECK(hashes_after("DELETE FROM checkpoint").findings.front().what ==
          "There is no checkpoint that can be read.");
    CHECK(hashes_after("UPDATE entry SET seq = 100 WHERE seq = 8; "
                       "UPDATE entry SET seq = 8 WHERE seq = 9; "
                       "UPDATE entry SET seq = 9 WHERE seq = 100")
              .findings.front()
              .what ==
          "At least one of the entries 0 to 14 was changed after signing; the full "
          "audit says which.");

    const DecidedLedger ledger;
    const VerifierKey other{.name = ConferenceBuilder::origin(),
                            .key = key_from_label("other").public_key()};
    CHECK(ledger.audit({.hashes_only = true, .key = other}).anything_bad());
    tamper(ledger.path(), "UPDATE checkpoint SET note = X'00' WHERE size = 15");
    CHECK(ledger.audit(hashes).findings.front().what.starts_with(
        "The last checkpoint is not signed by this terminal"));
}

TEST_CASE("the hashes say nothing of seals: the full audit does", "[verify]") {
    DecidedLedger ledger;
    auto draft = value_of(draft_of(MeetingOpened{.number = 2, .presiding = "chair"}, "plenary"));
    ledger.forge(draft);  // signed by the terminal, sealed by nobody
    CHECK_FALSE(ledger.audit(hashes).anything_bad());
    CHECK(level_of(ledger.audit(), Level::authority).verdict == Verdict::bad);
}

TEST_CASE("the quick look stops where it is told to, and says how far it came", "[verify]") {
    const DecidedLedger ledger;
    auto options = hashes;
    options.progress = [](std::uint64_t, std::uint64_t) { return false; };
    const auto report = ledger.audit(options);
    CHECK_FALSE(report.anything_bad());
    CHECK(report.good == 0);
    CHECK(level_of(report, Level::log).verdict == Verdict::not_checked);
    CHECK(level_of(report, Level::log).proved == "The first 0 entries were hashed.");
}
