#include "tests/support/program.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>

#include <array>
#include <utility>

extern char** environ;

namespace placet::tests {

namespace {
constexpr int patience_ms = 20'000;

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> result;
    for (std::string& text : strings) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}
}  // namespace

Program::Program(const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
    std::array<int, 2> in{}, out{};
    REQUIRE(::pipe2(in.data(), O_CLOEXEC) == 0);
    REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
    std::vector<std::string> words = arguments, variables = environment;
    for (char** variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    const int failed = ::posix_spawnp(&child_, words.front().c_str(), &actions, nullptr,
                                      pointers(words).data(), pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    output_ = out[0];
    INFO("starting " << arguments.front());
    REQUIRE(failed == 0);
}

Program::~Program() {
    end_input();
    ::close(output_);
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
}

void Program::write(std::string_view text) {
    REQUIRE(::write(input_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

void Program::end_input() {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
}

bool Program::read_more(int timeout_ms) {
    pollfd watched{output_, POLLIN, 0};
    const int ready = ::poll(&watched, 1, timeout_ms);
    INFO("the program has said nothing for " << timeout_ms << " ms");
    REQUIRE(ready == 1);
    std::array<char, 65536> bytes{};
    const auto count = ::read(output_, bytes.data(), bytes.size());
    if (count <= 0) return false;
    read_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string Program::line() {
    std::size_t end = 0;
    while ((end = read_.find('\n')) == std::string::npos) {
        const bool more = read_more(patience_ms);
        INFO("the program has ended");
        REQUIRE(more);
    }
    std::string result = read_.substr(0, end);
    read_.erase(0, end + 1);
    return result;
}

std::string Program::rest() {
    while (read_more(patience_ms)) continue;
    return std::exchange(read_, {});
}

int Program::wait() {
    int status = 0;
    REQUIRE(::waitpid(child_, &status, 0) == child_);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void Program::kill(int signal) const { REQUIRE(::kill(child_, signal) == 0); }

std::string output_of(const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment) {
    Program program(arguments, environment);
    program.end_input();
    std::string output = program.rest();
    INFO(arguments.front() << " says: " << output);
    REQUIRE(program.wait() == 0);
    return output;
}

}  // namespace placet::tests
