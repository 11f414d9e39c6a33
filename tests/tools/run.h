// run.h: placet as a person runs it, in process.
#pragma once

#include "tools/command.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace placet::tests {

struct Ran {
    int code = -1;
    std::string out = {};
    std::string err = {};
};

inline Ran run(std::vector<std::string> arguments) {
    std::ostringstream out;
    std::ostringstream err;
    tools::Streams streams{.out = out, .err = err};
    const int code = tools::run_program(std::move(arguments), streams);
    return {.code = code, .out = out.str(), .err = err.str()};
}

/// What a shell prints for this command line; the test fails if it does not end with 0.
inline std::string shell(const std::string& command) {
    INFO(command);
    auto* pipe = ::popen(("exec 2>&1; " + command).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    char buffer[4096];
    for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text.append(buffer, got);
    INFO(text);
    REQUIRE(::pclose(pipe) == 0);
    return text;
}

}  // namespace placet::tests
