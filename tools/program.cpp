// program.cpp: the table of commands, and what all of them share.
#include "ledger/version.h"
#include "tools/command.h"

#include <fmt/format.h>
#include <algorithm>
#include <ostream>

namespace placet::tools {
namespace {

constexpr std::string_view exit_codes_text =
    "Exit status: 0 good, 1 failure, 2 wrong use, 3 not verified (changed or inconsistent),\n"
    "4 cannot be read or no ledger, 5 not everything could be checked, 6 not configured,\n"
    "7 in use by another program, 8 no space left, 130 interrupted.";

}  // namespace

int report(Streams& streams, std::string_view command, const Error& error) {
    streams.err << fmt::format("placet {}: {}\n", command, error.detail);
    return ledger::exit_code_of(error.fault);
}

std::vector<Command> add_commands(CLI::App& program) {
    std::vector<Command> commands;
    commands.push_back(init_command(program));
    commands.push_back(verify_command(program));
    commands.push_back(show_command(program));
    commands.push_back(sheet_command(program));
    commands.push_back(checkpoint_command(program));
    commands.push_back(vkey_command(program));
    commands.push_back(policy_command(program));
    commands.push_back(receipt_command(program));
    commands.push_back(export_command(program));
    commands.push_back(follow_command(program));
    commands.push_back(import_command(program));
    commands.push_back(recover_command(program));
    commands.push_back(diff_command(program));
    commands.push_back(decide_command(program));
    commands.push_back(articles_command(program));
    commands.push_back(close_command(program));
    commands.push_back(replay_command(program));
    commands.push_back(rules_command(program));
    commands.push_back(serve_command(program));
    commands.push_back(completion_command(program));
    for (auto* app : program.get_subcommands([](const CLI::App*) { return true; }))
        app->footer(std::string(exit_codes_text));
    program.footer(std::string(exit_codes_text));
    return commands;
}

int run_program(std::vector<std::string> arguments, Streams& streams) {
    CLI::App program{"Placet: votes and decisions of a conference in a signed ledger.", "placet"};
    program.set_version_flag("--version", ledger::build_description());
    program.require_subcommand(1);
    const auto commands = add_commands(program);
    std::ranges::reverse(arguments);  // CLI11 takes them from the end
    try {
        program.parse(arguments);
    } catch (const CLI::ParseError& error) {  // the library's way to say help, version or usage
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        program.exit(error, streams.out, streams.err);
        return asked ? exit_code::good : exit_code::usage;
    }
    const auto chosen = std::ranges::find_if(
        commands, [](const Command& command) { return command.options->parsed(); });
    return chosen->run(streams);
}

}  // namespace placet::tools
