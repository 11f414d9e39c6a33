// child.h: another program, run and watched from outside.
#pragma once

#include "crypto/result.h"

#include <string>
#include <vector>

namespace placet::bench {

struct Finished {
    int code = 0;             // its exit status
    double peak_mib = 0;      // largest resident memory, sampled every millisecond
    std::string output = {};  // what it wrote to standard error
};

/// Runs it to its end; its standard output is not kept. Fails (absent) if it cannot be started.
Result<Finished> run_to_end(const std::vector<std::string>& command);

/// A figure of /proc/PID/status in KiB or as it is: "VmHWM", "VmRSS". Nothing there: 0.
long status_figure(int pid, const std::string& name);

}  // namespace placet::bench
