// diff: ledgers, static directories and checkpoints of one terminal side by side.
#include "crypto/whole_file.h"
#include "tools/command.h"
#include "tools/history_output.h"
#include "tools/interruption.h"
#include "tools/progress.h"

#include <fmt/format.h>
#include <algorithm>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

constexpr int most_histories = 16;

struct Options {
    std::vector<std::string> names = {};
    std::string vkey = {};
    std::string evidence = {};
    bool json = false;
    bool quiet = false;
};

struct Compared {
    VerifierKey key = {};
    Histories histories = {};
    HistoryDiff diff = {};
};

Result<Compared> compared(const Options& options, HistorySources& sources, const VerifierKey& key,
                          Streams& streams, const Interruption& interruption) {
    auto histories = sources.histories(key);
    if (!histories) return histories.error();
    std::uint64_t most = 0;
    for (const auto& history : *histories) most = std::max(most, history->checkpoint().size);
    Progress progress(streams, "entries", !options.quiet);
    auto diff = compare_histories(*histories, key, [&](std::uint64_t done) {
        progress.show(std::min(done, most), most);
        return !interruption.asked();
    });
    if (!diff) return diff.error();
    return Compared{.key = key, .histories = *std::move(histories), .diff = *std::move(diff)};
}

/// The file that was written; empty if no fork was shown or none was to be written.
Result<std::string> written_evidence(const Options& options, const HistoryDiff& diff) {
    if (options.evidence.empty()) return std::string();
    for (const auto& pair : diff.pairs) {
        if (!pair.fork) continue;
        const auto written = write_public_file(options.evidence, format_fork_evidence(*pair.fork));
        if (!written) return written.error();
        return options.evidence;
    }
    return std::string();
}

std::string text_of(const Options& options, const Compared& compared, const std::string& evidence) {
    std::string text;
    for (const auto& pair : compared.diff.pairs)
        text += pair_text(compared.histories, compared.diff, pair);
    text += damage_text(compared.histories, compared.diff);
    if (!evidence.empty())
        text += fmt::format(
            "Evidence: {}; anybody with the key can check it: placet verify "
            "--evidence {}\n",
            evidence, evidence);
    else if (!options.evidence.empty())
        text += "No fork was shown; no evidence was written.\n";
    return text;
}

Result<int> run(const Options& options, Streams& streams, const Interruption& interruption) {
    auto sources = HistorySources::open(options.names);
    if (!sources) return sources.error();
    auto key = sources->key();
    if (!options.vkey.empty()) {
        const auto given = parse_verifier_key(options.vkey);
        if (!given) return given.error();
        key = *given;
    }
    if (!key) {
        streams.err << "placet diff: none of these is a ledger, and nothing else names its key. "
                       "Nothing was compared. Give the terminal's key with --vkey, as placet vkey "
                       "prints it there.\n";
        return exit_code::not_configured;
    }
    const auto result = compared(options, *sources, *key, streams, interruption);
    if (!result) return result.error();
    const auto evidence = written_evidence(options, result->diff);
    if (!evidence) return evidence.error();
    if (!options.quiet)
        streams.out << (options.json ? diff_json(result->histories, *key, result->diff, *evidence)
                                     : text_of(options, *result, *evidence));
    return exit_code_of(result->diff);
}

}  // namespace

Command diff_command(CLI::App& program) {
    auto* app = program.add_subcommand(
        "diff", "Compare ledgers, static directories and checkpoints of one terminal");
    auto options = std::make_shared<Options>();
    app->add_option("HISTORY", options->names,
                    "Ledgers, static directories (folders or addresses) and checkpoints (files)")
        ->required()
        ->expected(2, most_histories);
    app->add_option("--vkey", options->vkey,
                    "The terminal's key; that of the first ledger unless told")
        ->type_name("KEY");
    app->add_option("--evidence", options->evidence,
                    "Write here what proves a fork, if there is one: a new file")
        ->type_name("FILE");
    app->add_flag("--json", options->json, "Print the comparison as JSON");
    app->add_flag("--quiet", options->quiet, "Print nothing: the exit status is the answer");
    return {.options = app, .run = [options](Streams& streams) {
                const Interruption interruption;
                const auto code = run(*options, streams, interruption);
                if (code) return *code;
                const int failed = report(streams, "diff", code.error());
                return interruption.asked() ? exit_code::interrupted : failed;
            }};
}

}  // namespace placet::tools
