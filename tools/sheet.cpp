// sheet: the result sheet of one decision as PDF, to a file and to a printer. Of a ledger that is
// not good there is none.
#include "crypto/whole_file.h"
#include "ledger/publish/audited_record.h"
#include "tools/audit_output.h"
#include "tools/command.h"
#include "tools/interruption.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::optional<std::int64_t> run = {};
    std::optional<std::uint64_t> entry = {};
    std::string out = {};
    bool print = false;
};

Result<ResultSheet> wanted(const Options& options, const std::vector<ResultSheet>& sheets) {
    const auto found = std::ranges::find_if(sheets, [&](const ResultSheet& sheet) {
        return options.run ? sheet.run == options.run : sheet.entry.seq == *options.entry;
    });
    if (found != sheets.end()) return *found;
    return Error{Fault::refused,
                 options.run ? fmt::format("There is no vote {} that was announced. Nothing was "
                                           "written. placet show lists the votes.",
                                           *options.run)
                             : fmt::format("Entry {} announces or confirms no decision. Nothing "
                                           "was written. placet show lists the entries.",
                                           *options.entry)};
}

/// Hands the file to the machine's printing system.
Result<Done> print_file(const std::string& path) {
    std::string program = "lp";
    std::string end_of_options = "--";
    std::string file = path;
    char* arguments[] = {program.data(), end_of_options.data(), file.data(), nullptr};
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, "lp", nullptr, nullptr, arguments, ::environ);
    int status = failed;
    while (failed == 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (failed == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return Done{};
    return Error{Fault::storage,
                 fmt::format("{}: the sheet is written but was not printed: {}. Print the file by "
                             "hand, or from another machine.",
                             path,
                             failed == ENOENT ? "the command lp is not there (package cups-client)"
                                              : "the command lp could not do it")};
}

int sheet(const Options& options, Streams& streams) {
    const Interruption interruption;
    const auto audited = audited_record(options.ledger, [&] { return !interruption.asked(); });
    if (!audited) return report(streams, "sheet", audited.error());
    if (!audited->report.all_good()) {
        streams.err << fmt::format("placet sheet: {} No sheet was written.\n",
                                   audited->report.verdict());
        return interruption.asked() ? exit_code::interrupted : exit_code_of(audited->report);
    }
    const auto found = wanted(options, audited->sheets);
    if (!found) return report(streams, "sheet", found.error());
    const auto pdf = result_pdf(*found);
    if (!pdf) return report(streams, "sheet", pdf.error());
    if (const auto written = write_public_file(options.out, *pdf); !written)
        return report(streams, "sheet", written.error());
    if (options.print)
        if (const auto printed = print_file(options.out); !printed)
            return report(streams, "sheet", printed.error());
    streams.out << fmt::format("{}: {}\n", options.out, found->sentence);
    return exit_code::good;
}

}  // namespace

Command sheet_command(CLI::App& program) {
    auto* app = program.add_subcommand("sheet", "Print the result sheet of a decision as PDF");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    auto* run = app->add_option("--run", options->run, "The vote of this number")
                    ->type_name("N")
                    ->check(CLI::PositiveNumber);
    app->add_option("--entry", options->entry, "The decision that this entry made")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->excludes(run);
    app->add_option("--out", options->out, "The file to write, which must not exist")
        ->required()
        ->type_name("FILE");
    app->add_flag("--print", options->print, "Print it as well, by the command lp");
    return {.options = app, .run = [options](Streams& streams) {
                if (options->run || options->entry) return sheet(*options, streams);
                streams.err << "placet sheet: say --run N or --entry N (see placet sheet --help)\n";
                return exit_code::usage;
            }};
}

}  // namespace placet::tools
