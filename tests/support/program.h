// program.h: another program, run by a test: its environment, its standard input and output.
#pragma once

#include <sys/types.h>
#include <string>
#include <string_view>
#include <vector>

namespace placet::tests {

/// Started at once; ended with the object if it has not ended by itself.
class Program {
public:
    /// `arguments` begin with the program; `environment` adds "NAME=value" to the test's own.
    explicit Program(const std::vector<std::string>& arguments,
                     const std::vector<std::string>& environment = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// To its standard input.
    void write(std::string_view text);
    void end_input();
    /// The next line of its standard output without the line end. Fails the test after 20 seconds
    /// and when the program has no more to say.
    std::string line();
    /// All that is left of its standard output.
    std::string rest();
    /// Waits for the end: the exit status, or minus the signal.
    int wait();
    void kill(int signal) const;
    pid_t id() const { return child_; }

private:
    bool read_more(int timeout_ms);

    pid_t child_ = -1;
    int input_ = -1, output_ = -1;
    std::string read_;
};

/// The output of a program that ends by itself; fails the test unless its status is 0.
std::string output_of(const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment = {});

}  // namespace placet::tests
