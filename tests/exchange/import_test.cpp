// A static directory taken in: whole or not at all, in any order, as often as one likes.
#include "tests/exchange/exchanged.h"
#include "tests/support/tampering.h"

#include "crypto/cosignature.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/directory_audit.h"
#include "ledger/exchange/own_copies.h"
#include "ledger/verify/audit.h"
#include "tests/support/two_meetings.h"
#include "tests/verify/decided_ledger.h"

#include <fmt/format.h>
#include <algorithm>

using namespace placet;
using namespace placet::ledger;
using namespace placet::tests;

namespace fs = std::filesystem;
using Arrival = ImportedFeed::Arrival;

namespace {

/// The static directory of a ledger that nobody has open.
void export_file(const fs::path& ledger, const fs::path& directory) {
    auto store = value_of(Store::open(ledger));
    export_to(store, directory);
}

ImportedFeed take(Store& store, const fs::path& directory) {
    return value_of(run_import(store, directory)).feeds.front();
}

/// Directories of one ledger at these sizes, under the folder by size.
void export_at(const TempFolder& folder, const std::vector<std::uint64_t>& sizes) {
    auto ledger = ledger_of(folder / "ledger", sizes.front());
    for (const auto size : sizes) {
        if (size > ledger.position().size)
            refuse_pins(ledger, size - ledger.position().size, "chair");
        export_to(ledger.log().store(), folder / std::to_string(size));
    }
}

std::string verdict_of(const fs::path& path) { return value_of(audit(path, {})).verdict(); }

}  // namespace

TEST_CASE("a copy holds what the original holds, exports the same and verifies the same",
          "[exchange]") {
    const TwoMeetings meetings;
    const TempFolder folder;
    export_file(meetings.path(), folder / "out");
    {
        auto copy = new_copy(folder / "copy");
        const auto report = value_of(run_import(copy, folder / "out"));
        CHECK(report.feeds.front().arrival == Arrival::taken_in);
        CHECK(report.attachments > 0);
        auto store = value_of(Store::open(meetings.path()));
        for (const auto& hash : report.missing) CHECK_FALSE(value_of(store.has_attachment(hash)));
        export_to(copy, folder / "again");
    }
    CHECK(files_in(folder / "again") == files_in(folder / "out"));
    const auto original = value_of(audit(meetings.path(), {}));
    const auto copied = value_of(audit(folder / "copy", {}));
    CHECK(copied.all_good());
    CHECK(copied.verdict() == original.verdict());
    CHECK(copied.results == original.results);
    CHECK(copied.position.root == original.position.root);
    CHECK(copied.conference->decisions.size() == original.conference->decisions.size());
}

TEST_CASE("in whatever order directories arrive, the copy ends the same", "[exchange]") {
    const TempFolder folder;
    std::vector<std::uint64_t> sizes = {30, 256, 700};
    export_at(folder, sizes);
    int copies = 0;
    do {
        auto copy = new_copy(folder / fmt::format("copy-{}", copies++));
        std::uint64_t held = 0;
        for (const auto size : sizes) {
            const auto taken = take(copy, folder / std::to_string(size));
            CHECK(taken.arrival == (size > held ? Arrival::taken_in : Arrival::older));
            CHECK(take(copy, folder / std::to_string(size)).arrival !=
                  (size >= held ? Arrival::older : Arrival::nothing_new));
            held = std::max(held, size);
            CHECK(taken.after == held);
        }
        if (copies % 2 != 0) continue;
        const auto out = folder / fmt::format("out-{}", copies);
        export_to(copy, out);
        CHECK(files_in(out) == files_in(folder / "700"));
    } while (std::ranges::next_permutation(sizes).found);
    CHECK(copies == 6);
}

