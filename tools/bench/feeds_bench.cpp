// Many small feeds at once: what a room of seats brings to the copy of an auditor.
#include "ledger/exchange/copy.h"
#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/import.h"
#include "ledger/index_columns.h"
#include "tools/bench/directory_export.h"
#include "tools/bench/ledger_signatures.h"
#include "tools/bench/sample_ledger.h"

#include <fmt/format.h>

namespace placet::bench {
namespace {

using namespace placet::ledger;
namespace fs = std::filesystem;

constexpr std::size_t charter_room = 100;  // terminals: an entry has at most 16 KiB
constexpr std::size_t charters = 2;        // two conferences, 200 feeds

std::string seat_name(std::size_t seat) { return fmt::format("s{:03}", seat); }

Terminal seat_of(std::size_t seat) {
    return {.name = seat_name(seat),
            .post = Post::seat,
            .origin = "seats.example/" + seat_name(seat),
            .key = SampleConference::key_of(seat_name(seat)).public_key()};
}

/// A directory of a spine with an open vote, and of seats that hold ballots.
struct Room {
    VerifierKey spine = {};
    std::vector<SignedMessage> seals = {};  // of one feed
};

Result<Done> make_seat(const Terminal& seat, const std::vector<Draft>& drafts, const fs::path& file,
                       const fs::path& directory) {
    const VerifierKey key{.name = seat.origin, .key = seat.key};
    fs::remove(file);
    auto log = Log::create(file, key, {});
    if (!log) return log.error();
    std::vector<NewEntry> entries;
    for (const auto& draft : drafts) {
        auto bytes = encode_entry(draft, seat.origin, entries.size(), system_wall_ms());
        if (!bytes) return bytes.error();
        const auto entry = decode_entry(*bytes);
        if (!entry) return entry.error();
        auto columns = index_columns(*entry);
        entries.push_back({.data = *std::move(bytes),
                           .type = std::move(columns.type),
                           .run = columns.run,
                           .ballot = std::move(columns.ballot)});
    }
    const auto appended = log->append(entries, SampleConference::key_of(seat.name));
    if (!appended) return appended.error();
    const auto exported = export_whole(log->store(), directory);
    return exported ? Result<Done>(Done{}) : exported.error();
}

Result<Room> make_room(const SampleConference& sample, const Scratch& scratch, std::size_t seats,
                       std::size_t ballots) {
    std::vector<Terminal> terminals;
    for (std::size_t seat = 0; seat < seats; ++seat) terminals.push_back(seat_of(seat));
    if (const auto founded = sample.found(scratch / "desk", terminals); !founded)
        return founded.error();
    auto desk = Ledger::open(scratch / "desk", SampleConference::terminal_key(), {});
    if (!desk) return desk.error();
    const auto to = recorder_of(*desk);
    auto opened = open_meeting(sample, to);
    if (opened) opened = start_vote(sample, to);
    if (!opened) return opened.error();
    if (const auto done = export_whole(desk->log().store(), scratch / "out"); !done)
        return done.error();
    Room room{.spine = desk->verifier_key()};
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < ballots; ++i) {
        const auto& delegation = sample.delegations()[i % sample.delegations().size()];
        auto draft = sample.ballot(desk->conference(), delegation);
        if (!draft) return draft.error();
        room.seals.push_back(first_seal_of(desk->conference(), *draft));
        drafts.push_back(*std::move(draft));
    }
    for (const auto& seat : terminals) {
        const auto made = make_seat(seat, drafts, scratch / "seat",
                                    scratch / "out" / hex(sha256(bytes_of(seat.origin))));
        if (!made) return made.error();
    }
    return room;
}

/// Entries of seats taken in by a new copy.
Result<std::uint64_t> take_room(const fs::path& copy, const Room& room, const fs::path& out) {
    fs::remove(copy);
    if (const auto made = follow(copy, room.spine); !made) return made.error();
    auto store = Store::open(copy);
    if (!store) return store.error();
    auto importer = Importer::open(*store);
    if (!importer) return importer.error();
    const auto carrier = open_folder(out);
    if (!carrier) return carrier.error();
    const auto report = importer->take(**carrier, {});
    if (!report) return report.error();
    std::uint64_t entries = 0;
    for (const auto& feed : report->feeds)
        if (feed.origin != room.spine.name) entries += feed.after;
    return entries;
}

Result<Rows> measure_feeds(const Settings& settings) {
    const auto sample = SampleConference::read(settings.package);
    if (!sample) return sample.error();
    const std::size_t seats = settings.small ? 3 : charter_room;
    const std::size_t ballots = settings.small ? 20 : 1000;
    const Scratch scratch(settings, "feeds");
    const auto room = make_room(*sample, scratch, seats, ballots);
    if (!room) return room.error();
    const auto entries = static_cast<double>(charters * seats * ballots);
    Row row{.name = fmt::format("import of {} feeds of {} entries, verified and durable",
                                charters * seats, ballots),
            .unit = "entry/s",
            .beside = "libsodium over the same seals",
            .goal = Goal{Better::higher, 0.65, 0.85}};
    const auto measured = alternate(
        row, settings.rounds,
        [&]() -> Result<double> {
            std::uint64_t taken = 0;
            const Stopwatch watch;
            for (std::size_t i = 0; i < charters; ++i) {
                const auto more = take_room(scratch / "copy", *room, scratch / "out");
                if (!more) return more.error();
                taken += *more;
            }
            if (static_cast<double>(taken) != entries)
                return Error{Fault::unverified, "not all feeds were taken in"};
            return entries / watch.seconds();
        },
        [&]() -> Result<double> {
            const Stopwatch watch;
            for (std::size_t i = 0; i < charters * seats; ++i)
                if (verify_bare(room->seals, 1) != room->seals.size())
                    return Error{Fault::unverified, "libsodium alone refuses a signature"};
            return entries / watch.seconds();
        });
    if (!measured) return measured.error();
    row.peer = PeerLine{.job = "J4b import of 200 feeds",
                        .value = row.ours.median(),
                        .unit = "entry/s",
                        .note = "two copies of 100 feeds each"};
    return Rows{row};
}

}  // namespace

Benchmark feeds_benchmark() {
    return {"feeds", "two hundred small feeds into copies", measure_feeds};
}

}  // namespace placet::bench
