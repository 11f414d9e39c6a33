// checkpoint: the last signed checkpoint of a ledger, as a note or as a QR code of the note.
#include "ledger/exchange/witnessed.h"
#include "ledger/verify/head.h"
#include "tools/command.h"
#include "tools/qr_text.h"
#include "tools/trust.h"

#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    Trust trust = {};
    bool qr = false;
};

/// The code holds what the terminal signed, so that it stays small enough to be photographed.
Result<int> print_code(const Options& options, Streams& streams) {
    const auto head = ledger::read_head(options.ledger);
    if (!head) return head.error();
    const auto code = qr_text(head->checkpoint_note);
    if (!code) return code.error();
    streams.out << *code;
    return exit_code::good;
}

Result<int> print_note(const Options& options, Streams& streams) {
    const auto policy = policy_of(options.trust);
    if (!policy) return policy.error();
    const auto witnessed = ledger::read_witnessed(options.ledger, *policy);
    if (!witnessed) return witnessed.error();
    streams.out << witnessed->note;
    if (!options.trust.asks_for_witnesses()) return exit_code::good;
    streams.err << ledger::witnessed_text(*policy, *witnessed) << '\n'
                << ledger::witness_lines(*policy, *witnessed);
    if (!witnessed->log_is_trusted) return exit_code::not_verified;
    const bool met = policy->quorum == "none" || witnessed->met == witnessed->size;
    return met ? exit_code::good : exit_code::incomplete;
}

}  // namespace

Command checkpoint_command(CLI::App& program) {
    auto* app = program.add_subcommand("checkpoint", "Print the last signed checkpoint");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    add_witness_options(*app, options->trust);
    auto* code = app->add_flag("--qr", options->qr, "As a QR code for a terminal");
    code->excludes("--witness")->excludes("--policy");
    return {.options = app, .run = [options](Streams& streams) {
                const auto done =
                    options->qr ? print_code(*options, streams) : print_note(*options, streams);
                return done ? *done : report(streams, "checkpoint", done.error());
            }};
}

}  // namespace placet::tools