TEST_CASE("a directory that is not whole or not as signed leaves the copy as it was",
          "[exchange]") {
    const TempFolder folder;
    export_at(folder, {300, 700});
    {
        auto copy = new_copy(folder / "copy");
        take(copy, folder / "300");
    }
    const auto before = content_of(folder / "copy");
    const auto damaged = [&](const std::string& file,
                             const std::function<void(std::string&)>& change) {
        const auto path = folder / "700" / file;
        const auto good = content_of(path);
        auto bad = good;
        change(bad);
        write_file(path, bad);
        auto store = value_of(Store::open(folder / "copy"));
        CHECK_FALSE(run_import(store, folder / "700"));
        CHECK(value_of(store.size()) == 300);
        write_file(path, good);
    };
    // The seal and the words of an entry, a length, the end of a bundle, the checkpoint.
    for (const std::size_t at : {60'000U, 61'000U, 70'000U})
        damaged("tile/entries/001", [&](std::string& bytes) {
            bytes.at(std::min<std::size_t>(at, bytes.size() - 1)) ^= 1;
        });
    damaged("tile/entries/002.p/188", [](std::string& bytes) { bytes[0] ^= 1; });
    damaged("tile/entries/002.p/188", [](std::string& bytes) { bytes.pop_back(); });
    damaged("tile/entries/002.p/188", [](std::string& bytes) { bytes.clear(); });
    damaged("checkpoint", [](std::string& bytes) { bytes[bytes.find("700")] = '6'; });
    damaged("checkpoint", [](std::string& bytes) { bytes.resize(bytes.size() / 2); });
    damaged("checkpoint", [](std::string& bytes) { bytes.clear(); });
    fs::rename(folder / "700" / "tile/entries/001", folder / "aside");
    {
        auto store = value_of(Store::open(folder / "copy"));
        CHECK_FALSE(run_import(store, folder / "700"));
        fs::create_directory(folder / "700" / "tile/entries/001");
        CHECK_FALSE(run_import(store, folder / "700"));
        fs::remove(folder / "700" / "tile/entries/001");
        fs::create_symlink(folder / "aside", folder / "700" / "tile/entries/001");
        CHECK_FALSE(run_import(store, folder / "700"));
        fs::remove(folder / "700" / "tile/entries/001");
    }
    CHECK(content_of(folder / "copy") == before);
    fs::rename(folder / "aside", folder / "700" / "tile/entries/001");
    auto store = value_of(Store::open(folder / "copy"));
    CHECK(take(store, folder / "700").after == 700);
}

TEST_CASE("stopped half-way, an import stored nothing, and a repeat completes it", "[exchange]") {
    const TempFolder folder;
    export_at(folder, {700});
    auto copy = new_copy(folder / "copy");
    for (int calls = 0; calls < 3; ++calls) {
        int left = calls;
        const auto stopped =
            run_import(copy, folder / "700",
                       {.progress = [&](std::uint64_t, std::uint64_t) { return left-- > 0; }});
        CHECK(fault_of(stopped) == Fault::refused);
        CHECK(value_of(copy.size()) == 0);
    }
    CHECK(take(copy, folder / "700").after == 700);
}

TEST_CASE("another conference, or another key under the same name, is refused by name",
          "[exchange]") {
    const TempFolder folder;
    export_at(folder, {30});
    auto other_key = desk_key();
    other_key.name = "other.example/desk";
    value_of(follow(folder / "other", other_key));
    auto other = value_of(Store::open(folder / "other"));
    const auto unknown = run_import(other, folder / "30");
    CHECK(fault_of(unknown) == Fault::refused);
    CHECK(unknown.error().detail.find(ConferenceBuilder::origin()) != std::string::npos);
    auto rehearsal_key = desk_key();
    rehearsal_key.key = key_from_label("rehearsal").public_key();
    value_of(follow(folder / "rehearsal", rehearsal_key));
    auto rehearsal = value_of(Store::open(folder / "rehearsal"));
    CHECK(fault_of(run_import(rehearsal, folder / "30")) == Fault::unverified);
    fs::create_directory(folder / "empty");
    CHECK(fault_of(run_import(other, folder / "empty")) == Fault::absent);
}

TEST_CASE("an entry that its terminal signed against the rules is not taken in", "[exchange]") {
    const TempFolder folder;
    for (const bool forged : {true, false}) {
        CAPTURE(forged);
        DecidedLedger decided;
        if (forged) {
            // A second announcement of the same run, under the seals of the first.
            auto store = value_of(Store::open(decided.path()));
            const auto entry =
                value_of(decode_entry(value_of(store.entries(result_at)).front().data));
            { const auto closed = std::move(store); }
            decided.forge({.type = entry.type,
                           .unit = entry.unit,
                           .content = entry.content,
                           .seals = entry.seals});
        }
        const auto out = folder / (forged ? "forged" : "good");
        export_file(decided.path(), out);
        auto copy = new_copy(folder / (forged ? "copy-of-forged" : "copy"));
        const auto taken = run_import(copy, out);
        if (forged) CHECK(fault_of(taken) == Fault::unverified);
        CHECK(value_of(copy.size()) == (forged ? 0 : all_entries));
    }
}

TEST_CASE("an entry of a kind that this version does not know is kept and counted", "[exchange]") {
    const TempFolder folder;
    DecidedLedger decided;
    decided.forge({.type = "weather_noted/1", .unit = "conference", .content = "{}"});
    export_file(decided.path(), folder / "out");
    auto copy = new_copy(folder / "copy");
    const auto report = value_of(run_import(copy, folder / "out"));
    CHECK(report.not_understood == std::vector<std::uint64_t>{all_entries});
    CHECK(value_of(copy.size()) == all_entries + 1);
}

TEST_CASE("an attachment that is missing is listed, and fetched when somebody brings it",
          "[exchange]") {
    const TempFolder folder;
    const DecidedLedger decided;
    export_file(decided.path(), folder / "out");
    const auto blob = fs::directory_iterator(folder / "out" / "blob")->path();
    const auto good = content_of(blob);
    auto copy = new_copy(folder / "copy");
    write_file(blob, "another text");
    const auto first = value_of(run_import(copy, folder / "out"));
    const auto lacking =
        std::ranges::count(first.missing, value_of(hash_from_hex(blob.filename().string())));
    CHECK(lacking == 1);
    CHECK(first.feeds.front().arrival == Arrival::taken_in);
    write_file(blob, good);
    const auto second = value_of(run_import(copy, folder / "out"));
    CHECK(second.missing.size() + 1 == first.missing.size());
    CHECK(second.attachments == 1);
}

TEST_CASE("what a witness signs travels back below the checkpoint", "[exchange]") {
    const TempFolder folder;
    const Witness witness{.name = "witness.example/archive", .key = key_from_label("witness")};
    const VerifierKey key{.name = witness.name,
                          .algorithm = algorithm_cosignature_v1,
                          .key = witness.key.public_key()};
    auto ledger = ledger_of(folder / "ledger", 40);
    auto& store = ledger.log().store();
    export_to(store, folder / "out");
    {
        auto copy = new_copy(folder / "copy");
        take(copy, folder / "out");
        const auto importer = value_of(Importer::open(copy));
        CHECK(value_of(cosign_held(copy, importer.spine(), witness, 1'790'000'000)));
        CHECK_FALSE(value_of(cosign_held(copy, importer.spine(), witness, 1'790'000'001)));
        export_to(copy, folder / "out");
    }
    CHECK(value_of(run_import(store, folder / "out")).feeds.front().cosignatures == 1);
    CHECK(value_of(run_import(store, folder / "out")).feeds.front().cosignatures == 0);
    const auto note = value_of(cosigned_note(store, ledger.log().feed()));
    const std::vector<VerifierKey> witnesses = {key};
    const auto opened = value_of(open_cosigned_checkpoint(note, desk_key(), witnesses));
    REQUIRE(opened.cosignatures.size() == 1);
    CHECK(opened.cosignatures.front().time == 1'790'000'000);
    // A later export keeps the line; a longer checkpoint has it no more.
    export_to(store, folder / "out");
    CHECK(content_of(folder / "out" / "checkpoint") == note);
    refuse_pins(ledger, 1, "chair");
    export_to(store, folder / "out");
    CHECK(content_of(folder / "out" / "checkpoint") == ledger.checkpoint_note());
}

TEST_CASE("a terminal whose ledger lost its end says so, and recovers it from a copy",
          "[exchange]") {
    const TempFolder folder;
    const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    ledger_of(folder / "ledger", 40);
    fs::copy_file(folder / "ledger", folder / "old-image");
    {
        auto ledger = value_of(reopen_ledger(folder / "ledger", builder));
        refuse_pins(ledger, 25, "chair");
        export_to(ledger.log().store(), folder / "stick");
    }
    {
        auto ledger = value_of(reopen_ledger(folder / "old-image", builder));
        const auto stick = value_of(open_folder(folder / "stick"));
        const auto refused = compare_with_copy(ledger.log().store(), ledger.log().feed(), *stick);
        CHECK(fault_of(refused) == Fault::forked);
        CHECK(refused.error().detail.find("25 entries are missing here") != std::string::npos);
    }
    {
        auto restored = value_of(Store::open(folder / "old-image"));
        const auto longer = run_import(restored, folder / "stick");
        CHECK(fault_of(longer) == Fault::forked);
        CHECK(longer.error().detail.find("25 entries are missing here") != std::string::npos);
        CHECK(value_of(restored.size()) == 40);
        const auto carrier = value_of(open_folder(folder / "stick"));
        auto importer = value_of(Importer::open(restored));
        const auto report = value_of(importer.take(*carrier, {.recover = true}));
        CHECK(report.feeds.front().after == 65);
    }
    auto recovered = value_of(reopen_ledger(folder / "old-image", builder));
    const auto copy_says = [&] {
        const auto stick = value_of(open_folder(folder / "stick"));
        return value_of(compare_with_copy(recovered.log().store(), recovered.log().feed(), *stick));
    };
    CHECK(copy_says() == CopyState::current);
    refuse_pins(recovered, 1, "chair");
    CHECK(copy_says() == CopyState::behind);
    export_to(recovered.log().store(), folder / "stick");
    CHECK(value_of(check_log(*value_of(open_folder(folder / "stick")), "", desk_key())).size == 66);
}

TEST_CASE("a copy is verified, and written by no terminal", "[exchange]") {
    const TempFolder folder;
    export_at(folder, {30});
    {
        auto copy = new_copy(folder / "copy");
        take(copy, folder / "30");
    }
    CHECK(verdict_of(folder / "copy") == "All 30 entries are good.");
    const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    CHECK(fault_of(reopen_ledger(folder / "copy", builder)) == Fault::refused);
}

TEST_CASE("a copy that another terminal signed, or nobody, says nothing of one's own feed",
          "[exchange]") {
    const TempFolder folder;
    export_at(folder, {30});
    auto ledger = ledger_of(folder / "own", 30);
    fs::create_directory(folder / "empty");
    const auto says = [&](const fs::path& directory) {
        const auto carrier = value_of(open_folder(directory));
        return compare_with_copy(ledger.log().store(), ledger.log().feed(), *carrier);
    };
    CHECK(value_of(says(folder / "empty")) == CopyState::silent);
    CHECK(value_of(says(folder / "30")) == CopyState::current);
    auto note = content_of(folder / "30" / "checkpoint");
    note[note.find("\n30\n") + 1] = '9';  // no key signed that
    write_file(folder / "30" / "checkpoint", note);
    CHECK(value_of(says(folder / "30")) == CopyState::silent);
}

TEST_CASE("another history of the own feed in reach stops the terminal", "[exchange]") {
    const TempFolder folder;
    export_at(folder, {30});
    auto other = ledger_of(folder / "own", 40, "usher");
    const auto carrier = value_of(open_folder(folder / "30"));
    CHECK(fault_of(compare_with_copy(other.log().store(), other.log().feed(), *carrier)) ==
          Fault::forked);
}

TEST_CASE("a static directory is verified as the ledger that it was made of", "[exchange]") {
    const TempFolder folder;
    const DecidedLedger decided;
    export_file(decided.path(), folder / "out");
    const auto carrier = value_of(open_folder(folder / "out"));
    const AuditOptions options{.key = desk_key()};
    const auto report = value_of(audit_directory(*carrier, options));
    const auto original = value_of(audit(decided.path(), {}));
    CHECK(report.all_good());
    CHECK(report.verdict() == original.verdict());
    CHECK(report.results == original.results);
    // A tile that no import would read, and an attachment that is another.
    const auto tile = folder / "out" / "tile/0/000.p/15";
    auto bytes = content_of(tile);
    bytes[100] ^= 1;
    write_file(tile, bytes);
    CHECK(fault_of(audit_directory(*carrier, options)) == Fault::unverified);
    auto other = desk_key();
    other.key = key_from_label("other").public_key();
    CHECK(fault_of(audit_directory(*carrier, {.key = other})) == Fault::unverified);
}
