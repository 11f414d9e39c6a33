// receipt: one entry with the proof that it is in the ledger, as a file or a QR code.
#include "ledger/exchange/receipt.h"
#include "crypto/whole_file.h"
#include "tools/command.h"
#include "tools/qr_text.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

struct Options {
    std::string ledger = {};
    std::uint64_t entry = 0;
    std::string output = {};
    bool qr = false;
};

Result<std::string> printed_receipt(const Options& options) {
    auto receipt = ledger::make_receipt(options.ledger, options.entry);
    if (!receipt) return receipt;
    auto text = options.qr ? qr_text(*receipt) : *receipt;
    if (!text)
        return Error{text.error().fault,
                     fmt::format("The receipt of entry {} has {} bytes, more than a QR code holds. "
                                 "Nothing was changed. Give it as a file: --output FILE.",
                                 options.entry, receipt->size())};
    if (options.output.empty()) return text;
    if (const auto written = write_public_file(options.output, *receipt); !written)
        return written.error();
    return options.qr ? text : Result<std::string>(std::string());
}

}  // namespace

Command receipt_command(CLI::App& program) {
    auto* app = program.add_subcommand("receipt", "Print the proof that one entry is in a ledger");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The ledger")->required()->type_name("FILE");
    app->add_option("--entry", options->entry, "The entry's number, as placet show has it")
        ->required()
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    app->add_option("--output", options->output, "Write the receipt to this new file")
        ->type_name("FILE");
    app->add_flag("--qr", options->qr, "As a QR code for a terminal");
    return {.options = app, .run = [options](Streams& streams) {
                const auto text = printed_receipt(*options);
                if (!text) return report(streams, "receipt", text.error());
                streams.out << *text;
                return exit_code::good;
            }};
}

}  // namespace placet::tools
