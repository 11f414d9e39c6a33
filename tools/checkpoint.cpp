// checkpoint: the last signed checkpoint of a ledger, as a note or as a QR code of the note.
#include "ledger/verify/head.h"
#include "tools/command.h"
#include "tools/qr_text.h"

#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    bool qr = false;
};

Result<std::string> checkpoint_text(const Options& options) {
    auto head = ledger::read_head(options.ledger);
    if (!head) return head.error();
    return options.qr ? qr_text(head->checkpoint_note) : std::move(head->checkpoint_note);
}

}  // namespace

Command checkpoint_command(CLI::App& program) {
    auto* app = program.add_subcommand("checkpoint", "Print the last signed checkpoint");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_flag("--qr", options->qr, "As a QR code for a terminal");
    return {.options = app, .run = [options](Streams& streams) {
                const auto text = checkpoint_text(*options);
                if (!text) return report(streams, "checkpoint", text.error());
                streams.out << *text;
                return exit_code::good;
            }};
}

}  // namespace placet::tools
