// exchanged.h: ledgers, their static directories and copies of them, as tests of the exchange need
// them.
#pragma once

#include "ledger/exchange/copy.h"
#include "ledger/exchange/export.h"
#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/import.h"
#include "ledger/exchange/log_check.h"
#include "tests/support/conference_builder.h"
#include "tests/support/results.h"
#include "tests/support/temp_folder.h"

namespace placet::tests {

/// The key of the desk of ConferenceBuilder.
inline VerifierKey desk_key() {
    return {.name = ConferenceBuilder::origin(), .key = key_from_label("desk").public_key()};
}

/// Entries that only the terminal itself writes: as many as a test needs.
inline void refuse_pins(ledger::Ledger& ledger, std::uint64_t count, const std::string& person) {
    ledger::Batch batch(ledger);
    for (std::uint64_t i = 0; i < count; ++i)
        value_of(batch.add(value_of(
            ledger::draft_of(ledger::PinRefused{.person = person}, ledger::conference_unit))));
    value_of(batch.commit());
}

/// A founded ledger of exactly this many entries.
inline ledger::Ledger ledger_of(const std::filesystem::path& path, std::uint64_t size,
                                const std::string& person = "chair") {
    const ConferenceBuilder builder({"AAA", "BBB", "CCC"});
    auto ledger = found_ledger(path, builder);
    REQUIRE(ledger.position().size <= size);
    if (size > ledger.position().size) refuse_pins(ledger, size - ledger.position().size, person);
    return ledger;
}

/// To the end, or the first error.
inline Result<ledger::Export::Progress> run_export(ledger::Store& store,
                                                   const std::filesystem::path& directory) {
    auto run = ledger::Export::begin(store, directory);
    if (!run) return run.error();
    for (;;) {
        const auto done = run->step(store);
        if (!done) return done.error();
        if (*done) return run->progress();
    }
}

inline ledger::Export::Progress export_to(ledger::Store& store,
                                          const std::filesystem::path& directory) {
    return value_of(run_export(store, directory));
}

inline Result<ledger::ImportReport> run_import(ledger::Store& store,
                                               const std::filesystem::path& directory,
                                               const ledger::ImportOptions& options = {}) {
    const auto carrier = ledger::open_folder(directory);
    if (!carrier) return carrier.error();
    auto importer = ledger::Importer::open(store);
    if (!importer) return importer.error();
    return importer->take(**carrier, options);
}

/// A new copy that follows the desk.
inline ledger::Store new_copy(const std::filesystem::path& path) {
    value_of(ledger::follow(path, desk_key()));
    return value_of(ledger::Store::open(path));
}

/// A directory in memory, for what is tried by the thousand.
class MemoryCarrier : public ledger::Carrier {
public:
    std::map<std::string, std::string> files = {};

    Result<Bytes> read(std::string_view path, std::uint64_t from, std::size_t limit) override {
        const auto file = files.find(std::string(path));
        if (file == files.end()) return Error{Fault::absent, std::string(path) + ": not there"};
        if (from >= file->second.size()) return Bytes{};
        const auto part = bytes_of(file->second).subspan(from);
        return Bytes(part.begin(),
                     part.begin() + static_cast<std::ptrdiff_t>(std::min(limit, part.size())));
    }
    std::string name() const override { return "memory"; }
    std::uint64_t bytes_read() const override { return 0; }
};

/// Every file below the folder with its content.
inline std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder))
        if (each.is_regular_file())
            files[std::filesystem::relative(each.path(), folder).string()] =
                content_of(each.path());
    return files;
}

}  // namespace placet::tests
