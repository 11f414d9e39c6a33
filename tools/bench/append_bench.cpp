// Appending: one sealed ballot per durable transaction, and a hundred of them.
#include "tools/bench/bare_sqlite.h"
#include "tools/bench/ledger_signatures.h"
#include "tools/bench/sample_ledger.h"
#include "tools/bench/sync_count.h"

namespace placet::bench {
namespace {

using namespace placet::ledger;

/// A fresh conference with a vote under way, and a bare table beside it on the same disk.
struct Desk {
    SampleConference sample;
    Ledger ledger;
    BareTable bare;
    std::size_t next = 0;  // delegation

    static Result<Desk> make(const Settings& settings) {
        auto sample = SampleConference::read(settings.package);
        if (!sample) return sample.error();
        const auto path = settings.folder / "append.ledger";
        std::filesystem::remove(path);
        if (const auto founded = sample->found(path); !founded) return founded.error();
        auto ledger = Ledger::open(path, SampleConference::terminal_key(), {});
        if (!ledger) return ledger.error();
        const auto to = recorder_of(*ledger);
        if (const auto opened = open_meeting(*sample, to); !opened) return opened.error();
        if (const auto started = start_vote(*sample, to); !started) return started.error();
        auto bare = BareTable::make(settings.folder / "append.bare");
        if (!bare) return bare.error();
        return Desk{*std::move(sample), *std::move(ledger), *std::move(bare)};
    }

    /// Decides the vote and starts another where every delegation has cast its ballot.
    Result<Done> make_room(std::size_t ballots) {
        if (next + ballots <= sample.delegations().size()) return Done{};
        next = 0;
        const auto to = recorder_of(ledger);
        if (const auto finished = finish_vote(sample, to); !finished) return finished.error();
        return start_vote(sample, to);
    }
};

struct Round {
    Series ours_ms = {};
    Series bare_ms = {};
    Series syncs = {};
};

/// Ours and the bare transaction in turn, so that both meet the same disk.
Result<Round> append_round(Desk& desk, std::size_t appends) {
    if (const auto room = desk.make_room(appends); !room) return room.error();
    Round round;
    for (std::size_t i = 0; i < appends; ++i) {
        const auto syncs = syncs_so_far();
        const Stopwatch ours;
        const auto draft =
            desk.sample.ballot(desk.ledger.conference(), desk.sample.delegations()[desk.next++]);
        if (!draft) return draft.error();
        const auto receipt = desk.ledger.append(*draft);
        round.ours_ms.values.push_back(1000 * ours.seconds());
        if (!receipt) return receipt.error();
        round.syncs.values.push_back(static_cast<double>(syncs_so_far() - syncs));
        const auto entry = desk.ledger.log().store().entries(receipt->entry.seq, 1);
        if (!entry) return entry.error();
        const Stopwatch bare;
        const auto inserted =
            desk.bare.insert({entry->front().data, desk.ledger.checkpoint_note()});
        round.bare_ms.values.push_back(1000 * bare.seconds());
        if (!inserted) return inserted.error();
    }
    return round;
}

Result<Rows> measure_append(const Settings& settings) {
    auto desk = Desk::make(settings);
    if (!desk) return desk.error();
    Row time{.name = "durable append of a sealed ballot, p50",
             .unit = "ms",
             .beside = "bare SQLite transaction of the same bytes",
             .goal = Goal{Better::lower, 1.5, 1.2}};
    Row syncs{.name = "syncs per append", .goal = Goal{Better::lower, 4}};
    for (int i = 0; i < settings.rounds; ++i) {
        const auto round = append_round(*desk, settings.small ? 5 : 95);
        if (!round) return round.error();
        time.ours.values.push_back(round->ours_ms.median());
        time.yardstick.values.push_back(round->bare_ms.median());
        syncs.ours.values.push_back(round->syncs.median());
    }
    time.peer = PeerLine{.job = "J1 append 1 by 1",
                         .value = 1000 / time.ours.median(),
                         .unit = "entry/s",
                         .note = "sealed ballot, on disk when it returns"};
    return Rows{time, syncs};
}

// ---- a hundred at a time -----------------------------------------------------------------------

constexpr std::size_t batch_size = 100;

/// Entries per second of both.
Result<std::pair<double, double>> batch_round(Desk& desk) {
    if (const auto room = desk.make_room(batch_size); !room) return room.error();
    std::vector<Draft> drafts;
    std::vector<SignedMessage> messages;
    for (std::size_t i = 0; i < batch_size; ++i) {
        auto draft =
            desk.sample.ballot(desk.ledger.conference(), desk.sample.delegations()[desk.next++]);
        if (!draft) return draft.error();
        messages.push_back(first_seal_of(desk.ledger.conference(), *draft));
        drafts.push_back(*std::move(draft));
    }
    const auto from = desk.ledger.position().size;
    const Stopwatch ours;
    Batch batch(desk.ledger);
    for (const auto& draft : drafts)
        if (const auto added = batch.add(draft); !added) return added.error();
    if (const auto committed = batch.commit(); !committed) return committed.error();
    const double ours_s = ours.seconds();

    const auto entries = desk.ledger.log().store().entries(from);
    if (!entries) return entries.error();
    std::vector<std::string_view> rows = {desk.ledger.checkpoint_note()};
    for (const auto& entry : *entries) rows.push_back(entry.data);
    const Stopwatch bare;
    if (verify_bare(messages, 1) != messages.size())
        return Error{Fault::unverified, "a seal made here does not verify"};
    if (const auto inserted = desk.bare.insert(rows); !inserted) return inserted.error();
    return std::pair{batch_size / ours_s, batch_size / bare.seconds()};
}

Result<Rows> measure_batch(const Settings& settings) {
    auto desk = Desk::make(settings);
    if (!desk) return desk.error();
    Row row{.name = "appends in batches of 100",
            .unit = "entry/s",
            .beside = "libsodium verify and bare insert of the same",
            .goal = Goal{Better::higher, 0.6, 0.85}};
    for (int i = 0; i < (settings.small ? 1 : 3 * settings.rounds); ++i) {
        const auto round = batch_round(*desk);
        if (!round) return round.error();
        row.ours.values.push_back(round->first);
        row.yardstick.values.push_back(round->second);
    }
    row.peer = PeerLine{.job = "J2 append in batches of 100",
                        .value = row.ours.median(),
                        .unit = "entry/s",
                        .note = "sealed elsewhere and verified here, durable per batch"};
    return Rows{row};
}

}  // namespace

Benchmark append_benchmark() {
    return {"append", "one sealed ballot, durably; syncs counted", measure_append};
}

Benchmark batch_benchmark() {
    return {"batch", "a hundred sealed ballots in one transaction", measure_batch};
}

}  // namespace placet::bench
