// placet-terminal: a window on a ledger. Wiring and nothing else.
#include "ledger/exchange/folder_carrier.h"
#include "ledger/exchange/own_copies.h"
#include "ledger/exit_code.h"
#include "ledger/key_folder.h"
#include "ledger/version.h"
#include "terminal/backend_sdl.h"
#include "terminal/background_audit.h"
#include "terminal/desk.h"
#include "terminal/mounted_sticks.h"
#include "terminal/opening.h"
#include "terminal/sheet_printer.h"
#include "terminal/stick_copier.h"
#include "terminal/test_hook.h"
#include "terminal/text_folder.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <cstdio>

using namespace placet;
using namespace placet::terminal;

namespace {

namespace exit_code = ledger::exit_code;
namespace files = ledger::key_folder_file;

struct Options {
    std::filesystem::path ledger = {};
    std::filesystem::path keys = {};
    std::filesystem::path terminal_key = {}, passphrase_file = {}, key_store = {};
    std::filesystem::path mark = {}, phrases = {}, sheets = {}, texts = {};
    std::vector<std::filesystem::path> copies = {};
    std::vector<std::filesystem::path> sticks = {"/media", "/run/media"};
    std::string size = "1920x1080";
    bool windowed = false, test_hook = false;
};

int fail(const Error& error) {
    std::fprintf(stderr, "placet-terminal: %s\n", error.detail.c_str());
    return ledger::exit_code_of(error.fault);
}

/// "1280x720"
std::optional<std::pair<int, int>> parse_size(const std::string& text) {
    int width = 0, height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end || width < 320 || height < 180)
        return std::nullopt;
    return std::pair(width, height);
}

void add_options(CLI::App& program, Options& options) {
    program.set_version_flag("--version", std::string(ledger::build_name()));
    program.add_option("--ledger", options.ledger, "The ledger of this terminal")
        ->required()
        ->type_name("FILE");
    program
        .add_option("--keys", options.keys,
                    "The folder of keys that init made: terminal.key, terminal.passphrase and "
                    "persons.keys are taken from it unless given below")
        ->type_name("FOLDER");
    program.add_option("--terminal-key", options.terminal_key, "The key that signs checkpoints")
        ->type_name("FILE");
    program
        .add_option("--passphrase-file", options.passphrase_file,
                    "The passphrase of the terminal key; /dev/fd/N for an open descriptor")
        ->type_name("FILE");
    program.add_option("--key-store", options.key_store, "The keys of the persons served here")
        ->type_name("FILE");
    program.add_option("--mark", options.mark, "The last checkpoint is kept here too, elsewhere")
        ->type_name("FILE");
    program
        .add_option("--copy", options.copies,
                    "A static directory that may hold this ledger; if it knows more, nothing is "
                    "written. Again for each")
        ->type_name("DIR");
    program
        .add_option("--phrases", options.phrases,
                    "A gettext catalogue of the interface; English without one")
        ->type_name("FILE");
    program
        .add_option("--sheets", options.sheets,
                    "A folder in which the sheet of every decision is written as PDF")
        ->type_name("FOLDER")
        ->check(CLI::ExistingDirectory);
    program
        .add_option("--texts", options.texts,
                    "A folder from which texts of proposals are taken, named NAME.LANGUAGE.txt")
        ->type_name("FOLDER")
        ->check(CLI::ExistingDirectory);
    program
        .add_option("--sticks", options.sticks,
                    "Folders below which sticks are mounted: they are offered for copies")
        ->type_name("FOLDER")
        ->capture_default_str();
    program.add_flag("--windowed", options.windowed, "In a window that can be closed");
    program.add_option("--size", options.size, "Of the window, in pixels")
        ->type_name("WxH")
        ->capture_default_str();
    program.add_flag("--test-hook", options.test_hook,
                     "Rehearsals only: tells on standard output what the window shows");
}

void complete(Options& options) {
    if (options.keys.empty()) return;
    const auto from_folder = [&](std::filesystem::path& path, const char* name) {
        if (path.empty()) path = options.keys / name;
    };
    from_folder(options.terminal_key, files::terminal);
    from_folder(options.passphrase_file, files::terminal_passphrase);
    from_folder(options.key_store, files::persons);
}

Result<ledger::Ledger> open_ledger(const Options& options) {
    auto key = ledger::open_key(options.terminal_key, options.passphrase_file);
    if (!key) return key.error();
    return ledger::Ledger::open(
        options.ledger, *std::move(key),
        {.mark = options.mark.empty() ? std::nullopt : std::optional(options.mark)});
}

