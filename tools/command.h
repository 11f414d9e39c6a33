// command.h: what every subcommand of placet is: options added to the program, and what it does.
//
// One file per command. A command reads and writes through its streams alone, so that tests call it
// in process.
#pragma once

#include "crypto/result.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iosfwd>
#include <vector>

namespace placet::tools {

/// What a command leaves with; stated in the manual page, never changed.
namespace exit_code {
inline constexpr int good = 0;
inline constexpr int failure = 1;
inline constexpr int usage = 2;
inline constexpr int not_verified = 3;    // tampered with or inconsistent
inline constexpr int unreadable = 4;      // cannot be read, or is not a ledger
inline constexpr int incomplete = 5;      // not everything could be checked
inline constexpr int not_configured = 6;  // a key or a package is missing
inline constexpr int in_use = 7;
inline constexpr int full = 8;
inline constexpr int interrupted = 130;
}  // namespace exit_code

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
Command init_command(CLI::App& program);
Command replay_command(CLI::App& program);
Command vkey_command(CLI::App& program);

/// All of them, in the order of --help.
std::vector<Command> add_commands(CLI::App& program);

/// Parses and runs. `arguments` without the program's name.
int run_program(std::vector<std::string> arguments, Streams& streams);

}  // namespace placet::tools
