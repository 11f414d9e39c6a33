// vkey: the verifier key of a ledger's terminal, as C2SP tools take it.
#include "ledger/store.h"
#include "tools/command.h"

#include <memory>
#include <ostream>

namespace placet::tools {

Command vkey_command(CLI::App& program) {
    auto* options = program.add_subcommand("vkey", "Print the C2SP verifier key of the terminal");
    auto path = std::make_shared<std::string>();
    options->add_option("--ledger", *path, "The ledger")->required()->type_name("FILE");
    return {.options = options, .run = [path](Streams& streams) {
                auto store = ledger::Store::open(*path);
                if (!store) return report(streams, "vkey", store.error());
                const auto key = store->own_key();
                if (!key) return report(streams, "vkey", key.error());
                streams.out << format_verifier_key(*key) << '\n';
                return exit_code::good;
            }};
}

}  // namespace placet::tools
