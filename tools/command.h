// command.h: what every subcommand of placet is: options added to the program, and what it does.
//
// One file per command. A command reads and writes through its streams alone, so that tests call it
// in process.
#pragma once

#include "ledger/exit_code.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iosfwd>
#include <vector>

namespace placet::tools {

namespace exit_code = ledger::exit_code;

struct Streams {
    std::ostream& out;
    std::ostream& err;
    bool at_terminal = false;  // a person reads `err`: progress is shown there
};

/// A subcommand whose options stand in the program.
struct Command {
    CLI::App* options = nullptr;
    std::function<int(Streams&)> run = {};
};

/// Writes "placet NAME: what happened" to `err` and gives the exit code that fits the fault.
int report(Streams& streams, std::string_view command, const Error& error);

// One per file of the same name. Each adds its subcommand to the program.
Command articles_command(CLI::App& program);
Command checkpoint_command(CLI::App& program);
Command close_command(CLI::App& program);
Command completion_command(CLI::App& program);
Command decide_command(CLI::App& program);
Command diff_command(CLI::App& program);
Command export_command(CLI::App& program);
Command follow_command(CLI::App& program);
Command import_command(CLI::App& program);
Command init_command(CLI::App& program);
Command policy_command(CLI::App& program);
Command receipt_command(CLI::App& program);
Command recover_command(CLI::App& program);
Command replay_command(CLI::App& program);
Command rules_command(CLI::App& program);
Command serve_command(CLI::App& program);
Command sheet_command(CLI::App& program);
Command show_command(CLI::App& program);
Command verify_command(CLI::App& program);
Command vkey_command(CLI::App& program);

/// All of them, in the order of --help.
std::vector<Command> add_commands(CLI::App& program);

/// Parses and runs. `arguments` without the program's name.
int run_program(std::vector<std::string> arguments, Streams& streams);

}  // namespace placet::tools
