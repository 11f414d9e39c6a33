// verify: the audit of a ledger from public keys alone, level by level.
#include "ledger/verify/audit.h"
#include "ledger/words.h"
#include "tools/audit_output.h"
#include "tools/command.h"
#include "tools/interruption.h"
#include "tools/progress.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    std::string vkey = {};
    bool json = false;
    bool quiet = false;
    bool hashes_only = false;
};

Result<ledger::AuditReport> audited(const Options& options, Streams& streams,
                                    const Interruption& interruption) {
    ledger::AuditOptions audit{.hashes_only = options.hashes_only};
    if (!options.vkey.empty()) {
        const auto key = parse_verifier_key(options.vkey);
        if (!key) return key.error();
        audit.key = *key;
    }
    Progress progress(streams, "entries", !options.quiet);
    audit.progress = [&](std::uint64_t done, std::uint64_t of) {
        progress.show(done, of);
        return !interruption.asked();
    };
    return ledger::audit(options.ledger, audit);
}

int verify(const Options& options, Streams& streams) {
    const Interruption interruption;
    const auto result = audited(options, streams, interruption);
    if (!result) return report(streams, "verify", result.error());
    if (!options.quiet)
        streams.out << (options.json ? audit_json(options.ledger, *result)
                                     : audit_text(options.ledger, *result));
    return interruption.asked() ? exit_code::interrupted : exit_code_of(*result);
}

/// Empty if the text is a verifier key; otherwise why not, as the command line wants it.
std::string key_trouble(const std::string& text) {
    return parse_verifier_key(text) ? "" : "this is no verifier key as placet vkey prints it";
}

}  // namespace

Command verify_command(CLI::App& program) {
    auto* app = program.add_subcommand("verify", "Check a ledger from public keys alone");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("--vkey", options->vkey, "The terminal's key, as known from elsewhere")
        ->type_name("KEY")
        ->check(key_trouble);
    app->add_flag("--hashes-only", options->hashes_only,
                  "Only compare all entries with the last checkpoint: quick, and less");
    app->add_flag("--json", options->json, "Print the report as JSON");
    app->add_flag("--quiet", options->quiet, "Print nothing: the exit status is the answer");
    return {.options = app,
            .run = [options](Streams& streams) { return verify(*options, streams); }};
}

}  // namespace placet::tools
