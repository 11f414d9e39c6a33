// Static directories out and in: a whole feed, what one more vote costs, and many small feeds.
#include "ledger/exchange/copy.h"
#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/import.h"
#include "ledger/procedure/tally.h"
#include "ledger/verify/audit.h"
#include "tools/bench/child.h"
#include "tools/bench/directory_export.h"
#include "tools/bench/ledger_signatures.h"
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>

namespace placet::bench {
namespace {

using namespace placet::ledger;
namespace fs = std::filesystem;

Result<ImportReport> taken_in(Importer& importer, const fs::path& directory,
                              std::uint64_t* bytes = nullptr) {
    const auto carrier = open_folder(directory);
    if (!carrier) return carrier.error();
    auto report = importer.take(**carrier, {});
    if (bytes != nullptr) *bytes = (*carrier)->bytes_read();
    return report;
}

VerifierKey spine_key(Store& store) {
    const auto feeds = store.feeds();
    return feeds ? feeds->front().key : VerifierKey{};
}

// ---- a whole feed ------------------------------------------------------------------------------

/// Into a new copy, verified and durable.
Result<double> first_import_s(const fs::path& copy, const VerifierKey& key,
                              const fs::path& directory) {
    fs::remove(copy);
    const Stopwatch watch;
    if (const auto made = follow(copy, key); !made) return made.error();
    auto store = Store::open(copy);
    if (!store) return store.error();
    auto importer = Importer::open(*store);
    if (!importer) return importer.error();
    const auto report = taken_in(*importer, directory);
    if (!report) return report.error();
    return watch.seconds();
}

Result<Row> memory_row(const Settings& settings, const Scratch& scratch, const VerifierKey& key) {
    const auto copy = scratch / "memory.copy";
    if (const auto made = follow(copy, key); !made) return made.error();
    const auto done = run_to_end({settings.programs / "placet", "import", "--quiet", "--ledger",
                                  copy.string(), (scratch / "out").string()});
    if (!done) return done.error();
    if (done->code != 0) return Error{Fault::unverified, "placet import: " + done->output};
    return Row{.name = "peak memory of import",
               .unit = "MiB",
               .ours = {{done->peak_mib}},
               .goal = Goal{Better::lower, 64, 24}};
}

Result<Rows> measure_import(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = sample_ledger(settings, *sample, {settings.small ? 300ULL : 20'000ULL, 256});
    if (!path) return path.error();
    const Scratch scratch(settings, "import");
    const auto audited = audit(*path, {});
    if (!audited) return audited.error();
    const auto messages = signatures_in(*path, *audited->conference);
    if (!messages) return messages.error();
    const auto key = [&]() -> Result<VerifierKey> {
        auto store = Store::open(*path);
        if (!store) return store.error();
        if (const auto done = export_whole(*store, scratch / "out"); !done) return done.error();
        return spine_key(*store);
    }();
    if (!key) return key.error();
    const auto entries = static_cast<double>(audited->entries);
    // A copy holds one checkpoint: those between are not its signatures to verify.
    const std::span seals(messages->data(), audited->seals);
    Row row{.name = fmt::format("first import of {} entries, verified and durable", entries),
            .unit = "entry/s",
            .beside = fmt::format("libsodium over the same {} seals", seals.size()),
            .goal = Goal{Better::higher, 0.65, 0.85}};
    const auto measured = alternate(
        row, settings.rounds,
        [&]() -> Result<double> {
            const auto s = first_import_s(scratch / "copy", *key, scratch / "out");
            if (!s) return s.error();
            return entries / *s;
        },
        [&]() -> Result<double> {
            const Stopwatch watch;
            if (verify_bare(seals, 1) != seals.size())
                return Error{Fault::unverified, "libsodium alone refuses a signature"};
            return entries / watch.seconds();
        });
    if (!measured) return measured.error();
    row.peer = PeerLine{.job = "J4 first import",
                        .value = row.ours.median(),
                        .unit = "entry/s",
                        .note = "seals, rules, tree and checkpoint verified; durable"};
    auto memory = memory_row(settings, scratch, *key);
    if (!memory) return memory.error();
    return Rows{row, *std::move(memory)};
}

Result<Rows> measure_export(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = sample_ledger(settings, *sample, {settings.small ? 300ULL : 100'000ULL, 256});
    if (!path) return path.error();
    const auto leaves = entries_in(*path);
    if (!leaves) return leaves.error();
    const Scratch scratch(settings, "export");
    auto store = Store::open(*path);
    if (!store) return store.error();
    if (const auto done = export_whole(*store, scratch / "out"); !done) return done.error();
    double entry_bytes = 0, files = 0, bytes = 0;
    for (const auto& entry : *leaves) entry_bytes += static_cast<double>(entry.size());
    for (const auto& file : fs::recursive_directory_iterator(scratch / "out")) {
        if (!file.is_regular_file() || file.path().parent_path().filename() == "blob") continue;
        ++files;
        bytes += static_cast<double>(file.file_size());
    }
    return Rows{{.name = fmt::format("files of an exported feed of {} entries", leaves->size()),
                 .ours = {{files}},
                 .goal = Goal{Better::lower, 800}},
                {.name = "bytes of it",
                 .unit = "B",
                 .ours = {{bytes}},
                 .yardstick = {{entry_bytes}},
                 .beside = "bytes of the entries",
                 .goal = Goal{Better::lower, 1.15}}};
}

// ---- one more vote -----------------------------------------------------------------------------

constexpr std::uint64_t free_bytes = 8192;  // of an exchange, beside what is new

struct Increments {
    Row out, in, bytes;
};

/// A desk and a copy of this size grow by a vote a round, through a directory.
Result<Increments> increments(const Settings& settings, const SampleConference& sample,
                              std::uint64_t size) {
    const auto made = sample_ledger(settings, sample, {size, 256});
    if (!made) return made.error();
    const Scratch scratch(settings, "exchange");
    fs::copy_file(*made, scratch / "desk");
    auto desk = Ledger::open(scratch / "desk", SampleConference::terminal_key(), {});
    if (!desk) return desk.error();
    auto& store = desk->log().store();
    if (const auto done = export_whole(store, scratch / "out"); !done) return done.error();
    if (const auto done = follow(scratch / "copy", desk->verifier_key()); !done)
        return done.error();
    auto copy = Store::open(scratch / "copy");
    if (!copy) return copy.error();
    auto importer = Importer::open(*copy);
    if (!importer) return importer.error();
    if (const auto done = taken_in(*importer, scratch / "out"); !done) return done.error();
    Increments rows{
        .out = {.name = fmt::format("export of one more vote, {} entries", size), .unit = "ms"},
        .in = {.name = fmt::format("import of one more vote, {} entries", size), .unit = "ms"},
        .bytes = {.name = fmt::format("bytes of that import beyond 8 KiB, {} entries", size),
                  .unit = "B",
                  .beside = "bytes of the new entries and attachments",
                  .goal = Goal{Better::lower, 1.10, 1.02}}};
    const auto to = recorder_of(*desk);
    for (int i = 0; i < settings.rounds; ++i) {
        const auto before = desk->position().size;
        auto voted = start_vote(sample, to);
        if (voted) voted = cast_all(sample, to);
        if (voted) voted = finish_vote(sample, to);
        if (!voted) return voted.error();
        double fresh = 0;
        const auto entries = store.entries(before);
        if (!entries) return entries.error();
        for (const auto& entry : *entries) fresh += static_cast<double>(entry.data.size());
        fresh += static_cast<double>(voting_table(desk->conference()).size());
        const Stopwatch out;
        if (const auto done = export_whole(store, scratch / "out"); !done) return done.error();
        rows.out.ours.values.push_back(1000 * out.seconds());
        std::uint64_t bytes = 0;
        const Stopwatch in;
        const auto report = taken_in(*importer, scratch / "out", &bytes);
        rows.in.ours.values.push_back(1000 * in.seconds());
        if (!report) return report.error();
        rows.bytes.ours.values.push_back(static_cast<double>(bytes) - free_bytes);
        rows.bytes.yardstick.values.push_back(fresh);
    }
    return rows;
}

Result<Rows> measure_exchange(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    std::vector<std::uint64_t> sizes = {10'000, 100'000};
    if (settings.small) sizes = {300};
    if (settings.large) sizes.push_back(1'000'000);
    Rows rows;
    std::optional<Increments> smallest;
    for (const auto size : sizes) {
        auto grown = increments(settings, *sample, size);
        if (!grown) return grown.error();
        if (!smallest) {
            smallest = *grown;
        } else {
            grown->out.yardstick = smallest->out.ours;
            grown->in.yardstick = smallest->in.ours;
            for (auto* row : {&grown->out, &grown->in}) {
                row->beside = fmt::format("the same at {}", sizes.front());
                row->goal = Goal{Better::lower, 1.5};
            }
        }
        for (auto& row : {grown->out, grown->in, grown->bytes}) rows.push_back(row);
    }
    rows[rows.size() - 2].peer = PeerLine{.job = "J5 incremental exchange",
                                          .value = rows[rows.size() - 2].ours.median(),
                                          .unit = "ms",
                                          .note = "one vote of 195 ballots, verified and durable"};
    return rows;
}

}  // namespace

Benchmark import_benchmark() {
    return {"import", "a static directory into a new copy", measure_import};
}

Benchmark export_benchmark() {
    return {"export", "files and bytes of a static directory", measure_export};
}

Benchmark exchange_benchmark() {
    return {"exchange", "one more vote, out and in, by size", measure_exchange};
}

}  // namespace placet::bench
