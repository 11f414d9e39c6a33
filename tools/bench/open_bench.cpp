// From a closed file to the next append, and how large the file is.
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>

namespace placet::bench {
namespace {

using namespace placet::ledger;

constexpr std::size_t imported = 256;  // entries a transaction, where the kiosk's way takes long

std::vector<std::uint64_t> sizes_of(const Settings& settings) {
    if (settings.small) return {300};
    std::vector<std::uint64_t> sizes = {10'000, 100'000};
    if (settings.large) sizes.push_back(1'000'000);
    return sizes;
}

Result<double> open_log_ms(const std::filesystem::path& path) {
    const Stopwatch watch;
    auto log = Log::open(path, {});
    if (!log) return log.error();
    const auto last = log->store().entries(log->size() - 1, 1);
    const double ms = 1000 * watch.seconds();
    if (!last) return last.error();
    return ms;
}

Result<double> open_desk_ms(const std::filesystem::path& path) {
    const Stopwatch watch;
    const auto ledger = Ledger::open(path, SampleConference::terminal_key(), {});
    const double ms = 1000 * watch.seconds();
    if (!ledger) return ledger.error();
    return ms;
}

Result<Rows> measure_open(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    Rows logs, desks;
    for (const auto size : sizes_of(settings)) {
        const auto path = sample_ledger(settings, *sample, {size, imported});
        if (!path) return path.error();
        Row log{.name = fmt::format("open the log of {} entries and read the last", size),
                .unit = "ms",
                .goal = Goal{Better::lower, 20, 3}};
        Row desk{.name = fmt::format("open the desk of {} entries, votes decided", size),
                 .unit = "ms",
                 .goal = Goal{Better::lower, 1000, 300}};
        for (int i = 0; i < settings.rounds; ++i) {
            const auto log_ms = open_log_ms(*path);
            const auto desk_ms = open_desk_ms(*path);
            if (!log_ms || !desk_ms) return log_ms ? desk_ms.error() : log_ms.error();
            log.ours.values.push_back(*log_ms);
            desk.ours.values.push_back(*desk_ms);
        }
        logs.push_back(std::move(log));
        desks.push_back(std::move(desk));
    }
    logs.front().peer = PeerLine{.job = "J6 open + read last",
                                 .value = logs.front().ours.median(),
                                 .unit = "ms",
                                 .note = "right edge of the tree checked against the checkpoint"};
    logs.insert(logs.end(), desks.begin(), desks.end());
    return logs;
}

// ---- bytes on disk -----------------------------------------------------------------------------

Result<Row> disk_row(const Settings& settings, const SampleConference& sample, Shape shape) {
    const auto path = sample_ledger(settings, sample, shape);
    if (!path) return path.error();
    auto store = Store::open(*path);
    if (!store) return store.error();
    double entries = 0, entry_bytes = 0, note_bytes = 0;
    for (;;) {
        const auto block = store->entries(static_cast<std::uint64_t>(entries));
        if (!block) return block.error();
        if (block->empty()) break;
        for (const auto& entry : *block) entry_bytes += static_cast<double>(entry.data.size());
        entries += static_cast<double>(block->size());
    }
    for (std::int64_t above = -1;;) {
        const auto block = store->checkpoints_above(above);
        if (!block) return block.error();
        if (block->empty()) break;
        for (const auto& one : *block) note_bytes += static_cast<double>(one.note.size());
        above = static_cast<std::int64_t>(block->back().size);
    }
    const auto file = static_cast<double>(std::filesystem::file_size(*path));
    return Row{
        .name = "disk per entry, tree and index included",
        .unit = "B",
        .ours = {{file / entries}},
        .yardstick = {{(entry_bytes + note_bytes) / entries}},
        .beside = "bytes of entry and checkpoint",
        .goal = Goal{Better::lower, 1.5, 1.3},
        .peer = PeerLine{.job = "J7 disk per 300 B entry",
                         .value = file / entries,
                         .unit = "B",
                         .note = fmt::format("sealed ballots of {:.0f} B", entry_bytes / entries)}};
}

Result<Rows> measure_disk(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    auto row = disk_row(settings, *sample, {settings.small ? 300ULL : 20'000ULL, 1});
    if (!row) return row.error();
    return Rows{*std::move(row)};
}

}  // namespace

Benchmark open_benchmark() {
    return {"open", "a log, and a desk with its conference, by size", measure_open};
}

Benchmark disk_benchmark() { return {"disk", "bytes of the file per entry", measure_disk}; }

}  // namespace placet::bench
