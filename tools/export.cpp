// export: a ledger as a static directory that anybody can read, incrementally and durably.
#include "ledger/exchange/export.h"
#include "tools/command.h"
#include "tools/interruption.h"
#include "tools/progress.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string directory = {};
    bool quiet = false;
};

Error stopped(const Options& options) {
    return {Fault::refused,
            fmt::format("stopped, as asked. {} is as it was, with files that its checkpoint does "
                        "not speak of yet; repeat to complete it.",
                        options.directory)};
}

Result<Export::Progress> exported(const Options& options, Streams& streams,
                                  const Interruption& interruption) {
    auto store = Store::open(options.ledger);
    if (!store) return store.error();
    auto run = Export::begin(*store, options.directory);
    if (!run) return run.error();
    Progress progress(streams, "steps", !options.quiet);
    for (;;) {
        const auto done = run->step(*store);
        if (!done) return done.error();
        if (*done) return run->progress();
        if (interruption.asked()) return stopped(options);
        progress.show(run->progress().done, run->progress().of);
    }
}

int export_ledger(const Options& options, Streams& streams) {
    const Interruption interruption;
    const auto done = exported(options, streams, interruption);
    if (!done) {
        const int code = report(streams, "export", done.error());
        return interruption.asked() ? exit_code::interrupted : code;
    }
    if (options.quiet) return exit_code::good;
    streams.out << (done->files == 0
                        ? fmt::format("{} holds all {} entries already.\n", options.directory,
                                      done->size)
                        : fmt::format("{} holds all {} entries: {} new, in {} files and {} bytes, "
                                      "read back as written.\n",
                                      options.directory, done->size, done->entries, done->files,
                                      done->bytes));
    return exit_code::good;
}

}  // namespace

Command export_command(CLI::App& program) {
    auto* app = program.add_subcommand("export", "Write a ledger as a static directory");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("DIR", options->directory,
                    "The directory: made, or brought up to date if it holds this ledger")
        ->required();
    app->add_flag("--quiet", options->quiet, "Print nothing: the exit status is the answer");
    return {.options = app,
            .run = [options](Streams& streams) { return export_ledger(*options, streams); }};
}

}  // namespace placet::tools
