#include "tools/bench/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <thread>

extern char** environ;

namespace placet::bench {

long status_figure(int pid, const std::string& name) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
    return 0;
}

Result<Finished> run_to_end(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> ends = {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Error{Fault::storage, "no pipe can be made"};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child = 0;
    const int trouble =
        ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Finished finished;
    if (trouble == 0) {
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
        std::array<char, 4096> buffer = {};
        const auto take_output = [&] {
            for (ssize_t got = 0; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
                finished.output.append(buffer.data(), static_cast<std::size_t>(got));
        };
        long peak_kib = 0;
        while (::waitpid(child, &finished.code, WNOHANG) == 0) {
            peak_kib = std::max(peak_kib, status_figure(child, "VmHWM"));
            take_output();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        take_output();
        finished.peak_mib = static_cast<double>(peak_kib) / 1024;
        finished.code = WIFEXITED(finished.code) ? WEXITSTATUS(finished.code) : -1;
    }
    ::close(ends[0]);
    if (trouble != 0) return Error{Fault::absent, command.front() + ": cannot be started"};
    return finished;
}

}  // namespace placet::bench
