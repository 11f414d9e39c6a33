// main.cpp: placet, the program with subcommands.
#include "tools/command.h"

#include <unistd.h>
#include <iostream>

int main(int argc, char** argv) {
    placet::tools::Streams streams{
        .out = std::cout, .err = std::cerr, .at_terminal = ::isatty(STDERR_FILENO) == 1};
    return placet::tools::run_program({argv + 1, argv + argc}, streams);
}
