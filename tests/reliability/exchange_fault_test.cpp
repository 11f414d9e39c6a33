// Every operation on the disk fails once, and from there on for ever, while a static directory is
// taken in: the copy holds all of it or nothing.
#include "tests/exchange/exchanged.h"
#include "tests/reliability/campaign.h"
#include "tests/support/simulated_disk.h"
#include "tests/support/two_meetings.h"

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace {

const std::string damaged = "the database is damaged: ";

/// What a copy of a directory must be.
struct Reference {
    std::uint64_t before = 0;  // entries that the copy held
    Image base = {};           // the copy then
    std::vector<Hash> leaves = {};
    std::vector<std::string> entries = {};
    std::size_t attachments = 0;
};

Result<ImportReport> take_into(const SimulatedDisk& disk, Carrier& carrier) {
    auto store = Store::open(SimulatedDisk::ledger_path, disk.vfs());
    if (!store) return store.error();
    auto importer = Importer::open(*store);
    if (!importer) return importer.error();
    return importer->take(carrier, {});
}

/// Empty if the disk holds the copy as it was or as it will be; if `acknowledged`, as it will be.
std::string examine(SimulatedDisk& disk, const Image& image, const Reference& reference,
                    bool acknowledged) {
    disk.reset(image);
    auto store = Store::open(SimulatedDisk::ledger_path, disk.vfs());
    if (!store) return store.error().detail;
    const auto size = store->size();
    if (!size) return size.error().detail;
    if (*size != reference.entries.size()) {
        if (acknowledged) return "what was reported as taken in is lost";
        if (*size != reference.before) return "half of the feed is there";
    }
    const auto feeds = store->feeds();
    if (!feeds || feeds->size() != 1) return "another number of feeds";
    const auto checkpoint = store->last_checkpoint();
    if (!checkpoint) return checkpoint.error().detail;
    if ((*checkpoint ? (*checkpoint)->size : 0) != *size)
        return "the checkpoint is of another size";
    for (std::uint64_t seq = 0; seq < *size;) {
        const auto entries = store->entries(seq);
        if (!entries || entries->empty()) return "entries cannot be read";
        for (const auto& entry : *entries)
            if (entry.data != reference.entries[seq++]) return "an entry is another";
    }
    const auto findings = store->integrity_findings();
    if (!findings || !findings->empty())
        return damaged + (findings ? findings->front() : findings.error().detail);
    return {};
}

/// A repeat completes.
std::string repeat(SimulatedDisk& disk, Carrier& carrier, const Reference& reference) {
    const auto report = take_into(disk, carrier);
    if (!report) return "a repeat fails: " + report.error().detail;
    if (report->feeds.front().after != reference.entries.size()) return "a repeat does not end it";
    auto store = Store::open(SimulatedDisk::ledger_path, disk.vfs());
    if (!store) return store.error().detail;
    const auto held = store->attachments_above({});
    if (!held || held->size() != reference.attachments) return "attachments are missing";
    return {};
}

Reference reference_of(const std::filesystem::path& ledger) {
    Reference reference;
    auto store = value_of(Store::open(ledger));
    for (std::uint64_t seq = 0; seq < value_of(store.size());) {
        for (const auto& entry : value_of(store.entries(seq))) {
            reference.entries.push_back(entry.data);
            reference.leaves.push_back(entry.leaf);
            ++seq;
        }
    }
    reference.attachments = value_of(store.attachments_above({})).size();
    return reference;
}

/// Returns the runs.
int sweep(SimulatedDisk& disk, SimulatedDisk& after, Carrier& carrier, const Reference& reference,
          DiskFault fault, bool for_ever) {
    const int factor = std::max(campaign_count(campaign_divisor), 1);
    const int stride = std::max(8 * campaign_divisor / factor, 1);
    int runs = 0;
    // The two do not meet the same operations.
    for (int at = for_ever ? 1 : 0;; at += stride, ++runs) {
        disk.reset(reference.base);
        disk.fail(fault, at, for_ever);
        const auto taken = take_into(disk, carrier);
        if (!disk.failed()) return runs;
        disk.heal();
        INFO(to_text(fault) << ' ' << at << (for_ever ? ", for ever: " : ", once: ")
                            << (taken ? "taken in" : taken.error().detail));
        // The ledger's own disk failed: another copy of the directory would mend nothing.
        if (!taken && (taken.error().fault == Fault::storage || taken.error().fault == Fault::full))
            CHECK(taken.error().detail.find("fresh copy") == std::string::npos);
        const auto cut = disk.power_cut();
        for (const auto& image : {disk.files(), cut.image(0), cut.image(1), cut.image(2)}) {
            const auto wrong = examine(after, image, reference, static_cast<bool>(taken));
            // A page that was read wrong and is written again is beyond what SQLite can know: the
            // audit finds it, and a copy is made anew. An entry is never another.
            if (fault == DiskFault::read_flip && wrong.starts_with(damaged)) continue;
            REQUIRE(wrong == "");
            REQUIRE(repeat(after, carrier, reference) == "");
        }
    }
}

void sweep_all(const char* what, MemoryCarrier& carrier, const Reference& reference) {
    SimulatedDisk disk, after;
    int runs = 0;
    for (const auto fault : disk_faults) {
        const int once = sweep(disk, after, carrier, reference, fault, false);
        CHECK(once > 0);
        runs += once + sweep(disk, after, carrier, reference, fault, true);
    }
    report("import faults, ", what, ": ", runs, " runs of ", std::size(disk_faults),
           " kinds, 0 halves of a feed");
}

}  // namespace

TEST_CASE("a fault at any operation of an import leaves all of the feed or nothing", "[campaign]") {
    const TempFolder folder;
    MemoryCarrier carrier;
    SimulatedDisk disk;
    const auto begin_copy = [&] {
        disk.reset();
        value_of(Store::create(SimulatedDisk::ledger_path, desk_key(), disk.vfs(), false));
    };
    SECTION("a first one, with attachments") {
        const TwoMeetings meetings;
        auto reference = reference_of(meetings.path());
        {
            auto store = value_of(Store::open(meetings.path()));
            export_to(store, folder / "out");
        }
        carrier.files = files_in(folder / "out");
        begin_copy();
        reference.base = disk.files();
        sweep_all("first", carrier, reference);
    }
    SECTION("a later one, over the end of a tile") {
        {
            auto ledger = ledger_of(folder / "ledger", 250);
            export_to(ledger.log().store(), folder / "old");
            refuse_pins(ledger, 10, "chair");
            export_to(ledger.log().store(), folder / "out");
        }
        auto reference = reference_of(folder / "ledger");
        begin_copy();
        carrier.files = files_in(folder / "old");
        value_of(take_into(disk, carrier));
        reference.before = 250;
        reference.base = disk.files();
        carrier.files = files_in(folder / "out");
        sweep_all("later", carrier, reference);
    }
}
