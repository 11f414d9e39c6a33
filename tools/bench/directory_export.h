// directory_export.h: static directories as benchmarks make them, and the folders they lie in.
#pragma once

#include "ledger/exchange/export.h"
#include "tools/bench/benchmark.h"

#include <string_view>

namespace placet::bench {

/// A folder below the settings' one that is new for each run and goes away with it.
class Scratch {
public:
    Scratch(const Settings& settings, std::string_view name);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// From the first step to the last. Fails as Export does.
Result<ledger::Export::Progress> export_whole(ledger::Store& store,
                                              const std::filesystem::path& directory);

}  // namespace placet::bench
