// The rules alone: every entry of a ledger over again, and the result of one vote.
#include "ledger/index_columns.h"
#include "ledger/procedure/permission.h"
#include "ledger/procedure/tally.h"
#include "tools/bench/ledger_signatures.h"
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>

namespace placet::bench {
namespace {

using namespace placet::ledger;

// ---- replay ------------------------------------------------------------------------------------

/// What the desk does with every entry when it must fold them all.
Result<double> replay_rate(const std::filesystem::path& path) {
    const Stopwatch watch;
    auto store = Store::open(path);
    if (!store) return store.error();
    Conference conference;
    for (;;) {
        const auto block = store->entries(conference.size);
        if (!block) return block.error();
        if (block->empty()) break;
        for (const auto& stored : *block) {
            const auto entry = decode_entry(stored.data);
            if (!entry) return entry.error();
            if (index_columns(*entry).ballot != stored.ballot)
                return Error{Fault::corrupt, "the index does not say what the entry says"};
            if (const auto allowed = may_append(conference, *entry); !allowed)
                return allowed.error();
            apply(conference, *entry);
        }
    }
    return static_cast<double>(conference.size) / watch.seconds();
}

Result<double> parse_rate(const std::vector<std::string>& entries) {
    const Stopwatch watch;
    for (const auto& bytes : entries)
        if (const auto entry = decode_entry(bytes); !entry) return entry.error();
    return static_cast<double>(entries.size()) / watch.seconds();
}

Result<Rows> measure_replay(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = sample_ledger(settings, *sample, {settings.small ? 300ULL : 100'000ULL, 256});
    if (!path) return path.error();
    const auto entries = entries_in(*path);
    if (!entries) return entries.error();
    Row replay{.name = "replay of everything: read, parse, rules, fold",
               .unit = "entry/s",
               .goal = Goal{Better::higher, 200'000, 400'000}};
    Row parse{.name = "of which parsing alone", .unit = "entry/s"};
    for (int i = 0; i < settings.rounds; ++i) {
        const auto replayed = replay_rate(*path);
        const auto parsed = parse_rate(*entries);
        if (!replayed || !parsed) return replayed ? parsed.error() : replayed.error();
        replay.ours.values.push_back(*replayed);
        parse.ours.values.push_back(*parsed);
    }
    return Rows{replay, parse};
}

// ---- one decision ------------------------------------------------------------------------------

Result<Rows> measure_decide(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const auto path = settings.folder / "decide.ledger";
    std::filesystem::remove(path);
    if (const auto founded = sample->found(path); !founded) return founded.error();
    auto ledger = Ledger::open(path, SampleConference::terminal_key(), {});
    if (!ledger) return ledger.error();
    Conference locked;
    auto to = recorder_of(*ledger);
    to.record = [&ledger, &locked](const Draft& draft) -> Result<Done> {
        const auto appended = ledger->append(draft);
        if (!appended) return appended.error();
        const auto& run = ledger->conference().run;
        if (run && run->phase == RunPhase::locked) locked = ledger->conference();
        return Done{};
    };
    auto done = open_meeting(*sample, to);
    if (done) done = start_vote(*sample, to);
    if (done) done = cast_all(*sample, to);
    if (done) done = finish_vote(*sample, to);
    if (!done) return done.error();
    Row row{.name = fmt::format("one decision of {} delegations: tally, clauses, sentence",
                                sample->delegations().size()),
            .unit = "ms",
            .goal = Goal{Better::lower, 1, 0.1}};
    constexpr int decisions = 20;
    for (int i = 0; i < settings.rounds; ++i) {
        const Stopwatch watch;
        for (int k = 0; k < decisions; ++k)
            if (const auto result = result_of(locked); !result) return result.error();
        row.ours.values.push_back(1000 * watch.seconds() / decisions);
    }
    return Rows{row};
}

}  // namespace

Benchmark replay_benchmark() {
    return {"replay", "every entry read, parsed, judged and folded", measure_replay};
}

Benchmark decide_benchmark() { return {"decide", "the result of one locked vote", measure_decide}; }

}  // namespace placet::bench