/// A copy that is not in reach keeps nobody from voting; one that knows more does. Sticks that are
/// in already are copies, too.
Result<Done> ask_copies(const Options& options, ledger::Ledger& ledger) {
    auto copies = options.copies;
    for (const auto& stick : MountedSticks(options.sticks, [] {}).in())
        copies.push_back(directory_on(stick));
    for (const auto& copy : copies) {
        const auto carrier = ledger::open_folder(copy);
        if (!carrier) continue;
        auto& log = ledger.log();
        const auto state = ledger::compare_with_copy(log.store(), log.feed(), **carrier);
        if (!state) return state.error();
    }
    return Done{};
}

Result<Phrases> load_phrases(const Options& options) {
    if (options.phrases.empty()) return Phrases();
    return Phrases::load(options.phrases);
}

std::int64_t monotonic_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Keys are in this memory, and in a vote that is not recorded the positions of delegations: if the
/// program fails, nothing of it is left in a file.
Result<Done> leave_no_crash_dump() {
    const rlimit nothing{};
    if (::setrlimit(RLIMIT_CORE, &nothing) == 0 && ::prctl(PR_SET_DUMPABLE, 0) == 0) return Done{};
    return Error{Fault::storage,
                 "The system does not let this program do without crash dumps. Nothing was "
                 "started; ask who looks after this machine."};
}

int run(const Options& options, std::pair<int, int> size) {
    auto opened = open_ledger(options);
    if (!opened) return fail(opened.error());
    if (const auto asked = ask_copies(options, *opened); !asked) return fail(asked.error());
    const auto charter = *opened->conference().charter;
    const auto keys = ledger::KeyStore::load(options.key_store, charter.nonce);
    if (!keys) return fail(keys.error());
    auto phrases = load_phrases(options);
    if (!phrases) return fail(phrases.error());
    auto state = opening_state(*opened, !options.mark.empty());
    if (!state) return fail(state.error());

    const auto window = Window::open({.title = charter.title,
                                      .width = size.first,
                                      .height = size.second,
                                      .full_screen = !options.windowed});
    if (!window) return fail(window.error());
    const auto wake = [&] { (*window)->wake(); };
    std::unique_ptr<TestHook> hook;
    if (options.test_hook) {
        auto asked = TestHook::open(charter.mode == ledger::Mode::rehearsal, STDIN_FILENO,
                                    STDOUT_FILENO, wake);
        if (!asked) return fail(asked.error());
        hook = *std::move(asked);
    }
    const auto key = opened->verifier_key();
    ledger::Writer writer(*std::move(opened), wake);
    const auto backups = std::filesystem::temp_directory_path();
    BackgroundAudit auditor(writer, key, backups, wake);
    MountedSticks sticks(options.sticks, wake);
    StickCopier copier({.writer = writer, .sticks = sticks, .backups = backups, .wake = wake});
    std::optional<SheetPrinter> printer;
    if (!options.sheets.empty()) printer.emplace(options.sheets, wake);
    std::optional<TextFolder> texts;
    if (!options.texts.empty()) texts.emplace(options.texts, wake);
    Session session({.writer = writer,
                     .keys = *keys,
                     .auditor = auditor,
                     .now_ms = monotonic_ms,
                     .wake = wake,
                     .build = std::string(ledger::build_name()),
                     .printer = printer ? &*printer : nullptr,
                     .copier = &copier,
                     .texts = texts ? &*texts : nullptr},
                    *std::move(state));
    Desk desk(session, *std::move(phrases));
    (*window)->run(desk, hook.get());
    return exit_code::good;
}

}  // namespace

int main(int count, char** arguments) {
    CLI::App program{"The terminal of Placet: votes and decisions in a signed ledger.",
                     "placet-terminal"};
    Options options;
    add_options(program, options);
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& error) {  // the library's way to say help, version or usage
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        program.exit(error);
        return asked ? exit_code::good : exit_code::usage;
    }
    if (const auto dumps = leave_no_crash_dump(); !dumps) return fail(dumps.error());
    complete(options);
    const auto size = parse_size(options.size);
    if (!size || options.terminal_key.empty() || options.passphrase_file.empty() ||
        options.key_store.empty()) {
        std::fprintf(stderr,
                     "placet-terminal: give --keys, or --terminal-key, --passphrase-file and "
                     "--key-store; a size is written 1920x1080. See --help.\n");
        return exit_code::usage;
    }
    return run(options, *size);
}
