// Full verification of a ledger file, beside libsodium alone over the same signatures.
#include "ledger/verify/audit.h"
#include "tools/bench/bare_sha256.h"
#include "tools/bench/child.h"
#include "tools/bench/ledger_signatures.h"
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>

namespace placet::bench {
namespace {

using namespace placet::ledger;

/// The audit of the product, which must find everything good.
Result<AuditReport> audited(const std::filesystem::path& path) {
    auto report = audit(path, {});
    if (report && report->anything_bad())
        return Error{Fault::corrupt, path.string() + ": " + report->verdict()};
    return report;
}

Result<Row> measure_shape(const Settings& settings, const SampleConference& sample, Shape shape) {
    const auto path = sample_ledger(settings, sample, shape);
    if (!path) return path.error();
    const auto first = audited(*path);  // also warms the page cache
    if (!first) return first.error();
    const auto messages = signatures_in(*path, *first->conference);
    if (!messages) return messages.error();
    const auto entries = static_cast<double>(first->entries);
    Row row{.name = fmt::format("full verification of {} entries, {} a checkpoint", shape.entries,
                                shape.per_transaction),
            .unit = "entry/s",
            .beside = fmt::format("libsodium over the same {} signatures", messages->size()),
            .goal = Goal{Better::higher, 0.80, 0.93}};
    const auto measured = alternate(
        row, settings.rounds,
        [&]() -> Result<double> {
            const Stopwatch watch;
            const auto report = audited(*path);
            if (!report) return report.error();
            return entries / watch.seconds();
        },
        [&]() -> Result<double> {
            const Stopwatch watch;
            if (verify_bare(*messages, 1) != messages->size())
                return Error{Fault::unverified, "libsodium alone refuses a signature"};
            return entries / watch.seconds();
        });
    if (!measured) return measured.error();
    return row;
}

Result<Rows> measure_verify(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const std::uint64_t entries = settings.small ? 300 : 20'000;
    auto kiosk = measure_shape(settings, *sample, {.entries = entries, .per_transaction = 1});
    if (!kiosk) return kiosk.error();
    auto imported = measure_shape(settings, *sample, {.entries = entries, .per_transaction = 256});
    if (!imported) return imported.error();
    kiosk->peer = PeerLine{.job = "J3 full verification",
                           .value = kiosk->ours.median(),
                           .unit = "entry/s",
                           .note = "seal, rules, tree and one signed checkpoint per entry"};
    return Rows{*std::move(kiosk), *std::move(imported)};
}

// ---- hashes alone
// --------------------------------------------------------------------------------

Result<double> hash_rate(const std::filesystem::path& path) {
    const Stopwatch watch;
    const auto report = audit(path, {.hashes_only = true});
    if (!report) return report.error();
    if (report->anything_bad()) return Error{Fault::corrupt, report->verdict()};
    return static_cast<double>(report->entries) / watch.seconds();
}

Result<Rows> measure_hashes(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = sample_ledger(settings, *sample, {settings.small ? 300ULL : 100'000ULL, 256});
    if (!path) return path.error();
    const auto leaves = entries_in(*path);
    if (!leaves) return leaves.error();
    Row row{.name = fmt::format("hash-only verification of {} entries", leaves->size()),
            .unit = "entry/s",
            .beside = "libcrypto's SHA-256 of the same leaves",
            .goal = Goal{Better::higher, 0.15, 0.35}};
    const auto measured = alternate(
        row, settings.rounds, [&] { return hash_rate(*path); },
        [&]() -> Result<double> {
            const Stopwatch watch;
            hash_bare(*leaves);
            return static_cast<double>(leaves->size()) / watch.seconds();
        });
    if (!measured) return measured.error();
    row.peer = PeerLine{.job = "J3b hashes only",
                        .value = row.ours.median(),
                        .unit = "entry/s",
                        .note = "placet verify --hashes-only, private copy of the file included"};
    return Rows{row};
}

// ---- memory ------------------------------------------------------------------------------------

Result<Rows> measure_memory(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    std::vector<std::uint64_t> sizes = {10'000, 100'000};
    if (settings.small) sizes = {300};
    if (settings.large) sizes.push_back(1'000'000);
    Rows rows;
    for (const auto size : sizes) {
        const auto path = sample_ledger(settings, *sample, {size, 256});
        if (!path) return path.error();
        const auto done = run_to_end(
            {settings.programs / "placet", "verify", "--quiet", "--ledger", path->string()});
        if (!done) return done.error();
        if (done->code != 0) return Error{Fault::unverified, "placet verify: " + done->output};
        rows.push_back({.name = fmt::format("peak memory of verify, {} entries", size),
                        .unit = "MiB",
                        .ours = {{done->peak_mib}},
                        .goal = Goal{Better::lower, 64, 24}});
    }
    rows.back().peer = PeerLine{.job = "J8 peak memory",
                                .value = rows.back().ours.median(),
                                .unit = "MiB",
                                .note = "placet verify of the largest"};
    return rows;
}

// ---- instructions ------------------------------------------------------------------------------

/// Of this command, by valgrind; nothing where there is no valgrind.
Result<std::optional<double>> instructions_of(std::vector<std::string> command) {
    command.insert(command.begin(),
                   {"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"});
    const auto done = run_to_end(command);
    if (!done) return std::optional<double>{};
    const std::string mark = "Collected : ";
    const auto at = done->output.find(mark);
    if (done->code != 0 || at == std::string::npos)
        return Error{Fault::unverified, command[3] + " under valgrind: " + done->output};
    return std::optional{std::stod(done->output.substr(at + mark.size()))};
}

/// Instructions of one more entry in `placet verify`, and of its signatures in libsodium alone.
struct PerEntry {
    double ours = 0;
    double bare = 0;
};

Result<std::optional<PerEntry>> instructions_per_entry(const Settings& settings,
                                                       const std::filesystem::path& small,
                                                       const std::filesystem::path& large) {
    const auto less = audited(small);
    const auto more = audited(large);
    if (!less || !more) return less ? more.error() : less.error();
    std::vector<double> counts;
    for (const auto& command : std::vector<std::vector<std::string>>{
             {settings.programs / "placet", "verify", "--quiet", "--ledger", small},
             {settings.programs / "placet", "verify", "--quiet", "--ledger", large},
             {settings.programs / "placet-bench", "--bare-signatures", large, "--times", "1"},
             {settings.programs / "placet-bench", "--bare-signatures", large, "--times", "2"}}) {
        const auto count = instructions_of(command);
        if (!count) return count.error();
        if (!*count) return std::optional<PerEntry>{};
        counts.push_back(**count);
    }
    return std::optional{PerEntry{
        .ours = (counts[1] - counts[0]) / static_cast<double>(more->entries - less->entries),
        .bare = (counts[3] - counts[2]) / static_cast<double>(more->entries)}};
}

Result<Rows> measure_instructions(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto small = sample_ledger(settings, *sample, {300, 256});
    const auto large = sample_ledger(settings, *sample, {settings.small ? 500ULL : 2'300ULL, 256});
    if (!small || !large) return small ? large.error() : small.error();
    const auto counted = instructions_per_entry(settings, *small, *large);
    if (!counted) return counted.error();
    Row row{.name = "instructions of full verification per entry",
            .beside = "libsodium over the same signatures",
            .goal = Goal{Better::lower, 1.15, 1.05}};
    if (*counted) {
        row.ours.values = {(*counted)->ours};
        row.yardstick.values = {(*counted)->bare};
    } else {
        row.beside = "not counted: there is no valgrind";
    }
    return Rows{row};
}

}  // namespace

Benchmark verify_benchmark() {
    return {"verify", "every seal, rule, hash and checkpoint of a file", measure_verify};
}

Benchmark hashes_benchmark() {
    return {"hashes", "every hash and the last checkpoint of a file", measure_hashes};
}

Benchmark memory_benchmark() {
    return {"memory", "the largest that placet verify becomes", measure_memory};
}

Benchmark instructions_benchmark() {
    return {"instructions", "of full verification, by valgrind if it is there",
            measure_instructions};
}

}  // namespace placet::bench
