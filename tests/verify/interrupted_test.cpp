// A terminal that stopped while it wrote leaves a journal beside the ledger: the two belong
// together.
#include "ledger/log.h"
#include "tests/support/results.h"
#include "tests/support/tampering.h"
#include "tests/verify/decided_ledger.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// A ledger as a power cut leaves it in the middle of a transaction: what did not fit into memory
/// stands in the file already, what it replaced in the journal.
class StoppedLedger {
public:
    StoppedLedger() {
        auto log = value_of(Log::open(decided_.path(), {}));
        auto& store = log.store();
        value_of(store.begin());
        const std::string data = "half an act";
        value_of(store.insert({.seq = all_entries,
                               .data = data,
                               .leaf = leaf_hash(bytes_of(data)),
                               .type = "half/1"}));
        const Bytes bulk(attachment_size_limit, 1);
        value_of(store.insert_attachment(sha256(bulk), bulk));
        write_file(path(), content_of(decided_.path()));
        write_file(journal(), content_of(decided_.path().string() + "-journal"));
        store.roll_back();
    }
    std::filesystem::path path() const { return decided_.path().parent_path() / "stopped.ledger"; }
    std::filesystem::path journal() const { return path().string() + "-journal"; }

private:
    DecidedLedger decided_;
};

}  // namespace

TEST_CASE("a transaction under way when writing stopped is undone in the copy and reported",
          "[verify]") {
    const StoppedLedger ledger;
    const auto file = sha256_of_file(ledger.path());
    const auto journal = sha256_of_file(ledger.journal());

    const auto report = value_of(audit(ledger.path(), {}));
    INFO(findings_text(report));
    CHECK(report.undone == 1);
    CHECK(report.all_good());
    CHECK(report.entries == all_entries);
    CHECK(report.attachments == 1);
    CHECK(
        report.verdict() ==
        "All 15 entries are good. The terminal was stopped while writing: the last transaction was "
        "not committed.");

    CHECK(sha256_of_file(ledger.path()) == file);
    CHECK(sha256_of_file(ledger.journal()) == journal);
}

TEST_CASE("the file without the journal that belongs to it is not taken for a good ledger",
          "[verify]") {
    const StoppedLedger ledger;
    std::filesystem::remove(ledger.journal());
    const auto report = value_of(audit(ledger.path(), {}));
    CHECK(report.undone == 0);
    CHECK_FALSE(report.all_good());
    CHECK(report.entries == all_entries + 1);
    CHECK(report.good == all_entries);
}

TEST_CASE("a journal that a finished transaction left behind undoes nothing", "[verify]") {
    const DecidedLedger ledger;
    write_file(ledger.path().string() + "-journal", std::string(512, '\0'));
    const auto report = ledger.audit();
    CHECK(report.undone == 0);
    CHECK(report.all_good());
}
