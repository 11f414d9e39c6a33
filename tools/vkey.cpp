// vkey: the verifier key of a ledger's terminal, as C2SP tools take it.
#include "ledger/verify/head.h"
#include "tools/command.h"

#include <memory>
#include <ostream>

namespace placet::tools {

Command vkey_command(CLI::App& program) {
    auto* options = program.add_subcommand("vkey", "Print the C2SP verifier key of the terminal");
    auto path = std::make_shared<std::string>();
    options->add_option("--ledger", *path, "The ledger")->required()->type_name("FILE");
    return {.options = options, .run = [path](Streams& streams) {
                const auto head = ledger::read_head(*path);
                if (!head) return report(streams, "vkey", head.error());
                streams.out << format_verifier_key(head->key) << '\n';
                return exit_code::good;
            }};
}

}  // namespace placet::tools
