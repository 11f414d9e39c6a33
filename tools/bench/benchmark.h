// benchmark.h: what every family of benchmarks is: a name for --only, and rows that it measures.
//
// One file per family. Yardsticks are bare: the library alone, without anything of ours (bare_*).
#pragma once

#include "crypto/result.h"
#include "tools/bench/table.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace placet::bench {

struct Settings {
    int rounds = 5;
    bool small = false;                   // sizes that only show that it runs
    bool large = false;                   // ledgers of a million entries too
    std::filesystem::path folder = {};    // for ledgers, which are made once and kept
    std::filesystem::path package = {};   // the conference that they hold
    std::filesystem::path programs = {};  // where placet and placet-terminal stand
};

using Rows = std::vector<Row>;

struct Benchmark {
    std::string name = {};
    std::string what = {};
    std::function<Result<Rows>(const Settings&)> run = {};
};

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// Measures both in every round, each first in every other. Fails as the first that fails.
Result<Done> alternate(Row& row, int rounds, const std::function<Result<double>()>& ours,
                       const std::function<Result<double>()>& yardstick);

// append_bench.cpp
Benchmark append_benchmark();
Benchmark batch_benchmark();
// verify_bench.cpp
Benchmark verify_benchmark();
Benchmark hashes_benchmark();
Benchmark memory_benchmark();
Benchmark instructions_benchmark();
// open_bench.cpp
Benchmark open_benchmark();
Benchmark disk_benchmark();
// rules_bench.cpp
Benchmark replay_benchmark();
Benchmark decide_benchmark();
// exchange_bench.cpp
Benchmark import_benchmark();
Benchmark export_benchmark();
Benchmark exchange_benchmark();
// feeds_bench.cpp
Benchmark feeds_benchmark();
// screen_bench.cpp
Benchmark screens_benchmark();
// founding_bench.cpp
Benchmark accreditation_benchmark();

}  // namespace placet::bench
