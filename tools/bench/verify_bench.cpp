// Full verification of a ledger file, beside libsodium alone over the same signatures.
#include "ledger/verify/audit.h"
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

}  // namespace

Benchmark verify_benchmark() {
    return {"verify", "every seal, rule, hash and checkpoint of a file", measure_verify};
}

}  // namespace placet::bench
