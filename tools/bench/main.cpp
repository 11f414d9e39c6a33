// placet-bench: measures what Placet promises, beside bare yardsticks of the same run.
#include "ledger/verify/audit.h"
#include "tools/bench/benchmark.h"
#include "tools/bench/ledger_signatures.h"

#include <CLI/CLI.hpp>

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <iostream>

namespace placet::bench {

Result<Done> alternate(Row& row, int rounds, const std::function<Result<double>()>& ours,
                       const std::function<Result<double>()>& yardstick) {
    for (int i = 0; i < rounds; ++i)
        for (const bool own : {i % 2 == 0, i % 2 != 0}) {
            const auto figure = own ? ours() : yardstick();
            if (!figure) return figure.error();
            (own ? row.ours : row.yardstick).values.push_back(*figure);
        }
    return Done{};
}

namespace {

struct Options {
    Settings settings = {.package =
                             std::filesystem::path(PLACET_SOURCE_DIR) / "assets/conferences/cah"};
    std::vector<std::string> only = {};
    bool rows = false;
    std::filesystem::path bare_signatures = {};  // under valgrind: these alone, so often
    std::size_t times = 1;
};

std::vector<Benchmark> all_benchmarks() {
    return {append_benchmark(), batch_benchmark(),    verify_benchmark(),
            hashes_benchmark(), memory_benchmark(),   instructions_benchmark(),
            open_benchmark(),   disk_benchmark(),     import_benchmark(),
            export_benchmark(), exchange_benchmark(), feeds_benchmark(),
            replay_benchmark(), decide_benchmark(),   accreditation_benchmark(),
            screens_benchmark()};
}

void add_options(CLI::App& program, Options& options, const std::vector<Benchmark>& all) {
    std::string names = "These, in this order:\n";
    for (const auto& one : all) names += "  " + one.name + ": " + one.what + "\n";
    program.footer(names);
    program.add_option("--only", options.only, "These alone; may be given several times")
        ->type_name("NAME")
        ->check([&all](const std::string& name) {
            return std::ranges::find(all, name, &Benchmark::name) == all.end()
                       ? "there is no benchmark of this name; see --help"
                       : std::string();
        });
    program.add_option("--rounds", options.settings.rounds, "How often each is measured")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    program
        .add_option("--folder", options.settings.folder,
                    "Where ledgers are made and kept for the next time; a temporary one that "
                    "goes away if this is not given")
        ->type_name("DIR");
    program.add_flag("--large", options.settings.large, "Ledgers of a million entries as well");
    program.add_flag("--small", options.settings.small, "Only shows that everything runs");
    program.add_flag("--rows", options.rows,
                     "Tab-separated lines, for tables that put other programs beside it");
    program.add_option("--bare-signatures", options.bare_signatures)->group("");
    program.add_option("--times", options.times)->group("");
}

int measure(const Options& options, const std::vector<Benchmark>& all) {
    Rows rows;
    for (const auto& one : all) {
        if (!options.only.empty() &&
            std::ranges::find(options.only, one.name) == options.only.end())
            continue;
        std::cerr << one.name << " ...\n";
        const auto measured = one.run(options.settings);
        if (!measured) {
            std::cerr << "placet-bench: " << one.name << ": " << measured.error().detail << '\n';
            return 1;
        }
        rows.insert(rows.end(), measured->begin(), measured->end());
    }
    options.rows ? print_rows(std::cout, rows) : print_table(std::cout, rows);
    return 0;
}

/// libsodium alone over the signatures of a ledger, to be counted from outside.
int verify_signatures(const Options& options) {
    const auto report = ledger::audit(options.bare_signatures, {});
    if (!report || report->anything_bad()) return 1;
    const auto messages = signatures_in(options.bare_signatures, *report->conference);
    if (!messages) return 1;
    for (std::size_t i = 0; i < options.times; ++i)
        if (verify_bare(*messages, 1) != messages->size()) return 1;
    return 0;
}

/// A folder that goes away, where none was named.
int measure_in_folder(Options& options, const std::vector<Benchmark>& all) {
    if (!options.settings.folder.empty()) {
        std::filesystem::create_directories(options.settings.folder);
        return measure(options, all);
    }
    auto name = (std::filesystem::temp_directory_path() / "placet-bench-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        std::perror("placet-bench: no temporary folder can be made");
        return 1;
    }
    options.settings.folder = name;
    const int code = measure(options, all);
    std::filesystem::remove_all(name);
    return code;
}

}  // namespace
}  // namespace placet::bench

int main(int count, char** arguments) {
    using namespace placet::bench;
    const auto all = all_benchmarks();
    Options options;
    options.settings.programs = std::filesystem::absolute(arguments[0]).parent_path();
    CLI::App program{"Measures what Placet promises, beside bare yardsticks.", "placet-bench"};
    add_options(program, options, all);
    CLI11_PARSE(program, count, arguments);
    if (!options.bare_signatures.empty()) return verify_signatures(options);
    if (options.settings.small) options.settings.rounds = 1;
    return measure_in_folder(options, all);
}
