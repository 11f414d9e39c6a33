// import, recover: a static directory taken in, from a folder or a web server.
#include "ledger/exchange/import.h"
#include "ledger/exchange/cosigning.h"
#include "ledger/exchange/counts.h"
#include "tools/command.h"
#include "tools/interruption.h"
#include "tools/progress.h"
#include "tools/witness_key.h"

#include "crypto/whole_file.h"

#include <fmt/format.h>
#include <chrono>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string from = {};
    std::string keys = {};
    bool quiet = false;
    bool recover = false;
};

std::string text_of_feed(const ImportedFeed& feed) {
    using Arrival = ImportedFeed::Arrival;
    switch (feed.arrival) {
        case Arrival::absent:
            return "not in this directory";
        case Arrival::nothing_new:
            return fmt::format("{} held, nothing new", entries_text(feed.before));
        case Arrival::older:
            return fmt::format("{} held, the directory is older: {}", entries_text(feed.before),
                               entries_text(feed.offered));
        case Arrival::taken_in:
            return fmt::format("{} taken in, {} held now", entries_text(feed.after - feed.before),
                               feed.after);
        case Arrival::forked:
            return fork_text(*feed.fork) +
                   " Both are kept; nothing more is taken in of this feed, and results from there "
                   "on are withheld.";
        case Arrival::frozen:
            return fmt::format("its key signed two histories; {} held, nothing taken in",
                               entries_text(feed.before));
    }
    return {};
}

std::string text_of_report(const ImportReport& report) {
    std::string text;
    for (const auto& feed : report.feeds) {
        if (feed.arrival == ImportedFeed::Arrival::absent) continue;
        text += fmt::format("{}: {}", feed.origin, text_of_feed(feed));
        if (feed.cosignatures > 0) text += fmt::format("; cosignatures: {}", feed.cosignatures);
        text += ".\n";
    }
    if (report.attachments > 0)
        text += fmt::format("Attachments taken in: {}.\n", report.attachments);
    if (!report.missing.empty()) {
        text += fmt::format("Attachments that entries name and that are not here yet: {}\n",
                            report.missing.size());
        for (const auto& hash : report.missing) text += fmt::format("    {}\n", hex(hash));
    }
    if (!report.not_understood.empty())
        text += fmt::format(
            "Entries of kinds that this version does not understand: {}. They are kept as they "
            "are; a result that rests on one is open.\n",
            report.not_understood.size());
    return text;
}

/// Beside the ledger, once: a file that anybody can check.
Result<std::string> write_evidence(const Options& options, const Fork& fork) {
    const auto path = fmt::format("{}.fork-{}.json", options.ledger, fork.common);
    const auto written = write_public_file(path, fork.evidence);
    if (!written && written.error().fault != Fault::refused) return written.error();
    return path;
}

Result<bool> cosigned(const Options& options, Store& store, const ImportReport& report,
                      const Importer& importer) {
    if (options.keys.empty()) return false;
    const auto spine = report.feeds.front().arrival;
    if (spine == ImportedFeed::Arrival::forked || spine == ImportedFeed::Arrival::frozen ||
        importer.spine().size() == 0)
        return false;
    const auto witness = open_witness(options.keys);
    if (!witness) return witness.error();
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(
        std::chrono::system_clock::now().time_since_epoch());
    return cosign_held(store, importer.spine(), *witness, static_cast<std::uint64_t>(now.count()));
}

Result<int> take_in(const Options& options, Streams& streams, const Interruption& interruption) {
    auto store = Store::open(options.ledger);
    if (!store) return store.error();
    const auto carrier = open_carrier(options.from);
    if (!carrier) return carrier.error();
    auto importer = Importer::open(*store);
    if (!importer) return importer.error();
    Progress progress(streams, "entries", !options.quiet);
    const auto report = importer->take(**carrier, {.progress =
                                                       [&](std::uint64_t done, std::uint64_t of) {
                                                           progress.show(done, of);
                                                           return !interruption.asked();
                                                       },
                                                   .recover = options.recover});
    if (!report) return report.error();
    if (!options.quiet) streams.out << text_of_report(*report);
    int code = exit_code::good;
    for (const auto& feed : report->feeds) {
        if (feed.arrival == ImportedFeed::Arrival::frozen) code = exit_code::not_verified;
        if (feed.arrival != ImportedFeed::Arrival::forked) continue;
        code = exit_code::not_verified;
        const auto path = write_evidence(options, *feed.fork);
        if (!path) return path.error();
        streams.out << fmt::format("Evidence: {}\n", *path);
    }
    const auto signed_now = cosigned(options, *store, *report, *importer);
    if (!signed_now) return signed_now.error();
    if (*signed_now && !options.quiet)
        streams.out << "Cosigned; the next export carries the line back.\n";
    return code;
}

int run(const Options& options, const char* name, Streams& streams) {
    const Interruption interruption;
    const auto code = take_in(options, streams, interruption);
    if (code) return *code;
    const int failed = report(streams, name, code.error());
    return interruption.asked() ? exit_code::interrupted : failed;
}

Command command(CLI::App* app, const std::shared_ptr<Options>& options, const char* name) {
    app->add_option("--ledger", options->ledger, "The ledger that takes it in")
        ->required()
        ->type_name("FILE");
    app->add_option("DIR", options->from,
                    "The static directory: a folder, or the address of a web server")
        ->required();
    app->add_flag("--quiet", options->quiet, "Print nothing: the exit status is the answer");
    return {.options = app,
            .run = [options, name](Streams& streams) { return run(*options, name, streams); }};
}

}  // namespace

Command import_command(CLI::App& program) {
    auto* app = program.add_subcommand("import", "Take a static directory into a copy or a ledger");
    auto options = std::make_shared<Options>();
    app->add_option("--keys", options->keys,
                    "The folder with the witness's key that follow made: cosign what was verified")
        ->type_name("DIR");
    return command(app, options, "import");
}

Command recover_command(CLI::App& program) {
    auto* app = program.add_subcommand(
        "recover", "Bring back the end that a terminal's ledger lost, from a copy");
    auto options = std::make_shared<Options>();
    options->recover = true;
    return command(app, options, "recover");
}

}  // namespace placet::tools
