// verify: the audit of a ledger from public keys alone, level by level; and of small files.
#include "ledger/exchange/directory_audit.h"
#include "ledger/exchange/witnessed.h"
#include "ledger/verify/audit.h"
#include "tools/audit_output.h"
#include "tools/command.h"
#include "tools/held_checkpoint.h"
#include "tools/interruption.h"
#include "tools/progress.h"
#include "tools/verify_files.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>
#include <sstream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    std::string directory = {};
    std::string checkpoint = {};
    std::string evidence = {};
    std::string receipt = {};
    Trust trust = {};
    bool json = false;
    bool quiet = false;
    bool hashes_only = false;
};

struct Verified {
    ledger::AuditReport report = {};
    std::vector<Compared> compared = {};
};

Result<ledger::AuditReport> audited(const Options& options, const Policy& policy, Streams& streams,
                                    const Interruption& interruption) {
    ledger::AuditOptions audit{.hashes_only = options.hashes_only};
    if (!options.trust.vkey.empty()) {
        const auto key = parse_verifier_key(options.trust.vkey);
        if (!key) return key.error();
        audit.key = *key;
    } else if (policy.logs.size() == 1) {
        audit.key = policy.logs.front().key;
    }
    Progress progress(streams, "entries", !options.quiet);
    audit.progress = [&](std::uint64_t done, std::uint64_t of) {
        progress.show(done, of);
        return !interruption.asked();
    };
    if (options.directory.empty()) return ledger::audit(options.ledger, audit);
    if (!audit.key)
        return Error{Fault::refused,
                     "A directory is verified against its terminal's key. Nothing was read. Give "
                     "the key that placet vkey prints, as --vkey, or a --policy with one log."};
    const auto carrier = ledger::open_carrier(options.directory);
    if (!carrier) return carrier.error();
    return ledger::audit_directory(**carrier, audit);
}

/// Of a ledger, or of a directory by its checkpoint, which the audit took in with all its lines.
Result<ledger::Witnessed> witnessed_of(const Options& options, const Policy& policy,
                                       const ledger::AuditReport& report) {
    if (options.directory.empty()) return ledger::read_witnessed(options.ledger, policy);
    const auto carrier = ledger::open_carrier(options.directory);
    if (!carrier) return carrier.error();
    const auto note = ledger::directory_checkpoint(**carrier, report.key);
    if (!note) return note.error();
    return ledger::witnessed_of_note(*note, report.key, policy);
}

Compared of_witnesses(const Options& options, const Policy& policy,
                      const ledger::AuditReport& report) {
    Compared compared{.level = "witnesses"};
    const auto witnessed = witnessed_of(options, policy, report);
    if (!witnessed) {
        compared.verdict = ledger::exit_code_of(witnessed.error().fault) == exit_code::not_verified
                               ? ledger::Verdict::bad
                               : ledger::Verdict::not_checked;
        compared.proved = witnessed.error().detail;
        return compared;
    }
    compared.proved = ledger::witnessed_text(policy, *witnessed);
    if (!witnessed->log_is_trusted)
        compared.verdict = ledger::Verdict::bad;
    else if (policy.quorum == "none" || witnessed->met == witnessed->size)
        compared.verdict = ledger::Verdict::good;
    return compared;
}

Result<Verified> verified(const Options& options, Streams& streams,
                          const Interruption& interruption) {
    const auto policy = policy_of(options.trust);
    if (!policy) return policy.error();
    auto report = audited(options, *policy, streams, interruption);
    if (!report) return report.error();
    Verified done{.report = *std::move(report)};
    if (!options.checkpoint.empty()) {
        auto compared = with_checkpoint(options.ledger, options.checkpoint, done.report.key);
        if (!compared) return compared.error();
        done.compared.push_back(*std::move(compared));
    }
    if (options.trust.asks_for_witnesses())
        done.compared.push_back(of_witnesses(options, *policy, done.report));
    return done;
}

int verify_ledger(const Options& options, Streams& streams) {
    const Interruption interruption;
    const auto result = verified(options, streams, interruption);
    if (!result) return report(streams, "verify", result.error());
    if (!options.quiet) {
        const auto& name = options.directory.empty() ? options.ledger : options.directory;
        streams.out << (options.json ? audit_json(name, result->report, result->compared)
                                     : audit_text(name, result->report, result->compared));
    }
    return interruption.asked() ? exit_code::interrupted
                                : exit_code_of(result->report, result->compared);
}

int verify(const Options& options, Streams& streams) {
    std::ostringstream unheard;
    Streams quiet{.out = unheard, .err = streams.err};
    auto& heard = options.quiet ? quiet : streams;
    if (!options.evidence.empty()) return verify_evidence(options.evidence, options.trust, heard);
    if (!options.receipt.empty()) return verify_receipt(options.receipt, options.trust, heard);
    return verify_ledger(options, streams);
}

}  // namespace

Command verify_command(CLI::App& program) {
    auto* app = program.add_subcommand("verify", "Check a ledger from public keys alone");
    auto options = std::make_shared<Options>();
    auto* ledger = app->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE");
    auto* directory = app->add_option("--directory", options->directory,
                                      "Check a static directory instead, a folder or an address, "
                                      "against --vkey")
                          ->type_name("DIR")
                          ->excludes(ledger);
    auto* checkpoint =
        app->add_option("--checkpoint", options->checkpoint,
                        "A checkpoint to compare it with: a note, or a picture of its QR code")
            ->type_name("FILE")
            ->needs(ledger);
    auto* evidence =
        app->add_option("--evidence", options->evidence, "Check evidence of a fork instead")
            ->type_name("FILE")
            ->excludes(ledger);
    auto* receipt = app->add_option("--receipt", options->receipt, "Check a receipt instead")
                        ->type_name("FILE")
                        ->excludes(ledger)
                        ->excludes(evidence);
    add_key_option(*app, options->trust, "The terminal's key, as known from elsewhere");
    add_witness_options(*app, options->trust);
    auto* hashes = app->add_flag("--hashes-only", options->hashes_only,
                                 "Only compare all entries with the last checkpoint: quick, and "
                                 "less");
    auto* as_json = app->add_flag("--json", options->json, "Print the report as JSON");
    for (auto* other : {checkpoint, hashes, as_json})
        for (auto* file : {evidence, receipt}) file->excludes(other);
    for (auto* file : {evidence, receipt, checkpoint}) file->excludes(directory);
    app->add_flag("--quiet", options->quiet, "Print nothing: the exit status is the answer");
    app->callback([options] {
        if (options->ledger.empty() && options->directory.empty() && options->evidence.empty() &&
            options->receipt.empty())
            throw CLI::RequiredError("--ledger");
    });
    return {.options = app,
            .run = [options](Streams& streams) { return verify(*options, streams); }};
}

}  // namespace placet::tools
