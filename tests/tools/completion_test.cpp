// Completion scripts and manual pages, held to the table that --help is made from.
#include "tests/support/temp_folder.h"
#include "tests/tools/run.h"

#include <filesystem>
#include <regex>
#include <set>

using namespace placet;
using namespace placet::tests;

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> commands = {
    "init",    "verify", "show",   "sheet",  "checkpoint", "vkey", "policy",
    "receipt", "export", "follow", "import", "recover",    "diff", "articles", "decide",
    "close",   "replay", "rules",  "serve",  "completion"};

/// Long options that the help of a command names.
std::set<std::string> options_in_help(const std::string& command) {
    const auto help = run({command, "--help"}).out;
    static const std::regex option(R"(\s(?:-\w,)?--([a-z-]+))");
    std::set<std::string> found;
    for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at)
        found.insert((*at)[1]);
    REQUIRE(found.contains("help"));
    return found;
}

/// What bash offers after this line, one word each.
std::set<std::string> offered(const fs::path& script, const std::vector<std::string>& words) {
    std::string line = "COMP_WORDS=(placet";
    for (const auto& word : words) line += " '" + word + "'";
    const auto text = shell("bash -c \"source '" + script.string() + "'; " + line +
                            "); COMP_CWORD=" + std::to_string(words.size()) +
                            "; _placet; printf '%s\\n' \\\"\\${COMPREPLY[@]}\\\"\"");
    std::set<std::string> found;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) found.insert(word);
    return found;
}

fs::path manual_page(const std::string& command) {
    const auto name = command.empty() ? "placet.1" : "placet-" + command + ".1";
    return fs::path(PLACET_SOURCE_DIR) / "tools" / "man" / name;
}

}  // namespace

TEST_CASE("bash completes commands, options and choices, and leaves files to itself", "[tools]") {
    const TempFolder folder;
    const auto script = folder / "placet.bash";
    write_file(script, run({"completion", "bash"}).out);

    CHECK(offered(script, {"ver"}) == std::set<std::string>{"verify"});
    CHECK(offered(script, {"verify", "--v"}) == std::set<std::string>{"--vkey"});
    CHECK(offered(script, {"completion", ""}).contains("fish"));
    CHECK(offered(script, {"verify", "--ledger", ""}).empty());
    auto first = offered(script, {""});
    for (const auto& command : commands) {
        CHECK(first.contains(command));
        auto options = offered(script, {command, "--"});
        for (const auto& option : options_in_help(command)) CHECK(options.contains("--" + option));
    }
}

TEST_CASE("every shell's script knows every command and option", "[tools]") {
    for (const char* shell_name : {"bash", "zsh", "fish"}) {
        const auto ran = run({"completion", shell_name});
        CHECK(ran.code == 0);
        for (const auto& command : commands) {
            INFO(shell_name << " " << command);
            CHECK(ran.out.find(command) != std::string::npos);
            for (const auto& option : options_in_help(command)) {
                if (option == "help") continue;
                CHECK(ran.out.find(option) != std::string::npos);
            }
        }
    }
    CHECK(run({"completion", "csh"}).code == 2);
}

TEST_CASE("every command has a manual page that names its options and statuses", "[tools]") {
    for (const auto& command : commands) {
        INFO(command);
        const auto page = content_of(manual_page(command));
        REQUIRE_FALSE(page.empty());
        for (const auto& option : options_in_help(command)) {
            INFO("--" << option);
            std::string spelled;  // as troff has it: \-\-vkey
            for (const char c : "--" + option) spelled += c == '-' ? "\\-" : std::string(1, c);
            CHECK(page.find(spelled) != std::string::npos);
        }
        for (const char* section : {".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH OPTIONS",
                                    ".SH EXIT STATUS", ".SH FILES", ".SH EXAMPLES", ".SH SEE ALSO"})
            CHECK(page.find(section) != std::string::npos);
        CHECK(content_of(manual_page("")).find("placet\\-" + command) != std::string::npos);
    }
}

TEST_CASE("manual pages are set without a warning", "[tools]") {
    for (const auto& entry : fs::directory_iterator(manual_page("").parent_path())) {
        INFO(entry.path());
        CHECK(shell("groff -man -Tutf8 -ww -z -b '" + entry.path().string() + "'").empty());
    }
}
