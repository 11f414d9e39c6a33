// follow: begins a copy of a conference's ledger, which import fills; and makes the key of a
// witness.
#include "ledger/exchange/copy.h"
#include "ledger/key_folder.h"
#include "tools/command.h"
#include "tools/witness_key.h"

#include <fmt/format.h>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

using namespace placet::ledger;

struct Options {
    std::string ledger = {};
    std::string vkey = {};
    std::string witness = {};
    std::string keys = {};
};

Result<Done> follow(const Options& options, Streams& streams) {
    const auto key = parse_verifier_key(options.vkey);
    if (!key) return key.error();
    std::optional<NewWitness> witness;
    if (!options.witness.empty()) {
        auto made = make_witness(options.witness, options.keys);
        if (!made) return made.error();
        witness.emplace(*std::move(made));
    }
    if (const auto made = ledger::follow(options.ledger, *key); !made) return made.error();
    streams.out << fmt::format("{} follows {}. It is empty: fill it with placet import.\n",
                               options.ledger, key->name);
    if (!witness) return Done{};
    witness->folder.keep();
    streams.out << fmt::format("Witness {}\n", witness->vkey);
    return Done{};
}

}  // namespace

Command follow_command(CLI::App& program) {
    auto* app =
        program.add_subcommand("follow", "Begin a copy of a ledger, to be filled by import");
    auto options = std::make_shared<Options>();
    app->add_option("--ledger", options->ledger, "The copy to create")
        ->required()
        ->type_name("FILE");
    app->add_option("--vkey", options->vkey,
                    "The presiding terminal's key, as placet vkey prints it there")
        ->required()
        ->type_name("KEY");
    auto* witness = app->add_option("--witness", options->witness,
                                    "Make a witness's key under this name, for cosigning")
                        ->type_name("NAME");
    auto* keys =
        app->add_option("--keys", options->keys, "The folder to create for the witness's key")
            ->type_name("DIR");
    witness->needs(keys);
    keys->needs(witness);
    return {.options = app, .run = [options](Streams& streams) {
                const auto done = follow(*options, streams);
                return done ? exit_code::good : report(streams, "follow", done.error());
            }};
}

}  // namespace placet::tools
