// completion: scripts that complete placet's commands and options, made from the program itself.
#include "tools/command.h"

#include <fmt/format.h>
#include <algorithm>
#include <memory>
#include <ostream>

namespace placet::tools {
namespace {

std::vector<CLI::App*> commands_of(CLI::App& program) {
    return program.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return !option->get_lnames().empty(); });
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

/// Names of all options of this command, and what its other arguments may be, with spaces between.
std::string words_of(const CLI::App& app) {
    std::string words;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) words += fmt::format("--{} ", name);
        // CLI11 keeps a choice in the type's name: "SHELL:{bash,zsh,fish}".
        const auto type = option->get_type_name();
        const auto open = type.find('{');
        if (!option->get_positional() || open == std::string::npos) continue;
        auto choices = type.substr(open + 1, type.find('}') - open - 1);
        std::ranges::replace(choices, ',', ' ');
        words += choices + " ";
    }
    return words;
}

std::string bash_function(CLI::App& program) {
    std::string names;
    std::string cases;
    std::set<std::string> valued;
    for (const auto* command : commands_of(program)) {
        names += command->get_name() + " ";
        cases +=
            fmt::format("        {}) words='{}' ;;\n", command->get_name(), words_of(*command));
        for (const auto* option : options_of(*command))
            if (takes_value(*option)) valued.insert("--" + option->get_lnames().front());
    }
    return fmt::format(R"(_placet() {{
    local words= current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
    local command=${{COMP_WORDS[1]}}
    ((COMP_CWORD == 1)) && command=
    COMPREPLY=()
    case $previous in {}) return ;; esac
    case $command in
        '') words='{}{}' ;;
{}    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
)",
                       fmt::join(valued, "|"), names, words_of(program), cases);
}

std::string bash_script(CLI::App& program) {
    return "# bash completion of placet, made by: placet completion bash\n" +
           bash_function(program) + "complete -o bashdefault -o default -F _placet placet\n";
}

std::string zsh_script(CLI::App& program) {
    return "#compdef placet\n# zsh completion of placet, made by: placet completion zsh\n"
           "autoload -U +X bashcompinit && bashcompinit\n" +
           bash_function(program) + "complete -o bashdefault -o default -F _placet placet\n";
}

std::string fish_script(CLI::App& program) {
    std::string script = "# fish completion of placet, made by: placet completion fish\n";
    for (const auto* command : commands_of(program)) {
        const auto& name = command->get_name();
        script += fmt::format("complete -c placet -n __fish_use_subcommand -f -a {} -d '{}'\n",
                              name, command->get_description());
        for (const auto* option : options_of(*command))
            script += fmt::format(
                "complete -c placet -n '__fish_seen_subcommand_from {}' {} -l {} -d '{}'\n", name,
                takes_value(*option) ? "-r" : "-f", option->get_lnames().front(),
                option->get_description());
    }
    return script;
}

}  // namespace

Command completion_command(CLI::App& program) {
    auto* app = program.add_subcommand("completion", "Print a script that completes commands");
    auto shell = std::make_shared<std::string>();
    app->add_option("SHELL", *shell, "The shell that will read it")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    return {.options = app, .run = [&program, shell](Streams& streams) {
                streams.out << (*shell == "bash"  ? bash_script(program)
                                : *shell == "zsh" ? zsh_script(program)
                                                  : fish_script(program));
                return exit_code::good;
            }};
}

}  // namespace placet::tools
