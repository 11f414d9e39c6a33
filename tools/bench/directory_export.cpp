#include "tools/bench/directory_export.h"

namespace placet::bench {

Scratch::Scratch(const Settings& settings, std::string_view name) : path_(settings.folder / name) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
}

Scratch::~Scratch() {
    std::error_code ignored;  // what stays behind is in the benchmark's own folder
    std::filesystem::remove_all(path_, ignored);
}

Result<ledger::Export::Progress> export_whole(ledger::Store& store,
                                              const std::filesystem::path& directory) {
    auto run = ledger::Export::begin(store, directory);
    if (!run) return run.error();
    for (;;) {
        const auto done = run->step(store);
        if (!done) return done.error();
        if (*done) return run->progress();
    }
}

}  // namespace placet::bench
