// Every single bit of a small ledger's file is flipped, and the whole audit is asked each time:
// what it accepts must say exactly what was recorded.
#include "ledger/store.h"
#include "ledger/verify/store_audit.h"
#include "tests/reliability/campaign.h"
#include "tests/support/results.h"
#include "tests/verify/decided_ledger.h"

#include <atomic>
#include <thread>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

/// All that a ledger says: entries, checkpoints and attachments.
std::string content_of(Store& store) {
    std::string content;
    for (std::uint64_t from = 0;;) {
        const auto entries = value_of(store.entries(from));
        if (entries.empty()) break;
        for (const auto& entry : entries) content += entry.data + "\n";
        from += entries.size();
    }
    for (const auto& checkpoint : value_of(store.checkpoints_above(-1))) content += checkpoint.note;
    for (const auto& hash : value_of(store.attachments_above({}))) {
        const auto bytes = value_of(store.attachment(hash));
        content += hex(hash) + (bytes ? text_of(*bytes) : "");
    }
    return content;
}

struct Counts {
    std::atomic<std::size_t> detected = 0;
    std::atomic<std::size_t> harmless = 0;
    std::atomic<std::size_t> schema_alone = 0;  // of those detected: tables and triggers in words
    std::atomic<std::size_t> accepted_with_change = 0;
};

void flip_and_audit(Bytes image, std::size_t bit, const std::string& recorded, Counts& counts) {
    image[bit / 8] = static_cast<Byte>(image[bit / 8] ^ 1U << bit % 8);
    auto store = Store::open_image(image);
    if (!store) return static_cast<void>(++counts.detected);
    if (!audit_store(*store, {}).all_good()) {
        ++counts.detected;
        if (!store->check_schema() && store->feeds()) ++counts.schema_alone;
        return;
    }
    // Catch's assertions are not for several threads: the verdict is a count.
    ++(content_of(*store) == recorded ? counts.harmless : counts.accepted_with_change);
}

}  // namespace

TEST_CASE("no flipped bit makes the audit accept what was not recorded", "[campaign][threads]") {
    const DecidedLedger ledger;
    const auto text = content_of(ledger.path());
    const Bytes image(text.begin(), text.end());
    auto whole = value_of(Store::open_image(image));
    REQUIRE(audit_store(whole, {}).all_good());
    const auto recorded = content_of(whole);

    const std::size_t bits = image.size() * 8;
    // Odd, so that the bits tried stand everywhere in their bytes.
    const auto tries = static_cast<std::size_t>(campaign_count(8000));
    const std::size_t stride = tries >= bits ? 1 : bits / tries | 1U;
    Counts counts;
    const auto work = [&](std::size_t first) {
        for (std::size_t bit = first * stride; bit < bits; bit += 2 * stride)
            flip_and_audit(image, bit, recorded, counts);
    };
    std::thread other(work, 1);
    work(0);
    other.join();

    report(counts.detected + counts.harmless + counts.accepted_with_change, " of ", bits,
           " bits flipped: ", counts.detected, " detected, ", counts.schema_alone,
           " of them by the text of the schema; ", counts.harmless, " harmless; ",
           counts.accepted_with_change, " accepted with changed content");
    CHECK(counts.accepted_with_change == 0);
    CHECK(counts.detected > 0);
    CHECK(counts.harmless > 0);
}
